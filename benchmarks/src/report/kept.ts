import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Line } from './suite.ts';

/** What `results/<suite>.json` keeps: lines of one machine, each with its commit. */
export interface Kept {
  readonly machine: string;
  readonly lines: readonly Line[];
}

export function readKept(path: string): Kept | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : null;
}

/** One run a line, so that differences can be read. */
export function writeKept(path: string, { machine, lines }: Kept): void {
  const runs = lines.map((line) => JSON.stringify(line)).join(',\n');
  writeWhole(path, `{"machine": ${JSON.stringify(machine)}, "lines": [\n${runs}\n]}\n`);
}

/** The file is either the old or the new one, never a part. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}

/** The JSON lines of a text; a commit of their own stays, otherwise they were measured at `commit`. */
export function parseLines(text: string, commit: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => ({ commit, ...(JSON.parse(line) as Line) }));
}
