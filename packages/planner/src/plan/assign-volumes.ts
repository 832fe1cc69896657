import type { FleetStoragePool } from '@yunqian/hw-model';
import type { Lowered } from '../lower/lowered.ts';
import { round } from './utilisation.ts';

export interface PlacedVolume {
  readonly type: string;
  readonly pool: string;
  readonly sizeGiB: number;
}

export interface PoolUse {
  readonly pool: string;
  readonly type: string;
  readonly usedGiB: number;
  readonly usableGiB: number;
}

export interface VolumeAssignment {
  /** Volumes by workload of the problem, in the estate's order. */
  readonly volumesOf: ReadonlyMap<number, readonly PlacedVolume[]>;
  readonly pools: readonly PoolUse[];
  /** Workloads of which a volume fits into no single pool: they cannot stay. */
  readonly homeless: readonly { readonly workload: number; readonly type: string; readonly sizeGiB: number }[];
}

interface Item {
  readonly workload: number;
  /** Place in the estate's list of its volumes. */
  readonly at: number;
  readonly type: string;
  readonly sizeGiB: number;
  readonly pools: readonly FleetStoragePool[];
  readonly sharedId: string | undefined;
}

/**
 * Packs the volumes of placed workloads into the single pools that their hosts reach: those with least choice first,
 * then large before small, each into the pool where it leaves least space. A shared disk is packed once. With
 * `strict` no pool is overfilled; otherwise (storage as a soft goal) what does not fit goes where most is free.
 */
export function assignVolumes(lowered: Lowered, hostOf: ArrayLike<number>, strict: boolean): VolumeAssignment {
  const { storage } = lowered.index;
  const freeGiB = new Map(storage.sets.flatMap(({ pools }) => pools.map((pool) => [pool.id, pool.usableGiB] as const)));
  const chosen = new Map<number, (PlacedVolume | undefined)[]>();
  const sharedPool = new Map<string, string>();
  const homeless = new Map<number, { workload: number; type: string; sizeGiB: number }>();

  const release = (workload: number) => {
    for (const volume of chosen.get(workload) ?? [])
      if (volume) freeGiB.set(volume.pool, freeGiB.get(volume.pool)! + volume.sizeGiB);
    chosen.delete(workload);
  };
  const items = itemsOf(lowered, hostOf).sort(
    (a, b) => a.pools.length - b.pools.length || b.sizeGiB - a.sizeGiB || a.workload - b.workload || a.at - b.at,
  );
  for (const { workload, at, type, sizeGiB, pools, sharedId } of items) {
    if (homeless.has(workload)) continue;
    const known = sharedId === undefined ? undefined : sharedPool.get(sharedId);
    const pool = known ?? bestFit(pools, freeGiB, sizeGiB, strict);
    if (pool === undefined) {
      homeless.set(workload, { workload, type, sizeGiB });
      release(workload);
      continue;
    }
    if (known === undefined) freeGiB.set(pool, freeGiB.get(pool)! - sizeGiB);
    if (sharedId !== undefined) sharedPool.set(sharedId, pool);
    const volumes = chosen.get(workload) ?? [];
    volumes[at] = { type, pool, sizeGiB };
    chosen.set(workload, volumes);
  }
  const volumesOf = new Map(
    [...chosen].map(([workload, volumes]) => [workload, volumes.filter((volume) => volume !== undefined)]),
  );
  const pools = storage.sets.flatMap((set) =>
    set.pools.map(({ id, type, usableGiB }) => ({
      pool: id,
      type,
      usedGiB: round(usableGiB - freeGiB.get(id)!),
      usableGiB,
    })),
  );
  return { volumesOf, pools, homeless: [...homeless.values()].sort((a, b) => a.workload - b.workload) };
}

function bestFit(
  pools: readonly FleetStoragePool[],
  freeGiB: ReadonlyMap<string, number>,
  sizeGiB: number,
  strict: boolean,
): string | undefined {
  const byFree = pools
    .map(({ id }) => ({ id, free: freeGiB.get(id)! }))
    .sort((a, b) => a.free - b.free || (a.id < b.id ? -1 : 1));
  return (byFree.find(({ free }) => free >= sizeGiB) ?? (strict ? undefined : byFree.at(-1)))?.id;
}

function itemsOf({ index, problem }: Lowered, hostOf: ArrayLike<number>): Item[] {
  const items: Item[] = [];
  for (let workload = 0; workload < problem.workloads.length; workload++) {
    const host = index.hosts[hostOf[workload]!];
    if (host === undefined) continue;
    const entry = index.entries[index.entryOf[workload]!]!;
    entry.volumes.forEach(({ type, sizeGiB, sharedId }, at) => {
      const pools = index.storage.poolsOf(host, type);
      if (pools.length > 0) items.push({ workload, at, type, sizeGiB, pools, sharedId });
    });
  }
  return items;
}
