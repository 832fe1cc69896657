import type { FleetHost } from './expanded.ts';
import { numberedIds } from './numbering.ts';
import type { Report } from './report.ts';
import type { Fleet } from './schema.ts';

/** No two siblings may stand for the same id, counts written out. One finding for each later entry that clashes. */
export function checkUnique(
  entries: readonly { readonly id: string; readonly count?: number }[],
  pointer: string,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const ids = numberedIds(entry.id, entry.count ?? 1);
    const clash = ids.find((id) => seen.has(id));
    if (clash !== undefined) report.find('error', 'YQ1203', `${pointer}/${index}/id`, { id: clash });
    for (const id of ids) seen.add(id);
  }
}

/** Both ends of a link are `cloud/site`, `peer:ID` or `source`. */
export function checkLinks(fleet: Fleet, report: Report): void {
  checkUnique(fleet.links, '/links', report);
  const ends = new Set([
    'source',
    ...fleet.peers.map(({ id }) => `peer:${id}`),
    ...fleet.clouds.flatMap((cloud) => cloud.sites.map((site) => `${cloud.id}/${site.id}`)),
  ]);
  for (const [index, link] of fleet.links.entries()) {
    for (const end of ['from', 'to'] as const) {
      if (!ends.has(link[end]))
        report.find('error', 'YQ1220', `/links/${index}/${end}`, { link: link.id, site: link[end] });
    }
  }
}

/** A zone that no host stands in can carry nothing. */
export function checkZones(fleet: Fleet, hosts: readonly FleetHost[], report: Report): void {
  const used = new Set(hosts.map((host) => host.zone));
  for (const [index, zone] of fleet.zones.entries()) {
    if (!used.has(zone.id)) report.find('warning', 'YQ1221', `/zones/${index}`, { zone: zone.id });
  }
}
