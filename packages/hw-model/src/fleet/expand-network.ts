import { findEntry } from '../catalog/catalog.ts';
import { checkUnique } from './check.ts';
import type { FleetBoundary, FleetReplication, FleetRoom, FleetSite, FleetStorageArray } from './expanded.ts';
import { findModel, listMarked, portsOf } from './figures.ts';
import type { Report } from './report.ts';
import type { Fleet } from './schema.ts';

type Site = Fleet['clouds'][number]['sites'][number];
type Boundary = Fleet['boundaries'][number];

/** What joins the racks of a room; its capacity cannot exceed the ports of its switches. */
export function roomSpine(room: Site['rooms'][number], site: string, pointer: string, report: Report): FleetRoom {
  const id = `${site}/${room.id}`;
  const { spine } = room;
  if (spine === undefined) return { id, site, spineMbps: 0, spines: 0, oversubscription: 1 };
  listMarked(spine, `spine of ${id}`, `${pointer}/spine`, report);
  if (spine.model !== undefined) {
    findModel(spine.model, `${pointer}/spine/model`, report);
    const ports = portsOf(findEntry(spine.model), 'ports.');
    const portsMbps = spine.count * ports.reduce((sum, { mbps, count }) => sum + mbps * count, 0);
    if (portsMbps > 0 && spine.capacityMbps > portsMbps) {
      const params = { room: id, capacityMbps: spine.capacityMbps, portsMbps };
      report.find('error', 'YQ1603', `${pointer}/spine/capacityMbps`, params);
    }
  }
  return { id, site, spineMbps: spine.capacityMbps, spines: spine.count, oversubscription: spine.oversubscription };
}

/** The arrays of a site; pools may name no other. */
export function siteArrays(site: Site, path: string, pointer: string, report: Report): FleetStorageArray[] {
  checkUnique(site.storageArrays, `${pointer}/storageArrays`, report);
  const known = new Set(site.storageArrays.map(({ id }) => id));
  for (const [index, { id, array }] of site.storagePools.entries()) {
    if (array !== undefined && !known.has(array))
      report.find('error', 'YQ1604', `${pointer}/storagePools/${index}/array`, { pool: id, array });
  }
  return site.storageArrays.map((array, index) => {
    const at = `${pointer}/storageArrays/${index}`;
    listMarked(array, `array ${path}/${array.id}`, at, report);
    if (array.model !== undefined) findModel(array.model, `${at}/model`, report);
    return {
      id: `${path}/${array.id}`,
      site: path,
      model: array.model ?? '',
      version: array.version ?? '',
      iops: array.iops ?? 0,
      oversubscription: array.oversubscription,
    };
  });
}

/** Pairs of arrays in different sites, over a link that joins these sites. */
export function expandReplications(
  fleet: Fleet,
  arrays: readonly FleetStorageArray[],
  report: Report,
): FleetReplication[] {
  checkUnique(fleet.replications, '/replications', report);
  const siteOf = new Map(arrays.map(({ id, site }) => [id, site]));
  return fleet.replications.map((replication, index) => {
    const { id, from, to, mode } = replication;
    const pointer = `/replications/${index}`;
    listMarked(replication, `replication ${id}`, pointer, report);
    for (const [end, array] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (!siteOf.has(array)) report.find('error', 'YQ1605', `${pointer}/${end}`, { replication: id, array });
    const link = fleet.links.find((one) => one.id === replication.link);
    const sites = [siteOf.get(from), siteOf.get(to)].sort().join(' ');
    if (link === undefined || (siteOf.has(from) && siteOf.has(to) && [link.from, link.to].sort().join(' ') !== sites))
      report.find('error', 'YQ1606', `${pointer}/link`, { replication: id, link: replication.link });
    return {
      id,
      from,
      to,
      mode,
      link: replication.link,
      bandwidthMbps: Math.min(replication.bandwidthMbps ?? Number.POSITIVE_INFINITY, link?.bandwidthMbps ?? 0),
      intervalMinutes: mode === 'sync' ? 0 : (replication.intervalMinutes ?? 0),
    };
  });
}

/** Zones at the edge of the network, and zones that must not lie next to them (GB/T 22239-2019 8.1.2.1 d). */
const edgeKinds = new Set(['internet', 'dmz']);
const innerKinds = new Set(['management', 'private']);

/** What stands between zones, checked against the zones and sites of the fleet. */
export function expandBoundaries(fleet: Fleet, sites: readonly FleetSite[], report: Report): FleetBoundary[] {
  checkUnique(fleet.boundaries, '/boundaries', report);
  const kindOf = new Map(fleet.zones.map(({ id, kind }) => [id, kind]));
  return fleet.boundaries.map((boundary, index) => {
    const pointer = `/boundaries/${index}`;
    const { id, site, kind, zones, count, standby, allow } = boundary;
    listMarked(boundary, `boundary ${id}`, pointer, report);
    if (boundary.model !== undefined) findModel(boundary.model, `${pointer}/model`, report);
    if (!sites.some((one) => one.id === site))
      report.find('error', 'YQ1607', `${pointer}/site`, { boundary: id, site });
    for (const [z, zone] of zones.entries())
      if (!kindOf.has(zone)) report.find('error', 'YQ1202', `${pointer}/zones/${z}`, { zone });
    checkAllowed(boundary, kindOf, pointer, report);
    if (standby >= count) report.find('error', 'YQ1610', `${pointer}/standby`, { boundary: id, count, standby });
    else if (count === 1) report.find('warning', 'YQ1611', `${pointer}/count`, { boundary: id });
    for (const figure of ['throughputMbps', 'sessions'] as const)
      if (boundary[figure] === undefined) report.find('info', 'YQ1612', pointer, { boundary: id, figure });
    const carrying = Math.max(0, count - standby);
    return {
      id,
      site,
      kind,
      zones,
      devices: count,
      carrying,
      throughputMbps: carrying * (boundary.throughputMbps ?? 0),
      sessions: carrying * (boundary.sessions ?? 0),
      allow: allow.map(({ from, to, ports = [] }) => ({ from, to, ports: ports.map(portRange) })),
    };
  });
}

function checkAllowed(
  { id, zones, allow }: Boundary,
  kindOf: ReadonlyMap<string, string>,
  pointer: string,
  report: Report,
): void {
  for (const [a, { from, to, ports = [] }] of allow.entries()) {
    for (const zone of new Set([from, to]))
      if (!zones.includes(zone)) report.find('error', 'YQ1608', `${pointer}/allow/${a}`, { boundary: id, zone });
    const kinds = [kindOf.get(from) ?? '', kindOf.get(to) ?? ''] as const;
    if (edgeKinds.has(kinds[0]) && innerKinds.has(kinds[1]))
      report.find('error', 'YQ1609', `${pointer}/allow/${a}`, { boundary: id, from, to });
    for (const [p, port] of ports.entries()) {
      const [first, last] = portRange(port);
      if (first > last || last > 65_535 || first < 1)
        report.find('error', 'YQ1613', `${pointer}/allow/${a}/ports/${p}`, { boundary: id, port });
    }
  }
}

function portRange(port: number | string): readonly [from: number, to: number] {
  if (typeof port === 'number') return [port, port];
  const [first, last] = port.split('-').map(Number);
  return [first!, last!];
}
