import { parseArgs } from 'node:util';
import { runConsolidate } from './consolidate.ts';
import { RULE_MIXES } from './fleet-problem.ts';
import { runOpenb } from './openb.ts';
import { runPsplib } from './psplib.ts';
import { runRoadef, runRoadefFolder } from './roadef2012.ts';
import { runSession } from './session.ts';
import { runThroughput } from './throughput.ts';
import { runTopoVm } from './topo-vm.ts';
import { runVbp } from './vbp.ts';

/** `bench <suite> [options]`: one JSON line per run on stdout. */
const USAGE = `usage: npm run bench -- throughput --hosts H --workloads W [--mix capacity|zones|separate|all] [--seed N] [--distinct]
       npm run bench -- psplib DIR_OR_FILE [--seconds S] [--seed N] [--out DIR]
       npm run bench -- roadef2012 --model FILE --assignment FILE [--seconds S] [--seed N] [--threads N] [--clock cpu] [--out FILE]
       npm run bench -- roadef2012 DIR [INSTANCE ...] [--seconds S] [--seed N] [--threads N] [--clock cpu] [--out DIR]
       npm run bench -- vbp FILE.jsonl [--seconds S] [--seed N] [--clock cpu] [--every N] [--out FILE.jsonl]
       npm run bench -- consolidate --hosts H --workloads W [--seed N] [--clock cpu] [--rules] [--budget UNITS]
       npm run bench -- openb --nodes FILE.csv --pods FILE.csv [--seed N] [--clock cpu] [--policy leastFragmented|bestFit] [--out FILE.csv]
       npm run bench -- topo-vm --dir DIR --sequence c1 [--policy leastFragmented|bestFit]
       npm run bench -- session --hosts H --workloads W [--policy leastFragmented|bestFit] [--seed N]`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    hosts: { type: 'string', default: '5000' },
    workloads: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '1' },
    out: { type: 'string' },
    clock: { type: 'string', default: 'wall' },
    model: { type: 'string' },
    assignment: { type: 'string' },
    threads: { type: 'string', default: '1' },
    rules: { type: 'boolean', default: false },
    budget: { type: 'string' },
    every: { type: 'string', default: '1' },
    mix: { type: 'string', default: 'all' },
    distinct: { type: 'boolean', default: false },
    nodes: { type: 'string' },
    pods: { type: 'string' },
    policy: { type: 'string', default: 'leastFragmented' },
    dir: { type: 'string' },
    sequence: { type: 'string', default: 'c1' },
  },
});

if (positionals[0] === 'throughput') {
  const [hosts, workloads, seed] = [values.hosts, values.workloads, values.seed].map(Number) as [
    number,
    number,
    number,
  ];
  if (![hosts, workloads, seed].every(Number.isSafeInteger) || hosts < 1 || workloads < 1) fail();
  const mix = RULE_MIXES.find((name) => name === values.mix) ?? fail();
  console.log(JSON.stringify(await runThroughput({ hosts, workloads, seed, mix, distinct: values.distinct })));
} else if (positionals[0] === 'psplib' && positionals[1]) {
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (!(seconds > 0) || !Number.isSafeInteger(seed)) fail();
  const out = values.out === undefined ? {} : { out: values.out };
  for await (const run of runPsplib(positionals[1], { seconds, seed, ...out })) console.log(JSON.stringify(run));
} else if (positionals[0] === 'roadef2012' && (positionals[1] || (values.model && values.assignment))) {
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  const { model, assignment } = values;
  const clock: 'cpu' | 'wall' = values.clock === 'cpu' ? 'cpu' : 'wall';
  const threads = Number(values.threads);
  if (!(seconds > 0) || !Number.isSafeInteger(seed) || !(Number.isSafeInteger(threads) && threads > 0)) fail();
  if (clock !== values.clock) fail();
  const options = { seconds, seed, clock, threads, ...(values.out === undefined ? {} : { out: values.out }) };
  if (model && assignment) console.log(JSON.stringify(await runRoadef({ ...options, model, assignment })));
  else {
    for await (const run of runRoadefFolder(positionals[1]!, positionals.slice(2), options))
      console.log(JSON.stringify(run));
  }
} else if (positionals[0] === 'vbp' && positionals[1]) {
  const [seconds, seed, every] = [Number(values.seconds), Number(values.seed), Number(values.every)];
  const { clock } = values;
  if (!(seconds > 0) || !Number.isSafeInteger(seed) || !(every >= 1) || (clock !== 'wall' && clock !== 'cpu')) fail();
  const out = values.out === undefined ? {} : { out: values.out };
  for await (const run of runVbp(positionals[1], { seconds, seed, clock, every, ...out }))
    console.log(JSON.stringify(run));
} else if (positionals[0] === 'consolidate') {
  const [hosts, workloads, seed] = [Number(values.hosts), Number(values.workloads), Number(values.seed)];
  const { clock, rules } = values;
  if (!(hosts >= 1 && workloads >= 1) || !Number.isSafeInteger(seed) || (clock !== 'wall' && clock !== 'cpu')) fail();
  const budget = values.budget === undefined ? {} : { budget: Number(values.budget) };
  console.log(JSON.stringify(await runConsolidate({ hosts, workloads, seed, clock, rules, ...budget })));
} else if (positionals[0] === 'openb' && values.nodes && values.pods) {
  const seed = Number(values.seed);
  const { nodes, pods, policy, clock } = values;
  if (!Number.isSafeInteger(seed) || (policy !== 'leastFragmented' && policy !== 'bestFit')) fail();
  if (clock !== 'wall' && clock !== 'cpu') fail();
  const out = values.out === undefined ? {} : { out: values.out };
  console.log(JSON.stringify(await runOpenb({ nodes, pods, seed, policy, clock, ...out })));
} else if (positionals[0] === 'topo-vm' && values.dir) {
  const { dir, sequence, policy } = values;
  if (policy !== 'leastFragmented' && policy !== 'bestFit') fail();
  console.log(JSON.stringify(await runTopoVm({ dir, sequence, policy })));
} else if (positionals[0] === 'session') {
  const { policy } = values;
  if (policy !== 'leastFragmented' && policy !== 'bestFit') fail();
  const [hosts, workloads, seed] = [values.hosts, values.workloads, values.seed].map(Number) as [
    number,
    number,
    number,
  ];
  if (![hosts, workloads, seed].every(Number.isSafeInteger) || hosts < 1 || workloads < 1) fail();
  console.log(JSON.stringify(await runSession(hosts, workloads, seed, policy)));
} else {
  fail();
}

function fail(): never {
  console.error(USAGE);
  process.exit(2);
}
