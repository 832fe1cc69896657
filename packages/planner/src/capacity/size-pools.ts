import type { Fleet } from '@yunqian/hw-model';
import type { Estate } from '../estate/schema.ts';
import type { Policy } from '../policy/schema.ts';

/**
 * Storage pools in whole units of the pattern's: so many of each type at each site that the estate's volumes fill `fill` of them.
 * Every site gets room for all volumes of its clouds' types: where workloads end is not known yet.
 */
export function sizePools(fleet: Fleet, estate: Estate, policy: Policy, fill: number): Fleet {
  const needGiB = new Map<string, number>();
  const types = new Set(
    fleet.clouds.flatMap(({ sites }) => sites.flatMap(({ storagePools }) => storagePools.map(({ type }) => type))),
  );
  const [only] = types.size === 1 ? [...types] : [policy.defaults.volumeType];
  const shared = new Set<string>();
  for (const { volumes, count } of estate.workloads) {
    for (const { type = only, sizeGiB, sharedId } of volumes) {
      if (type === undefined || (sharedId !== undefined && shared.has(sharedId))) continue;
      if (sharedId !== undefined) shared.add(sharedId);
      needGiB.set(type, (needGiB.get(type) ?? 0) + sizeGiB * count);
    }
  }
  return {
    ...fleet,
    clouds: fleet.clouds.map((cloud) => ({
      ...cloud,
      sites: cloud.sites.map((site) => ({
        ...site,
        storagePools: site.storagePools.flatMap((pool) => {
          const alike = site.storagePools.filter(({ type }) => type === pool.type);
          const unitGiB = pool.usableGiB ?? (pool.rawGiB ?? 0) * (pool.usableRatio ?? 1);
          const total = Math.ceil((needGiB.get(pool.type) ?? 0) / fill / Math.max(1, unitGiB));
          const at = alike.indexOf(pool);
          const count = Math.max(1, Math.ceil((total - at) / alike.length));
          return Array.from({ length: count }, (_, i) => ({ ...pool, id: i === 0 ? pool.id : `${pool.id}-${i + 1}` }));
        }),
      })),
    })),
  };
}
