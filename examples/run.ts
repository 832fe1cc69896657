/**
 * `npm run examples`: every example by the commands a planner types. Each plan is verified and explained, every declared failure of
 * the later phases is swept. Ends with 1 at the first command that answers otherwise than it should.
 * Writes into `yunqian-examples/`, or the folder given as the argument.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../packages/cli/bin/yunqian.js', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const out = process.argv[2] ?? 'yunqian-examples';
mkdirSync(out, { recursive: true });
const file = (...parts: string[]): string => join(out, ...parts);

/** Runs a command; `expected`: the exit code that is right for it. */
function yunqian(expected: number, ...args: string[]): void {
  console.log(`\n$ yunqian ${args.join(' ')}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [bin, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`  (${((performance.now() - started) / 1000).toFixed(2)} s)`);
  if (status === expected) return;
  console.error(`yunqian ${args.join(' ')} ended with ${status}, not ${expected}`);
  process.exit(1);
}

const title = (text: string): void => console.log(`\n== ${text}`);

title('Reference estate: three phases, one planned from another');
yunqian(0, 'init', file('shenzhen'), '--template', 'shenzhen', '--force');
yunqian(0, 'phases', 'plan', file('shenzhen', 'phases.yaml'));
yunqian(0, 'phases', 'show', file('shenzhen', 'phases.yaml'));
['phase-1', 'phase-2', 'phase-3'].forEach((phase, at) => {
  title(`Reference estate, ${phase}`);
  const plan = file('shenzhen', 'plans', phase, 'plan.json');
  yunqian(0, 'plan', 'verify', plan);
  const [first] = (JSON.parse(readFileSync(plan, 'utf8')) as { placements: { workload: string }[] }).placements;
  yunqian(0, 'plan', 'explain', plan, first!.workload);
  if (at > 0) yunqian(0, 'whatif', 'fail', plan, '--all', 'declared');
});

title('Waves of the reference estate');
yunqian(
  0,
  'wave',
  'create',
  file('shenzhen', 'plans', 'phase-1', 'plan.json'),
  file('shenzhen', 'programme.yaml'),
  '-o',
  file('shenzhen', 'waves.json'),
);
yunqian(0, 'wave', 'verify', file('shenzhen', 'waves.json'));

/** `tight-fleet` has less room than it is asked for: 3, and an explanation for everything that is left. */
for (const [example, expected] of [
  ['three-tier', 0],
  ['cloud-services', 0],
  ['mixed-cluster', 0],
  ['tight-fleet', 3],
] as const) {
  title(example);
  mkdirSync(file(example), { recursive: true });
  const plan = file(example, 'plan.json');
  const documents = ['estate', 'fleet', 'policy'].map((kind) => join(here, example, `${kind}.yaml`));
  yunqian(expected, 'plan', 'create', ...documents, '-o', plan);
  yunqian(0, 'plan', 'verify', plan);
}

console.log('\nAll examples hold.');
