import { addLabel } from '../table/applications.ts';
import { defineColumns, required, text } from '../table/columns.ts';
import { readServerList } from '../table/server-list.ts';
import { defineTableImporter } from '../table/table-importer.ts';

const columns = defineColumns({
  server: required(text('mgn:server:user-provided-id', 'mgn:server:id')),
  serverId: text('mgn:server:id'),
  fqdn: text('mgn:server:fqdn-for-action-framework'),
  app: text('mgn:app:name'),
  appId: text('mgn:app:id'),
  wave: text('mgn:wave:name'),
  waveId: text('mgn:wave:id'),
});

/** The import and export csv of AWS Application Migration Service. */
export const awsMgn = defineTableImporter({
  format: 'aws-mgn',
  name: 'AWS MGN',
  columns,
  options: { keepOthers: true },
  build: (session, tables) =>
    readServerList(session, tables, {
      serverColumn: 'server',
      server: (row) => ({ id: row.text('server') || row.text('serverId'), name: row.text('fqdn') }),
      application: (row) => row.text('app') || row.text('appId'),
      wave: (row) => row.text('wave') || row.text('waveId'),
      label(row, application, table) {
        for (const [header, value] of row.others()) {
          const tag = /^mgn:app:tag:(.+)$/i.exec(header)?.[1];
          if (tag === undefined) session.ignore(`${table}!${header}`);
          else addLabel(application, tag, value);
        }
      },
    }),
});
