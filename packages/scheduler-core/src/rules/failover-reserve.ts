import type { FailoverReserveRule } from '../problem/problem.ts';
import { scaledCapacity } from './capacity.ts';
import type { Rule, RuleContext, Topology } from './rule.ts';
import { blockLoad, checkLoad, type Load } from './support/load.ts';
import { termBase } from './support/modifiers.ts';
import { topologySchema } from './support/options.ts';

export const failoverReserve: Rule<FailoverReserveRule> = {
  kind: 'failoverReserve',
  meaning:
    'After the loss of any `count` domains of a level, what ran there fits, in sum, into what the others of the scope leave free. As what ran in the lost domains and what they leave free cancel out, this is a limit on the use of the scope: the capacity of its open hosts without its `count` largest domains. It proves that there is enough of each dimension; not that every single workload finds a host (sizes, eligibility, separation), nor that all dimensions suffice on the same hosts.',
  amount:
    'Per domain of the scope and dimension: what is used beyond the capacity that the loss of the largest domains would leave.',
  whens: ['after'],
  schema: {
    type: 'object',
    required: ['topology'],
    properties: {
      topology: { ...topologySchema, description: "What is lost: a domain of this level, or a 'host'." },
      count: { type: 'integer', minimum: 1, default: 1, description: 'How many are lost at once.' },
      scope: {
        type: 'string',
        refersTo: 'level',
        description:
          'Level within whose domains the lost load must find room. Default: everywhere. Hosts in none of them are outside the rule.',
      },
      dimensions: {
        type: 'array',
        items: { type: 'string', refersTo: 'dimension' },
        uniqueItems: true,
        description: 'Dimension ids. Default: all of which some host has any.',
      },
      ratio: {
        type: 'number',
        minimum: 0,
        default: 1,
        description: 'Factor on the capacity of each host (overcommit).',
      },
    },
  },

  lower: (spec, context) =>
    loadsOf(spec, context).map(({ topology, dimension, limit }) =>
      topology.level < -1
        ? {
            ...termBase(spec, context),
            term: 'groupCapacity',
            topology: -1,
            dimension,
            limit: limit[0]!,
            members: null,
            inside: null,
          }
        : {
            ...termBase(spec, context),
            term: 'domainCapacity',
            topology: topology.level,
            dimension,
            limit,
            members: null,
          },
    ),

  check: (spec, view) => loadsOf(spec, view).flatMap((load) => checkLoad(load, view)),

  block(spec, view) {
    const blockers = loadsOf(spec, view).map((load) => blockLoad(load, view, () => true));
    return (workload) => blockers.flatMap((blocker) => blocker(workload));
  },
};

/** All use of a dimension in each domain of the scope, against what would be left of it. */
function loadsOf(spec: FailoverReserveRule, context: RuleContext): Load[] {
  const lost = context.topologies.get(spec.topology);
  const scope = spec.scope === undefined ? everywhere(context) : context.topologies.get(spec.scope);
  if (!lost || !scope) return [];
  const { dimensions, hosts } = context.problem;
  const present = dimensions.filter((_, at) => hosts.some(({ capacity }) => capacity[at]! > 0));
  return [...new Set(spec.dimensions ?? present)].flatMap((id) => {
    const dimension = context.dimensionIndex.get(id);
    if (dimension === undefined) return [];
    return { spec, topology: scope, dimension, limit: limits(spec, context, lost, scope, dimension), members: null };
  });
}

/** Per domain of the scope: capacity of the open hosts less that of its largest domains of the lost level. */
function limits(
  { count = 1, ratio = 1 }: FailoverReserveRule,
  { problem }: RuleContext,
  lost: Topology,
  scope: Topology,
  dimension: number,
): Float64Array {
  const parts = scope.domains.map(() => new Map<number, number>());
  const sums = new Float64Array(scope.domains.length);
  problem.hosts.forEach(({ capacity, closed }, host) => {
    const domain = scope.domainOf[host]!;
    if (closed || domain < 0) return;
    const own = scaledCapacity(capacity[dimension]!, ratio);
    const part = lost.domainOf[host]!;
    sums[domain]! += own;
    if (part >= 0) parts[domain]!.set(part, (parts[domain]!.get(part) ?? 0) + own);
  });
  return sums.map((sum, domain) => {
    const largest = [...parts[domain]!.values()].sort((a, b) => b - a).slice(0, count);
    return sum - largest.reduce((total, own) => total + own, 0);
  });
}

/** All hosts as one domain, of no level of the problem. */
function everywhere({ problem: { hosts } }: RuleContext): Topology {
  const all = Int32Array.from(hosts.keys());
  const openCount = Number(hosts.some(({ closed }) => !closed));
  return {
    id: 'everywhere',
    level: -2,
    domains: ['everywhere'],
    domainOf: new Int32Array(hosts.length),
    hostsIn: () => all,
    open: Uint8Array.of(openCount),
    openCount,
  };
}
