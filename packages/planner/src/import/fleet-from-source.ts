import type { FleetInput } from '@yunqian/hw-model';
import type { EstateInput } from '../estate/schema.ts';

type SourceHost = NonNullable<EstateInput['sourceHosts']>[number];
type Assumption = NonNullable<EstateInput['assumptions']>[number];

export interface SourceFleet {
  readonly fleet: FleetInput;
  /** Hosts that the fleet lacks, since their capacity is unknown. */
  readonly withoutCapacity: readonly string[];
  readonly assumptions: readonly Assumption[];
}

/** States in which a host takes nothing new; importers write the source's own words. */
const closedStates = /unschedulable|disabled|down|maint|off|disconnect|not.?respond/i;
const maxCores = 512;
const maxSockets = 16;
const rackUnits = 60;

/**
 * The hosts of the source as a fleet, so that an estate can be planned again onto what it runs on: one profile per
 * size, one site per availability zone of the source. Racks are not known: each site has one, in parts of 60 hosts.
 * vCPUs are sold as the source sells them: where its hosts carry more than they have, at the ratio they carry.
 */
export function fleetFromSourceHosts(estate: EstateInput): SourceFleet {
  const assumptions: Assumption[] = [];
  const hosts = (estate.sourceHosts ?? []).filter(hasCapacity);
  const profiles = profilesOf(hosts, usedVcpus(estate), assumptions);
  const sites = new Map<string, SizedHost[]>();
  for (const host of hosts) {
    const members = sites.get(host.zone ?? '') ?? [];
    sites.set(host.zone ?? '', members);
    members.push(host);
  }
  const siteId = uniqueIds('site');
  const hostId = uniqueIds('host');
  const fleet: FleetInput = {
    kind: 'fleet',
    formatVersion: '1.0',
    name: `${estate.name}-source`,
    note: 'Made from the source hosts of an imported estate. Racks, power and network are unknown.',
    profiles: [...profiles.values()].map(({ profile }) => profile),
    clouds: [
      {
        id: 'source-cloud',
        sites: [...sites].map(([zone, members]) => ({
          id: siteId(zone === '' ? 'site' : zone),
          ...(zone !== '' && { az: zone }),
          rooms: [
            {
              id: 'room',
              racks: racksOf(members.map((host) => hostEntry(host, profiles.get(sizeKey(host))!.profile.id, hostId))),
            },
          ],
        })),
      },
    ],
  };
  if (hosts.length > 0) {
    assumptions.push({
      subject: 'racks',
      field: 'id',
      value: 'unknown',
      reason: 'the inventory does not say which rack a host stands in: rules on racks mean nothing here',
    });
  }
  const withoutCapacity = (estate.sourceHosts ?? []).filter((host) => !hasCapacity(host)).map((host) => host.id);
  return { fleet, withoutCapacity, assumptions };
}

type SizedHost = SourceHost & { vcpus: number; memMiB: number };

function hasCapacity(host: SourceHost): host is SizedHost {
  return Math.floor(host.vcpus ?? 0) >= 1 && (host.memMiB ?? 0) > 0;
}

function usedVcpus(estate: EstateInput): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const { sourceHost, vcpus, count = 1, powerState } of estate.workloads) {
    if (sourceHost !== undefined && powerState !== 'off')
      used.set(sourceHost, (used.get(sourceHost) ?? 0) + vcpus * count);
  }
  return used;
}

/** Hosts with one key share a profile. */
function sizeKey(host: SizedHost): string {
  const accelerators = (host.accelerators ?? []).map(({ model, count }) => [model, count]);
  return JSON.stringify([
    Math.floor(host.vcpus),
    host.memMiB,
    host.diskGiB ?? 0,
    host.arch ?? '',
    host.model ?? '',
    accelerators,
  ]);
}

function profilesOf(hosts: readonly SizedHost[], used: ReadonlyMap<string, number>, assumptions: Assumption[]) {
  const profiles = new Map<string, { profile: FleetInput['profiles'][number]; members: SizedHost[] }>();
  for (const host of hosts) {
    const known = profiles.get(sizeKey(host));
    if (known !== undefined) known.members.push(host);
    else
      profiles.set(sizeKey(host), {
        profile: profileOf(host, `size-${profiles.size + 1}`, assumptions),
        members: [host],
      });
  }
  for (const { profile, members } of profiles.values()) {
    const busiest = Math.max(...members.map((host) => (used.get(host.id) ?? 0) / Math.floor(host.vcpus)));
    if (busiest <= 1) continue;
    profile.overcommitRatio = Math.min(16, Math.ceil(busiest * 10) / 10);
    assumptions.push({
      subject: `profile ${profile.id}`,
      field: 'overcommitRatio',
      value: profile.overcommitRatio,
      reason: 'the busiest host of this size carries that many vCPUs for each it has',
    });
  }
  return profiles;
}

function profileOf(host: SizedHost, id: string, assumptions: Assumption[]): FleetInput['profiles'][number] {
  const subject = `profile ${id}`;
  const whole = Math.floor(host.vcpus);
  const sockets = Math.min(maxSockets, Math.ceil(whole / maxCores));
  const coresPerSocket = Math.min(maxCores, Math.floor(whole / sockets));
  if (sockets * coresPerSocket !== host.vcpus) {
    assumptions.push({
      subject,
      field: 'vcpus',
      value: sockets * coresPerSocket,
      reason: `rounded down from ${host.vcpus}`,
    });
  }
  const arch = host.arch === 'aarch64' || host.arch === 'x86_64' ? host.arch : undefined;
  if (arch === undefined)
    assumptions.push({
      subject,
      field: 'arch',
      value: 'x86_64',
      reason: host.arch === undefined ? 'the inventory does not say' : `the inventory says ${host.arch}`,
    });
  const accelerators = (host.accelerators ?? []).map(({ model, count }) => ({
    model,
    count: Math.min(64, Math.max(1, Math.floor(count))),
  }));
  return {
    id,
    arch: arch ?? 'x86_64',
    // What the source offers is what it sells: no threads are held back once more.
    cpu: {
      ...(host.model !== undefined && { model: host.model }),
      sockets,
      coresPerSocket,
      threadsPerCore: 1,
      overheadThreads: 0,
    },
    overcommitRatio: 1,
    memory: { installedGiB: host.memMiB / 1024, reservedGiB: 0 },
    localDiskGiB: host.diskGiB ?? 0,
    accelerators,
    units: 1,
    assumed: ['units'],
  };
}

type HostEntry = NonNullable<
  FleetInput['clouds'][number]['sites'][number]['rooms'][number]['racks'][number]['hosts']
>[number];

function hostEntry(host: SizedHost, profile: string, idOf: (text: string) => string): HostEntry {
  return {
    id: idOf(host.id),
    profile,
    ...(host.taints && host.taints.length > 0 && { taints: host.taints }),
    labels: { ...(host.cluster !== undefined && { cluster: host.cluster }), ...host.labels },
    ...(closedStates.test(host.state ?? '') && { closed: true }),
  };
}

function racksOf(hosts: readonly HostEntry[]) {
  const racks = [];
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
