import type { ExpandedFleet, FleetHost, FleetStorageArray, FleetStoragePool } from '@yunqian/hw-model';

/**
 * Pools that are filled together. A host draws on any pool of its site that serves its zone; pools of one type that
 * some host can choose between are one set with the sum of their space, and volumes are packed into the single pools
 * once their workloads stand (`plan/assign-volumes.ts`).
 */
export interface PoolSet {
  /** The pool's id; of several, their ids joined by `+`. */
  readonly id: string;
  readonly type: string;
  readonly pools: readonly FleetStoragePool[];
  readonly usableGiB: number;
  /** IOPS that may be planned; undefined where some pool of the set does not state its own. */
  readonly iops: number | undefined;
}

/** IOPS that may be planned on a pool; undefined where nobody stated them. */
export const plannableIops = ({ iops, iopsOversubscription }: FleetStoragePool): number | undefined =>
  iops === 0 ? undefined : iops * iopsOversubscription;

export interface Storage {
  /** EVS types that the fleet has, in text order. */
  readonly types: readonly string[];
  readonly sets: readonly PoolSet[];
  readonly arrays: readonly FleetStorageArray[];
  /** The set of a type that a host draws on; undefined where it reaches none. */
  setOf(host: FleetHost, type: string): PoolSet | undefined;
  /** The single pools of a type that a host reaches. */
  poolsOf(host: FleetHost, type: string): readonly FleetStoragePool[];
}

export function createStorage(fleet: ExpandedFleet): Storage {
  const types = [...new Set(fleet.storagePools.map(({ type }) => type))].sort();
  const reach = cached((site, zone, type) =>
    fleet.storagePools.filter(
      (pool) => pool.type === type && pool.site === site && (pool.zones.length === 0 || pool.zones.includes(zone)),
    ),
  );

  const setAt = new Map<FleetStoragePool, FleetStoragePool[]>(fleet.storagePools.map((pool) => [pool, [pool]]));
  for (const type of types) {
    for (const host of fleet.hosts) {
      const pools = reach(host.site, host.zone, type);
      const joined = setAt.get(pools[0]!);
      if (joined === undefined) continue;
      for (const pool of pools) {
        const other = setAt.get(pool)!;
        if (other === joined) continue;
        joined.push(...other);
        for (const member of other) setAt.set(member, joined);
      }
    }
  }
  const setOfList = new Map<readonly FleetStoragePool[], PoolSet>();
  for (const pools of new Set(setAt.values())) {
    const ids = pools.map(({ id }) => id).sort();
    setOfList.set(pools, {
      id: ids.join('+'),
      type: pools[0]!.type,
      pools,
      usableGiB: pools.reduce((sum, pool) => sum + pool.usableGiB, 0),
      iops: pools.reduce<number | undefined>((sum, pool) => {
        const iops = plannableIops(pool);
        return sum === undefined || iops === undefined ? undefined : sum + iops;
      }, 0),
    });
  }
  return {
    types,
    sets: [...setOfList.values()],
    arrays: fleet.storageArrays,
    setOf: ({ site, zone }, type) => {
      const [pool] = reach(site, zone, type);
      return pool && setOfList.get(setAt.get(pool)!);
    },
    poolsOf: ({ site, zone }, type) => reach(site, zone, type),
  };
}

function cached<T>(make: (site: string, zone: string, type: string) => T): typeof make {
  const known = new Map<string, T>();
  return (site, zone, type) => {
    const key = JSON.stringify([site, zone, type]);
    const value = known.get(key) ?? make(site, zone, type);
    known.set(key, value);
    return value;
  };
}
