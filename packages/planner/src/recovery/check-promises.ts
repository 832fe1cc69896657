import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import { pairLoads } from './pair-load.ts';

/** A volume as a plan has it, with the pools of its copies. */
export interface CopiedVolume {
  readonly pool: string;
  readonly copies?: readonly string[] | undefined;
}

/**
 * What copies promise, checked on a placement: two consistent copies of level 3 data (R8), links that carry what
 * changes, and copies that are no older than the class allows.
 */
export function checkPromises(
  lowered: Lowered,
  hostOf: Int32Array,
  volumesOf: (workload: number) => readonly CopiedVolume[],
): Diagnostic[] {
  const model = lowered.index.recovery;
  if (model === undefined) return [];
  return [
    ...(model.recovery.clauses.copies === 'off' ? [] : checkCopies(lowered, hostOf, volumesOf)),
    ...checkCopying(lowered, hostOf),
  ];
}

/** R8: what the pool itself keeps, and what the class copies. One report an entry. */
function checkCopies(
  { problem, index }: Lowered,
  hostOf: Int32Array,
  volumesOf: (workload: number) => readonly CopiedVolume[],
): Diagnostic[] {
  const kept = new Map(index.fleet.storagePools.map(({ id, copies }) => [id, copies]));
  const told = new Set<number>();
  return problem.workloads.flatMap(({ id }, w) => {
    const entry = index.entryOf[w]!;
    if (hostOf[w]! < 0 || (index.entries[entry]!.mlps ?? 0) < 3 || told.has(entry)) return [];
    const thin = volumesOf(w).find(({ pool, copies = [] }) => (kept.get(pool) ?? 1) + copies.length < 2);
    if (thin === undefined) return [];
    told.add(entry);
    const params = { workload: id, pool: thin.pool, copies: 1 };
    return [trouble('YQ3202', 'error', 'estate', `/workloads/${index.entries[entry]!.at}`, params)];
  });
}

/**
 * Every pair, in every direction that is used: bandwidth, and the age of copies beside each class's promise.
 * `without`: links that are out of service.
 */
export function checkCopying(lowered: Lowered, hostOf: Int32Array, without?: ReadonlySet<string>): Diagnostic[] {
  const model = lowered.index.recovery;
  if (model === undefined) return [];
  const { loads, ageMinutes } = pairLoads(lowered, lowered.index.fleet, model, hostOf, without);
  const behind = loads.filter(({ changeMbps, bandwidthMbps }) => changeMbps > bandwidthMbps);
  const late = new Set(behind.map(({ pair, from }) => `${pair} ${from}`));
  const used = new Set(
    lowered.problem.workloads.flatMap((_, w) => {
      const { system } = lowered.index.entries[lowered.index.entryOf[w]!]!;
      return hostOf[w]! < 0 ? [] : [`${system?.dr ?? 'none'} ${lowered.index.hosts[hostOf[w]!]!.site}`];
    }),
  );
  const old = model.classIds.flatMap((id) => {
    const { rpoMinutes, remote, ...recoveryClass } = model.classOf(id)!;
    return lowered.index.fleet.sites.flatMap(({ id: site }) => {
      if (!used.has(`${id} ${site}`)) return [];
      return model.copiesOf({ ...recoveryClass, ...(remote && { remote }) }, site).flatMap((copy, at) => {
        const rpo = at === 0 ? rpoMinutes : (remote?.rpoMinutes ?? rpoMinutes);
        const age = ageMinutes(copy, site);
        if (rpo === undefined || age <= rpo || late.has(`${copy.pair} ${site}`)) return [];
        return [trouble('YQ3204', 'error', 'policy', '/recovery/classes', { class: id, rpo, age, pair: copy.pair })];
      });
    });
  });
  return [
    ...behind.map(({ pair, from, to, changeMbps, bandwidthMbps }) =>
      trouble('YQ3203', 'error', 'policy', '/recovery/pairs', {
        pair,
        from,
        to,
        changeMbps: Math.ceil(changeMbps),
        bandwidthMbps: Math.floor(bandwidthMbps),
      }),
    ),
    ...old,
  ];
}
