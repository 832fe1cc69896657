import type { Finding } from '@yunqian/hw-model';
import type { Policy } from './schema.ts';

/** What a policy can be told without an estate: unique rule ids, limits that contradict each other, rules that say nothing. */
export function checkPolicy(policy: Policy): Finding[] {
  const findings: Finding[] = [];
  return findings;
}
