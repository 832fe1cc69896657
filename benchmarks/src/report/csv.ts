import { readFileSync } from 'node:fs';

/** Rows of a CSV file by column name; quoted fields may hold commas. */
export function readCsv(path: string): Record<string, string>[] {
  const [head = [], ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/).map(cells);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

function cells(line: string): string[] {
  return [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)]
    .slice(0, line.split(',').length)
    .map(([, whole, quoted]) => quoted ?? whole ?? '');
}
