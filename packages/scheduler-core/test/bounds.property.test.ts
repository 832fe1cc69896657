import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBounds } from '../src/bounds/lower-bounds.ts';
import type { Problem } from '../src/problem/problem.ts';
import { bestPlacement } from './support/oracle.ts';
import { KINDS, randomProblem } from './support/random-problem.ts';

/** Tiny packings without other rules: sizes that seldom go together well. */
const packings = fc
  .record({
    capacity: fc.tuple(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 6, max: 12 })),
    smaller: fc.integer({ min: 0, max: 3 }),
    demands: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map(
    ({ capacity, smaller, demands }): Problem => ({
      formatVersion: '1.0',
      name: 'packing',
      dimensions: ['cpuMilli', 'memMiB'],
      levels: [],
      hosts: Array.from({ length: 4 }, (_, host) => ({
        id: `host${host}`,
        capacity: capacity.map((room) => room - (host % 2) * smaller),
        domains: [],
      })),
      workloads: demands.map((demand, w) => ({ id: `workload${w}`, demand })),
      groups: [],
      rules: [{ kind: 'capacity', id: 'capacity' }],
    }),
  );

describe('lower bounds', () => {
  it.each([
    ['packings', packings, 120],
    ...[...KINDS, undefined].map(
      (kind) =>
        [
          kind ?? 'every rule',
          randomProblem({ maxWorkloads: 5, ...(kind ? { kinds: [kind, 'capacity'] } : {}) }),
          60,
        ] as const,
    ),
  ] as const)('%s: never above the best placement there is', (_, problems, numRuns) => {
    let complete = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        const best = bestPlacement(problem);
        if (best.hostOf.includes(-1)) return;
        complete++;
        const { hosts, costs } = lowerBounds(problem);
        expect(hosts.hosts).toBeLessThanOrEqual(best.score.hostsUsed);
        expect(costs).toHaveLength(best.score.costs.length);
        costs.forEach(({ cost }, level) => {
          expect(cost).toBeLessThanOrEqual(best.score.costs[level]!);
        });
      }),
      { numRuns },
    );
    expect(complete).toBeGreaterThan(numRuns / 20);
  });

  it('is mostly the fewest hosts on tiny packings', () => {
    const sample = fc.sample(packings, { numRuns: 120, seed: 5 });
    let complete = 0;
    let tight = 0;
    for (const problem of sample) {
      const { hostOf, score } = bestPlacement(problem);
      const { hosts } = lowerBounds(problem).hosts;
      if (hostOf.includes(-1)) continue;
      complete++;
      if (hosts === score.hostsUsed) tight++;
    }
    expect(complete).toBeGreaterThan(50);
    expect(tight / complete).toBeGreaterThan(0.8);
  });
});
