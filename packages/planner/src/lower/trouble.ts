import type { Diagnostic } from '../diagnostic/diagnostic.ts';

/** A diagnostic that knows its document by kind, not by file or line. */
export function trouble(
  code: string,
  severity: Diagnostic['severity'],
  document: string,
  pointer: string,
  params: Diagnostic['params'],
): Diagnostic {
  return { code, severity, document, pointer, line: 0, column: 0, params };
}
