import { describe } from './describe.ts';
import type { Diagnostic, Lang, Severity } from './diagnostic.ts';

const severities: Readonly<Record<Lang, Readonly<Record<Severity, string>>>> = {
  en: { error: 'error', warning: 'warning', info: 'info' },
  'zh-CN': { error: '错误', warning: '警告', info: '提示' },
};

/** Columns of source text shown beside a problem. */
const maxSource = 120;

/**
 * A diagnostic as people read it: place, code, text, the source line with a mark under the column, and the action.
 *
 *     estate.yaml:412:7 error YQ1020 `vcpu` is not a field of workloads[3]
 *         412 |   vcpu: 4
 *             |   ^
 *         Remove it or ...
 */
export function formatDiagnostic(diagnostic: Diagnostic, lang: Lang, source?: string): string {
  const { code, document, line, column, severity, pointer } = diagnostic;
  const { text, action } = describe(code, diagnostic.params, lang);
  const where = line > 0 ? `${document}:${line}:${column}` : [document, pointer].filter(Boolean).join('#');
  const lines = [`${where === '' ? '' : `${where} `}${severities[lang][severity]} ${code} ${text}`];
  if (source !== undefined && line > 0) lines.push(...excerpt(source, line, column));
  if (action !== '') lines.push(`    ${action}`);
  return lines.join('\n');
}

function excerpt(source: string, line: number, column: number): string[] {
  const whole = source.split('\n', line)[line - 1]?.replace(/\r$/, '');
  if (whole === undefined || whole.trim() === '') return [];
  const from = column > maxSource - 20 ? column - 20 : 0;
  const shown = whole.slice(from, from + maxSource);
  // Tabs and full-width letters keep their width, so that the mark stands under its column.
  const indent = shown.slice(0, column - 1 - from).replace(/[^\t]/g, (char) => (isWide(char) ? '\u3000' : ' '));
  const number = String(line);
  return [`    ${number} | ${shown}`, `    ${' '.repeat(number.length)} | ${indent}^`];
}

/** CJK letters and full-width forms, which take two columns. */
const isWide = (char: string) =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char);
