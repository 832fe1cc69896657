import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/problem/problem.ts';
import { restoreIfKept } from '../src/solve/restore.ts';
import { fillSearch } from '../src/solve/search-frame.ts';
import { solveWith } from '../src/solve/solve.ts';
import { summarise } from '../src/verify/summarise.ts';
import { verify } from '../src/verify/verify.ts';
import { BUILDS, kernelOf } from './support/kernel.ts';
import { KINDS, randomProblem } from './support/random-problem.ts';

/** Cards are dealt as workloads come: what a placement costs there depends on how it came about. */
const kinds = KINDS.filter((kind) => kind !== 'card');

/** Sum of the hard amounts besides those of hosts, which the search prices by itself, and of the soft costs of a level. */
function amountsOf(problem: Problem, hostOf: Int32Array, level: number): { broken: number; cost: number } {
  const violations = verify(problem, hostOf);
  return {
    broken: violations
      .filter(({ mode, kind }) => mode !== 'soft' && kind !== 'capacity')
      .reduce((sum, { amount }) => sum + amount, 0),
    cost: summarise(problem, violations).costs.find((own) => own.level === level)?.cost ?? 0,
  };
}

describe.each(BUILDS)('the search, %s kernel', (_, load) => {
  it('reckons what the verifier counts, whatever is broken on the way', async () => {
    const options = { kinds, modes: ['hard', 'soft'] as const, maxHosts: 6, maxWorkloads: 14, maxRules: 6 };
    const cases = fc.record({
      problem: randomProblem(options),
      seed: fc.nat(1000),
      hardPrice: fc.constantFrom(0, 1, 1e6),
    });
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ problem, seed, hardPrice }) => {
        const { model, kernel } = await kernelOf(problem, load);
        if (model.sizes.searched === 0) return;
        const start = await solveWith(load, problem, { budget: 0 });
        if (!restoreIfKept(kernel, start.hostOf)) return;
        fillSearch(model, kernel, 0)(0.01);
        kernel.openSearch(seed);
        kernel.anneal(200, 100, hardPrice);
        const found = kernel.columns.hostOf.slice();
        if (found.some((host, w) => host !== start.hostOf[w])) moved++;
        const before = amountsOf(problem, start.hostOf, model.levels[0]!);
        const after = amountsOf(problem, found, model.levels[0]!);
        expect(kernel.nowCost()).toBeCloseTo(after.cost - before.cost, 6);
        expect(kernel.nowBroken()).toBe(after.broken - before.broken);
        const best = amountsOf(problem, kernel.columns.bestHostOf, model.levels[0]!);
        expect(kernel.bestCost()).toBeCloseTo(best.cost - before.cost, 6);
        expect(best.broken).toBe(before.broken);
      }),
      { numRuns: 300 },
    );
    expect(moved).toBeGreaterThan(100);
  });
});
