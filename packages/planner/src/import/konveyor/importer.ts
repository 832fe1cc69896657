import type { EstateInput } from '../../estate/schema.ts';
import type { EstateParts, ImportSession } from '../object/session.ts';
import { defineColumns, required, text } from '../table/columns.ts';
import type { RowOutcome } from '../table/left-out.ts';
import type { Table } from '../table/open-table.ts';
import { defineTableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

type System = NonNullable<EstateInput['systems']>[number];
type Dependency = NonNullable<EstateInput['dependencies']>[number];
type Column = keyof typeof columns;

const columns = defineColumns({
  recordType: required(text('Record Type 1', 'Record Type')),
  application: required(text('Application Name')),
  description: text('Description'),
  businessService: text('Business Service'),
  dependency: text('Dependency'),
  direction: text('Dependency Direction'),
  owner: text('Owner'),
});

/**
 * The application csv of Konveyor (tackle): rows of type 1 are applications, of type 2 dependencies. Applications
 * become systems; there are no sizes and so no workloads.
 */
export const konveyor = defineTableImporter({
  format: 'konveyor',
  name: 'Konveyor',
  columns,
  options: { keepOthers: true, shortRows: true },
  build,
});

function build(session: ImportSession, tables: readonly Table<Column>[]): EstateParts {
  const systems = new Map<string, System>();
  // A dependency may stand above the applications that it joins.
  const names = new Set(
    tables.flatMap(({ rows }) =>
      rows.filter((row) => row.text('recordType') === '1').map((row) => row.text('application')),
    ),
  );
  names.delete('');
  const dependencies = new Map<string, Dependency>();
  for (const table of tables) {
    table.take((row) => {
      const type = row.text('recordType');
      if (type !== '1' && type !== '2') {
        table.report.add('error', 'YQ1434', row.spot('recordType'), { type });
        return 'unknownRecord';
      }
      if (row.text('application') === '') {
        table.report.add('error', 'YQ1431', row.spot('application'), { table: table.name });
        return 'noName';
      }
      return type === '1'
        ? readApplication(session, table, row, systems)
        : readDependency(table, row, names, dependencies);
    });
  }
  if (systems.size > 0) {
    const spot = { document: tables[0]!.file, pointer: tables[0]!.name, line: 0, column: 0 };
    session.report('warning', 'YQ1443', spot, { systems: systems.size });
  }
  return { systems: [...systems.values()], dependencies: [...dependencies.values()] };
}

function readApplication(
  session: ImportSession,
  table: Table<Column>,
  row: TableRow<Column>,
  systems: Map<string, System>,
): RowOutcome {
  const id = row.text('application');
  if (systems.has(id)) {
    table.report.add('warning', 'YQ1432', row.spot('application'), { name: id });
    return 'duplicate';
  }
  const labels: Record<string, string> = readTags(session, table.name, row);
  if (row.text('businessService') !== '') labels.businessService = row.text('businessService');
  if (row.text('description') !== '') labels.description = row.text('description');
  systems.set(id, { id, ...(row.text('owner') !== '' && { owner: row.text('owner') }), labels });
  return 'used';
}

/** `Tag Category 3` (older: `Tag Type 3`) beside `Tag 3`: a label `tag:CATEGORY`. */
function readTags(session: ImportSession, table: string, row: TableRow<Column>): Record<string, string> {
  const categories = new Map<string, string>();
  const tags: [number: string, value: string][] = [];
  for (const [header, value] of row.others()) {
    const [, isCategory, number] = /^tag\s+(category\s+|type\s+)?(\d+)$/i.exec(header) ?? [];
    if (number === undefined) session.ignore(`${table}!${header}`);
    else if (isCategory === undefined) tags.push([number, value]);
    else categories.set(number, value);
  }
  const labels = new Map<string, string>();
  for (const [number, value] of tags) {
    const key = `tag:${categories.get(number) ?? ''}`;
    labels.set(key, labels.has(key) ? `${labels.get(key)}, ${value}` : value);
  }
  return Object.fromEntries(labels);
}

/** Southbound: the application uses the other; northbound: the other uses it. */
function readDependency(
  table: Table<Column>,
  row: TableRow<Column>,
  names: ReadonlySet<string>,
  dependencies: Map<string, Dependency>,
): RowOutcome {
  const name = row.text('application');
  const other = row.text('dependency');
  const direction = row.text('direction').toLowerCase();
  if (direction !== 'southbound' && direction !== 'northbound') {
    table.report.add('error', 'YQ1435', row.spot('direction'), { direction });
    return 'invalid';
  }
  if (name === other) {
    table.report.add('error', 'YQ1442', row.spot('dependency'), { name });
    return 'invalid';
  }
  if (!names.has(name) || !names.has(other)) {
    table.report.add('warning', 'YQ1433', row.spot('dependency'), { name, to: other });
    return 'unknownApplication';
  }
  const [from, to] = direction === 'southbound' ? [name, other] : [other, name];
  const key = `${from}\u0000${to}`;
  if (dependencies.has(key)) {
    table.report.add('warning', 'YQ1432', row.spot('application'), { name: `${from} -> ${to}` });
    return 'duplicate';
  }
  dependencies.set(key, { from: `system:${from}`, to: `system:${to}` });
  return 'used';
}
