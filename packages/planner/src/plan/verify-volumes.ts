import { evsIops } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import type { Plan } from './schema.ts';

/** Volumes as the estate has them, in pools that the host reaches; with `strict`, pools that are not overfull. */
export function verifyVolumes(
  plan: Plan,
  { problem, index }: Lowered,
  hostOf: ArrayLike<number>,
  strict: boolean,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (code: string, pointer: string, params: Diagnostic['params']) =>
    diagnostics.push(trouble(code, 'error', 'plan', pointer, params));
  const workloadAt = new Map(problem.workloads.map(({ id }, at) => [id, at]));
  const pools = new Map(index.storage.sets.flatMap((set) => set.pools.map((pool) => [pool.id, pool] as const)));
  const usedGiB = new Map<string, number>();
  /** Copies take none: what writes they carry is a matter of links. */
  const usedIops = new Map<string, number>();
  const placeOfShared = new Map<string, string>();

  plan.placements.forEach(({ workload, volumes }, i) => {
    const at = workloadAt.get(workload);
    const host = at === undefined ? undefined : index.hosts[hostOf[at]!];
    if (at === undefined || host === undefined) return;
    const declared = index.entries[index.entryOf[at]!]!.volumes.filter(
      ({ type }) => index.storage.poolsOf(host, type).length > 0,
    );
    const text = (list: readonly { type: string; sizeGiB: number }[]) =>
      list.map(({ type, sizeGiB }) => `${type} ${sizeGiB}`).join(', ');
    if (text(declared) !== text(volumes))
      report('YQ3010', `/placements/${i}/volumes`, {
        workload,
        expected: text(declared) || '-',
        found: text(volumes) || '-',
      });
    volumes.forEach(({ pool: id, type, sizeGiB, copies = [] }, v) => {
      const pointer = `/placements/${i}/volumes/${v}`;
      const pool = pools.get(id);
      if (pool === undefined || pool.type !== type || !index.storage.poolsOf(host, type).includes(pool))
        report('YQ3011', pointer, { workload, pool: id, type, host: host.id });
      const sharedId = declared[v]?.sharedId;
      const first = sharedId === undefined ? undefined : placeOfShared.get(sharedId);
      if (first !== undefined) {
        if (first !== id) report('YQ3012', pointer, { workload, sharedId: sharedId!, pool: id, other: first });
        return;
      }
      if (sharedId !== undefined) placeOfShared.set(sharedId, id);
      for (const used of [id, ...copies]) usedGiB.set(used, (usedGiB.get(used) ?? 0) + sizeGiB);
      usedIops.set(id, (usedIops.get(id) ?? 0) + (evsIops(type, sizeGiB) ?? 0));
    });
  });
  for (const [id, used] of usedGiB) {
    const pool = pools.get(id);
    if (strict && pool !== undefined && used > pool.usableGiB + 1e-6)
      report('YQ3013', '', { pool: id, usedGiB: used, usableGiB: pool.usableGiB });
  }
  for (const { pool, usedGiB: claimed, usedIops: claimedIops } of plan.utilisation.pools ?? []) {
    const iops = usedIops.get(pool) ?? 0;
    const field = `utilisation.pools ${pool} IOPS`;
    if (claimedIops !== undefined && Math.abs(iops - claimedIops) > 1e-3)
      report('YQ3020', '/utilisation/pools', { field, claimed: claimedIops, found: iops });
    const used = usedGiB.get(pool) ?? 0;
    if (Math.abs(used - claimed) > 1e-5)
      report('YQ3020', '/utilisation/pools', { field: `utilisation.pools ${pool}`, claimed, found: used });
  }
  return diagnostics;
}
