import { isQuantity, MAX_QUANTITY } from '../problem/issue.ts';
import type { CapacityRule, Problem } from '../problem/problem.ts';
import type { Rule, RuleContext } from './rule.ts';
import { blockLoad, checkLoad, type Load } from './support/load.ts';
import { termBase } from './support/modifiers.ts';

export const capacity: Rule<CapacityRule> = {
  kind: 'capacity',
  meaning:
    'The demands on a host sum to at most its capacity times `ratio`. A ratio above 1 is overcommit; a soft rule with a ratio below 1 is a safety level.',
  amount: 'Per host and dimension: what is used beyond floor(capacity x ratio), in the unit of the dimension.',
  schema: {
    type: 'object',
    properties: {
      dimensions: {
        type: 'array',
        items: { type: 'string', refersTo: 'dimension' },
        uniqueItems: true,
        description: 'Dimension ids. Default: all.',
      },
      ratio: { type: 'number', minimum: 0, default: 1, description: 'Factor on the capacity.' },
      limitKey: {
        type: 'string',
        minLength: 1,
        description:
          'Attribute of the host that holds its limit in place of its capacity, a safety level of its own say.',
      },
    },
  },

  fault({ limitKey }, { hosts }) {
    if (limitKey === undefined) return null;
    const wrong = hosts.find(({ attributes: { [limitKey]: own } = {} }) => own !== undefined && !isQuantity(own));
    return wrong
      ? `${limitKey} of host ${JSON.stringify(wrong.id)} is no limit: ${JSON.stringify(wrong.attributes?.[limitKey])}`
      : null;
  },

  lower: (spec, context) =>
    dimensionsOf(spec, context).map((dimension) => ({
      ...termBase(spec, context),
      term: 'capacity',
      dimension,
      limit: Int32Array.from(hostLimits(spec, context.problem, dimension)),
    })),

  check: (spec, view) => loadsOf(spec, view).flatMap((load) => checkLoad(load, view)),

  block(spec, view) {
    const blockers = loadsOf(spec, view).map((load) => blockLoad(load, view, () => true));
    return (workload) => blockers.flatMap((blocker) => blocker(workload));
  },
};

/** floor(capacity x ratio), forgiving the rounding of decimal ratios (100 x 0.29 is 29); at most `MAX_QUANTITY`. */
export function scaledCapacity(capacity: number, ratio: number): number {
  return Math.min(MAX_QUANTITY, Math.floor(capacity * ratio + 1e-6));
}

function hostLimits({ ratio = 1, limitKey }: CapacityRule, { hosts }: Problem, dimension: number): Float64Array {
  return Float64Array.from(hosts, ({ attributes, capacity }) => {
    const own = limitKey === undefined ? undefined : attributes?.[limitKey];
    return scaledCapacity(own === undefined ? capacity[dimension]! : Number(own), ratio);
  });
}

function dimensionsOf({ dimensions }: CapacityRule, { problem, dimensionIndex }: RuleContext): number[] {
  return [...new Set(dimensions ?? problem.dimensions)].flatMap((id) => dimensionIndex.get(id) ?? []);
}

function loadsOf(spec: CapacityRule, context: RuleContext): Load[] {
  const topology = context.topologies.get('host')!;
  return dimensionsOf(spec, context).map((dimension) => ({
    spec,
    topology,
    dimension,
    limit: hostLimits(spec, context.problem, dimension),
    members: null,
  }));
}
