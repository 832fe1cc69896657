import { MAX_QUANTITY } from '../problem/issue.ts';
import type { DomainCapacityRule } from '../problem/problem.ts';
import type { Rule, RuleContext } from './rule.ts';
import { blockLoad, checkLoad, type Load } from './support/load.ts';
import { createMembership, unionOfMembers } from './support/members.ts';
import { termBase } from './support/modifiers.ts';
import { groupsSchema, topologySchema } from './support/options.ts';

export const domainCapacity: Rule<DomainCapacityRule> = {
  kind: 'domainCapacity',
  meaning:
    "The demands in a domain sum to at most its limit: rack power, uplink bandwidth, a storage pool, a tenant's quota in a site.",
  amount: 'Per domain: what is used beyond its limit, in the unit of the dimension.',
  schema: {
    type: 'object',
    required: ['topology', 'dimension', 'limits'],
    properties: {
      topology: topologySchema,
      dimension: { type: 'string', refersTo: 'dimension', description: 'Dimension id.' },
      limits: {
        type: 'object',
        additionalProperties: { type: 'integer', minimum: 0 },
        description: `By domain id; ${MAX_QUANTITY} is unlimited.`,
      },
      defaultLimit: {
        type: 'integer',
        minimum: 0,
        description: 'Of every domain that `limits` does not name. Default: unlimited.',
      },
      groups: {
        ...groupsSchema,
        description: 'Only members of these groups count, each once. Default: all workloads.',
      },
    },
  },

  lower: (spec, context) =>
    loadsOf(spec, context).map(({ topology, dimension, limit, members }) => ({
      ...termBase(spec, context),
      term: 'domainCapacity',
      topology: topology.level,
      dimension,
      limit,
      members,
    })),

  check: (spec, view) => loadsOf(spec, view).flatMap((load) => checkLoad(load, view)),

  block(spec, view) {
    const groupsOf = spec.groups && createMembership(view, spec.groups);
    const counts = (workload: number) => !groupsOf || groupsOf(workload).length > 0;
    const blockers = loadsOf(spec, view).map((load) => blockLoad(load, view, counts));
    return (workload) => blockers.flatMap((blocker) => blocker(workload));
  },
};

/** One load, or none where the problem lacks the level or the dimension. */
function loadsOf(spec: DomainCapacityRule, context: RuleContext): Load[] {
  const topology = context.topologies.get(spec.topology);
  const dimension = context.dimensionIndex.get(spec.dimension);
  if (!topology || dimension === undefined) return [];
  const limitOf = (domain: string) =>
    (Object.hasOwn(spec.limits, domain) ? spec.limits[domain] : spec.defaultLimit) ?? MAX_QUANTITY;
  const limit = Float64Array.from(topology.domains, (domain) => {
    const value = limitOf(domain);
    return value >= MAX_QUANTITY ? Number.POSITIVE_INFINITY : value;
  });
  return [{ spec, topology, dimension, limit, members: spec.groups ? unionOfMembers(context, spec.groups) : null }];
}
