import { evsIops, type FleetStoragePool } from '@yunqian/hw-model';
import type { Lowered } from '../lower/lowered.ts';
import { createRoom, type PoolUse, type Room, type Strictness } from './pool-room.ts';

export interface PlacedVolume {
  readonly type: string;
  readonly pool: string;
  readonly sizeGiB: number;
  /** Pools of its copies at other sites. */
  readonly copies?: readonly string[];
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
  readonly iops: number;
  readonly pools: readonly FleetStoragePool[];
  readonly sharedId: string | undefined;
}

/**
 * Packs the volumes of placed workloads into the single pools that their hosts reach: those with least choice first,
 * then large before small, each into the pool where it leaves least space. A shared disk is packed once. Limits are
 * the space and IOPS of pools, and the IOPS of the arrays that they are cut from; those that are not strict are goals:
 * what fits nowhere then goes where most is free.
 */
export function assignVolumes(lowered: Lowered, hostOf: ArrayLike<number>, strict: Strictness): VolumeAssignment {
  const { storage } = lowered.index;
  const room = createRoom(storage, strict);
  const chosen = new Map<number, (PlacedVolume | undefined)[]>();
  const sharedPool = new Map<string, string>();
  const homeless = new Map<number, { workload: number; type: string; sizeGiB: number }>();

  const release = (workload: number) => {
    for (const volume of chosen.get(workload) ?? [])
      if (volume) room.take(volume.pool, -volume.sizeGiB, -iopsOf(volume));
    chosen.delete(workload);
  };
  const items = itemsOf(lowered, hostOf).sort(
    (a, b) => a.pools.length - b.pools.length || b.sizeGiB - a.sizeGiB || a.workload - b.workload || a.at - b.at,
  );
  for (const { workload, at, type, sizeGiB, iops, pools, sharedId } of items) {
    if (homeless.has(workload)) continue;
    const known = sharedId === undefined ? undefined : sharedPool.get(sharedId);
    const pool = known ?? bestFit(pools, room, sizeGiB, iops);
    if (pool === undefined) {
      homeless.set(workload, { workload, type, sizeGiB });
      release(workload);
      continue;
    }
    if (known === undefined) room.take(pool, sizeGiB, iops);
    if (sharedId !== undefined) sharedPool.set(sharedId, pool);
    const volumes = chosen.get(workload) ?? [];
    volumes[at] = { type, pool, sizeGiB };
    chosen.set(workload, volumes);
  }
  const volumesOf = new Map(
    [...chosen].map(([workload, volumes]) => [workload, volumes.filter((volume) => volume !== undefined)]),
  );
  const pools = room.used();
  return { volumesOf, pools, homeless: [...homeless.values()].sort((a, b) => a.workload - b.workload) };
}

function bestFit(pools: readonly FleetStoragePool[], room: Room, sizeGiB: number, iops: number): string | undefined {
  const byFree = pools
    .map(({ id }) => ({ id, free: room.freeGiB(id) }))
    .sort((a, b) => a.free - b.free || (a.id < b.id ? -1 : 1));
  const fitting = byFree.find(({ id }) => room.fits(id, sizeGiB, iops));
  return (fitting ?? byFree.findLast(({ id }) => room.allows(id, sizeGiB, iops)))?.id;
}

const iopsOf = ({ type, sizeGiB }: { readonly type: string; readonly sizeGiB: number }): number =>
  evsIops(type, sizeGiB) ?? 0;

function itemsOf({ index, problem }: Lowered, hostOf: ArrayLike<number>): Item[] {
  const items: Item[] = [];
  for (let workload = 0; workload < problem.workloads.length; workload++) {
    const host = index.hosts[hostOf[workload]!];
    if (host === undefined) continue;
    const entry = index.entries[index.entryOf[workload]!]!;
    entry.volumes.forEach(({ type, sizeGiB, sharedId }, at) => {
      const pools = index.storage.poolsOf(host, type);
      if (pools.length > 0)
        items.push({ workload, at, type, sizeGiB, iops: iopsOf({ type, sizeGiB }), pools, sharedId });
    });
  }
  return items;
}
