import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { breach, type Placed, type Reading } from './placed.ts';
import { createReferences } from './verify-flows.ts';

const mbitPerGiB = 8589.934592;
const secondsPerDay = 86_400;

/**
 * Links between sites (R15), replica by replica: what calls over them, and beside it, in each direction, what changes
 * in the volumes that have a copy at the other end, by the pools that the plan names. Sites without a link are not judged.
 */
export function verifySiteLinks(reading: Reading): Diagnostic[] {
  const { fleet, policy } = reading;
  if (policy.builtin.siteLink !== 'hard' || fleet.links.length === 0) return [];
  const flows = flowing(reading);
  const copies = copied(reading);
  return fleet.sites.flatMap(({ id: from }) =>
    fleet.sites.flatMap(({ id: to }) => {
      const limit = fleet.links
        .filter((link) => (link.from === from && link.to === to) || (link.from === to && link.to === from))
        .reduce((sum, { bandwidthMbps }) => sum + bandwidthMbps, 0);
      const both = (flows.get(`${from} ${to}`) ?? 0) + (flows.get(`${to} ${from}`) ?? 0);
      const used = both + (copies.get(`${from} ${to}`) ?? 0);
      if (from === to || limit === 0 || used <= limit + 1e-6) return [];
      const params = { what: `${from} - ${to}`, used: Math.ceil(used), limit, unit: 'Mbit/s' };
      return [breach('R15', 'YQ3115', '/utilisation/network', params)];
    }),
  );
}

type Sums = Map<string, number>;

function add(sums: Sums, from: string, to: string, mbps: number): void {
  if (from !== to && mbps > 0) sums.set(`${from} ${to}`, (sums.get(`${from} ${to}`) ?? 0) + mbps);
}

/** Every placed caller shares a dependency evenly with every placed replica that it calls. */
function flowing(reading: Reading): Sums {
  const sums: Sums = new Map();
  const entriesOf = createReferences(reading);
  const standing = (reference: string): Placed[] =>
    entriesOf(reference).flatMap((entry) => [...(reading.placedOf.get(entry) ?? [])]);
  for (const { from, to, bandwidthMbps = 0 } of reading.estate.dependencies) {
    if (bandwidthMbps === 0) continue;
    const called = standing(to);
    const callers = standing(from);
    const targets = Map.groupBy(called, ({ host }) => host.site);
    const ways = callers.length * called.length;
    for (const { host } of callers)
      for (const [site, { length }] of targets) add(sums, host.site, site, (bandwidthMbps * length) / ways);
  }
  return sums;
}

/** A workload writes what was measured, else the policy's share of its used space (5 % where it names none) in a day. */
function copied({ placed, fleet, policy }: Reading): Sums {
  const sums: Sums = new Map();
  const siteOf = new Map(fleet.storagePools.map(({ id, site }) => [id, site]));
  const pct = policy.recovery?.changePctPerDay ?? 5;
  for (const { entry, host, volumes } of placed) {
    const declared = entry.workload.volumes;
    const usedGiB = declared.reduce((sum, { usedGiB: used, sizeGiB }) => sum + (used ?? sizeGiB), 0);
    const mbps = entry.workload.measured?.changeMbps ?? (usedGiB * mbitPerGiB * pct) / 100 / secondsPerDay;
    const sites = new Set(volumes.flatMap(({ copies = [] }) => copies.map((pool) => siteOf.get(pool) ?? host.site)));
    for (const site of sites) add(sums, host.site, site, mbps);
  }
  return sums;
}
