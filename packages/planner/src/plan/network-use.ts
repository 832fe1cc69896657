import type { FleetHost } from '@yunqian/hw-model';
import { replicas } from '../lower/flows.ts';
import type { Lowered } from '../lower/lowered.ts';
import { pairLoads } from '../recovery/pair-load.ts';
import type { Plan } from './schema.ts';
import { siteFlows } from './site-flows.ts';
import { round } from './utilisation.ts';

type Use = NonNullable<Plan['utilisation']['network']>[number];

/** What is planned on the shared parts of the network that the fleet states; nothing where it states none. */
export function networkUse(lowered: Lowered, hostOf: ArrayLike<number>): Pick<Plan['utilisation'], 'network'> {
  const { fleet } = lowered.index;
  const bandwidth = bandwidthBy(lowered, hostOf);
  const links = (
    kind: 'rackUplink' | 'spine' | 'siteUplink',
    used: ReadonlyMap<string, number>,
    list: readonly { readonly id: string; readonly mbps: number; readonly oversubscription: number }[],
  ): Use[] =>
    list.flatMap(({ id, mbps, oversubscription }) =>
      mbps === 0 ? [] : [{ kind, id, used: round(used.get(id) ?? 0), limit: round(mbps * oversubscription) }],
    );
  const network: Use[] = [
    ...links(
      'rackUplink',
      bandwidth((host) => host.rack),
      fleet.racks.map((rack) => ({ ...rack, mbps: rack.uplinkMbps })),
    ),
    ...links(
      'spine',
      bandwidth((host) => host.room),
      fleet.rooms.map((room) => ({ ...room, mbps: room.spineMbps })),
    ),
    ...links(
      'siteUplink',
      bandwidth((host) => host.site),
      fleet.sites.map((site) => ({ ...site, mbps: site.uplinkMbps })),
    ),
    ...siteLinkUse(lowered, hostOf),
    ...boundaryUse(lowered, hostOf),
  ];
  return network.length === 0 ? {} : { network };
}

/** Flows between two sites, and the copies of the direction that has more of them. */
function siteLinkUse(lowered: Lowered, hostOf: ArrayLike<number>): Use[] {
  const { fleet, recovery } = lowered.index;
  const used = new Map<string, number>();
  for (const { from, to, usedMbps } of siteFlows(lowered, hostOf)) used.set(pairKey(from, to), usedMbps);
  if (recovery !== undefined) {
    const { loads } = pairLoads(lowered, fleet, recovery, Int32Array.from(hostOf));
    const oneWay = new Map<string, number>();
    for (const { from, to, changeMbps } of loads)
      oneWay.set(`${from} ${to}`, (oneWay.get(`${from} ${to}`) ?? 0) + changeMbps);
    const most = new Map<string, number>();
    for (const [key, mbps] of oneWay) {
      const pair = pairKey(...(key.split(' ') as [string, string]));
      most.set(pair, Math.max(most.get(pair) ?? 0, mbps));
    }
    for (const [pair, mbps] of most) used.set(pair, (used.get(pair) ?? 0) + mbps);
  }
  return [...used]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([pair, mbps]) => {
      const limit = fleet.links.reduce(
        (sum, { from, to, bandwidthMbps }) => sum + (pairKey(from, to) === pair ? bandwidthMbps : 0),
        0,
      );
      return limit === 0 ? [] : [{ kind: 'siteLink' as const, id: pair, used: round(mbps), limit }];
    });
}

const pairKey = (a: string, b: string): string => [a, b].sort().join(' - ');

function bandwidthBy({ index }: Lowered, hostOf: ArrayLike<number>) {
  return (domain: (host: FleetHost) => string): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>();
    for (const { first, count, nicMbps } of index.entries) {
      for (let workload = first; nicMbps > 0 && workload < first + count; workload++) {
        const host = index.hosts[hostOf[workload]!];
        if (host !== undefined) sums.set(domain(host), (sums.get(domain(host)) ?? 0) + nicMbps);
      }
    }
    return sums;
  };
}

function boundaryUse({ index }: Lowered, hostOf: ArrayLike<number>): Use[] {
  const { boundaries, fleet } = index;
  const carried = new Map(fleet.boundaries.map(({ id }) => [id, { mbps: 0, sessions: 0 }]));
  for (const flow of boundaries.flows.crossing) {
    const all = replicas(flow.targets);
    for (const { first, count } of flow.targets) {
      for (let workload = first; workload < first + count; workload++) {
        const host = index.hosts[hostOf[workload]!];
        const guards = host === undefined ? [] : boundaries.guards(flow, host.site);
        for (const { id } of guards) {
          const sum = carried.get(id)!;
          sum.mbps += flow.bandwidthMbps / all / guards.length;
          sum.sessions += flow.sessions / all / guards.length;
        }
      }
    }
  }
  return fleet.boundaries.flatMap(({ id, throughputMbps, sessions }) => {
    const { mbps, sessions: open } = carried.get(id)!;
    return [
      ...(throughputMbps === 0 ? [] : [{ kind: 'boundary' as const, id, used: round(mbps), limit: throughputMbps }]),
      ...(sessions === 0 ? [] : [{ kind: 'boundarySessions' as const, id, used: round(open), limit: sessions }]),
    ];
  });
}
