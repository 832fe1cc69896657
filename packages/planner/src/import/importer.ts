import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { EstateInput } from '../estate/schema.ts';

export const importFormats = [
  'rvtools',
  'openstack',
  'kubernetes',
  'libvirt',
  'azure-migrate',
  'aws-mgn',
  'aws-migration-hub',
  'aws-cmf',
  'konveyor',
  'watcher',
  'migration-planner',
] as const;
export type ImportFormat = (typeof importFormats)[number];

/** A file as it was found: importers get bytes, since encodings differ. Directories are expanded by the caller. */
export interface ImportFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ImportResult {
  /** Absent only when nothing at all could be read. */
  readonly estate?: EstateInput;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: ImportSummary;
}

/** What was read and what was left out: every input row or object is in exactly one count. */
export interface ImportSummary {
  /** Absent when it was neither given nor detected. */
  readonly format?: ImportFormat;
  /** Per file and table or kind: rows seen, used, left out with reasons. */
  readonly tables: readonly {
    readonly file: string;
    readonly table: string;
    readonly rows: number;
    readonly used: number;
    readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  }[];
  /** Columns or fields that were present and not used. */
  readonly ignoredFields: readonly string[];
}

export interface Importer {
  readonly format: ImportFormat;
  /** Whether these files look like this format: used when `--format` is absent. Workbooks open asynchronously. */
  detect(files: readonly ImportFile[]): boolean | Promise<boolean>;
  /** Async because xlsx reading is. Never throws for data. */
  read(files: readonly ImportFile[]): Promise<ImportResult>;
}
