import type { SpreadRule } from '../problem/problem.ts';
import type { CountLimit, Rule } from './rule.ts';
import { domainCountRule } from './support/domain-count.ts';
import { groupsSchema, topologySchema } from './support/options.ts';

const LIMITS = ['maxPerDomain', 'minPerDomain', 'maxSkew', 'minDomains'] as const;

export const spread: Rule<SpreadRule> = domainCountRule({
  kind: 'spread',
  meaning: 'How the members of each group spread over the domains of a level. Every limit that is given holds.',
  amount:
    '`maxPerDomain`, `minPerDomain`: per group and domain that holds members, members too many or too few. `maxSkew`, `minDomains`: per group, the skew beyond the limit, domains missing.',
  schema: {
    type: 'object',
    required: ['topology', 'groups'],
    properties: {
      topology: topologySchema,
      groups: groupsSchema,
      maxPerDomain: { type: 'integer', minimum: 0, description: 'At most so many members in a domain.' },
      minPerDomain: {
        type: 'integer',
        minimum: 1,
        description: 'At least so many members in every domain that holds any.',
      },
      maxSkew: {
        type: 'integer',
        minimum: 0,
        description: 'Most loaded minus least loaded domain, over the domains that have an open host or hold a member.',
      },
      minDomains: {
        type: 'integer',
        minimum: 1,
        description: 'Domains in use; a group with fewer placed members uses one for each.',
      },
    },
  },
  limits: (spec) =>
    LIMITS.flatMap((limit): [CountLimit, number][] => {
      const value = spec[limit];
      return value === undefined ? [] : [[limit, value]];
    }),
});
