/**
 * The portal under fire: requests of 53 tenants, two clerks at a time, each struck by SIGKILL at random writes and
 * started again. Prints one JSON line; exit code 1 when a reservation was lost or doubled, a host promised beyond what it
 * has, or the next plan does not honour a promise.
 *
 *     node --conditions=source scripts/portal-test.ts --requests 1000 --seed 1
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chaos, judge } from '../packages/runbook/test/requests/harness.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000' },
    hosts: { type: 'string', default: '72' },
    seed: { type: 'string', default: '1' },
  },
});
let state = Number(values.seed) >>> 0;
const below = (n: number): number => {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
};
const duty = {
  dir: mkdtempSync(join(tmpdir(), 'yunqian-portal-')),
  requests: Number(values.requests),
  hosts: Number(values.hosts),
};
const started = performance.now();
const { kills, errors } = await chaos(duty, below);
const { promised, breaches, ...found } = await judge(duty);
const all = [...errors, ...breaches];
if (all.length === 0) rmSync(duty.dir, { recursive: true });
process.stdout.write(
  `${JSON.stringify({ requests: duty.requests, kills, ...found, promised: promised.size, breaches: all, seed: Number(values.seed), seconds: Math.round((performance.now() - started) / 1000) })}\n`,
);
process.exitCode = all.length === 0 ? 0 : 1;
