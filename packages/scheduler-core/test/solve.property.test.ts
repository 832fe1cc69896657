import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/problem/problem.ts';
import { solveWith } from '../src/solve/solve.ts';
import { summarise } from '../src/verify/summarise.ts';
import { verify } from '../src/verify/verify.ts';
import { BUILDS } from './support/kernel.ts';
import { bestPlacement, scoreOf } from './support/oracle.ts';
import { KINDS, randomProblem } from './support/random-problem.ts';

const costly = (costs: readonly { cost: number }[]) => costs.filter(({ cost }) => cost > 0);

describe.each(BUILDS)('%s kernel', (_, load) => {
  // Floors that a removal can break, beside needs and cards: together they are rare among all rules.
  const TRICKY = ['spread', 'dependency', 'card', 'capacity'] as const;
  it.each([
    ['every rule', KINDS],
    ['floors, needs and cards', TRICKY],
    ...KINDS.map((kind) => [kind, [kind]] as const),
  ] as const)('%s: breaks nothing hard, counts cost as the verifier does', async (_name, kinds) => {
    await fc.assert(
      fc.asyncProperty(randomProblem({ kinds, maxHosts: 8, maxWorkloads: 20, maxRules: 6 }), async (problem) => {
        const solution = await solveWith(load, problem, { budget: 20_000 });
        const violations = verify(problem, solution.hostOf);
        expect(violations.filter(({ mode }) => mode !== 'soft')).toEqual([]);
        expect(costly(solution.costs)).toEqual(costly(summarise(problem, violations).costs));
        expect(solution.unplaced).toEqual(indicesOf(solution.hostOf, -1));
        expect(solution.hostsUsed).toBe(new Set(solution.hostOf.filter((host) => host >= 0)).size);
      }),
      { numRuns: 150 },
    );
  });
});

describe('improvement', () => {
  const SOFT = { modes: ['soft', 'hard'], maxHosts: 8, maxWorkloads: 20, maxRules: 6 } as const;
  const levelsOf = (problem: Problem, hostOf: Int32Array) => summarise(problem, verify(problem, hostOf)).costs;

  it('never costs more than the same search with next to no budget', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem(SOFT), fc.nat(9), async (problem, seed) => {
        const rough = await solveWith(BUILDS[0]![1], problem, { seed, budget: 1 });
        const fine = await solveWith(BUILDS[0]![1], problem, { seed, budget: 50_000 });
        if (rough.unplaced.length > 0 || fine.unplaced.length > 0) return;
        const before = new Map(levelsOf(problem, rough.hostOf).map(({ level, cost }) => [level, cost]));
        const after = new Map(levelsOf(problem, fine.hostOf).map(({ level, cost }) => [level, cost]));
        const levels = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b);
        const first = levels.find((level) => before.get(level) !== after.get(level));
        if (first !== undefined) expect(after.get(first) ?? 0).toBeLessThan(before.get(first) ?? 0);
      }),
      { numRuns: 150 },
    );
  });

  it('mends what construction cannot: loads that only a swap evens out', async () => {
    const problem: Problem = {
      formatVersion: '1.0',
      name: 'swap',
      dimensions: ['cpu'],
      levels: [],
      hosts: ['a', 'b'].map((id) => ({ id, capacity: [12], domains: [], attributes: { safety: 10 } })),
      workloads: [
        { id: 'w0', demand: [6], host: 'a' },
        { id: 'w1', demand: [6], host: 'a' },
        { id: 'w2', demand: [4], host: 'b' },
        { id: 'w3', demand: [4], host: 'b' },
      ],
      groups: [],
      rules: [
        { kind: 'capacity', id: 'capacity' },
        { kind: 'capacity', id: 'safety', mode: 'soft', limitKey: 'safety' },
      ],
    };
    const { costs, unplaced } = await solveWith(BUILDS[0]![1], problem, {});
    expect(unplaced).toEqual([]);
    expect(costly(costs)).toEqual([]);
  });
});

it('both builds and two runs give the same placement', async () => {
  await fc.assert(
    fc.asyncProperty(randomProblem({ maxHosts: 8, maxWorkloads: 20 }), fc.nat(99), async (problem, seed) => {
      const runs = await Promise.all(
        [...BUILDS, ...BUILDS].map(([, load]) => solveWith(load, problem, { seed, budget: 20_000 })),
      );
      for (const run of runs) expect(run).toEqual(runs[0]);
    }),
    { numRuns: 100 },
  );
});

describe('against every placement there is', () => {
  /** Tiny problems in which all can be placed. */
  async function shareSolved(sample: readonly Problem[]): Promise<number> {
    let all = 0;
    let solved = 0;
    for (const problem of sample) {
      const best = bestPlacement(problem);
      if (best.hostOf.some((host) => host < 0)) continue;
      all++;
      const { hostOf } = await solveWith(BUILDS[0]![1], problem, {});
      expect(scoreOf(problem, hostOf)).not.toBeNull();
      if (hostOf.every((host) => host >= 0)) solved++;
    }
    expect(all).toBeGreaterThan(50);
    return solved / all;
  }

  it('places everything in at least 98 of 100 tiny problems where that can be done', async () => {
    const sample = fc.sample(randomProblem({ modes: ['hard', 'noWorse'], maxWorkloads: 5 }), { numRuns: 400, seed: 7 });
    expect(await shareSolved(sample)).toBeGreaterThanOrEqual(0.98);
  });
});

function indicesOf(values: Int32Array, wanted: number): number[] {
  return [...values.keys()].filter((at) => values[at] === wanted);
}
