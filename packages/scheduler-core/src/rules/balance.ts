import type { BalanceRule } from '../problem/problem.ts';
import type { PlacementView, Rule } from './rule.ts';
import { termBase, violationBase, workloadIds } from './support/modifiers.ts';

export const balance: Rule<BalanceRule> = {
  kind: 'balance',
  meaning:
    'What is free on a host keeps a proportion: at least `target` of one dimension for each unit of another, so that the rest can still be used. An empty host counts too.',
  amount:
    'Per host: max(0, target x free(dimensionA) - free(dimensionB)), where free is the capacity less what is used; in units of dimension B.',
  modes: ['soft'],
  whens: ['after'],
  schema: {
    type: 'object',
    required: ['dimensionA', 'dimensionB', 'target'],
    properties: {
      dimensionA: { type: 'string', refersTo: 'dimension', description: 'Dimension whose free room wants the other.' },
      dimensionB: { type: 'string', refersTo: 'dimension', description: 'Dimension that is wanted beside it.' },
      target: { type: 'integer', minimum: 0, description: 'Units of dimension B for each unit of dimension A.' },
    },
  },

  lower({ target, ...spec }, context) {
    const dimensionA = context.dimensionIndex.get(spec.dimensionA);
    const dimensionB = context.dimensionIndex.get(spec.dimensionB);
    if (dimensionA === undefined || dimensionB === undefined) return [];
    return [{ ...termBase({ target, ...spec }, context), term: 'balance', dimensionA, dimensionB, target }];
  },

  check(spec, view) {
    const freeA = freeOf(spec.dimensionA, view);
    const freeB = freeOf(spec.dimensionB, view);
    if (!freeA || !freeB) return [];
    return view.problem.hosts.flatMap(({ id }, host) => {
      const amount = spec.target * freeA[host]! - freeB[host]!;
      if (amount <= 0) return [];
      return { ...violationBase(spec), amount, host: id, workloads: workloadIds(view, view.workloadsOn(host)) };
    });
  },

  block: () => () => [],
};

/** Capacity less demands per host; null where the problem lacks the dimension. */
function freeOf(dimension: string, { dimensionIndex, hostOf, problem }: PlacementView): Float64Array | null {
  const index = dimensionIndex.get(dimension);
  if (index === undefined) return null;
  const free = Float64Array.from(problem.hosts, ({ capacity }) => capacity[index]!);
  hostOf.forEach((host, w) => {
    if (host >= 0) free[host]! -= problem.workloads[w]!.demand[index]!;
  });
  return free;
}
