import { checkLinks, checkUnique, checkZones } from './check.ts';
import { checkSubnets } from './check-subnets.ts';
import { expandBoundaries, expandReplications, roomSpine, siteArrays } from './expand-network.ts';
import type {
  ExpandedFleet,
  FleetDevice,
  FleetHost,
  FleetRack,
  FleetRoom,
  FleetSite,
  FleetStoragePool,
} from './expanded.ts';
import { listMarked } from './figures.ts';
import { numberedIds } from './numbering.ts';
import { checkUplink, type RackUse, rackUse } from './rack-use.ts';
import { createReport, type Report } from './report.ts';
import { resolvePool } from './resolve-pool.ts';
import { type HostFigures, resolveProfile } from './resolve-profile.ts';
import type { Fleet } from './schema.ts';

type Zone = Fleet['zones'][number];
type Site = Fleet['clouds'][number]['sites'][number];
type RackEntry = Site['rooms'][number]['racks'][number];
type HostEntry = RackEntry['hosts'][number];

/** What the walk down the tree carries: look-ups, results so far, trouble found. */
interface Walk {
  readonly profiles: ReadonlyMap<string, HostFigures>;
  readonly zones: ReadonlyMap<string, Zone>;
  readonly hosts: FleetHost[];
  readonly racks: FleetRack[];
  readonly sites: FleetSite[];
  readonly rooms: FleetRoom[];
  readonly devices: FleetDevice[];
  readonly storagePools: FleetStoragePool[];
  readonly report: Report;
}

/** Where an entry stands: full paths of the levels above it. */
interface Place {
  readonly cloud: string;
  readonly site: string;
  readonly az: string;
  readonly room: string;
}

/**
 * Writes every count out, resolves every figure, and checks units, power, uplinks, zones, ids and links. All trouble
 * comes back in `findings`, none is thrown; hosts of an unknown profile are left out. Order follows the document.
 */
export function expandFleet(fleet: Fleet): ExpandedFleet {
  const report = createReport();
  const walk: Walk = {
    profiles: new Map(
      fleet.profiles.map((profile, index) => [profile.id, resolveProfile(profile, `/profiles/${index}`, report)]),
    ),
    zones: new Map(fleet.zones.map((zone) => [zone.id, zone])),
    hosts: [],
    racks: [],
    sites: [],
    rooms: [],
    devices: [],
    storagePools: [],
    report,
  };
  for (const [index, zone] of fleet.zones.entries()) listMarked(zone, `zone ${zone.id}`, `/zones/${index}`, report);
  for (const [index, link] of fleet.links.entries()) listMarked(link, `link ${link.id}`, `/links/${index}`, report);
  checkUnique(fleet.zones, '/zones', report);
  checkUnique(fleet.profiles, '/profiles', report);
  checkUnique(fleet.clouds, '/clouds', report);
  checkUnique(fleet.peers, '/peers', report);
  for (const [index, cloud] of fleet.clouds.entries()) {
    const pointer = `/clouds/${index}/sites`;
    checkUnique(cloud.sites, pointer, report);
    for (const [siteIndex, site] of cloud.sites.entries()) expandSite(walk, cloud.id, site, `${pointer}/${siteIndex}`);
  }
  checkLinks(fleet, report);
  checkSubnets(fleet, report);
  const storageArrays = fleet.clouds.flatMap((cloud, c) =>
    cloud.sites.flatMap((site, s) => siteArrays(site, `${cloud.id}/${site.id}`, `/clouds/${c}/sites/${s}`, report)),
  );
  checkZones(fleet, walk.hosts, report);
  return {
    name: fleet.name,
    zones: fleet.zones.map(({ id, kind, mlps, name, nameZh, subnets }) => ({
      id,
      kind,
      mlps,
      subnets,
      name: name ?? id,
      ...(nameZh === undefined ? {} : { nameZh }),
    })),
    clouds: fleet.clouds.map(({ id, role, name, nameZh }) => ({
      id,
      role,
      name: name ?? id,
      ...(nameZh === undefined ? {} : { nameZh }),
    })),
    peers: fleet.peers.map(({ id }) => id),
    hosts: walk.hosts,
    devices: walk.devices,
    racks: walk.racks,
    sites: walk.sites,
    rooms: walk.rooms,
    storagePools: walk.storagePools,
    storageArrays,
    replications: expandReplications(fleet, storageArrays, report),
    boundaries: expandBoundaries(fleet, walk.sites, report),
    links: fleet.links.map(({ id, from, to, bandwidthMbps, distanceKm }) => ({
      id,
      from,
      to,
      bandwidthMbps,
      ...(distanceKm !== undefined && { distanceKm }),
    })),
    assumptions: report.assumptions,
    findings: report.findings,
  };
}

function expandSite(walk: Walk, cloud: string, site: Site, pointer: string): void {
  const path = `${cloud}/${site.id}`;
  const az = site.az ?? site.id;
  const { bandwidthMbps: uplinkMbps = 0, oversubscription = 1 } = site.uplink ?? {};
  walk.sites.push({
    id: path,
    cloud,
    az,
    region: site.region ?? cloud,
    country: site.country,
    uplinkMbps,
    oversubscription,
  });
  if (site.uplink !== undefined) listMarked(site.uplink, `uplink of ${path}`, `${pointer}/uplink`, walk.report);
  checkUnique(site.rooms, `${pointer}/rooms`, walk.report);
  checkUnique(site.storagePools, `${pointer}/storagePools`, walk.report);
  for (const [index, room] of site.rooms.entries()) {
    const place: Place = { cloud, site: path, az, room: `${path}/${room.id}` };
    walk.rooms.push(roomSpine(room, path, `${pointer}/rooms/${index}`, walk.report));
    const racksPointer = `${pointer}/rooms/${index}/racks`;
    checkUnique(room.racks, racksPointer, walk.report);
    let powerW = 0;
    for (const [rackIndex, rack] of room.racks.entries()) {
      powerW += expandRacks(walk, place, rack, `${racksPointer}/${rackIndex}`).powerW * rack.count;
    }
    if (room.powerW !== undefined && powerW > room.powerW) {
      const params = { room: room.id, usedW: powerW, limitW: room.powerW };
      walk.report.find('error', 'YQ1210', `${pointer}/rooms/${index}`, params);
    }
  }
  for (const [index, pool] of site.storagePools.entries()) {
    const poolPointer = `${pointer}/storagePools/${index}`;
    walk.storagePools.push(
      resolvePool(
        pool,
        path,
        site.rooms.map(({ id }) => id),
        poolPointer,
        walk.report,
      ),
    );
    for (const zone of pool.zones ?? []) checkZone(walk, zone, `${poolPointer}/zones`);
  }
}

/** All racks that one entry stands for; they are alike, so trouble is reported once. Returns what one of them uses. */
function expandRacks(walk: Walk, place: Place, rack: RackEntry, pointer: string): RackUse {
  const { report } = walk;
  listMarked(rack, `rack ${place.room}/${rack.id}`, pointer, report);
  checkUnique(rack.hosts, `${pointer}/hosts`, report);
  checkUnique(rack.devices, `${pointer}/devices`, report);
  if (rack.zone !== undefined) checkZone(walk, rack.zone, `${pointer}/zone`);
  for (const [index, device] of rack.devices.entries()) {
    if (device.zone !== undefined) checkZone(walk, device.zone, `${pointer}/devices/${index}/zone`);
  }
  for (const { model, count } of rack.devices)
    walk.devices.push({ cloud: place.cloud, site: place.site, model, count: count * rack.count });
  const use = rackUse(rack, walk.profiles, place.room, pointer, report);
  if (use.units > rack.units) {
    report.find('error', 'YQ1208', pointer, { rack: rack.id, usedUnits: use.units, units: rack.units });
  }
  if (rack.powerW !== undefined && use.powerW > rack.powerW) {
    report.find('error', 'YQ1209', pointer, { rack: rack.id, usedW: use.powerW, limitW: rack.powerW });
  }
  checkUplink(rack, pointer, report);
  const templates = rack.hosts.flatMap((entry, index) =>
    hostTemplate(walk, place, rack, entry, `${pointer}/hosts/${index}`),
  );
  for (const rackId of numberedIds(`${place.room}/${rack.id}`, rack.count)) {
    walk.racks.push({
      id: rackId,
      units: rack.units,
      unitsUsed: use.units,
      powerW: rack.powerW ?? 0,
      powerUsedW: use.powerW,
      uplinkMbps: rack.tor?.uplinkMbps ?? 0,
      tors: rack.tor?.count ?? 0,
      oversubscription: rack.tor?.oversubscription ?? 1,
    });
    for (const { ids, host } of templates) {
      for (const id of ids) walk.hosts.push({ ...host, id: `${rackId}/${id}`, rack: rackId });
    }
  }
  return use;
}

function hostTemplate(
  walk: Walk,
  place: Place,
  rack: RackEntry,
  entry: HostEntry,
  pointer: string,
): { ids: string[]; host: Omit<FleetHost, 'id' | 'rack'> }[] {
  const figures = walk.profiles.get(entry.profile);
  if (figures === undefined) {
    walk.report.find('error', 'YQ1201', `${pointer}/profile`, { profile: entry.profile });
    return [];
  }
  if (entry.zone !== undefined) checkZone(walk, entry.zone, `${pointer}/zone`);
  const zoneId = entry.zone ?? rack.zone;
  if (zoneId === undefined && walk.zones.size > 0) walk.report.find('warning', 'YQ1212', pointer, { host: entry.id });
  const host = {
    ...place,
    ...figures,
    zone: zoneId ?? '',
    mlps: walk.zones.get(zoneId ?? '')?.mlps ?? 0,
    role: entry.role,
    pool: entry.pool ?? '',
    profile: entry.profile,
    traits: entry.traits,
    taints: withRoleTaint(entry),
    labels: entry.labels,
    closed: entry.closed,
  };
  return [{ ids: numberedIds(entry.id, entry.count), host }];
}

/** Hosts that serve the platform itself take no tenant's workload unless it tolerates them. */
function withRoleTaint(entry: HostEntry): readonly string[] {
  const platform = entry.role === 'management' || entry.role === 'network' || entry.role === 'storage';
  const taint = `role=${entry.role}`;
  return platform && !entry.taints.includes(taint) ? [...entry.taints, taint] : entry.taints;
}

function checkZone(walk: Walk, id: string, pointer: string): void {
  if (!walk.zones.has(id)) walk.report.find('error', 'YQ1202', pointer, { zone: id });
}
