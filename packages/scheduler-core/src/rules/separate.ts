import type { SeparateRule } from '../problem/problem.ts';
import type { Rule } from './rule.ts';
import { domainCountRule } from './support/domain-count.ts';
import { groupsSchema, topologySchema } from './support/options.ts';

export const separate: Rule<SeparateRule> = domainCountRule({
  kind: 'separate',
  meaning: 'The members of each group stand in different domains of a level: at most one in each.',
  amount: 'Per group and domain: members beyond the first.',
  schema: {
    type: 'object',
    required: ['topology', 'groups'],
    properties: { topology: topologySchema, groups: groupsSchema },
  },
  limits: () => [['maxPerDomain', 1]],
});
