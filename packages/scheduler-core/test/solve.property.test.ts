import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve } from '../src/solve/solve.ts';
import { summarise } from '../src/verify/summarise.ts';
import { verify } from '../src/verify/verify.ts';
import { bestPlacement, compareScores, scoreOf } from './support/oracle.ts';
import { randomProblem } from './support/random-problem.ts';

describe('solve over every rule, mode and when', () => {
  it('never breaks a hard or noWorse rule, and counts soft costs as the verifier does', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem({ maxHosts: 8, maxWorkloads: 20, maxRules: 6 }), async (problem) => {
        const { hostOf, unplaced, hostsUsed, costs, status } = await solve(problem, { budget: 2000 });
        const { count, costs: verified } = summarise(problem, verify(problem, hostOf));
        expect(count.hard + count.noWorse).toBe(0);
        expect(costs.filter(({ cost }) => cost > 0)).toEqual(verified.filter(({ cost }) => cost > 0));
        expect(unplaced).toEqual([...hostOf.keys()].filter((workload) => hostOf[workload] === -1));
        expect(hostsUsed).toBe(new Set(hostOf.filter((host) => host >= 0)).size);
        expect(status).toBe(unplaced.length === 0 ? 'complete' : 'partial');
      }),
      { numRuns: 200 },
    );
  });

  it('is never better than the best of all placements', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem({ maxHosts: 3, maxWorkloads: 5 }), async (problem) => {
        const { hostOf } = await solve(problem);
        expect(compareScores(scoreOf(problem, hostOf)!, bestPlacement(problem).score)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  it('places all where all fit, in 99 of 100 tiny problems', async () => {
    let feasible = 0;
    let missed = 0;
    for (const problem of fc.sample(randomProblem({ maxHosts: 3, maxWorkloads: 5 }), { numRuns: 400, seed: 1 })) {
      if (bestPlacement(problem).hostOf.includes(-1)) continue;
      feasible++;
      const { unplaced } = await solve(problem);
      if (unplaced.length > 0) missed++;
    }
    expect(feasible).toBeGreaterThan(200);
    expect(missed).toBeLessThanOrEqual(feasible / 100);
  });
});
