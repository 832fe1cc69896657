import { createEnds } from '../lower/flows.ts';
import type { Lowered } from '../lower/lowered.ts';
import type { Entry } from '../lower/resolve-entries.ts';

/** What runs between two sites, and what their links carry together. */
export interface SiteFlow {
  readonly from: string;
  readonly to: string;
  readonly usedMbps: number;
  /** Of all links between the two; 0 where none is described. */
  readonly limitMbps: number;
}

/** Dependencies between placed replicas of different sites, each replica with an equal part; pairs in text order. */
export function siteFlows({ index }: Lowered, hostOf: ArrayLike<number>): SiteFlow[] {
  const { estate, entries, hosts, fleet } = index;
  if (fleet.sites.length < 2) return [];
  const ends = createEnds(estate, entries);
  const sums = new Map<string, number>();
  for (const { from, to, bandwidthMbps = 0 } of estate.dependencies) {
    if (bandwidthMbps === 0) continue;
    const sources = shares(ends(from));
    const targets = shares(ends(to));
    for (const [source, part] of sources) {
      for (const [target, other] of targets) {
        if (source === target) continue;
        const key = [source, target].sort().join(' ');
        sums.set(key, (sums.get(key) ?? 0) + bandwidthMbps * part * other);
      }
    }
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, usedMbps]) => {
      const [from, to] = key.split(' ') as [string, string];
      const links = fleet.links.filter((link) => [link.from, link.to].sort().join(' ') === key);
      return { from, to, usedMbps, limitMbps: links.reduce((sum, link) => sum + link.bandwidthMbps, 0) };
    });

  /** Part of the placed replicas by site. */
  function shares(list: readonly Entry[]): Map<string, number> {
    const counts = new Map<string, number>();
    let placed = 0;
    for (const { first, count } of list) {
      for (let workload = first; workload < first + count; workload++) {
        const host = hosts[hostOf[workload]!];
        if (host === undefined) continue;
        placed++;
        counts.set(host.site, (counts.get(host.site) ?? 0) + 1);
      }
    }
    return new Map([...counts].map(([site, count]) => [site, count / placed]));
  }
}
