/**
 * `npm run bench:report -- [--only roadef2012,vbp] [--full] [--data DIR]`: runs the suites one after another, keeps their lines in
 * `benchmarks/results/`, and writes `benchmarks/RESULTS.md` from all that is kept: a suite that was not run keeps what it had.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Line, type Suite, suites } from './report/suites.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    full: { type: 'boolean', default: false },
    data: { type: 'string', default: fileURLToPath(new URL('../../../shared/data/', import.meta.url)) },
  },
});
const home = fileURLToPath(new URL('..', import.meta.url));
const bench = fileURLToPath(new URL('./bench.ts', import.meta.url));
const results = join(home, 'results');

interface Kept {
  readonly commit: string;
  readonly machine: string;
  readonly mode: 'full' | 'short';
  readonly lines: readonly Line[];
}

const chosen = values.only?.split(',') ?? suites.map(({ name }) => name);
const unknown = chosen.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`no suite ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const commit = execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: home, encoding: 'utf8' }).trim();
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;

mkdirSync(results, { recursive: true });
for (const suite of suites.filter(({ name }) => chosen.includes(name))) {
  const dir = dataOf(suite);
  if (suite.data && dir === null) {
    console.error(`${suite.name}: no data under ${values.data}; passed over`);
    continue;
  }
  const lines = suite.commands(dir ?? '', values.full).flatMap((args) => run(args));
  const kept: Kept = { commit, machine, mode: values.full ? 'full' : 'short', lines };
  write(join(results, `${suite.name}.json`), `${JSON.stringify(kept, null, 1)}\n`);
}

const sections = suites.flatMap((suite) => {
  const path = join(results, `${suite.name}.json`);
  if (!existsSync(path)) return [];
  const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept;
  const { title, text, head, rows } = suite.table(kept.lines, dataOf(suite));
  return [
    `## ${title}`,
    text,
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
    `\`${suite.name}\`, ${kept.mode} run at commit ${kept.commit} on ${kept.machine}.`,
  ];
});
write(
  join(home, 'RESULTS.md'),
  `${['# Results', 'Written by `npm run bench:report`; the lines behind it are in `results/`. What each suite measures: [README.md](README.md).', ...sections].join('\n\n')}\n`,
);

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
  if (status !== 0) {
    console.error(`bench ${args.join(' ')} ended with ${status}`);
    process.exit(1);
  }
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

function write(path: string, text: string): void {
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}
