import type { Estate } from '../estate/schema.ts';
import type { Entry } from './resolve-entries.ts';

/** What one dependency sends from one zone to another: its share by the replicas that stand there. */
export interface Flow {
  /** Index in `estate.dependencies`. */
  readonly dependency: number;
  readonly from: string;
  readonly to: string;
  readonly port: number | undefined;
  readonly bandwidthMbps: number;
  readonly sessions: number;
  /** Who is called; each replica takes an equal part. */
  readonly targets: readonly Entry[];
}

export interface Flows {
  /** Between different zones. */
  readonly crossing: readonly Flow[];
  /** Dependencies of which an end stands in no zone, so that nobody knows what they cross. */
  readonly unzoned: readonly number[];
}

/**
 * Dependencies as flows between zones. `system:ID` means the parts that stand in the system's own zone, where it has
 * one: that is where others call it. References to what is not in the estate (peers) are passed by.
 */
export function resolveFlows(estate: Estate, entries: readonly Entry[]): Flows {
  const ends = createEnds(estate, entries);
  const crossing: Flow[] = [];
  const unzoned: number[] = [];
  estate.dependencies.forEach(({ from, to, port, bandwidthMbps = 0, sessions = 0 }, dependency) => {
    const callers = ends(from);
    const called = ends(to);
    if (callers.length === 0 || called.length === 0) return;
    const sources = byZone(callers);
    const targets = byZone(called);
    if (sources.has(undefined) || targets.has(undefined)) {
      unzoned.push(dependency);
      return;
    }
    for (const [source, some] of sources) {
      for (const [target, others] of targets) {
        if (source === target) continue;
        const share = (replicas(some) / replicas(callers)) * (replicas(others) / replicas(called));
        crossing.push({
          dependency,
          from: source!,
          to: target!,
          port,
          bandwidthMbps: bandwidthMbps * share,
          sessions: sessions * share,
          targets: others,
        });
      }
    }
  });
  return { crossing, unzoned };
}

export const replicas = (entries: readonly Entry[]): number => entries.reduce((sum, { count }) => sum + count, 0);

/** Entries of a reference; none for peers and unknown names. */
export function createEnds(estate: Estate, entries: readonly Entry[]): (reference: string) => readonly Entry[] {
  const known = new Map<string, Entry[]>();
  const add = (reference: string, entry: Entry) => {
    const list = known.get(reference);
    if (list === undefined) known.set(reference, [entry]);
    else list.push(entry);
  };
  for (const entry of entries) {
    const { id, system, component } = entry.workload;
    add(`workload:${id}`, entry);
    if (system === undefined) continue;
    add(`system:${system}`, entry);
    if (component !== undefined) add(`component:${system}/${component}`, entry);
  }
  for (const { id, zone } of estate.systems) {
    const home = known.get(`system:${id}`)?.filter((entry) => entry.zone === zone) ?? [];
    if (zone !== undefined && home.length > 0) known.set(`system:${id}`, home);
  }
  return (reference) => known.get(reference) ?? [];
}

const byZone = (entries: readonly Entry[]): ReadonlyMap<string | undefined, Entry[]> =>
  Map.groupBy(entries, ({ zone }) => zone);
