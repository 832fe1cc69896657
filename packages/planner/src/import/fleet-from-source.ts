import type { FleetInput } from '@yunqian/hw-model';
import type { EstateInput } from '../estate/schema.ts';

type SourceHost = NonNullable<EstateInput['sourceHosts']>[number];
type SizedHost = SourceHost & { vcpus: number; memMiB: number };
type Profile = FleetInput['profiles'][number];
type Rack = FleetInput['clouds'][number]['sites'][number]['rooms'][number]['racks'][number];
type HostEntry = NonNullable<Rack['hosts']>[number];

/** States in which a host takes nothing new; importers write the source's own words. */
const closedStates = /unschedulable|disabled|down|maint|off|disconnect|not.?respond/i;
const maxCores = 512;
const maxSockets = 16;
const maxRatio = 16;
const rackUnits = 60;

/**
 * The hosts of the source as a fleet, so that an estate can be planned again onto what it runs on: one profile per
 * size, one site per availability zone of the source. Racks are not known: each site has one, in parts of 60 hosts.
 * vCPUs are sold as the source sells them: where its hosts carry more than they have, at the ratio they carry. What
 * was assumed stands in the note, and in `assumed` of the profiles.
 */
export function fleetFromSourceHosts(estate: EstateInput): FleetInput {
  const all = (estate.sourceHosts ?? []).map(inVcpus);
  const hosts = all.filter(hasCapacity);
  const profiles = profilesOf(hosts, usedVcpus(estate));
  const sites = new Map<string, SizedHost[]>();
  for (const host of hosts) {
    const members = sites.get(host.zone ?? '') ?? [];
    sites.set(host.zone ?? '', members);
    members.push(host);
  }
  const siteId = uniqueIds('site');
  const hostId = uniqueIds('host');
  return {
    kind: 'fleet',
    formatVersion: '1.0',
    name: `${estate.name}-source`,
    note: noteOf(
      [...profiles.values()],
      all.filter((host) => !hasCapacity(host)),
    ),
    profiles: [...profiles.values()],
    clouds: [
      {
        id: 'source-cloud',
        sites: [...sites].map(([zone, members]) => ({
          id: siteId(zone === '' ? 'site' : zone),
          ...(zone !== '' && { az: zone }),
          rooms: [{ id: 'room', racks: racksOf(members.map((host) => entryOf(host, profiles, hostId))) }],
        })),
      },
    ],
  };
}

/** A hypervisor that tells its threads sells each as a vCPU, before any overcommit. */
function inVcpus(host: SourceHost): SourceHost {
  return host.vcpus === undefined && host.threads !== undefined ? { ...host, vcpus: host.threads } : host;
}

function hasCapacity(host: SourceHost): host is SizedHost {
  return Math.floor(host.vcpus ?? 0) >= 1 && (host.memMiB ?? 0) > 0;
}

/** vCPUs of the workloads that each host carries today. */
function usedVcpus(estate: EstateInput): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const { sourceHost, vcpus, count = 1, powerState } of estate.workloads) {
    if (sourceHost === undefined || powerState === 'off') continue;
    used.set(sourceHost, (used.get(sourceHost) ?? 0) + vcpus * count);
  }
  return used;
}

/** Hosts with one key share a profile. */
function sizeKey({ vcpus, memMiB, diskGiB = 0, arch = '', model = '', accelerators = [] }: SizedHost): string {
  const cards = accelerators.map((each) => [each.model, each.count]);
  return JSON.stringify([Math.floor(vcpus), memMiB, diskGiB, arch, model, cards]);
}

function profilesOf(hosts: readonly SizedHost[], used: ReadonlyMap<string, number>): ReadonlyMap<string, Profile> {
  const busiest = new Map<string, number>();
  for (const host of hosts) {
    const key = sizeKey(host);
    busiest.set(key, Math.max(busiest.get(key) ?? 1, (used.get(host.id) ?? 0) / Math.floor(host.vcpus)));
  }
  const profiles = new Map<string, Profile>();
  for (const host of hosts) {
    const key = sizeKey(host);
    if (profiles.has(key)) continue;
    const ratio = Math.min(maxRatio, Math.ceil(busiest.get(key)! * 10) / 10);
    profiles.set(key, profileOf(host, `size-${profiles.size + 1}`, ratio));
  }
  return profiles;
}

function profileOf(host: SizedHost, id: string, overcommitRatio: number): Profile {
  const vcpus = Math.floor(host.vcpus);
  const sockets = Math.min(maxSockets, Math.ceil(vcpus / maxCores));
  const arch = host.arch === 'aarch64' || host.arch === 'x86_64' ? host.arch : undefined;
  return {
    id,
    arch: arch ?? 'x86_64',
    cpu: {
      ...(host.model !== undefined && { model: host.model }),
      sockets,
      coresPerSocket: Math.min(maxCores, Math.floor(vcpus / sockets)),
      threadsPerCore: 1,
      // What the source offers is what it sells: no threads are held back once more.
      overheadThreads: 0,
    },
    overcommitRatio,
    memory: { installedGiB: host.memMiB / 1024, reservedGiB: 0 },
    localDiskGiB: host.diskGiB ?? 0,
    accelerators: (host.accelerators ?? []).map(({ model, count }) => ({
      model,
      count: Math.min(64, Math.max(1, Math.floor(count))),
    })),
    units: 1,
    assumed: ['units', ...(arch === undefined ? ['arch'] : []), ...(overcommitRatio > 1 ? ['overcommitRatio'] : [])],
  };
}

function noteOf(profiles: readonly Profile[], left: readonly SourceHost[]): string {
  const busy = profiles.filter(({ overcommitRatio = 1 }) => overcommitRatio > 1).map(({ id }) => id);
  return [
    'Made from the source hosts of an imported estate. Racks, power, network and storage are unknown: rules on racks mean nothing here, volumes are not checked. Fractions of a vCPU are rounded down.',
    ...(busy.length > 0
      ? [`overcommitRatio of ${busy.join(', ')}: what the busiest host of the size carries today.`]
      : []),
    ...(left.length > 0 ? [`Left out, capacity unknown: ${left.map(({ id }) => id).join(', ')}.`] : []),
  ].join('\n');
}

function entryOf(host: SizedHost, profiles: ReadonlyMap<string, Profile>, idOf: (name: string) => string): HostEntry {
  return {
    id: idOf(host.id),
    profile: profiles.get(sizeKey(host))!.id,
    ...(host.taints && host.taints.length > 0 && { taints: host.taints }),
    labels: { ...(host.cluster !== undefined && { cluster: host.cluster }), ...host.labels },
    ...(closedStates.test(host.state ?? '') && { closed: true }),
  };
}

function racksOf(hosts: readonly HostEntry[]): Rack[] {
  const racks: Rack[] = [];
  for (let from = 0; from < hosts.length; from += rackUnits) {
    racks.push({ id: `unknown-${racks.length + 1}`, units: rackUnits, hosts: hosts.slice(from, from + rackUnits) });
  }
  return racks;
}

/** Ids as a fleet allows them, from names of the source; two names never become one id. */
function uniqueIds(fallback: string): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const base = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '') || fallback;
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    return id;
  };
}
