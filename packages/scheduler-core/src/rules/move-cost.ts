import { isQuantity } from '../problem/issue.ts';
import type { MoveCostRule, Problem } from '../problem/problem.ts';
import type { Rule } from './rule.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';
import { isMove, movable, movedOf } from './support/moves.ts';
import { groupsSchema } from './support/options.ts';

export const moveCost: Rule<MoveCostRule> = {
  kind: 'moveCost',
  meaning: 'A price for each workload that does not stay on the host where it is at the start; new workloads are free.',
  amount: 'The prices of the workloads that move, summed.',
  whens: ['after'],
  schema: {
    type: 'object',
    properties: {
      price: { type: 'integer', minimum: 0, default: 1, description: 'Of a workload without a price of its own.' },
      workloadKey: { type: 'string', minLength: 1, description: 'Attribute of the workload that holds its price.' },
      groups: { ...groupsSchema, description: 'Whose members it concerns, each once. Default: all workloads.' },
    },
  },
  fault({ workloadKey }, { workloads }) {
    if (workloadKey === undefined) return null;
    const wrong = workloads.find(
      ({ attributes: { [workloadKey]: own } = {} }) => own !== undefined && !isQuantity(own),
    );
    return wrong
      ? `${workloadKey} of workload ${JSON.stringify(wrong.id)} is no price: ${JSON.stringify(wrong.attributes?.[workloadKey])}`
      : null;
  },

  lower(spec, context) {
    const priced = movable(context, spec.groups).filter((workload) => priceOf(spec, context.problem, workload) > 0);
    if (priced.length === 0) return [];
    const prices = priced.map((workload) => priceOf(spec, context.problem, workload));
    return [{ ...termBase(spec, context), term: 'moveCost', members: priced, prices }];
  },

  check(spec, view) {
    const moved = movedOf(view, movable(view, spec.groups)).filter((w) => priceOf(spec, view.problem, w) > 0);
    const amount = moved.reduce((sum, workload) => sum + priceOf(spec, view.problem, workload), 0);
    return amount > 0 ? [{ ...violationBase(spec), amount, workloads: workloadIds(view, moved) }] : [];
  },

  block(spec, view) {
    const concerned = new Set(movable(view, spec.groups));
    return (workload) => {
      const amount = priceOf(spec, view.problem, workload);
      if (amount === 0 || !concerned.has(workload)) return [];
      return [(host) => (isMove(view, workload, host) ? { ...blockBase(spec), unresolvable: true, amount } : null)];
    };
  },
};

function priceOf({ price = 1, workloadKey }: MoveCostRule, { workloads }: Problem, workload: number): number {
  const own = workloadKey === undefined ? undefined : workloads[workload]!.attributes?.[workloadKey];
  return own === undefined ? price : Number(own);
}
