import type { Cursor } from '../object/cursor.ts';
import type { ImportSession } from '../object/session.ts';

export const tableNames = ['servers', 'flavors', 'hypervisors', 'server_groups', 'volumes'] as const;
export type TableName = (typeof tableNames)[number];
export type Tables = Readonly<Record<TableName, readonly Cursor[]>>;

/** Keys that tell what a row of `openstack ... list -f json` (or a single `... show`) is. */
const marks: readonly (readonly [TableName, readonly string[]])[] = [
  ['hypervisors', ['Hypervisor Hostname', 'hypervisor_hostname']],
  ['volumes', ['Attached to', 'attachments']],
  ['server_groups', ['Policy', 'Policies', 'policies']],
  ['servers', ['Networks', 'Flavor', 'Flavor Name', 'Flavor ID', 'OS-EXT-STS:vm_state', 'addresses']],
  ['flavors', ['VCPUs', 'vcpus']],
];

/**
 * The rows of all documents, by what they are: answers of the API (`{"servers": [...]}`, `{"server": {...}}`) and
 * lists of the command line client, whose keys are the titles of its columns.
 */
export function collectTables(documents: readonly Cursor[], session: ImportSession): Tables {
  const tables: Record<TableName, Cursor[]> = {
    servers: [],
    flavors: [],
    hypervisors: [],
    server_groups: [],
    volumes: [],
  };
  const unknown = (row: Cursor): void => {
    session.report('warning', 'YQ1504', row.spot(), { format: session.format });
    session.see(row.file, 'file').leaveOut('not OpenStack');
  };
  const add = (row: Cursor, table: TableName | undefined): void => {
    if (table === undefined || !row.isMap) unknown(row);
    else tables[table].push(row);
  };
  for (const document of documents) {
    const listed = tableNames.filter((name) => document.get(name).isList || document.get(singular(name)).isMap);
    for (const name of listed) {
      for (const row of document.get(name).items()) add(row, name);
      if (document.get(singular(name)).isMap) add(document.get(singular(name)), name);
      const next = document
        .get(`${name}_links`)
        .items()
        .find((link) => link.get('rel').text() === 'next');
      if (next !== undefined) session.report('warning', 'YQ1530', next.spot(), { table: name });
    }
    if (listed.length > 0) continue;
    if (document.isList && document.items().length > 0) for (const row of document.items()) add(row, tableOfRow(row));
    else add(document, tableOfRow(document));
  }
  return tables;
}

const singular = (name: TableName): string => name.slice(0, -1);

function tableOfRow(row: Cursor): TableName | undefined {
  return marks.find(([, keys]) => keys.some((key) => row.get(key).value !== undefined))?.[0];
}
