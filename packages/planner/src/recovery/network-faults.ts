import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { createBoundaries } from '../lower/boundaries.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import { networkUse } from '../plan/network-use.ts';
import { siteFlows } from '../plan/site-flows.ts';
import type { Policy } from '../policy/schema.ts';
import { checkCopying } from './check-promises.ts';
import type { Failure } from './failures.ts';
import { withoutDevices } from './network-devices.ts';

/** What a failure of links, boundaries or single devices of the network breaks while everything stays where it stands. */
export type NetworkFaults = (failure: Failure, hostOf: ArrayLike<number>) => readonly Diagnostic[];

export function networkFaults(lowered: Lowered, policy: Policy): NetworkFaults {
  const { fleet } = lowered.index;
  return ({ topology, ids }, hostOf) => {
    const failed = new Set(ids);
    const left = <T extends { readonly id: string }>(list: readonly T[]) => list.filter(({ id }) => !failed.has(id));
    if (topology === 'link') return withoutLinks(lowered, { ...fleet, links: left(fleet.links) }, failed, hostOf);
    if (topology === 'boundary')
      return withoutBoundaries(lowered, { ...fleet, boundaries: left(fleet.boundaries) }, policy, ids, hostOf);
    if (topology === 'boundaryDevice')
      return withoutBoundaries(lowered, withoutDevices(fleet, topology, ids), policy, ids, hostOf);
    if (topology === 'tor' || topology === 'spine')
      return withoutSwitches(lowered, withoutDevices(fleet, topology, ids), ids, hostOf);
    return [];
  };
}

/** What hangs on the switches that are left of a rack or room. One without any left is lost, and no matter of bandwidth. */
function withoutSwitches(
  lowered: Lowered,
  fleet: ExpandedFleet,
  ids: readonly string[],
  hostOf: ArrayLike<number>,
): Diagnostic[] {
  const { network = [] } = networkUse({ ...lowered, index: { ...lowered.index, fleet } }, hostOf);
  const hit = (id: string) => ids.some((device) => device.startsWith(`${id}/`));
  return network
    .filter(
      ({ kind, id, used, limit }) => (kind === 'rackUplink' || kind === 'spine') && hit(id) && used > limit + 1e-6,
    )
    .map(({ id, used, limit }) =>
      trouble('YQ3212', 'error', 'fleet', '/clouds', { failed: ids.join(', '), what: id, used, limit }),
    );
}

/** Copies that fall behind, and flows between sites that the links that are left do not carry. */
function withoutLinks(
  lowered: Lowered,
  fleet: ExpandedFleet,
  failed: ReadonlySet<string>,
  hostOf: ArrayLike<number>,
): Diagnostic[] {
  const before = new Map(siteFlows(lowered, hostOf).map((flow) => [`${flow.from} ${flow.to}`, flow.limitMbps]));
  const after = siteFlows({ ...lowered, index: { ...lowered.index, fleet } }, hostOf);
  return [
    ...checkCopying(lowered, Int32Array.from(hostOf), failed),
    ...after
      .filter(({ from, to, usedMbps, limitMbps }) => before.get(`${from} ${to}`)! > 0 && usedMbps > limitMbps + 1e-6)
      .map(({ from, to, usedMbps, limitMbps }) =>
        trouble('YQ3209', 'error', 'fleet', '/links', { from, to, usedMbps: Math.ceil(usedMbps), limitMbps }),
      ),
  ];
}

/** Flows that nothing at their site guards any more, and devices that then carry more than they can. */
function withoutBoundaries(
  lowered: Lowered,
  fleet: ExpandedFleet,
  policy: Policy,
  ids: readonly string[],
  hostOf: ArrayLike<number>,
): Diagnostic[] {
  const { index } = lowered;
  const boundaries = createBoundaries(index.estate, fleet, policy, index.entries);
  const cut = new Map<string, number>();
  index.boundaries.flows.crossing.forEach((flow, at) => {
    const same = boundaries.flows.crossing[at] ?? flow;
    for (const { first, count } of flow.targets) {
      for (let workload = first; workload < first + count; workload++) {
        const site = index.hosts[hostOf[workload]!]?.site;
        if (site === undefined || index.boundaries.guards(flow, site).length === 0) continue;
        if (boundaries.guards(same, site).length === 0) cut.set(site, (cut.get(site) ?? 0) + 1);
      }
    }
  });
  const { network = [] } = networkUse({ ...lowered, index: { ...index, fleet, boundaries } }, hostOf);
  return [
    ...[...cut].map(([site, count]) =>
      trouble('YQ3210', 'error', 'fleet', '/boundaries', { boundary: ids.join(', '), site, count }),
    ),
    ...network
      .filter(({ kind, used, limit }) => (kind === 'boundary' || kind === 'boundarySessions') && used > limit + 1e-6)
      .map(({ id, used, limit }) =>
        trouble('YQ3211', 'error', 'fleet', '/boundaries', { failed: ids.join(', '), boundary: id, used, limit }),
      ),
  ];
}
