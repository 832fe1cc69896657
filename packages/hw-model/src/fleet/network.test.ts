import { describe, expect, test } from 'vitest';
import { covers, overlaps, parseCidr } from '../formula/cidr.ts';
import { expandFleet } from './expand.ts';
import { type FleetInput, fleetSchema } from './schema.ts';

const zones: FleetInput['zones'] = [
  { id: 'edge', kind: 'internet', mlps: 3, subnets: ['10.0.0.0/16'] },
  { id: 'ops', kind: 'management', mlps: 3, subnets: ['10.1.0.0/16'] },
];
const boundary = {
  id: 'fw',
  site: 'c/s',
  zones: ['edge', 'ops'],
  throughputMbps: 100,
  sessions: 10,
  allow: [{ from: 'ops', to: 'edge', ports: [443, '8000-8099'] }],
};
const array = { id: 'a', model: 'storage/Dorado6000 V3', version: 'V300R002', iops: 1000 };
const expand = (more: Partial<FleetInput> = {}, site: object = {}, room: object = {}) =>
  expandFleet(
    fleetSchema.parse({
      kind: 'fleet',
      formatVersion: '1.0',
      name: 'test',
      zones,
      profiles: [],
      clouds: [
        {
          id: 'c',
          sites: [
            { id: 's', az: 'az-1', rooms: [{ id: 'm', racks: [], ...room }], storageArrays: [array], ...site },
            { id: 't', rooms: [], storageArrays: [array] },
          ],
        },
      ],
      links: [{ id: 'l', from: 'c/t', to: 'c/s', bandwidthMbps: 1000, distanceKm: 40 }],
      ...more,
    }),
  );
/** Zones without hosts are not the matter here. */
const findings = (...parts: Parameters<typeof expand>) =>
  expand(...parts)
    .findings.filter(({ code }) => code !== 'YQ1221')
    .map(({ code, severity, pointer }) => `${code} ${severity} ${pointer}`);

describe('network and storage of a fleet', () => {
  test('are written out with full paths; standby devices carry nothing', () => {
    const fleet = expand(
      {
        boundaries: [{ ...boundary, count: 3, standby: 1 }],
        replications: [{ id: 'r', from: 'c/s/a', to: 'c/t/a', mode: 'async', link: 'l', intervalMinutes: 15 }],
      },
      {
        uplink: { bandwidthMbps: 500, oversubscription: 4 },
        storagePools: [{ id: 'p', type: 'ssd', usableGiB: 10, iops: 100, iopsOversubscription: 3, array: 'a' }],
      },
      { spine: { capacityMbps: 2000 } },
    );
    expect(fleet.boundaries).toMatchObject([
      {
        id: 'fw',
        throughputMbps: 200,
        sessions: 20,
        allow: [
          {
            ports: [
              [443, 443],
              [8000, 8099],
            ],
          },
        ],
      },
    ]);
    expect(fleet.sites[0]).toMatchObject({ id: 'c/s', cloud: 'c', az: 'az-1', uplinkMbps: 500, oversubscription: 4 });
    expect(fleet.rooms).toEqual([{ id: 'c/s/m', site: 'c/s', spineMbps: 2000, spines: 2, oversubscription: 1 }]);
    expect(fleet.storagePools).toMatchObject([{ id: 'c/s/p', array: 'c/s/a', iops: 100, iopsOversubscription: 3 }]);
    expect(fleet.storageArrays.map(({ id, version }) => `${id} ${version}`)).toEqual([
      'c/s/a V300R002',
      'c/t/a V300R002',
    ]);
    expect(fleet.replications).toMatchObject([
      { from: 'c/s/a', mode: 'async', bandwidthMbps: 1000, intervalMinutes: 15 },
    ]);
    expect(fleet.links[0]).toMatchObject({ distanceKm: 40 });
  });

  test.each<[string, Parameters<typeof expand>, string[]]>([
    [
      'subnets in two zones, and what is none',
      [
        {
          zones: [
            { ...zones[0]!, subnets: ['10.0.0.0/16', 'x'] },
            { ...zones[1]!, subnets: ['10.0.5.0/24'] },
          ],
        },
      ],
      ['YQ1601 error /zones/0/subnets/1', 'YQ1602 error /zones/1/subnets/0'],
    ],
    [
      'a spine beyond its ports',
      [{}, {}, { spine: { model: 'switch-spine/CE8850-64CQ-EI', count: 1, capacityMbps: 6_400_001 } }],
      ['YQ1603 error /clouds/0/sites/0/rooms/0/spine/capacityMbps'],
    ],
    [
      'a pool of an array that is not there',
      [{}, { storagePools: [{ id: 'p', type: 'ssd', usableGiB: 10, array: 'b' }] }],
      ['YQ1604 error /clouds/0/sites/0/storagePools/0/array'],
    ],
    [
      'a replication to nowhere over another link',
      [{ replications: [{ id: 'r', from: 'c/s/a', to: 'c/t/b', mode: 'sync', link: 'k' }] }],
      ['YQ1605 error /replications/0/to', 'YQ1606 error /replications/0/link'],
    ],
    [
      'a boundary of unknown places',
      [{ boundaries: [{ ...boundary, site: 's', zones: ['edge', 'opps'] }] }],
      ['YQ1607 error /boundaries/0/site', 'YQ1202 error /boundaries/0/zones/1', 'YQ1608 error /boundaries/0/allow/0'],
    ],
    [
      'the edge that reaches the management plane',
      [{ boundaries: [{ ...boundary, allow: [{ from: 'edge', to: 'ops' }] }] }],
      ['YQ1609 error /boundaries/0/allow/0'],
    ],
    [
      'devices that all stand by, and one alone without figures',
      [
        {
          boundaries: [
            { ...boundary, count: 2, standby: 2 },
            { id: 'g', site: 'c/s', zones: ['edge', 'ops'], count: 1, standby: 0 },
          ],
        },
      ],
      [
        'YQ1610 error /boundaries/0/standby',
        'YQ1611 warning /boundaries/1/count',
        'YQ1612 info /boundaries/1',
        'YQ1612 info /boundaries/1',
      ],
    ],
    [
      'ports that are none',
      [{ boundaries: [{ ...boundary, allow: [{ from: 'ops', to: 'edge', ports: ['90-80', '1-70000'] }] }] }],
      ['YQ1613 error /boundaries/0/allow/0/ports/0', 'YQ1613 error /boundaries/0/allow/0/ports/1'],
    ],
  ])('finds %s', (_, parts, expected) => {
    expect(findings(...parts)).toEqual(expected);
  });
});

describe('address ranges', () => {
  test.each([
    ['10.1.2.3/8', 4, 0x0a000000n, 0x0affffffn],
    ['0.0.0.0/0', 4, 0n, 0xffffffffn],
    ['192.168.0.1', 4, 0xc0a80001n, 0xc0a80001n],
    ['::/0', 6, 0n, (1n << 128n) - 1n],
    ['2001:db8::ff/120', 6, 0x20010db8000000000000000000000000n, 0x20010db80000000000000000000000ffn],
  ] as const)('%s', (text, family, first, last) => {
    expect(parseCidr(text)).toEqual({ family, first, last });
  });

  test.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.0/33',
    '10.0.0.0/',
    '1::2::3',
    '1:2:3',
    '::/129',
    'a.b.c.d',
    '1:2:3:4:5:6:7:8:9',
    '10.0.0.0/8/8',
  ])('%j is none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  test('meet and cover', () => {
    const [a, b, c] = ['10.0.0.0/8', '10.255.0.0/16', '11.0.0.0/8'].map((text) => parseCidr(text)!);
    expect([overlaps(a!, b!), overlaps(b!, a!), overlaps(a!, c!)]).toEqual([true, true, false]);
    expect([covers(a!, b!), covers(b!, a!), covers(a!, a!)]).toEqual([true, false, true]);
    expect(overlaps(parseCidr('::/0')!, a!)).toBe(false);
  });
});
