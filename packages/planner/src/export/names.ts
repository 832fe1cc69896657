import type { ExpandedFleet, FleetHost } from '@yunqian/hw-model';

/**
 * What other tools call the hosts: the host's label `kubernetes.io/hostname` or `hostname`, else the last part of its
 * path where that is unique in the fleet, else the whole path joined by '-'.
 */
export function hostNames(fleet: ExpandedFleet): (host: FleetHost) => string {
  const last = (host: FleetHost) => host.id.slice(host.id.lastIndexOf('/') + 1);
  const seen = new Map<string, number>();
  for (const host of fleet.hosts) seen.set(last(host), (seen.get(last(host)) ?? 0) + 1);
  return (host) =>
    host.labels['kubernetes.io/hostname'] ??
    host.labels.hostname ??
    (seen.get(last(host)) === 1 ? last(host) : host.id.replaceAll('/', '-'));
}

/** Gives each text an identifier of its own: letters, digits and '_', beginning with a letter. */
export function createIdentifiers(): (text: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (text) => {
    const known = given.get(text);
    if (known !== undefined) return known;
    const plain = text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '');
    const base = /^[a-z]/.test(plain) ? plain : `x_${plain}`.replace(/_$/, '');
    let id = base;
    for (let i = 2; taken.has(id); i++) id = `${base}_${i}`;
    taken.add(id);
    given.set(text, id);
    return id;
  };
}
