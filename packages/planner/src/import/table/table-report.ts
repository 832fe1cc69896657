import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.ts';
import type { ImportSession } from '../object/session.ts';
import type { Spot } from '../object/spot.ts';

/** The same trouble in each of 50,000 rows is told this often, then counted. */
const maxRepeats = 20;

export interface TableReport {
  add(severity: Severity, code: string, spot: Spot, params: Diagnostic['params']): void;
  /** The same about one subject only once, however many rows it has. */
  addOnce(subject: string, severity: Severity, code: string, spot: Spot, params: Diagnostic['params']): void;
  /** Tells what was only counted. Once, at the end. */
  flush(): void;
}

export function createTableReport(session: ImportSession, file: string, table: string): TableReport {
  const seen = new Map<string, number>();
  const subjects = new Set<string>();
  const add: TableReport['add'] = (severity, code, spot, params) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    if (count <= maxRepeats) session.report(severity, code, spot, params);
  };
  return {
    add,
    addOnce(subject, severity, code, spot, params) {
      const key = `${code}\u0000${subject}`;
      if (!subjects.has(key)) add(severity, code, spot, params);
      subjects.add(key);
    },
    flush() {
      for (const [code, count] of seen) {
        if (count <= maxRepeats) continue;
        session.report(
          'info',
          'YQ1404',
          { document: file, pointer: table, line: 0, column: 0 },
          { code, table, count: count - maxRepeats },
        );
      }
    },
  };
}
