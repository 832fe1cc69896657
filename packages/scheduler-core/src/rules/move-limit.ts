import type { MoveLimitRule } from '../problem/problem.ts';
import type { Rule } from './rule.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';
import { isMove, movable, movedOf } from './support/moves.ts';
import { groupsSchema } from './support/options.ts';

export const moveLimit: Rule<MoveLimitRule> = {
  kind: 'moveLimit',
  meaning: 'At most so many workloads leave the host where they are at the start; new workloads do not count.',
  amount: 'Moves beyond the limit.',
  whens: ['after'],
  schema: {
    type: 'object',
    required: ['limit'],
    properties: {
      limit: { type: 'integer', minimum: 0, description: 'Workloads that may move.' },
      groups: { ...groupsSchema, description: 'Whose members count, each once. Default: all workloads.' },
    },
  },

  lower(spec, context) {
    const members = movable(context, spec.groups);
    if (members.length <= spec.limit) return [];
    return [{ ...termBase(spec, context), term: 'moveLimit', members, limit: spec.limit }];
  },

  check(spec, view) {
    const moved = movedOf(view, movable(view, spec.groups));
    const amount = moved.length - spec.limit;
    return amount > 0 ? [{ ...violationBase(spec), amount, workloads: workloadIds(view, moved) }] : [];
  },

  block(spec, view) {
    const concerned = movable(view, spec.groups);
    const members = new Set(concerned);
    const moved = movedOf(view, concerned).length;
    return (workload) => {
      if (!members.has(workload)) return [];
      const others = moved - Number(isMove(view, workload, view.hostOf[workload]!));
      const amount = others + 1 - spec.limit;
      const block = amount > 0 ? { ...blockBase(spec), unresolvable: spec.limit < 1, amount } : null;
      return [(host) => (isMove(view, workload, host) ? block : null)];
    };
  },
};
