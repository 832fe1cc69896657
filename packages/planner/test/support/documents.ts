import { type ExpandedFleet, expandFleet, type FleetInput, fleetSchema } from '@yunqian/hw-model';
import { type Estate, type EstateInput, estateSchema } from '../../src/estate/schema.ts';
import { type Policy, policySchema } from '../../src/policy/schema.ts';

/** An estate of these parts, with every default filled in. */
export function estateOf(parts: Omit<EstateInput, 'kind' | 'formatVersion' | 'name'>): Estate {
  return estateSchema.parse({ kind: 'estate', formatVersion: '1.0', name: 'test', ...parts });
}

export function policyOf(parts: object = {}): Policy {
  return policySchema.parse({ kind: 'policy', formatVersion: '1.0', name: 'test', ...parts });
}

type Racks = FleetInput['clouds'][number]['sites'][number]['rooms'][number]['racks'];
type Site = FleetInput['clouds'][number]['sites'][number];

/** A profile with exactly this many sellable vCPUs (ratio 1, no overhead) and this much usable memory. */
export function profileOf(
  id: string,
  vcpus: number,
  memGiB: number,
  more: object = {},
): FleetInput['profiles'][number] {
  return {
    id,
    cpu: { sockets: 1, coresPerSocket: vcpus, threadsPerCore: 1, overheadThreads: 0 },
    overcommitRatio: 1,
    memory: { installedGiB: memGiB, reservedGiB: 0 },
    nicMbps: 10_000,
    ...more,
  };
}

/** One cloud `c` with one site `s` and one room `m`. */
export function fleetOf(
  racks: Racks,
  more: { profiles?: FleetInput['profiles']; zones?: FleetInput['zones']; storagePools?: Site['storagePools'] } = {},
): ExpandedFleet {
  return expandFleet(fleetDocument(racks, more));
}

export function fleetDocument(
  racks: Racks,
  more: { profiles?: FleetInput['profiles']; zones?: FleetInput['zones']; storagePools?: Site['storagePools'] } = {},
) {
  return fleetSchema.parse({
    kind: 'fleet',
    formatVersion: '1.0',
    name: 'test',
    zones: more.zones ?? [],
    profiles: more.profiles ?? [profileOf('small', 16, 64)],
    clouds: [{ id: 'c', sites: [{ id: 's', rooms: [{ id: 'm', racks }], storagePools: more.storagePools ?? [] }] }],
  });
}
