import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandFleet } from './expand.ts';
import { type Fleet, type FleetInput, fleetSchema } from './schema.ts';

type RackInput = FleetInput['clouds'][number]['sites'][number]['rooms'][number]['racks'][number];

const tor = { model: 'switch-leaf/CE6865-48S8CQ-EI', count: 2, uplinkMbps: 400_000 };
const shared = { id: 'shared', server: 'server/2288H V5', build: 'virtualization-host/s2' };

function fleetOf(racks: RackInput[], more: Partial<FleetInput> = {}): Fleet {
  return fleetSchema.parse({
    kind: 'fleet',
    formatVersion: '1.0',
    name: 'test',
    zones: [{ id: 'business', kind: 'business', mlps: 3 }],
    profiles: [shared],
    clouds: [{ id: 'city', sites: [{ id: 'one', rooms: [{ id: 'a', racks }] }] }],
    ...more,
  });
}

function rackOf(more: Partial<RackInput> = {}): RackInput {
  return { id: 'r', zone: 'business', tor, hosts: [{ id: 'h', profile: 'shared' }], ...more };
}

describe('expandFleet', () => {
  it('writes counts out and carries each level as a full path', () => {
    const { hosts, racks, findings } = expandFleet(
      fleetOf([
        rackOf({
          count: 12,
          hosts: [{ id: 'h', count: 3, profile: 'shared', pool: 'p', taints: ['gpu'], labels: { row: 'A' } }],
        }),
      ]),
    );
    expect(findings).toEqual([]);
    expect(racks.map(({ id }) => id).slice(0, 2)).toEqual(['city/one/a/r-01', 'city/one/a/r-02']);
    expect(racks.at(-1)?.id).toBe('city/one/a/r-12');
    expect(hosts.length).toBe(36);
    expect(hosts[35]).toMatchObject({
      id: 'city/one/a/r-12/h-03',
      cloud: 'city',
      site: 'city/one',
      az: 'one',
      room: 'city/one/a',
      rack: 'city/one/a/r-12',
      zone: 'business',
      mlps: 3,
      role: 'compute',
      pool: 'p',
      vcpus: 144,
      threads: 72,
      overcommitRatio: 2,
      memMiB: 704 * 1024,
      nicMbps: 20_000,
      units: 2,
      taints: ['gpu'],
      labels: { row: 'A' },
      closed: false,
    });
  });

  it('counts units and power of hosts, switches and devices against the rack', () => {
    const devices = [{ id: 'd', count: 2, model: 'storage/Dorado 3000 V6', powerW: 700 }];
    const { racks } = expandFleet(fleetOf([rackOf({ hosts: [{ id: 'h', count: 5, profile: 'shared' }], devices })]));
    // 5 x 2 U servers, 2 x 1 U switches, 2 x 2 U arrays; 5 x 500 W, 2 x 250 W assumed, 2 x 700 W given.
    expect(racks[0]).toMatchObject({ unitsUsed: 16, powerUsedW: 4400, uplinkMbps: 400_000 });
  });

  it('keeps hosts of the platform from tenants by a taint', () => {
    const { hosts } = expandFleet(fleetOf([rackOf({ hosts: [{ id: 'm', profile: 'shared', role: 'management' }] })]));
    expect(hosts[0]?.taints).toEqual(['role=management']);
  });

  it('takes the zone of the host before that of the rack', () => {
    const zones: FleetInput['zones'] = [
      { id: 'business', kind: 'business', mlps: 2 },
      { id: 'inner', kind: 'private', mlps: 4 },
    ];
    const hosts = [
      { id: 'h', profile: 'shared' },
      { id: 'i', profile: 'shared', zone: 'inner' },
    ];
    const result = expandFleet(fleetOf([rackOf({ hosts })], { zones }));
    expect(result.hosts.map(({ zone, mlps }) => [zone, mlps])).toEqual([
      ['business', 2],
      ['inner', 4],
    ]);
  });

  it('counts a storage pool usable: as given, or raw times its ratio', () => {
    const pools = [
      { id: 'given', type: 'ssd', usableGiB: 1000, rawGiB: 9000, iops: 50_000, zones: ['business'] },
      { id: 'raw', type: 'sas', rawGiB: 1000, usableRatio: 0.5 },
      { id: 'open', type: 'object', rawGiB: 1000 },
    ];
    const clouds = [
      { id: 'city', sites: [{ id: 'one', rooms: [{ id: 'a', racks: [rackOf()] }], storagePools: pools }] },
    ];
    const result = expandFleet(fleetOf([], { clouds }));
    expect(result.storagePools.map(({ id, usableGiB, iops, zones }) => [id, usableGiB, iops, zones])).toEqual([
      ['city/one/given', 1000, 50_000, ['business']],
      ['city/one/raw', 500, 0, []],
      ['city/one/open', 700, 0, []],
    ]);
    expect(result.assumptions).toContainEqual(
      expect.objectContaining({ subject: 'storage pool city/one/open', field: 'usableRatio' }),
    );
  });

  const profileId = fc.constantFrom('shared', 'dedicated', 'kunpeng');
  const entries = fc.array(fc.record({ profile: profileId, count: fc.integer({ min: 1, max: 120 }) }), {
    maxLength: 4,
  });
  const rackList = fc.array(fc.record({ count: fc.integer({ min: 1, max: 15 }), hosts: entries }), { maxLength: 5 });

  it('gives every host an id of its own, and sums that agree with the document', () => {
    const profiles: FleetInput['profiles'] = [
      shared,
      { id: 'dedicated', build: 'virtualization-host/c4', units: 1, powerW: 300 },
      {
        id: 'kunpeng',
        server: 'server/TaiShan 200 2280',
        arch: 'aarch64',
        memory: { installedGiB: 512 },
        units: 2,
        powerW: 400,
      },
    ];
    const vcpusOf: Readonly<Record<string, number>> = { shared: 144, dedicated: 74, kunpeng: 128 - 16 };
    const unitsOf: Readonly<Record<string, number>> = { shared: 2, dedicated: 1, kunpeng: 2 };
    fc.assert(
      fc.property(rackList, (racks) => {
        const documentRacks = racks.map(({ count, hosts }, rack) =>
          rackOf({ id: `r${rack}`, count, hosts: hosts.map((host, index) => ({ id: `h${index}`, ...host })) }),
        );
        const result = expandFleet(fleetOf(documentRacks, { profiles }));
        const expected = (value: Readonly<Record<string, number>> | undefined) =>
          racks.reduce(
            (all, { count, hosts }) =>
              all + count * hosts.reduce((sum, host) => sum + host.count * (value?.[host.profile] ?? 1), 0),
            0,
          );
        expect(result.hosts.length).toBe(expected(undefined));
        expect(new Set(result.hosts.map(({ id }) => id)).size).toBe(result.hosts.length);
        expect(result.hosts.reduce((sum, { vcpus }) => sum + vcpus, 0)).toBe(expected(vcpusOf));
        expect(result.racks.reduce((sum, { unitsUsed }) => sum + unitsUsed, 0)).toBe(
          expected(unitsOf) + 2 * result.racks.length,
        );
        const rackIds = new Set(result.racks.map(({ id }) => id));
        expect(result.hosts.every(({ id, rack }) => rackIds.has(rack) && id.startsWith(`${rack}/`))).toBe(true);
        const full = result.racks.filter(({ units, unitsUsed }) => unitsUsed > units).length > 0;
        expect(result.findings.some(({ code }) => code === 'YQ1208')).toBe(full);
      }),
      { numRuns: 60 },
    );
  });
});
