import type { GroupCapacityRule } from '../problem/problem.ts';
import type { PlacementView, Rule, RuleContext, Topology } from './rule.ts';
import { createMembership, membersOf } from './support/members.ts';
import { blockBase, termBase, violationBase, workloadIds } from './support/modifiers.ts';
import { groupsSchema, topologySchema } from './support/options.ts';

export const groupCapacity: Rule<GroupCapacityRule> = {
  kind: 'groupCapacity',
  meaning:
    "The demands of a group sum to at most its limits, everywhere or in some domains together: a tenant's quota in the cloud, or over two of its sites.",
  amount: 'Per group and dimension: what its members use beyond the limit, in the unit of the dimension.',
  whens: ['after'],
  schema: {
    type: 'object',
    required: ['groups', 'limits'],
    properties: {
      groups: { ...groupsSchema, description: 'Group ids; each by itself has the limits.' },
      limits: {
        type: 'object',
        propertyNames: { refersTo: 'dimension' },
        additionalProperties: { type: 'integer', minimum: 0 },
        description: 'By dimension id.',
      },
      topology: { ...topologySchema, default: 'host' },
      domains: {
        type: 'array',
        items: { type: 'string' },
        uniqueItems: true,
        description: 'Domain ids of the level, taken together. Default: everywhere.',
      },
    },
  },

  lower(spec, context) {
    const scope = scopeOf(spec, context);
    if (!scope) return [];
    const base = { ...termBase(spec, context), term: 'groupCapacity', topology: scope.topology.level } as const;
    return spec.groups.flatMap((group) => {
      const members = membersOf(context, group);
      if (members.length === 0) return [];
      return limitsOf(spec, context).map(({ dimension, limit }) => ({
        ...base,
        dimension,
        limit,
        members,
        inside: scope.inside,
      }));
    });
  },

  check(spec, view) {
    return spec.groups.flatMap((group) => {
      const here = membersInside(spec, view, group);
      return limitsOf(spec, view).flatMap(({ dimension, limit }) => {
        const amount = sumOf(view, here, dimension) - limit;
        if (amount <= 0) return [];
        const id = view.problem.dimensions[dimension]!;
        const asking = here.filter((workload) => view.problem.workloads[workload]!.demand[dimension]! > 0);
        return { ...violationBase(spec), amount, dimension: id, group, workloads: workloadIds(view, asking) };
      });
    });
  },

  block(spec, view) {
    const scope = scopeOf(spec, view);
    if (!scope) return () => [];
    const groupsOf = createMembership(view, spec.groups);
    const limits = limitsOf(spec, view);
    const load = (at: PlacementView) =>
      new Map(
        spec.groups.map((group) => {
          const here = membersInside(spec, at, group);
          return [view.groupIndex.get(group), limits.map(({ dimension }) => sumOf(at, here, dimension))];
        }),
      );
    const used = load(view);
    const start = spec.mode === 'noWorse' ? load(view.initial) : null;
    return (workload) => {
      const { demand } = view.problem.workloads[workload]!;
      const counted = isInside(scope, view.hostOf[workload]!);
      return groupsOf(workload).flatMap((group) =>
        limits.flatMap(({ dimension, limit }, at) => {
          const asked = demand[dimension]!;
          const most = Math.max(limit, start?.get(group)?.[at] ?? 0);
          const amount = used.get(group)![at]! + (counted ? 0 : asked) - most;
          if (asked === 0 || amount <= 0) return [];
          const reason = view.problem.dimensions[dimension]!;
          const block = { ...blockBase(spec), reason, unresolvable: asked > most, amount };
          return [(host: number) => (isInside(scope, host) ? block : null)];
        }),
      );
    };
  },
};

interface Scope {
  readonly topology: Topology;
  /** Per domain of the level; null: all of them. */
  readonly inside: Uint8Array | null;
}

function scopeOf({ topology: id = 'host', domains }: GroupCapacityRule, context: RuleContext): Scope | null {
  // Everywhere is everywhere: no level leaves hosts out.
  const topology = context.topologies.get(domains ? id : 'host');
  if (!topology) return null;
  const named = domains && new Set(domains);
  return { topology, inside: named ? Uint8Array.from(topology.domains, (domain) => Number(named.has(domain))) : null };
}

function isInside({ topology, inside }: Scope, host: number): boolean {
  const domain = host < 0 ? -1 : topology.domainOf[host]!;
  return domain >= 0 && (!inside || inside[domain] === 1);
}

function membersInside(spec: GroupCapacityRule, view: PlacementView, group: string): number[] {
  const scope = scopeOf(spec, view);
  if (!scope) return [];
  return Array.from(membersOf(view, group)).filter((workload) => isInside(scope, view.hostOf[workload]!));
}

function limitsOf({ limits }: GroupCapacityRule, { dimensionIndex }: RuleContext) {
  return Object.entries(limits).flatMap(([id, limit]) => {
    const dimension = dimensionIndex.get(id);
    return dimension === undefined ? [] : { dimension, limit };
  });
}

function sumOf({ problem }: RuleContext, workloads: readonly number[], dimension: number): number {
  return workloads.reduce((sum, workload) => sum + problem.workloads[workload]!.demand[dimension]!, 0);
}
