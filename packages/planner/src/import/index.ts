import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { awsCmf } from './aws-cmf/importer.ts';
import { awsMgn } from './aws-mgn/importer.ts';
import { awsMigrationHub } from './aws-migration-hub/importer.ts';
import { azureMigrate } from './azure-migrate/importer.ts';
import type { Importer, ImportFile, ImportFormat, ImportResult } from './importer.ts';
import { importFormats } from './importer.ts';
import { konveyor } from './konveyor/importer.ts';
import { kubernetes } from './kubernetes/importer.ts';
import { libvirt } from './libvirt/importer.ts';
import { migrationPlanner } from './migration-planner/importer.ts';
import { openstack } from './openstack/importer.ts';
import { rvtools } from './rvtools/importer.ts';
import { watcher } from './watcher/importer.ts';

/** The importers that there are, by format. Register a new one here and in `importFormats`. */
export const importers: Readonly<Record<ImportFormat, Importer>> = {
  rvtools,
  'azure-migrate': azureMigrate,
  'aws-mgn': awsMgn,
  'aws-migration-hub': awsMigrationHub,
  'aws-cmf': awsCmf,
  konveyor,
  openstack,
  kubernetes,
  libvirt,
  watcher,
  'migration-planner': migrationPlanner,
};

/** The formats that the files look like, in the order of `importFormats`. */
export async function detectFormats(files: readonly ImportFile[]): Promise<ImportFormat[]> {
  const formats: ImportFormat[] = [];
  for (const format of importFormats) if (await importers[format]?.detect(files)) formats.push(format);
  return formats;
}

/**
 * Reads an inventory. Without a format it is detected: none or several candidates is a diagnostic, never a guess.
 * Trouble in the files is in `diagnostics`; nothing is thrown for data.
 */
export async function importEstate(
  format: ImportFormat | undefined,
  files: readonly ImportFile[],
): Promise<ImportResult> {
  if (files.length === 0) return nothing([trouble('YQ1400', {}, files)], format);
  if (format !== undefined) return read(format, files);
  const candidates = await detectFormats(files);
  if (candidates.length === 1) return read(candidates[0]!, files);
  return candidates.length === 0
    ? nothing([trouble('YQ1401', { formats: importFormats.join(', ') }, files)])
    : nothing([trouble('YQ1402', { formats: candidates.join(', ') }, files)]);
}

async function read(format: ImportFormat, files: readonly ImportFile[]): Promise<ImportResult> {
  const importer = importers[format];
  if (importer === undefined) return nothing([trouble('YQ1403', { format, formats: importFormats.join(', ') }, files)]);
  return importer.read(files);
}

function trouble(code: string, params: Diagnostic['params'], files: readonly ImportFile[]): Diagnostic {
  return { code, severity: 'error', document: files[0]?.path ?? '', pointer: '', line: 0, column: 0, params };
}

function nothing(diagnostics: Diagnostic[], format?: ImportFormat): ImportResult {
  return { diagnostics, summary: { ...(format && { format }), tables: [], ignoredFields: [] } };
}
