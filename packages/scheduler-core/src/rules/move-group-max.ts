import type { MoveGroupMaxRule } from '../problem/problem.ts';
import type { PlacementView, Rule } from './rule.ts';
import { disjointMembers } from './support/members.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';
import { isMove, movedOf } from './support/moves.ts';
import { groupsSchema } from './support/options.ts';

export const moveGroupMax: Rule<MoveGroupMaxRule> = {
  kind: 'moveGroupMax',
  meaning:
    'No group has more than so many members that leave the host where they are at the start. A workload in several of the groups counts in the first.',
  amount: 'The most moves within one group, beyond the limit: a maximum over the groups, not a sum.',
  whens: ['after'],
  schema: {
    type: 'object',
    required: ['groups'],
    properties: {
      groups: { ...groupsSchema, description: 'Group ids.' },
      limit: { type: 'integer', minimum: 0, default: 0, description: 'Moves within one group that are free.' },
    },
  },

  lower(spec, context) {
    const groups = disjointMembers(context, spec.groups)
      .map((members) => members.filter((workload) => context.initialHostOf[workload]! >= 0))
      .filter((members) => members.length > (spec.limit ?? 0));
    if (groups.length === 0) return [];
    return [{ ...termBase(spec, context), term: 'moveGroupMax', groups, limit: spec.limit ?? 0 }];
  },

  check(spec, view) {
    const most = movedByGroup(spec, view).reduce((a, b) => (b.length > a.length ? b : a), new Int32Array());
    const amount = most.length - (spec.limit ?? 0);
    return amount > 0 ? [{ ...violationBase(spec), amount, workloads: workloadIds(view, most) }] : [];
  },

  block(spec, view) {
    const { limit = 0 } = spec;
    const moved = movedByGroup(spec, view);
    const groupOf = new Map(
      disjointMembers(view, spec.groups).flatMap((members, group) => Array.from(members, (w) => [w, group] as const)),
    );
    return (workload) => {
      const own = groupOf.get(workload);
      if (own === undefined) return [];
      const others = moved[own]!.filter((member) => member !== workload).length;
      const most = moved.reduce((max, { length }, group) => Math.max(max, group === own ? others : length), 0);
      const amount = others + 1 - limit;
      const block = amount > 0 && others + 1 > most ? { ...blockBase(spec), unresolvable: limit < 1, amount } : null;
      return [(host) => (isMove(view, workload, host) ? block : null)];
    };
  },
};

function movedByGroup({ groups }: MoveGroupMaxRule, view: PlacementView): Int32Array[] {
  return disjointMembers(view, groups).map((members) => movedOf(view, members));
}
