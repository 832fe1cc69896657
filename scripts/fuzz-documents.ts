/**
 * Reads mutated documents of every kind and reports each case that throws, hangs, or breaks a promise of reading:
 *
 *   node --conditions=source scripts/fuzz-documents.ts --count 20000 --seed 1
 *
 * What is still valid is written, read again, lowered and planned. A failure names the seed that repeats it with
 * `--count 1`.
 */
import { parseArgs } from 'node:util';
import { fuzzDocuments } from '../packages/planner/test/support/fuzz-documents.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const start = performance.now();
const { cases, valid, slowestMs, failures } = await fuzzDocuments({
  count: Number(values.count),
  seed: Number(values.seed),
});
console.log(
  JSON.stringify({
    cases,
    valid,
    failures: failures.length,
    slowestMs,
    seconds: Math.round((performance.now() - start) / 100) / 10,
  }),
);
for (const { seed, document, problem } of failures.slice(0, 20)) console.error(`seed ${seed} ${document}: ${problem}`);
process.exitCode = failures.length > 0 ? 1 : 0;
