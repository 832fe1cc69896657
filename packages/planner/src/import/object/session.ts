import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { EstateInput } from '../../estate/schema.ts';
import type { ImportFormat, ImportResult, ImportSummary } from '../importer.ts';
import { fileSpot, type Spot } from './spot.ts';

/** An object of the input; exactly one of the two is called once. */
export interface SeenObject {
  use(): void;
  leaveOut(reason: string): void;
}

export type EstateParts = Omit<EstateInput, 'kind' | 'formatVersion' | 'name' | 'assumptions' | 'workloads'> & {
  workloads?: EstateInput['workloads'];
};

/** What one run of an importer collects: diagnostics, assumptions, and a count of every object that it saw. */
export interface ImportSession {
  readonly format: ImportFormat;
  report(
    severity: Diagnostic['severity'],
    code: string,
    spot: Spot,
    params: Diagnostic['params'],
    related?: Spot,
  ): void;
  add(diagnostics: readonly Diagnostic[]): void;
  assume(subject: string, field: string, value: string | number, reason: string): void;
  see(file: string, table: string): SeenObject;
  /** A field that was present and has no place in an estate. */
  ignore(field: string): void;
  result(parts: EstateParts): ImportResult;
}

export function createSession(format: ImportFormat): ImportSession {
  const diagnostics: Diagnostic[] = [];
  const assumptions: NonNullable<EstateInput['assumptions']> = [];
  const tables = new Map<
    string,
    { file: string; table: string; rows: number; used: number; reasons: Map<string, number> }
  >();
  const ignored = new Set<string>();
  let objects = 0;

  const report: ImportSession['report'] = (severity, code, { document, pointer, line, column }, params, related) => {
    diagnostics.push({
      code,
      severity,
      document,
      pointer,
      line,
      column,
      params,
      ...(related && { related: [{ document: related.document, line: related.line, column: related.column }] }),
    });
  };

  return {
    format,
    report,
    add: (more) => diagnostics.push(...more),
    assume: (subject, field, value, reason) => assumptions.push({ subject, field, value, reason }),
    ignore: (field) => ignored.add(field),
    see(file, table) {
      const key = `${file}\u0000${table}`;
      const counts = tables.get(key) ?? { file, table, rows: 0, used: 0, reasons: new Map<string, number>() };
      tables.set(key, counts);
      counts.rows++;
      if (table !== 'file') objects++;
      return {
        use: () => {
          counts.used++;
        },
        leaveOut: (reason) => {
          counts.reasons.set(reason, (counts.reasons.get(reason) ?? 0) + 1);
        },
      };
    },
    result(parts) {
      if (objects === 0) report('error', 'YQ1505', fileSpot(''), { format });
      const summary: ImportSummary = {
        format,
        tables: [...tables.values()].map(({ file, table, rows, used, reasons }) => ({
          file,
          table,
          rows,
          used,
          leftOut: [...reasons].map(([reason, count]) => ({ reason, count })),
        })),
        ignoredFields: [...ignored].sort(),
      };
      if (objects === 0) return { diagnostics, summary };
      const { workloads = [], ...rest } = parts;
      return {
        estate: { kind: 'estate', formatVersion: '1.0', name: format, ...rest, workloads, assumptions },
        diagnostics,
        summary,
      };
    },
  };
}
