import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import type { Plan } from '../plan/schema.ts';
import type { Policy } from '../policy/schema.ts';
import { isOverQuota, quotaUse } from './quota-use.ts';

/** R14 read from the documents: no tenant, with all below it, uses more than its quotas. */
export function verifyQuotas({ placements }: Plan, { index }: Lowered, { builtin }: Policy): Diagnostic[] {
  if (builtin.quota !== 'hard') return [];
  const hostOf = new Map(placements.map(({ workload, host }) => [workload, host]));
  return quotaUse(index, hostOf)
    .filter(isOverQuota)
    .map(({ tenant, what, used, limit }) => {
      const at = index.estate.tenants.findIndex(({ id }) => id === tenant);
      return trouble('YQ4640', 'error', 'estate', `/tenants/${at}/quotas`, { tenant, what, used, limit });
    });
}
