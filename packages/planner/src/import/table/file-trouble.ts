import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.ts';

/** A diagnostic on a file or one of its lines. */
export function trouble(
  severity: Severity,
  code: string,
  document: string,
  line: number,
  params: Diagnostic['params'],
): Diagnostic {
  return { code, severity, document, pointer: '', line, column: line === 0 ? 0 : 1, params };
}

/** `a/b/RVTools_tabvInfo.csv` -> `RVTools_tabvInfo`. */
export const fileStem = (path: string): string => path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
