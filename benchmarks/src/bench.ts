import { parseArgs } from 'node:util';
import { runThroughput } from './throughput.ts';

/** `bench <suite> [options]`: one JSON line per run on stdout. */
const USAGE = 'usage: npm run bench -- throughput --hosts H --workloads W [--seed N] [--distinct]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    hosts: { type: 'string', default: '5000' },
    workloads: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    distinct: { type: 'boolean', default: false },
  },
});

if (positionals[0] === 'throughput') {
  const [hosts, workloads, seed] = [values.hosts, values.workloads, values.seed].map(Number) as [
    number,
    number,
    number,
  ];
  if (![hosts, workloads, seed].every(Number.isSafeInteger) || hosts < 1 || workloads < 1) fail();
  console.log(JSON.stringify(await runThroughput({ hosts, workloads, seed, distinct: values.distinct })));
} else {
  fail();
}

function fail(): never {
  console.error(USAGE);
  process.exit(2);
}
