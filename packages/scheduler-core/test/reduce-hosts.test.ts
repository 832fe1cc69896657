import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem, Workload } from '../src/problem/problem.ts';
import { runAttempt } from '../src/solve/attempt.ts';
import { orderWorkloads } from '../src/solve/order.ts';
import { reduceHosts } from '../src/solve/reduce-hosts.ts';
import { compareScores, scoreNow } from '../src/solve/score.ts';
import { solveWith } from '../src/solve/solve.ts';
import { verify } from '../src/verify/verify.ts';
import { BUILDS, kernelOf } from './support/kernel.ts';
import { bestPlacement } from './support/oracle.ts';
import { randomProblem } from './support/random-problem.ts';

const ROOM = 1000;

/** Sizes in two dimensions that fill `hosts` hosts to the last unit, in an order that tells nothing. */
function planted(hosts: number, seed: number): Problem {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
  const demands = Array.from({ length: hosts }, () => {
    const cuts = [0, 1].map(() => {
      const one = 250 + below(200);
      const two = 250 + below(200);
      return [one, two, ROOM - one - two];
    });
    return [0, 1, 2].map((part) => [cuts[0]![part]!, cuts[1]![part]!]);
  }).flat();
  for (let at = demands.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [demands[at], demands[other]] = [demands[other]!, demands[at]!];
  }
  return packing(
    demands.map((demand, w) => ({ id: `w${w}`, demand })),
    demands.length,
  );
}

function packing(workloads: readonly Workload[], hosts: number): Problem {
  return {
    formatVersion: '1.0',
    name: 'packing',
    dimensions: ['cpuMilli', 'memMiB'],
    levels: [],
    hosts: Array.from({ length: hosts }, (_, h) => ({ id: `h${h}`, capacity: [ROOM, ROOM], domains: [] })),
    workloads,
    groups: [],
    rules: [{ kind: 'capacity', id: 'capacity' }],
  };
}

describe.each(BUILDS)('%s kernel', (_, load) => {
  it('comes within a host of a packing without a gap, and often to it', async () => {
    const gaps = { placed: 0, reduced: 0 };
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const problem = planted(12, seed);
      const placed = await solveWith(load, problem, { budget: 0 });
      const reduced = await solveWith(load, problem, {});
      expect(reduced.bounds.hosts.hosts).toBe(12);
      expect(reduced.hostsUsed).toBeLessThanOrEqual(13);
      gaps.placed += placed.hostsUsed - 12;
      gaps.reduced += reduced.hostsUsed - 12;
    }
    expect(gaps.reduced * 2).toBeLessThan(gaps.placed);
  });

  it('empties hosts of a live placement only when it may, and moves as few as that takes', async () => {
    // Eight hosts with two workloads of a quarter each: four hosts do.
    const spread = packing(
      Array.from({ length: 16 }, (_, w) => ({
        id: `w${w}`,
        demand: [250, 250],
        host: `h${w >> 1}`,
        ...(w === 15 ? { pinned: true } : {}),
      })),
      10,
    );
    const still = await solveWith(load, spread, {});
    expect([still.hostsUsed, still.hostOf[15]]).toEqual([8, 7]);
    const dense = await solveWith(load, spread, { consolidate: true });
    expect([dense.hostsUsed, dense.hostOf[15]]).toEqual([4, 7]);
    expect(dense.hostOf.filter((host, w) => host !== w >> 1)).toHaveLength(8);
  });

  it.each([true, false])(
    'under any rules (consolidate: %s): breaks nothing, costs no more, uses no more hosts',
    async (consolidate) => {
      await fc.assert(
        fc.asyncProperty(randomProblem({ maxHosts: 8, maxWorkloads: 16 }), async (problem) => {
          const { model, kernel } = await kernelOf(problem, load);
          const order = orderWorkloads(model);
          const pacer = { cancelled: false, turn: () => false };
          const report = (): void => {};
          let units = 0;
          const isSpent = (): boolean => {
            units += kernel.takeWork();
            return units > 60_000;
          };
          await runAttempt(model, kernel, order, [], { pacer, report, isSpent: () => true });
          const { hostOf, initialOf, fixed } = kernel.columns;
          const before = {
            score: scoreNow(model, kernel),
            hard: hardBreaches(problem, hostOf),
            hostOf: hostOf.slice(),
          };
          await reduceHosts(model, kernel, { seed: 1, bound: 0, consolidate, pacer, report, isSpent });
          expect(hardBreaches(problem, hostOf)).toBeLessThanOrEqual(before.hard);
          expect(compareScores(scoreNow(model, kernel), before.score)).toBeLessThanOrEqual(0);
          before.hostOf.forEach((host, w) => {
            if (host === initialOf[w] && (fixed[w] || !consolidate)) expect(hostOf[w]).toBe(host);
          });
        }),
        { numRuns: 80 },
      );
    },
  );
});

function hardBreaches(problem: Problem, hostOf: Int32Array): number {
  return verify(problem, hostOf).filter(({ mode }) => mode !== 'soft').length;
}

it('uses as few hosts as any placement in at least 95 of 100 tiny problems', async () => {
  const kinds = ['capacity', 'separate', 'eligibility', 'spread', 'colocate', 'conflict'] as const;
  const sample = fc.sample(randomProblem({ modes: ['hard'], whens: ['after'], kinds, maxWorkloads: 5 }), {
    numRuns: 150,
    seed: 11,
  });
  let all = 0;
  let fewest = 0;
  for (const problem of sample) {
    const fresh = { ...problem, workloads: problem.workloads.map(({ host, pinned, ...workload }) => workload) };
    const best = bestPlacement(fresh);
    if (best.hostOf.includes(-1)) continue;
    all++;
    const { hostsUsed, unplaced } = await solveWith(BUILDS[0]![1], fresh, {});
    if (unplaced.length === 0 && hostsUsed === best.score.hostsUsed) fewest++;
  }
  expect(all).toBeGreaterThan(30);
  expect(fewest / all).toBeGreaterThanOrEqual(0.95);
});
