import type { Importer } from '../importer.ts';
import { addLabel } from '../table/applications.ts';
import { defineColumns, required, text } from '../table/columns.ts';
import { trouble } from '../table/file-trouble.ts';
import { readServerList } from '../table/server-list.ts';
import { defineTableImporter } from '../table/table-importer.ts';

const columns = defineColumns({
  server: required(text('server_name')),
  app: required(text('app_name')),
  wave: text('wave_name'),
  fqdn: text('server_fqdn'),
  tier: text('server_tier'),
  environment: text('server_environment'),
  strategy: text('r_type'),
});

const tables = defineTableImporter({
  format: 'aws-cmf',
  name: 'AWS Cloud Migration Factory',
  columns,
  build: (session, opened) =>
    readServerList(session, opened, {
      serverColumn: 'server',
      server: (row) => ({ id: row.text('server'), name: row.text('fqdn'), role: row.text('tier') }),
      application: (row) => row.text('app'),
      wave: (row) => row.text('wave'),
      label(row, application) {
        addLabel(application, 'environment', row.text('environment'));
        addLabel(application, 'strategy', row.text('strategy'));
      },
    }),
});

/**
 * Intake forms (xlsx or csv) and server lists of AWS Cloud Migration Factory. Its schema and pipeline files describe
 * the tool itself: they are refused by what they are.
 */
export const awsCmf: Importer = {
  ...tables,
  async read(files) {
    const result = await tables.read(files);
    const diagnostics = result.diagnostics.map((diagnostic) =>
      diagnostic.code === 'YQ1411' && isOwnSchema(files.find(({ path }) => path === diagnostic.document)?.bytes)
        ? trouble('error', 'YQ1437', diagnostic.document, 0, {})
        : diagnostic,
    );
    return { ...result, diagnostics };
  },
};

function isOwnSchema(bytes: Uint8Array | undefined): boolean {
  return /"(?:pipeline_template_\w+|schema_name|schema_type)"/.test(new TextDecoder().decode(bytes));
}
