import { stringify } from 'yaml';
import type { Context } from '../context.ts';
import { type Table, tableCsv, tableText } from './table.ts';

/** Something to show: the whole data for programs, tables and lines for people. */
export interface Output {
  /** For json and yaml. */
  readonly data: unknown;
  /** For csv, and shown in the table view. */
  readonly table?: Table;
  /** Lines before and after the table, for people only. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** Writes the result to stdout in the chosen format. */
export function show(context: Context, output: Output): void {
  context.io.stdout.write(outputText(context, output));
}

function outputText(context: Context, output: Output): string {
  if (context.output === 'json') return `${JSON.stringify(output.data, null, 2)}\n`;
  if (context.output === 'yaml') return stringify(output.data, { lineWidth: 0 });
  if (context.output === 'csv' && output.table !== undefined) return tableCsv(output.table);
  const blocks = [
    output.before?.join('\n'),
    output.table && tableText(output.table).trimEnd(),
    output.after?.join('\n'),
  ];
  const text = blocks.filter((block) => block !== undefined && block !== '').join('\n\n');
  return text === '' ? '' : `${text}\n`;
}
