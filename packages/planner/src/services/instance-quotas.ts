import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import { trouble } from '../lower/trouble.ts';
import type { Policy } from '../policy/schema.ts';
import { type Quota, quotaLimits } from '../tenancy/quota-schema.ts';
import { createHomes } from './instances.ts';
import type { ServiceInstance } from './schema.ts';

/** What a quota counts of services: `instances:rds`. */
const prefix = 'instances:';

/** How many instances of a service a tenant, with all below it, asks for in the scope of a quota; they count as asked, placed or not. */
export function createInstanceCount(estate: Estate): (tenant: string, quota: Quota, what: string) => number {
  const { services = [] } = estate;
  const homeOf = createHomes(estate);
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const parents = new Map(estate.tenants.map(({ id, parent }) => [id, parent]));
  const ownersOf = ({ system, tenant }: ServiceInstance): Set<string> => {
    const owners = new Set<string>();
    for (
      let at = systems.get(system ?? '')?.tenant ?? tenant;
      at !== undefined && !owners.has(at);
      at = parents.get(at)
    )
      owners.add(at);
    return owners;
  };
  const counted = services.map((instance) => ({
    ...instance,
    owners: ownersOf(instance),
    cloud: homeOf(instance),
    zone: instance.zone ?? systems.get(instance.system ?? '')?.zone,
  }));
  return (tenant, quota, what) =>
    counted
      .filter(
        ({ owners, service, cloud, zone }) =>
          what === `${prefix}${service}` &&
          owners.has(tenant) &&
          (quota.cloud === undefined || cloud === '' || quota.cloud === cloud) &&
          (quota.zone === undefined || quota.zone === zone),
      )
      .reduce((sum, { count }) => sum + count, 0);
}

/** R14 for instances: hosts do not come into it, so the documents alone tell. */
export function checkInstanceQuotas(estate: Estate, { builtin }: Policy): Diagnostic[] {
  if (builtin.quota === 'off' || estate.tenants.every(({ quotas = [] }) => quotas.every((quota) => !quota.instances)))
    return [];
  const count = createInstanceCount(estate);
  const severity = builtin.quota === 'hard' ? 'error' : 'warning';
  return estate.tenants.flatMap(({ id: tenant, quotas = [] }, i) =>
    quotas.flatMap((quota, q) =>
      quotaLimits(quota).flatMap(([what, limit]) => {
        const used = what.startsWith(prefix) ? count(tenant, quota, what) : 0;
        if (used <= limit) return [];
        const params = { tenant, service: what.slice(prefix.length), used, limit };
        return [trouble('YQ1940', severity, 'estate', `/tenants/${i}/quotas/${q}/instances`, params)];
      }),
    ),
  );
}
