import type { ExpandedFleet, FleetHost } from '@yunqian/hw-model';
import { lostOwners, networkDevices } from './network-devices.ts';
import type { FailureTopology, Recovery } from './schema.ts';

/** Domains of one level that are lost at the same moment. */
export interface Failure {
  readonly topology: FailureTopology;
  readonly ids: readonly string[];
}

const rank: Readonly<Record<FailureTopology, number>> = {
  host: 0,
  rack: 1,
  room: 2,
  site: 3,
  cloud: 4,
  pool: 0,
  array: 0,
  link: 0,
  boundary: 0,
  tor: 1,
  spine: 2,
  boundaryDevice: 0,
};

/** Storage alone is lost: hosts stay, data moves to where its copies are. */
export const isStorageFailure = ({ topology }: Failure): boolean => topology === 'pool' || topology === 'array';

/** Whether a level of the topology is at least as wide as what failed. Levels outside the chain (zones) are not. */
export function isAtLeast(level: string, topology: FailureTopology): boolean {
  return (rank[level as FailureTopology] ?? -1) >= rank[topology];
}

/** Every failure that a policy declares, in the order of the fleet. */
export function declaredFailures(recovery: Recovery, fleet: ExpandedFleet): Failure[] {
  return recovery.failures.flatMap(({ topology, count }) => {
    const domains = failureDomains(fleet, topology);
    if (count === 1) return eachFailure(fleet, topology);
    return domains.flatMap((a, i) => domains.slice(i + 1).map((b) => ({ topology, ids: [a, b] })));
  });
}

/** Every single domain of a level, one failure each. */
export function eachFailure(fleet: ExpandedFleet, topology: FailureTopology): Failure[] {
  return failureDomains(fleet, topology).map((id) => ({ topology, ids: [id] }));
}

/** Everything of a level that can fail: ids as the fleet has them. */
export function failureDomains(fleet: ExpandedFleet, topology: FailureTopology): readonly string[] {
  switch (topology) {
    case 'host':
      return fleet.hosts.map(({ id }) => id);
    case 'rack':
      return fleet.racks.map(({ id }) => id);
    case 'room':
      return fleet.rooms.map(({ id }) => id);
    case 'site':
      return fleet.sites.map(({ id }) => id);
    case 'cloud':
      return fleet.clouds.map(({ id }) => id);
    case 'pool':
      return fleet.storagePools.map(({ id }) => id);
    case 'array':
      return fleet.storageArrays.map(({ id }) => id);
    case 'link':
      return fleet.links.map(({ id }) => id);
    case 'boundary':
      return fleet.boundaries.map(({ id }) => id);
    case 'tor':
    case 'spine':
    case 'boundaryDevice':
      return networkDevices(fleet, topology).flatMap(({ devices }) => devices);
  }
}

/** Switches as the place that goes with them: a rack without a ToR, a room without a spine. */
function placesOf(failure: Failure, fleet: ExpandedFleet): Failure {
  const { topology, ids } = failure;
  if (topology === 'tor') return { topology: 'rack', ids: lostOwners(fleet, topology, ids) };
  return topology === 'spine' ? { topology: 'room', ids: lostOwners(fleet, topology, ids) } : failure;
}

/** What a failure takes away. */
export interface Lost {
  readonly hosts: ReadonlySet<string>;
  /** Sites of which the storage is gone. */
  readonly sites: ReadonlySet<string>;
  /** Storage pools that are gone: those of lost sites and rooms, and what fails by itself. */
  readonly pools: ReadonlySet<string>;
}

/** Hosts, pools and whole sites that go with the failed domains. */
export function lostWith(failure: Failure, fleet: ExpandedFleet): Lost {
  const { topology, ids } = placesOf(failure, fleet);
  const failed = new Set(ids);
  const domainOf = (host: FleetHost): string | undefined => {
    if (topology === 'host') return host.id;
    return topology === 'rack' || topology === 'room' || topology === 'site' || topology === 'cloud'
      ? host[topology]
      : undefined;
  };
  const hosts = new Set(fleet.hosts.filter((host) => failed.has(domainOf(host) ?? '')).map(({ id }) => id));
  // A site without a host left is as good as lost: nothing there reaches its data.
  const sites = new Set(
    fleet.sites
      .filter(({ id, cloud }) => {
        if ((topology === 'site' && failed.has(id)) || (topology === 'cloud' && failed.has(cloud))) return true;
        const there = fleet.hosts.filter((host) => host.site === id);
        return there.length > 0 && there.every((host) => hosts.has(host.id));
      })
      .map(({ id }) => id),
  );
  const pools = new Set(
    fleet.storagePools
      .filter(
        ({ id, site, room, array }) =>
          sites.has(site) ||
          (topology === 'room' && failed.has(room)) ||
          (topology === 'pool' && failed.has(id)) ||
          (topology === 'array' && failed.has(array)),
      )
      .map(({ id }) => id),
  );
  return { hosts, sites, pools };
}
