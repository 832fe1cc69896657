import type { Model } from '../compile/compile.ts';

/**
 * What each soft level must cost once all workloads are placed, lowest level first. Excess over soft capacities and imbalance between
 * dimensions are convex in what a host carries, so that their sums are at least those of all hosts taken as one.
 */
export function costBounds({ terms, context, shapes, sizes }: Model): { level: number; cost: number }[] {
  const { hosts, rules } = context.problem;
  const { dimensions } = sizes;
  const demand = new Float64Array(dimensions);
  shapes.shapeOf.forEach((shape) => {
    for (let d = 0; d < dimensions; d++) demand[d]! += shapes.demands[shape * dimensions + d]!;
  });
  const free = (d: number) => hosts.reduce((sum, { capacity }) => sum + capacity[d]!, 0) - demand[d]!;
  const costs = new Map(rules.filter(({ mode }) => mode === 'soft').map(({ level = 1 }) => [level, 0]));
  for (const term of terms) {
    if (term.mode !== 'soft') continue;
    let amount = 0;
    if (term.term === 'capacity') {
      amount = demand[term.dimension]! - term.limit.reduce((sum, limit) => sum + limit, 0);
    } else if (term.term === 'balance') {
      amount = term.target * free(term.dimensionA) - free(term.dimensionB);
    }
    costs.set(term.level, (costs.get(term.level) ?? 0) + term.weight * Math.max(0, amount));
  }
  return [...costs].map(([level, cost]) => ({ level, cost })).sort((a, b) => a.level - b.level);
}
