import type { Estate } from '../estate/schema.ts';
import { type PolicyRule, policyRuleSchema } from '../policy/schema.ts';
import { serviceLabels } from './labels.ts';

/** What the plans of services promise of their replicas, as rules; only those that bind something. */
export function serviceRules({ workloads }: Estate): PolicyRule[] {
  const has = (label: string, value: string) => workloads.some(({ labels }) => labels[label] === value);
  const rule = (fields: object) => policyRuleSchema.parse({ per: 'workload', ...fields });
  return [
    ...(has(serviceLabels.apart, 'host')
      ? [
          rule({
            rule: 'separate',
            id: 'service-replicas-apart',
            select: { labels: { [serviceLabels.apart]: 'host' } },
            topology: 'host',
          }),
        ]
      : []),
    ...(['rack', 'site'] as const)
      .filter((level) => has(serviceLabels.over, level))
      .map((level) =>
        rule({
          rule: 'spread',
          id: `service-replicas-over-${level}s`,
          select: { labels: { [serviceLabels.over]: level } },
          topology: level,
          minDomains: 2,
        }),
      ),
  ];
}
