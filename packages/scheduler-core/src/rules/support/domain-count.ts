import type { DomainCountTerm } from '../../compile/term.ts';
import type { ColocateRule, SeparateRule, SpreadRule } from '../../problem/problem.ts';
import type { CountLimit, Rule } from '../rule.ts';
import { groupTests } from './domain-count-block.ts';
import { checkGroups } from './domain-count-check.ts';
import { createMembership, membersOf } from './members.ts';
import { termBase } from './modifiers.ts';

type CountRule = SeparateRule | ColocateRule | SpreadRule;

/** A rule about how many members of a group each domain of a level holds. One term for each group and limit. */
export function domainCountRule<S extends CountRule>(
  definition: Pick<Rule<S>, 'kind' | 'meaning' | 'amount' | 'schema'> & {
    limits(spec: S): readonly (readonly [CountLimit, number])[];
  },
): Rule<S> {
  const { limits, ...described } = definition;
  return {
    ...described,

    lower(spec, context) {
      const topology = context.topologies.get(spec.topology);
      if (!topology) return [];
      const base = { ...termBase(spec, context), term: 'domainCount', topology: topology.level } as const;
      const limited = limits(spec).map(([limit, value]) => ({ ...base, [limit]: value }));
      const terms: DomainCountTerm[] = [];
      for (const group of spec.groups) {
        const members = membersOf(context, group);
        if (members.length > 0) for (const term of limited) terms.push({ ...term, members });
      }
      return terms;
    },

    check(spec, view) {
      const topology = view.topologies.get(spec.topology);
      if (!topology) return [];
      return checkGroups(spec, limits(spec), view, topology);
    },

    block(spec, view) {
      const topology = view.topologies.get(spec.topology);
      if (!topology) return () => [];
      const groupsOf = createMembership(view, spec.groups);
      return (workload) =>
        groupsOf(workload).flatMap((group) => groupTests(spec, limits(spec), view, topology, group, workload));
    },
  };
}
