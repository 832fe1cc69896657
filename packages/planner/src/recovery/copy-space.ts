import type { ExpandedFleet } from '@yunqian/hw-model';
import type { RuleSpec } from '@yunqian/scheduler-core';
import type { Dimension } from '../lower/dimensions.ts';
import type { Entry } from '../lower/resolve-entries.ts';
import type { PoolSet, Storage } from '../lower/storage.ts';
import type { Copy } from './recovery-model.ts';

/**
 * Space that copies take. Within a pair of sites that copy each other a volume and its copy take the same space at
 * both sites, wherever the workload runs: that is no matter of placement, but a constant to be kept free.
 */
export interface CopySpace {
  /** To be taken off the limit of each set of pools. */
  readonly reservedGiB: ReadonlyMap<string, number>;
  /** Whether an entry's own space is in these constants as well. */
  isFixed(entry: Entry): boolean;
  /** Entries whose copies depend on where they run: their space is checked afterwards. */
  readonly open: readonly { readonly entry: Entry; readonly method: string }[];
}

/**
 * `sites`: where an entry may run. A site is used n times by an entry that runs at s (itself, and each copy); what it
 * is used at least, whatever s is, is constant. Where the rest is just the entry itself, the core counts it.
 */
export function copySpace(
  entries: readonly Entry[],
  sites: (entry: Entry) => readonly string[],
  copies: (entry: Entry, site: string) => readonly Copy[],
  storage: Storage,
  fleet: ExpandedFleet,
): CopySpace {
  const reservedGiB = new Map<string, number>();
  const fixed = new Set<Entry>();
  const open: { entry: Entry; method: string }[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const homes = sites(entry);
    if (entry.storageGiB.size === 0 || homes.length === 0) continue;
    const places = [...new Set(homes.flatMap((home) => [home, ...copies(entry, home).map(({ site }) => site)]))];
    const uses = (home: string, place: string) =>
      Number(home === place) + copies(entry, home).filter(({ site }) => site === place).length;
    const least = new Map(places.map((place) => [place, Math.min(...homes.map((home) => uses(home, place)))]));
    const rest = (home: string, place: string) => uses(home, place) - least.get(place)!;
    const all = homes.flatMap((home) => places.map((place) => ({ home, place, over: rest(home, place) })));
    if (all.every(({ over }) => over === 0)) fixed.add(entry);
    else if (all.some(({ home, place, over }) => over !== Number(home === place))) {
      const [copy] = copies(entry, homes[0]!);
      const name = `${entry.system?.id} ${copy?.method}`;
      if (!seen.has(name)) open.push({ entry, method: copy?.method ?? 'none' });
      seen.add(name);
    }
    for (const [place, times] of least) {
      for (const [type, sizeGiB] of entry.storageGiB) {
        const set = setAt(storage, fleet, place, entry.zone, type);
        if (set === undefined || times === 0) continue;
        reservedGiB.set(set.id, (reservedGiB.get(set.id) ?? 0) + times * sizeGiB * entry.count);
      }
    }
  }
  return { reservedGiB, isFixed: (entry) => fixed.has(entry), open };
}

/** The pools of a site that serve a zone. */
function setAt(
  storage: Storage,
  fleet: ExpandedFleet,
  site: string,
  zone: string | undefined,
  type: string,
): PoolSet | undefined {
  const host = fleet.hosts.find((one) => one.site === site && (zone === undefined || one.zone === zone));
  return host && storage.setOf(host, type);
}

/** A dimension of the core, without what is kept as a constant. */
export function withoutFixedSpace(dimension: Dimension, space: CopySpace): Dimension {
  if (!dimension.id.startsWith('storage:')) return dimension;
  return { ...dimension, demand: (entry) => (space.isFixed(entry) ? 0 : dimension.demand(entry)) };
}

/** The rule of a type's space, with the constant taken off its limits. */
export function keepFree(rule: RuleSpec, { reservedGiB }: CopySpace): RuleSpec {
  if (rule.kind !== 'domainCapacity' || !rule.dimension.startsWith('storage:')) return rule;
  const limits = Object.entries(rule.limits).map(([set, limit]) => [
    set,
    Math.max(0, limit - Math.ceil(reservedGiB.get(set) ?? 0)),
  ]);
  return { ...rule, limits: Object.fromEntries(limits) };
}
