import { isQuantity } from '../problem/issue.ts';
import type { MoveDistanceRule, Problem } from '../problem/problem.ts';
import type { Rule, RuleContext } from './rule.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';
import { isMove, movable, movedOf } from './support/moves.ts';

export const moveDistance: Rule<MoveDistanceRule> = {
  kind: 'moveDistance',
  meaning:
    'A price for each move by its way: from the class of the host where the workload is at the start to that of the host where it ends.',
  amount: 'The prices of the ways that the workloads have moved, summed.',
  whens: ['after'],
  schema: {
    type: 'object',
    required: ['prices'],
    properties: {
      hostKey: { type: 'string', minLength: 1, description: 'Attribute of the host that holds its class.' },
      classes: {
        type: 'array',
        items: { type: 'string' },
        uniqueItems: true,
        description: 'Values of the attribute, in the order of the prices; moves from or to other hosts are free.',
      },
      prices: {
        type: 'array',
        items: { type: 'array' },
        description: 'A row of prices for each class, or for each host where no classes are given.',
      },
    },
  },
  fault({ hostKey, classes, prices }, { hosts }) {
    if ((hostKey === undefined) !== (classes === undefined)) return 'hostKey and classes go together';
    const size = (classes ?? hosts).length;
    if (prices.length !== size) return `${prices.length} rows of prices for ${size} ${classes ? 'classes' : 'hosts'}`;
    for (const [row, values] of prices.entries()) {
      if (values.length !== size) return `row ${row} has ${values.length} prices instead of ${size}`;
      for (let at = 0; at < size; at++) {
        if (!isQuantity(values[at])) return `price ${row}, ${at} is ${values[at]}, not a whole quantity`;
      }
    }
    return null;
  },

  lower(spec, context) {
    const base = termBase(spec, context);
    return [{ ...base, term: 'moveDistance', classOf: classesOf(spec, context.problem), prices: spec.prices }];
  },

  check(spec, view) {
    const price = pricesOf(spec, view);
    const moved = movedOf(view, movable(view, undefined)).filter((w) => price(w, view.hostOf[w]!) > 0);
    const amount = moved.reduce((sum, workload) => sum + price(workload, view.hostOf[workload]!), 0);
    return amount > 0 ? [{ ...violationBase(spec), amount, workloads: workloadIds(view, moved) }] : [];
  },

  block(spec, view) {
    const price = pricesOf(spec, view);
    return (workload) => [
      (host) => {
        const amount = isMove(view, workload, host) ? price(workload, host) : 0;
        return amount > 0 ? { ...blockBase(spec), unresolvable: true, amount } : null;
      },
    ];
  },
};

/** Class of each host: itself where no classes are given, -1 where it is in none of them. */
function classesOf({ hostKey, classes }: MoveDistanceRule, { hosts }: Problem): Int32Array {
  if (hostKey === undefined || classes === undefined) return Int32Array.from(hosts.keys());
  const index = new Map(classes.map((id, at) => [id, at]));
  return Int32Array.from(hosts, ({ attributes }) => index.get(String(attributes?.[hostKey])) ?? -1);
}

/** Price of a workload's way from its initial host to another. */
function pricesOf(spec: MoveDistanceRule, context: RuleContext): (workload: number, host: number) => number {
  const classOf = classesOf(spec, context.problem);
  return (workload, host) => spec.prices[classOf[context.initialHostOf[workload]!]!]?.[classOf[host]!] ?? 0;
}
