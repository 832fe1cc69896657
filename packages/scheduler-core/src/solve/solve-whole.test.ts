import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createProblem } from '../problem/builder.ts';
import { verify } from '../verify/verify.ts';
import { solve } from './solve.ts';
import { solveWhole, type Whole } from './solve-whole.ts';

/** Hosts of 10; systems as `[priority, demands]`. */
function systems(hosts: number, list: readonly (readonly [number, readonly number[]])[]) {
  const builder = createProblem().dimension('memMiB');
  for (let host = 0; host < hosts; host++) builder.host(`h${host}`, { capacity: { memMiB: 10 } });
  let next = 0;
  const wholes: Whole[] = list.map(([priority, demands], at) => {
    const members = demands.map((memMiB) => {
      builder.workload(`w${next}`, { demand: { memMiB }, priority });
      return next++;
    });
    return { id: `s${at}`, members };
  });
  return { problem: builder.rule({ id: 'capacity', kind: 'capacity' }).build(), wholes };
}

it('leaves out a whole system rather than a part of it, the least important first', async () => {
  const { problem, wholes } = systems(3, [
    [1, [6, 6]],
    [5, [6, 6]],
    [0, [4]],
  ]);
  const { hostOf, gaveWay } = await solveWhole(problem, {}, wholes, solve);
  expect(gaveWay).toMatchObject([{ whole: 's0' }]);
  expect([...hostOf].map((host) => host >= 0)).toEqual([false, false, true, true, true]);
});

it('takes back who fits once others have given way', async () => {
  const { problem, wholes } = systems(2, [
    [0, [3]],
    [1, [9, 9, 9]],
    [2, [6]],
  ]);
  const { gaveWay } = await solveWhole(problem, {}, wholes, solve);
  expect(gaveWay.map(({ whole }) => whole)).toEqual(['s1']);
});

it('never places a part, and never more than fits', async () => {
  const system = fc.tuple(fc.nat(2), fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 4 }));
  await fc.assert(
    fc.asyncProperty(fc.nat(4), fc.array(system, { minLength: 1, maxLength: 5 }), async (hosts, list) => {
      const { problem, wholes } = systems(hosts, list);
      const { hostOf, gaveWay, unplaced } = await solveWhole(problem, { budget: 20_000 }, wholes, solve);
      expect(verify(problem, hostOf)).toEqual([]);
      const out = new Set(gaveWay.map(({ whole }) => whole));
      for (const { id, members } of wholes) expect(members.every((w) => hostOf[w]! >= 0)).toBe(!out.has(id));
      expect(unplaced.length).toBe(
        wholes.reduce((sum, { id, members }) => sum + (out.has(id) ? members.length : 0), 0),
      );
    }),
    { numRuns: 60 },
  );
});
