import type { ColocateRule } from '../problem/problem.ts';
import type { Rule } from './rule.ts';
import { domainCountRule } from './support/domain-count.ts';
import { groupsSchema, topologySchema } from './support/options.ts';

export const colocate: Rule<ColocateRule> = domainCountRule({
  kind: 'colocate',
  meaning: 'The members of each group stand in at most `maxDomains` domains of a level.',
  amount: 'Per group: domains in use beyond `maxDomains`.',
  schema: {
    type: 'object',
    required: ['topology', 'groups'],
    properties: {
      topology: topologySchema,
      groups: groupsSchema,
      maxDomains: { type: 'integer', minimum: 1, default: 1, description: 'Domains that a group may use.' },
    },
  },
  limits: ({ maxDomains = 1 }) => [['maxDomains', maxDomains]],
});
