import type { FleetHost, FleetStoragePool } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import type { PlacedVolume, VolumeAssignment } from '../plan/assign-volumes.ts';
import type { PoolUse } from '../plan/pool-room.ts';
import { round } from '../plan/utilisation.ts';

export interface CopyAssignment extends Pick<VolumeAssignment, 'volumesOf' | 'pools'> {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives every volume of a protected workload a pool of its own type at each site that its class copies to: large ones
 * first, each where most is free. A shared disk is copied once.
 */
export function assignCopies(
  lowered: Lowered,
  hostOf: ArrayLike<number>,
  { volumesOf, pools }: Pick<VolumeAssignment, 'volumesOf' | 'pools'>,
): CopyAssignment {
  const { index, problem } = lowered;
  const model = index.recovery;
  if (model === undefined) return { volumesOf, pools, diagnostics: [] };
  const freeGiB = new Map(pools.map(({ pool, usedGiB, usableGiB }) => [pool, usableGiB - usedGiB]));
  const copies = new Map<PlacedVolume, string[]>();
  const copiesOfShared = new Map<string, string[]>();
  const diagnostics: Diagnostic[] = [];
  const items = [...volumesOf].flatMap(([workload, volumes]) => {
    const host = index.hosts[hostOf[workload]!]!;
    const { system, volumes: declared } = index.entries[index.entryOf[workload]!]!;
    const recoveryClass = model.classOf(system?.dr);
    const sites = recoveryClass === undefined ? [] : model.copiesOf(recoveryClass, host.site).map(({ site }) => site);
    const shared = declared.filter(({ type }) => index.storage.poolsOf(host, type).length > 0);
    return volumes.map((volume, at) => ({ workload, host, volume, sites, sharedId: shared[at]?.sharedId }));
  });
  items.sort((a, b) => b.volume.sizeGiB - a.volume.sizeGiB || a.workload - b.workload);
  for (const { workload, host, volume, sites, sharedId } of items) {
    const known = sharedId === undefined ? undefined : copiesOfShared.get(sharedId);
    if (sites.length === 0) continue;
    if (known !== undefined) {
      copies.set(volume, known);
      continue;
    }
    const chosen = sites.flatMap((site) => {
      const pool = mostFree(poolsAt(lowered, site, host, volume.type), freeGiB, volume.sizeGiB);
      if (pool !== undefined) {
        freeGiB.set(pool.id, freeGiB.get(pool.id)! - volume.sizeGiB);
        return [pool.id];
      }
      const params = { workload: problem.workloads[workload]!.id, type: volume.type, sizeGiB: volume.sizeGiB, site };
      diagnostics.push(trouble('YQ3206', 'error', 'fleet', '/clouds', params));
      return [];
    });
    copies.set(volume, chosen);
    if (sharedId !== undefined) copiesOfShared.set(sharedId, chosen);
  }
  return {
    volumesOf: new Map(
      [...volumesOf].map(([workload, volumes]) => [
        workload,
        volumes.map((volume) => ({ ...volume, ...(copies.has(volume) && { copies: copies.get(volume)! }) })),
      ]),
    ),
    pools: pools.map((pool): PoolUse => ({ ...pool, usedGiB: round(pool.usableGiB - freeGiB.get(pool.pool)!) })),
    diagnostics,
  };
}

/** Pools of a type at a site that serve the zone of a host. */
export function poolsAt(
  { index }: Lowered,
  site: string,
  { zone }: FleetHost,
  type: string,
): readonly FleetStoragePool[] {
  return index.fleet.storagePools.filter(
    (pool) => pool.site === site && pool.type === type && (pool.zones.length === 0 || pool.zones.includes(zone)),
  );
}

function mostFree(
  pools: readonly FleetStoragePool[],
  freeGiB: ReadonlyMap<string, number>,
  sizeGiB: number,
): FleetStoragePool | undefined {
  let best: FleetStoragePool | undefined;
  for (const pool of pools) {
    const free = freeGiB.get(pool.id) ?? 0;
    if (free >= sizeGiB && (best === undefined || free > freeGiB.get(best.id)!)) best = pool;
  }
  return best;
}
