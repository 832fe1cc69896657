import type { Find } from '../estate/find.ts';
import type { Estate } from '../estate/schema.ts';
import { type Quota, quotaLimits, scopeName } from './quota-schema.ts';

type Tenant = Estate['tenants'][number];

/**
 * Quotas of a tree of tenants: one a scope, and what a tenant hands out below it is within its own, unless it says that
 * it hands out more. A tenant without a quota passes on what those below it have.
 */
export function checkQuotas({ tenants }: Estate, find: Find): void {
  const below = new Map<string, Tenant[]>();
  for (const tenant of tenants)
    if (tenant.parent !== undefined) below.set(tenant.parent, [...(below.get(tenant.parent) ?? []), tenant]);
  tenants.forEach(({ id, quotas = [], overbooked }, i) => {
    const scopes = new Set<string>();
    quotas.forEach((quota, q) => {
      const scope = scopeName(quota);
      if (scopes.has(scope)) find('YQ1701', 'error', `/tenants/${i}/quotas/${q}`, { tenant: id, scope });
      scopes.add(scope);
      if (overbooked) return;
      for (const [what, limit] of quotaLimits(quota)) {
        const sum = handedOut(id, scope, what, below, new Set());
        if (sum > limit + 1e-6) find('YQ1702', 'error', `/tenants/${i}/quotas/${q}`, { tenant: id, what, sum, limit });
      }
    });
  });
}

/** Limits of the nearest quotas below, each line of descent once; cycles are reported elsewhere. */
function handedOut(
  tenant: string,
  scope: string,
  what: string,
  below: ReadonlyMap<string, readonly Tenant[]>,
  seen: Set<string>,
): number {
  if (seen.has(tenant)) return 0;
  seen.add(tenant);
  return (below.get(tenant) ?? []).reduce(
    (sum, child) => sum + (limitOf(child.quotas ?? [], scope, what) ?? handedOut(child.id, scope, what, below, seen)),
    0,
  );
}

const limitOf = (quotas: readonly Quota[], scope: string, what: string): number | undefined =>
  quotas
    .filter((quota) => scopeName(quota) === scope)
    .flatMap(quotaLimits)
    .find(([name]) => name === what)?.[1];
