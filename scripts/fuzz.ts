/** The property tests again with other cases: `npm run fuzz -- [--runs N] [--from SEED] [vitest arguments, e.g. --project planner]`. Ends at the first seed that fails and names it. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    from: { type: 'string', default: '1' },
    project: { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
});
const from = Number(values.from);
const runs = Number(values.runs);
const projects = values.project.flatMap((name) => ['--project', name]);
for (let seed = from; seed < from + runs; seed++) {
  const { status } = spawnSync('npx', ['vitest', 'run', '--reporter=dot', ...projects, ...positionals], {
    stdio: 'inherit',
    env: { ...process.env, YUNQIAN_FUZZ_SEED: String(seed) },
  });
  if (status !== 0) {
    console.error(`Failed with seed ${seed}; again: YUNQIAN_FUZZ_SEED=${seed} npx vitest run`);
    process.exit(1);
  }
}
console.log(`${runs} runs, none failed.`);
