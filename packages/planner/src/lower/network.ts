import type { ExpandedFleet } from '@yunqian/hw-model';
import type { RuleSpec } from '@yunqian/scheduler-core';
import type { Policy } from '../policy/schema.ts';
import { maxQuantity } from './dimensions.ts';
import type { Entry } from './resolve-entries.ts';

/**
 * Bandwidth on the way out of a host: uplink of the rack, spine of the room, uplink of the site, each with the
 * oversubscription that the fleet states (R15, GB/T 22239-2019 8.1.2.1 a) b)). Who talks to whom does not enter: all of
 * a workload's bandwidth counts on each.
 */
export function networkRules(fleet: ExpandedFleet, policy: Policy, entries: readonly Entry[]): RuleSpec[] {
  if (!entries.some(({ nicMbps }) => nicMbps > 0)) return [];
  const rule = (
    id: 'rackUplink' | 'spine' | 'siteUplink',
    topology: string,
    links: readonly { readonly id: string; readonly mbps: number; readonly oversubscription: number }[],
  ): RuleSpec[] => {
    const mode = policy.builtin[id];
    const limits = Object.fromEntries(
      links.flatMap(({ id: domain, mbps, oversubscription }) =>
        mbps > 0 ? [[domain, Math.min(maxQuantity, Math.floor(mbps * oversubscription + 1e-6))]] : [],
      ),
    );
    if (mode === 'off' || Object.keys(limits).length === 0) return [];
    return [{ kind: 'domainCapacity', id, mode, topology, dimension: 'nicMbps', limits }];
  };
  return [
    ...rule(
      'rackUplink',
      'rack',
      fleet.racks.map((rack) => ({ ...rack, mbps: rack.uplinkMbps })),
    ),
    ...rule(
      'spine',
      'room',
      fleet.rooms.map((room) => ({ ...room, mbps: room.spineMbps })),
    ),
    ...rule(
      'siteUplink',
      'site',
      fleet.sites.map((site) => ({ ...site, mbps: site.uplinkMbps })),
    ),
  ];
}
