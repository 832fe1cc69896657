/**
 * `npm run bench:report -- [--only roadef2012,vbp] [--full] [--data DIR] [--from SUITE[@COMMIT]=FILE ...]`: runs suites one after
 * another, keeps their lines in `benchmarks/results/`, and writes `benchmarks/RESULTS.md` from all that is kept: a suite that was not
 * run keeps what it had. `--from` takes the JSON lines of runs done before on this machine, at that commit, instead of running the
 * suite; with it, only the suites that `--only` names are run.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseLines, readKept, writeKept, writeWhole } from './report/kept.ts';
import type { Line, Suite } from './report/suite.ts';
import { suites } from './report/suites.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    full: { type: 'boolean', default: false },
    data: { type: 'string', default: fileURLToPath(new URL('../../../shared/data/', import.meta.url)) },
    from: { type: 'string', multiple: true, default: [] },
  },
});
const home = fileURLToPath(new URL('..', import.meta.url));
const bench = fileURLToPath(new URL('./bench.ts', import.meta.url));
const keptAt = (suite: string) => join(home, 'results', `${suite}.json`);
const commit = execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: home, encoding: 'utf8' }).trim();
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;

const given = Map.groupBy(values.from.map(parseFrom), ({ suite }) => suite);
const chosen = values.only?.split(',') ?? (given.size > 0 ? [] : suites.map(({ name }) => name));
const unknown = [...chosen, ...given.keys()].filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0)
  fail(`no suite ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')}`, 2);

for (const [suite, files] of given) {
  const lines = files.flatMap(({ file, at }) => parseLines(readFileSync(file, 'utf8'), at));
  if (lines.length === 0) fail(`no JSON lines for ${suite}`, 2);
  writeKept(keptAt(suite), { machine, lines });
}
for (const suite of suites.filter(({ name }) => chosen.includes(name) && !given.has(name))) {
  const dir = dataOf(suite);
  if (suite.data && dir === null) {
    console.error(`${suite.name}: no data under ${values.data}; passed over`);
    continue;
  }
  const lines = suite.commands(dir ?? '', values.full).flatMap((args) => run(args));
  writeKept(keptAt(suite.name), { machine, lines });
}

const sections = suites.flatMap((suite) => {
  const kept = readKept(keptAt(suite.name));
  if (!kept) return [];
  const { title, text, head, rows } = suite.table(kept.lines, dataOf(suite));
  return [
    `## ${title}`,
    text,
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
    `\`${suite.name}\` on ${kept.machine}.`,
  ];
});
const intro =
  'Written by `npm run bench:report`; the lines behind it are in `results/`. What each suite measures: [README.md](README.md). Each row says at ' +
  'which commit it was measured; later ones may do better or worse. The machine had other work, so most times are CPU time.';
writeWhole(join(home, 'RESULTS.md'), `${['# Results', intro, ...sections].join('\n\n')}\n`);

function parseFrom(text: string): { suite: string; at: string; file: string } {
  const [, suite, at, file] = /^([^@=]+)(?:@([^=]+))?=(.+)$/.exec(text) ?? [];
  if (!suite || !file || !existsSync(file)) fail(`--from SUITE[@COMMIT]=FILE, not ${text}`, 2);
  return { suite, at: at ?? commit, file };
}

function dataOf(suite: Suite): string | null {
  const dir = suite.data === undefined ? null : join(values.data, suite.data);
  return dir !== null && existsSync(dir) ? dir : null;
}

function run(args: readonly string[]): Line[] {
  console.error(`bench ${args.join(' ')}`);
  const { status, stdout } = spawnSync(process.execPath, ['--conditions=source', bench, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) fail(`bench ${args.join(' ')} ended with ${status}`, 1);
  return parseLines(stdout, commit);
}

function fail(text: string, status: number): never {
  console.error(text);
  process.exit(status);
}
