import type { Fleet } from '@yunqian/hw-model';

type Room = Fleet['clouds'][number]['sites'][number]['rooms'][number];
type Rack = Room['racks'][number];

/** One host entry of a rack of the pattern: what can be bought more or less of. */
export interface Kind {
  /** Path of the rack entry, then the host entry: `city/meilin/room-1/public/shr`. */
  readonly id: string;
  readonly profile: string;
  /** In one rack of the pattern. */
  readonly perRack: number;
  /** Stands for itself: management and platform hosts are as many as the pattern has. */
  readonly fixed: boolean;
}

/** Hosts wanted of each kind by id. */
export type Counts = ReadonlyMap<string, number>;

const sized = new Set(['compute', 'bareMetal']);

/** The kinds of host that a fleet document is made of. */
export function kindsOf(pattern: Fleet): Kind[] {
  return eachRoom(pattern).flatMap(({ path, room }) =>
    room.racks.flatMap((rack) =>
      rack.hosts.map(
        (host): Kind => ({
          id: `${path}/${rack.id}/${host.id}`,
          profile: host.profile,
          perRack: host.count,
          fixed: !sized.has(host.role) || host.closed,
        }),
      ),
    ),
  );
}

/** How many of each kind the pattern itself has. */
export function countsOf(pattern: Fleet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path, room } of eachRoom(pattern)) {
    for (const rack of room.racks) {
      for (const host of rack.hosts) counts.set(`${path}/${rack.id}/${host.id}`, host.count * rack.count);
    }
  }
  return counts;
}

/**
 * The pattern with so many hosts of each kind: racks are filled as the pattern fills them, and as many as that takes, never fewer than
 * `leastRacks` where there are so many hosts (rules keep replicas in different racks). Kinds share their racks as they do in the pattern.
 */
export function buildFleet(pattern: Fleet, counts: Counts, leastRacks: number): Fleet {
  return {
    ...pattern,
    clouds: pattern.clouds.map((cloud) => ({
      ...cloud,
      sites: cloud.sites.map((site) => ({
        ...site,
        rooms: site.rooms.map((room) => ({
          ...room,
          racks: room.racks.flatMap((rack) => fillRacks(rack, `${cloud.id}/${site.id}/${room.id}`, counts, leastRacks)),
        })),
      })),
    })),
  };
}

function fillRacks(rack: Rack, path: string, counts: Counts, leastRacks: number): Rack[] {
  if (rack.hosts.length === 0) return [rack];
  const wanted = rack.hosts.map((host) => counts.get(`${path}/${rack.id}/${host.id}`) ?? 0);
  const total = wanted.reduce((sum, count) => sum + count, 0);
  const least = Math.min(leastRacks, Math.max(1, ...wanted));
  const racks = Math.max(least, ...wanted.map((count, at) => Math.ceil(count / rack.hosts[at]!.count)));
  if (total === 0 && rack.devices.length === 0) return [];
  return Array.from(
    { length: racks },
    (_, k): Rack => ({
      ...rack,
      id: racks === 1 ? rack.id : `${rack.id}-${String(k + 1).padStart(2, '0')}`,
      count: 1,
      hosts: rack.hosts.flatMap((host, at) => {
        const count = Math.floor((wanted[at]! * (k + 1)) / racks) - Math.floor((wanted[at]! * k) / racks);
        return count > 0 ? [{ ...host, count }] : [];
      }),
      devices: k === 0 ? rack.devices : [],
    }),
  );
}

/** The kind of an expanded host of a fleet that `buildFleet` made; null where it is none of the pattern's. */
export function kindFinder(kinds: readonly Kind[]): (hostId: string) => Kind | null {
  const known = new Map(kinds.map((kind) => [kind.id, kind]));
  const plain = (part: string) => part.replace(/-\d+$/, '');
  return (hostId) => {
    const parts = hostId.split('/');
    const host = parts.pop()!;
    const rack = parts.pop()!;
    for (const r of [rack, plain(rack)]) {
      for (const h of [host, plain(host)]) {
        const kind = known.get([...parts, r, h].join('/'));
        if (kind) return kind;
      }
    }
    return null;
  };
}

function eachRoom(fleet: Fleet): { path: string; room: Room }[] {
  return fleet.clouds.flatMap((cloud) =>
    cloud.sites.flatMap((site) => site.rooms.map((room) => ({ path: `${cloud.id}/${site.id}/${room.id}`, room }))),
  );
}
