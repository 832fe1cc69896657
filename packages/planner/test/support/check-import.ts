import { isDeepStrictEqual } from 'node:util';
import { describe, messages } from '../../src/diagnostic/describe.ts';
import { readDocument } from '../../src/document/read-document.ts';
import { writeDocument } from '../../src/document/write-document.ts';
import { estateSchema } from '../../src/estate/schema.ts';
import type { ImportResult } from '../../src/import/importer.ts';

/**
 * What every import must satisfy, whatever the input was; the first breach as text, undefined where there is none:
 * the estate validates, ids are unique and rules name workloads that exist, every count adds up, every diagnostic
 * has its texts with all parameters filled in, an import without an estate says why, and the estate, written and read
 * again, passes its own check and is the same.
 */
export function importBreach({ estate, diagnostics, summary }: ImportResult): string | undefined {
  for (const { code, params, document, line } of diagnostics) {
    if (messages[code] === undefined) return `${code} has no text`;
    for (const lang of ['en', 'zh-CN'] as const) {
      const template = messages[code][lang];
      for (const [, name] of `${template.text} ${template.action}`.matchAll(/\{(\w+)\}/g)) {
        if (params[name!] === undefined)
          return `${code} lacks the parameter ${name}: ${describe(code, params, lang).text}`;
      }
    }
    if (!Number.isInteger(line) || line < 0) return `${code} at ${document}: line ${line}`;
  }
  for (const { file, table, rows, used, leftOut } of summary.tables) {
    const sum = used + leftOut.reduce((total, { count }) => total + count, 0);
    if (sum !== rows) return `${file} ${table}: ${rows} rows, ${sum} accounted for`;
  }
  if (estate === undefined)
    return diagnostics.some(({ severity }) => severity === 'error') ? undefined : 'no estate and no error';
  const parsed = estateSchema.safeParse(estate);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return `${issue.path.join('/')}: ${issue.message}`;
  }
  const workloads = new Set(parsed.data.workloads.map(({ id }) => id));
  if (workloads.size !== parsed.data.workloads.length) return 'two workloads have one id';
  if (new Set(parsed.data.rules.map(({ id }) => id)).size !== parsed.data.rules.length) return 'two rules have one id';
  if (new Set(parsed.data.sourceHosts.map(({ id }) => id)).size !== parsed.data.sourceHosts.length)
    return 'two source hosts have one id';
  for (const rule of parsed.data.rules) {
    const selects = rule.rule === 'conflict' ? [rule.a, rule.b] : 'select' in rule ? [rule.select] : [];
    for (const id of selects.flatMap((select) => select.workloads ?? []))
      if (!workloads.has(id)) return `rule ${rule.id} names ${id}, which is no workload`;
  }
  const systems = new Map(
    parsed.data.systems.map((system) => [system.id, new Set(system.components.map(({ id }) => id))]),
  );
  for (const { id, system, component } of parsed.data.workloads) {
    if (system !== undefined && !systems.has(system)) return `${id} is of the system ${system}, which is not there`;
    if (component !== undefined && !systems.get(system!)?.has(component))
      return `${id} is of the component ${component}, which is not there`;
  }
  // Impossible sizes (YQ1110) may stand in the source itself; the check of the estate tells them.
  const back = readDocument(writeDocument(estate, 'yaml'), { kind: 'estate', path: 'estate.yaml' });
  const trouble = back.diagnostics.find(({ severity, code }) => severity === 'error' && code !== 'YQ1110');
  if (trouble !== undefined) return `written and read again: ${trouble.code} ${JSON.stringify(trouble.params)}`;
  if (!isDeepStrictEqual(plain(back.value), plain(parsed.data))) return 'written and read again it is another estate';
  return undefined;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
