import { expect, it } from 'vitest';
import { createProblem } from '../problem/builder.ts';
import { solvePortfolio } from './portfolio.ts';
import type { Solution, SolveOptions } from './solution.ts';
import { solve } from './solve.ts';
import { solveInWorker } from './worker.node.ts';

function problem() {
  const builder = createProblem().dimension('memMiB');
  for (let host = 0; host < 6; host++) builder.host(`h${host}`, { capacity: { memMiB: 10 } });
  for (let w = 0; w < 14; w++) builder.workload(`w${w}`, { demand: { memMiB: 1 + (w % 5) } });
  return builder.rule({ id: 'capacity', kind: 'capacity' }).build();
}

it('is the same with worker threads as without, and no worse than one search', async () => {
  const alone = await solve(problem(), { seed: 4 });
  const here = await solvePortfolio(problem(), { seed: 4 }, 3, solve);
  const there = await solvePortfolio(problem(), { seed: 4 }, 3, solveInWorker);
  expect([...there.hostOf]).toEqual([...here.hostOf]);
  expect(here.hostsUsed).toBeLessThanOrEqual(alone.hostsUsed);
});

it('takes the best by priority, cost, hosts, then the lowest seed', async () => {
  const base = await solve(problem());
  const answers: Record<number, Partial<Solution>> = {
    1: { hostsUsed: 6 },
    2: { hostsUsed: 5 },
    3: { hostsUsed: 5, workUnits: 1 },
    4: { hostsUsed: 1, unplaced: [0], status: 'partial' },
  };
  const solver = (_: unknown, { seed }: SolveOptions) => Promise.resolve({ ...base, ...answers[seed!] } as Solution);
  expect(await solvePortfolio(problem(), {}, 4, solver)).toMatchObject({ hostsUsed: 5, workUnits: base.workUnits });
});

it('is cancelled as a whole', async () => {
  const controller = new AbortController();
  controller.abort();
  expect((await solvePortfolio(problem(), { signal: controller.signal }, 2, solve)).status).toBe('cancelled');
});
