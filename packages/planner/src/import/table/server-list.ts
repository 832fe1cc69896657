import type { EstateParts, ImportSession } from '../object/session.ts';
import { type Application, createApplications } from './applications.ts';
import type { RowOutcome } from './left-out.ts';
import type { Table } from './open-table.ts';
import type { TableRow } from './table-row.ts';

/** How a row of a list of servers without sizes is read. */
export interface ServerListColumns<K extends string> {
  server(row: TableRow<K>): { readonly id: string; readonly name?: string; readonly role?: string };
  application(row: TableRow<K>): string;
  wave(row: TableRow<K>): string;
  label(row: TableRow<K>, application: Application, table: string): void;
  readonly serverColumn: K;
}

/**
 * Lists that plan a migration and know no vCPUs: applications become systems with the order of their waves, servers
 * their components, so that an inventory with sizes can be joined by name later. No workload is invented.
 */
export function readServerList<K extends string>(
  session: ImportSession,
  tables: readonly Table<K>[],
  columns: ServerListColumns<K>,
): EstateParts {
  const applications = createApplications(session);
  const servers = new Set<string>();
  let homeless = 0;
  const readRow = (table: Table<K>, row: TableRow<K>): RowOutcome => {
    const { id, name = '', role = '' } = columns.server(row);
    if (id === '') {
      table.report.add('error', 'YQ1431', row.spot(columns.serverColumn), { table: table.name });
      return 'noName';
    }
    if (servers.has(id)) {
      table.report.add('warning', 'YQ1432', row.spot(columns.serverColumn), { name: id });
      return 'duplicate';
    }
    servers.add(id);
    if (columns.application(row) === '') {
      homeless++;
      return 'noApplication';
    }
    const application = applications.get(columns.application(row), row.spot());
    if (columns.wave(row) !== '') application.waves.add(columns.wave(row));
    application.components.push({ id, ...(name !== '' && { name }), ...(role !== '' && { role }) });
    columns.label(row, application, table.name);
    return 'used';
  };
  for (const table of tables) table.take((row) => readRow(table, row));
  const systems = applications.systems();
  if (tables.length > 0) {
    const spot = { document: tables[0]!.file, pointer: tables[0]!.name, line: 0, column: 0 };
    session.report('warning', 'YQ1430', spot, { servers: servers.size - homeless, systems: systems.length });
    if (homeless > 0) session.report('warning', 'YQ1441', spot, { count: homeless });
  }
  return { systems };
}
