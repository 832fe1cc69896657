/**
 * Seeded chaos over simulated waves: two operators at a time, struck by SIGKILL and SIGSTOP at random points, started
 * again until each wave is done. Prints one JSON line; exit code 1 when anything was lost, done twice, or came out
 * otherwise than undisturbed.
 *
 *     node --conditions=source scripts/kill-test.ts --kills 300 --seed 1
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteStore } from '../packages/runbook/src/store/sqlite-store.node.ts';
import type { Mission, Point } from '../packages/runbook/test/kill/child.ts';
import { fulfil, journalFile } from '../packages/runbook/test/kill/child.ts';
import type { Ending } from '../packages/runbook/test/kill/harness.ts';
import { breaches, launch, records } from '../packages/runbook/test/kill/harness.ts';
import { begin } from '../packages/runbook/test/support/drive.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
});
const wanted = Number(values.kills);
const random = mulberry32(Number(values.seed));
const below = (n: number): number => Math.floor(random() * n);
const points: readonly Point[] = ['beforeAppend', 'afterAppend', 'beforeEffect', 'afterEffect'];
const root = mkdtempSync(join(tmpdir(), 'yunqian-chaos-'));
const started = performance.now();
const total = { waves: 0, kills: 0, stops: 0, fenced: 0, events: 0, effects: 0 };
const found: string[] = [];

const wave = (): Mission => ({
  dir: mkdtempSync(join(root, 'wave-')),
  groups: [
    { id: 'identity' },
    { id: 'portal', after: ['identity'], workloads: 3 },
    { id: 'archive', workloads: 4 },
    { id: 'office', after: ['identity'] },
    { id: 'legacy' },
  ],
  back: ['legacy'],
  failRate: 0.1,
  speed: 3_600_000,
});

const calm = wave();
await fulfil({ ...calm, speed: null });
const expected = JSON.stringify(records(calm.dir).outcome);

while (total.kills < wanted && found.length === 0) {
  const mission = wave();
  const store = openSqliteStore(journalFile(mission.dir));
  begin(store, mission.groups);
  store.close();
  const first = operate(mission);
  const second = operate(mission);
  await Promise.all([first, second]);
  const after = records(mission.dir);
  // Two operators may both ask for an effect before one of them is refused; it happens once all the same.
  found.push(...breaches(after).filter((breach) => !breach.includes('asked for again')));
  if (JSON.stringify(after.outcome) !== expected) found.push(`${mission.dir} came out otherwise`);
  total.waves++;
  total.events += after.events.length;
  total.effects += after.log.filter((entry) => !entry.repeated).length;
}
if (found.length === 0) rmSync(root, { recursive: true });
process.stdout.write(
  `${JSON.stringify({ ...total, breaches: found, seed: Number(values.seed), seconds: Math.round((performance.now() - started) / 100) / 10 })}\n`,
);
process.exitCode = found.length === 0 ? 0 : 1;

/** Starts one process after another on a wave until one of them sees its end. */
async function operate(mission: Mission): Promise<void> {
  for (;;) {
    const signal = random() < 0.8 ? 'SIGKILL' : 'SIGSTOP';
    const child = launch({ ...mission, strike: { point: points[below(points.length)]!, n: 1 + below(25), signal } });
    const thaw = setInterval(() => child.kill('SIGCONT'), 200 + below(400));
    const ending = await child.ended;
    clearInterval(thaw);
    if (signal === 'SIGSTOP') total.stops++;
    if (isOver(ending)) return;
  }
}

function isOver({ code, signal, stdout, stderr }: Ending): boolean {
  if (signal === 'SIGKILL') total.kills++;
  else if (code !== 0) found.push(`a process failed: ${stderr}`);
  else if (stdout === 'fenced') total.fenced++;
  return stdout === 'completed' || found.length > 0;
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
