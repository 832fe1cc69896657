import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestCut, searchedOrder } from './cheapest-cut.ts';
import { type CutProblem, cutCost } from './exact-order.ts';

const problems = (most: number): fc.Arbitrary<CutProblem> =>
  fc.integer({ min: 1, max: most }).chain((n) =>
    fc.record({
      sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: n, maxLength: n }),
      costs: fc
        .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })), { minLength: n * n, maxLength: n * n })
        .map((flat) => Array.from({ length: n }, (_, i) => flat.slice(i * n, i * n + n))),
      limit: fc.integer({ min: 1, max: 10 }),
    }),
  );

/** Every set of uses taken out: the cheapest after which no circle is too large. Knows nothing of orders. */
function cheapestByEdges({ sizes, costs, limit }: CutProblem): number {
  const edges = costs.flatMap((row, from) =>
    row.flatMap((cost, to) => (cost > 0 && from !== to ? [{ from, to, cost }] : [])),
  );
  let best = Number.POSITIVE_INFINITY;
  for (let out = 0; out < 2 ** edges.length; out++) {
    const cost = edges.reduce((sum, edge, e) => sum + ((out >> e) & 1 ? edge.cost : 0), 0);
    if (cost >= best) continue;
    const reach = sizes.map((_, i) => sizes.map((__, j) => i === j));
    edges.forEach(({ from, to }, e) => {
      if (((out >> e) & 1) === 0) reach[from]![to] = true;
    });
    for (const k of sizes.keys())
      for (const i of sizes.keys()) for (const j of sizes.keys()) reach[i]![j] ||= reach[i]![k]! && reach[k]![j]!;
    const isWithin = sizes.every((_, i) => {
      const circle = sizes.flatMap((size, j) => (reach[i]![j] && reach[j]![i] ? [size] : []));
      return circle.length === 1 || circle.reduce((sum, size) => sum + size, 0) <= limit;
    });
    if (isWithin) best = cost;
  }
  return best;
}

function expectSound(problem: CutProblem, parts: readonly (readonly number[])[]): void {
  expect(parts.flat().sort((a, b) => a - b)).toEqual(problem.sizes.map((_, block) => block));
  for (const part of parts) {
    if (part.length > 1)
      expect(part.reduce((sum, block) => sum + problem.sizes[block]!, 0)).toBeLessThanOrEqual(problem.limit);
  }
}

describe('cheapestCut', () => {
  it('costs as little as the cheapest set of uses, by trying them all', () => {
    fc.assert(
      fc.property(problems(4), (problem) => {
        const parts = cheapestCut(problem);
        expectSound(problem, parts);
        expect(cutCost(problem, parts)).toBe(cheapestByEdges(problem));
      }),
      { numRuns: 300 },
    );
  });

  it('many blocks: the search is sound, and near the cheapest where that is known', () => {
    let [found, least] = [0, 0];
    fc.assert(
      fc.property(problems(9), (problem) => {
        const parts = searchedOrder(problem);
        expectSound(problem, parts);
        const cost = cutCost(problem, parts);
        const exact = cutCost(problem, cheapestCut(problem));
        expect(cost).toBeGreaterThanOrEqual(exact);
        found += cost;
        least += exact;
      }),
      { numRuns: 100, seed: 7 },
    );
    expect(found).toBeLessThanOrEqual(least * 1.01);
  });

  it('cuts two clusters at the one thin use between them', () => {
    const n = 40;
    const costs: number[][] = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (__, j) => (i !== j && i < 20 === j < 20 ? 10 : 0)),
    );
    costs[3]![25] = 2;
    costs[30]![7] = 5;
    const parts = cheapestCut({ sizes: Array(n).fill(1), costs, limit: 20 });
    expect(cutCost({ sizes: [], costs, limit: 20 }, parts)).toBe(2);
    // 30 uses 7, which moves first; 3 uses 25, which is cut.
    expect(parts[0]).toContain(7);
  });
});
