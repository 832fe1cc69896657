/**
 * `npm run demo`: the Shenzhen reference estate, from documents to a driven wave, by the same commands a planner types.
 * Writes into `yunqian-demo/` (or the folder given as the argument), which must not hold anything else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../packages/cli/bin/yunqian.js', import.meta.url));
const out = process.argv[2] ?? 'yunqian-demo';
const file = (name: string): string => join(out, name);

// Only what an earlier demo wrote is removed.
for (const name of [
  'estate.yaml',
  'fleet.yaml',
  'policy.yaml',
  'programme.yaml',
  'plan.json',
  'waves.json',
  'report.html',
])
  rmSync(file(name), { force: true });
for (const name of ['journal.db', 'world.db'])
  for (const suffix of ['', '-wal', '-shm']) rmSync(file(name + suffix), { force: true });

function yunqian(...args: string[]): number {
  console.log(`\n$ yunqian ${args.join(' ')}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [bin, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`  (${((performance.now() - started) / 1000).toFixed(2)} s)`);
  if (status !== 0) {
    console.error(`yunqian ${args.slice(0, 2).join(' ')} ended with ${status}`);
    process.exit(status ?? 1);
  }
  return status;
}

yunqian('init', out, '--template', 'shenzhen');
yunqian('plan', 'create', out, '-o', file('plan.json'));
yunqian('plan', 'verify', file('plan.json'));
yunqian('wave', 'create', file('plan.json'), file('programme.yaml'), '-o', file('waves.json'));
yunqian('wave', 'verify', file('waves.json'));
const first = (JSON.parse(readFileSync(file('waves.json'), 'utf8')) as { waves: { id: string }[] }).waves[0]!.id;
yunqian(
  'run',
  'start',
  file('waves.json'),
  '--wave',
  first,
  '--run',
  'demo',
  '--journal',
  file('journal.db'),
  '--approve-all',
);
yunqian('run', 'show', 'demo', '--journal', file('journal.db'));
yunqian('report', 'html', file('waves.json'), '--journal', file('journal.db'), '-o', file('report.html'));

console.log(`\nWritten to ${relative(process.cwd(), out) || out}/:`);
for (const name of [
  'estate.yaml',
  'fleet.yaml',
  'policy.yaml',
  'programme.yaml',
  'plan.json',
  'waves.json',
  'journal.db',
  'report.html',
]) {
  console.log(`  ${existsSync(file(name)) ? 'ok' : 'MISSING'}  ${file(name)}`);
}
console.log(
  `\nOpen ${file('report.html')} in a browser, or look around: npx yunqian tui ${file('waves.json')} --journal ${file('journal.db')}`,
);
