import type { Estate } from '../estate/schema.ts';
import type { Select } from '../policy/schema.ts';
import { createEnds, replicas } from './flows.ts';
import type { Groups, NamedGroup } from './groups.ts';
import type { Entry } from './resolve-entries.ts';
import { matches } from './select.ts';

/** kbit/s between each workload of one group and each other workload of another, by their ids. */
export type Rates = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * The bandwidth of dependencies as rates between their selected ends: every pair of replicas has an equal part of it, in whole kbit/s,
 * at least one. Dependencies that name none, or of which an end is outside the estate or the selection, are passed by.
 */
export function createTraffic(estate: Estate, entries: readonly Entry[], groups: Groups) {
  const ends = createEnds(estate, entries);
  return (rule: string, select: Select): Rates => {
    const made = new Map<string, NamedGroup>();
    const groupOf = (reference: string, members: readonly Entry[]): NamedGroup => {
      const group = made.get(reference) ?? groups.group(`${rule}/${reference}`, members);
      made.set(reference, group);
      return group;
    };
    const rates: Record<string, Record<string, number>> = {};
    for (const { from, to, bandwidthMbps = 0 } of estate.dependencies) {
      const [callers, called] = [ends(from), ends(to)];
      const [a, b] = [callers, called].map((end) => end.filter((entry) => matches(select, entry)));
      const pairs = pairCount(callers, called);
      if (bandwidthMbps === 0 || pairs === 0 || pairCount(a!, b!) === 0) continue;
      const [source, target] = groups.use([groupOf(from, a!), groupOf(to, b!)]) as [string, string];
      const kbps = Math.max(1, Math.round((bandwidthMbps * 1000) / pairs));
      rates[source] = { ...rates[source], [target]: (rates[source]?.[target] ?? 0) + kbps };
    }
    return rates;
  };
}

/** Pairs of two different replicas, one of each side. */
function pairCount(a: readonly Entry[], b: readonly Entry[]): number {
  const both = new Set(b);
  return replicas(a) * replicas(b) - replicas(a.filter((entry) => both.has(entry)));
}
