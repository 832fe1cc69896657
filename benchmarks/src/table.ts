import { readFileSync } from 'node:fs';

export type Row = Readonly<Record<string, string>>;

/** Rows of a plain CSV file (no quotes, as the public data sets have it) by the names of its first line. */
export function readTable(path: string): Row[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [names[at]!, value])));
}
