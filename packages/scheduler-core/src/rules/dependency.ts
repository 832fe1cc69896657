import type { DependencyRule } from '../problem/problem.ts';
import type { PlacementView, Rule, RuleContext, Topology, Violation } from './rule.ts';
import { lazy } from './support/context.ts';
import { createMembership, membersOf } from './support/members.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';
import { topologySchema } from './support/options.ts';
import { createPresence, namePlace } from './support/presence.ts';

export const dependency: Rule<DependencyRule> = {
  kind: 'dependency',
  meaning:
    'A domain of a level that holds a member of a group also holds a member of each group that it needs: services near the caches that they read.',
  amount: 'Per group, group that it needs, and domain: 1 where the first has a member and the second none.',
  schema: {
    type: 'object',
    required: ['topology', 'needs'],
    properties: {
      topology: topologySchema,
      needs: {
        type: 'object',
        propertyNames: { refersTo: 'group' },
        additionalProperties: { type: 'array', items: { type: 'string', refersTo: 'group' }, uniqueItems: true },
        description: 'By group id, the groups that it needs in the same domain. Not mutual, unless written both ways.',
      },
    },
  },

  lower(spec, context) {
    const topology = context.topologies.get(spec.topology);
    const pairs = pairsOf(spec, context);
    if (!topology || pairs.length === 0) return [];
    const ids = [...new Set(pairs.flatMap(({ group, needed }) => [group, needed]))];
    const index = new Map(ids.map((id, at) => [id, at]));
    const needs = ids.map((): number[] => []);
    for (const { group, needed } of pairs) needs[index.get(group)!]!.push(index.get(needed)!);
    const groups = ids.map((id) => membersOf(context, id));
    return [{ ...termBase(spec, context), term: 'dependency', topology: topology.level, groups, needs }];
  },

  check(spec, view) {
    const topology = view.topologies.get(spec.topology);
    if (!topology) return [];
    const present = createPresent(spec, view, topology);
    return pairsOf(spec, view).flatMap(({ group, needed }) =>
      [...present(group)].flatMap(([domain, members]): Violation[] => {
        if (present(needed).has(domain)) return [];
        const place = { group, missing: needed, ...namePlace(topology, domain) };
        return [{ ...violationBase(spec), amount: 1, ...place, workloads: workloadIds(view, members) }];
      }),
    );
  },

  block(spec, view) {
    const topology = view.topologies.get(spec.topology);
    if (!topology) return () => [];
    const presence = createPresence(spec, view, topology);
    const present = createPresent(spec, view, topology);
    const start = lazy(() => createPresent(spec, view.initial, topology));
    const pairs = pairsOf(spec, view);
    const groupsOf = createMembership(view, [...new Set(pairs.map(({ group }) => group))]);
    const pairsBy = lazy(() => Map.groupBy(pairs, ({ group }) => view.groupIndex.get(group)!));

    return (workload) => {
      const own = groupsOf(workload).flatMap((group) => pairsBy().get(group)!);
      if (own.length === 0) return [];
      const isIn = (group: string) => view.groupsOf(workload).includes(view.groupIndex.get(group)!);
      const open = own.filter(({ needed }) => !isIn(needed));
      const others = (group: string, domain: number) =>
        (present(group).get(domain) ?? []).some((member) => member !== workload);
      const isAllowed = (group: string, needed: string, domain: number) =>
        spec.mode === 'noWorse' && start()(group).has(domain) && !start()(needed).has(domain);
      const missingIn = (domain: number) =>
        domain < 0
          ? []
          : open.filter(
              ({ group, needed }) =>
                !others(group, domain) && !others(needed, domain) && !isAllowed(group, needed, domain),
            );
      return [
        (host) => {
          const missing = [...missingIn(presence.now(host)), ...missingIn(presence.left(workload, host))];
          if (missing.length === 0) return null;
          const unresolvable = missing.some(({ needed }) => membersOf(view, needed).length === 0);
          return { ...blockBase(spec), unresolvable, amount: missing.length };
        },
      ];
    };
  },
};

interface Pair {
  readonly group: string;
  readonly needed: string;
}

/** Every need between groups that exist; a group meets its need of itself. */
function pairsOf({ needs }: DependencyRule, { groupIndex }: RuleContext): Pair[] {
  return Object.keys(needs).flatMap((group) =>
    [...new Set(needs[group])].flatMap((needed) =>
      group !== needed && groupIndex.has(group) && groupIndex.has(needed) ? { group, needed } : [],
    ),
  );
}

/** The domains where members of a group count, each with those members. */
function createPresent(spec: DependencyRule, view: PlacementView, topology: Topology) {
  const presence = createPresence(spec, view, topology);
  const known = new Map<string, Map<number, number[]>>();
  return (group: string): Map<number, number[]> => {
    let domains = known.get(group);
    if (domains) return domains;
    domains = new Map();
    for (const workload of Array.from(membersOf(view, group))) {
      const host = view.hostOf[workload]!;
      for (const domain of [presence.now(host), presence.left(workload, host)]) {
        if (domain < 0) continue;
        const members = domains.get(domain);
        if (members) members.push(workload);
        else domains.set(domain, [workload]);
      }
    }
    known.set(group, domains);
    return domains;
  };
}
