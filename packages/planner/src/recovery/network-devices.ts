import type { ExpandedFleet } from '@yunqian/hw-model';

/** Single devices of the network: what is theirs is shared by those that are left. */
export type DeviceTopology = 'tor' | 'spine' | 'boundaryDevice';

interface DeviceSet {
  /** The rack, room or boundary that they serve. */
  readonly owner: string;
  readonly devices: readonly string[];
}

/** `RACK/tor-1`, `ROOM/spine-1`, `BOUNDARY/device-1`, and so on; nothing where a fleet describes none. */
export function networkDevices(fleet: ExpandedFleet, topology: DeviceTopology): DeviceSet[] {
  const sets = (list: readonly { readonly id: string; readonly count: number }[], name: string) =>
    list.flatMap(({ id, count }): DeviceSet[] =>
      count === 0 ? [] : [{ owner: id, devices: Array.from({ length: count }, (_, i) => `${id}/${name}-${i + 1}`) }],
    );
  switch (topology) {
    case 'tor':
      return sets(
        fleet.racks.map(({ id, tors }) => ({ id, count: tors })),
        'tor',
      );
    case 'spine':
      return sets(
        fleet.rooms.map(({ id, spines }) => ({ id, count: spines })),
        'spine',
      );
    case 'boundaryDevice':
      return sets(
        fleet.boundaries.map(({ id, devices }) => ({ id, count: devices })),
        'device',
      );
  }
}

/** Racks, rooms or boundaries that have none of their devices left. */
export function lostOwners(fleet: ExpandedFleet, topology: DeviceTopology, ids: readonly string[]): string[] {
  const failed = new Set(ids);
  return networkDevices(fleet, topology)
    .filter(({ devices }) => devices.every((id) => failed.has(id)))
    .map(({ owner }) => owner);
}

/**
 * The fleet without some devices. Switches share their uplink evenly, so each takes its part with it; of boundaries the
 * devices in reserve step in first.
 */
export function withoutDevices(fleet: ExpandedFleet, topology: DeviceTopology, ids: readonly string[]): ExpandedFleet {
  const failed = new Set(ids);
  const left = new Map(
    networkDevices(fleet, topology).map(({ owner, devices }) => [
      owner,
      { all: devices.length, count: devices.filter((id) => !failed.has(id)).length },
    ]),
  );
  const part = (owner: string, mbps: number) => {
    const { all, count } = left.get(owner) ?? { all: 1, count: 1 };
    return (mbps * count) / all;
  };
  switch (topology) {
    case 'tor':
      return { ...fleet, racks: fleet.racks.map((rack) => ({ ...rack, uplinkMbps: part(rack.id, rack.uplinkMbps) })) };
    case 'spine':
      return { ...fleet, rooms: fleet.rooms.map((room) => ({ ...room, spineMbps: part(room.id, room.spineMbps) })) };
    case 'boundaryDevice':
      return {
        ...fleet,
        boundaries: fleet.boundaries.flatMap((boundary) => {
          const count = Math.min(boundary.carrying, left.get(boundary.id)?.count ?? boundary.devices);
          if (count === 0) return [];
          const share = count / boundary.carrying;
          return {
            ...boundary,
            throughputMbps: boundary.throughputMbps * share,
            sessions: boundary.sessions * share,
          };
        }),
      };
  }
}
