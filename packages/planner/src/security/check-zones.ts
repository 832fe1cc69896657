import { covers, type ExpandedFleet, parseCidr } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import type { Entry } from '../lower/resolve-entries.ts';
import { trouble } from '../lower/trouble.ts';

/** Networks of the estate lie in the zones of the fleet, and carry workloads of their own zone (R2). */
export function checkZones(estate: Estate, fleet: ExpandedFleet, entries: readonly Entry[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const subnets = new Map(fleet.zones.map((zone) => [zone.id, zone.subnets.flatMap((text) => parseCidr(text) ?? [])]));
  estate.networks.forEach(({ id: network, zone, cidrs }, i) => {
    const ranges = subnets.get(zone ?? '') ?? [];
    if (zone === undefined || ranges.length === 0) return;
    cidrs.forEach((cidr, c) => {
      const range = parseCidr(cidr);
      if (range !== undefined && !ranges.some((subnet) => covers(subnet, range)))
        diagnostics.push(trouble('YQ2106', 'error', 'estate', `/networks/${i}/cidrs/${c}`, { network, zone, cidr }));
    });
  });
  const zoneOf = new Map(estate.networks.map(({ id, zone }) => [id, zone]));
  for (const { workload, zone, at } of entries) {
    workload.networks.forEach((network, n) => {
      const networkZone = zoneOf.get(network);
      if (zone === undefined || networkZone === undefined || networkZone === zone) return;
      const params = { workload: workload.id, zone, network, networkZone };
      diagnostics.push(trouble('YQ2107', 'error', 'estate', `/workloads/${at}/networks/${n}`, params));
    });
  }
  return diagnostics;
}
