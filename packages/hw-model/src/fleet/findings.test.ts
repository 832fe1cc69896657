import { describe, expect, it } from 'vitest';
import { expandFleet } from './expand.ts';
import { type FleetInput, fleetSchema } from './schema.ts';

const base: FleetInput = {
  kind: 'fleet',
  formatVersion: '1.0',
  name: 'test',
  zones: [{ id: 'business', kind: 'business', mlps: 3 }],
  profiles: [{ id: 'shared', server: 'server/2288H V5', build: 'virtualization-host/s2' }],
  clouds: [
    {
      id: 'city',
      sites: [
        {
          id: 'one',
          rooms: [
            {
              id: 'a',
              powerW: 10_000,
              racks: [
                {
                  id: 'r',
                  count: 2,
                  zone: 'business',
                  powerW: 4000,
                  tor: { model: 'switch-leaf/CE6865-48S8CQ-EI', uplinkMbps: 400_000 },
                  hosts: [{ id: 'h', count: 2, profile: 'shared' }],
                },
              ],
            },
          ],
          storagePools: [{ id: 'ssd', type: 'ssd', usableGiB: 1000 }],
        },
      ],
    },
  ],
  links: [{ id: 'wan', from: 'source', to: 'city/one', bandwidthMbps: 1000 }],
};

const rack = '/clouds/0/sites/0/rooms/0/racks/0';

// biome-ignore lint/suspicious/noExplicitAny: the cases break the document in ways that its type forbids
type Loose = any;

/** Codes and pointers that come out when `change` was made to a sound fleet. */
function troubleAfter(change: (fleet: Loose) => void): [string, string][] {
  const fleet = structuredClone(base);
  change(fleet);
  return expandFleet(fleetSchema.parse(fleet)).findings.map(({ code, pointer }) => [code, pointer]);
}
const rackOf = (fleet: Loose) => fleet.clouds[0].sites[0].rooms[0].racks[0];
const siteOf = (fleet: Loose) => fleet.clouds[0].sites[0];

describe('findings of a fleet', () => {
  it('are none where all is well', () => {
    expect(troubleAfter(() => {})).toEqual([]);
  });
  const cases: [string, string, string, (fleet: Loose) => void][] = [
    [
      'YQ1201',
      'unknown profile',
      `${rack}/hosts/0/profile`,
      (f) => {
        rackOf(f).hosts[0].profile = 'none';
      },
    ],
    [
      'YQ1202',
      'unknown zone of a rack',
      `${rack}/zone`,
      (f) => {
        rackOf(f).zone = 'none';
      },
    ],
    [
      'YQ1202',
      'unknown zone of a host',
      `${rack}/hosts/0/zone`,
      (f) => {
        rackOf(f).hosts[0].zone = 'none';
      },
    ],
    [
      'YQ1202',
      'unknown zone of a pool',
      '/clouds/0/sites/0/storagePools/0/zones',
      (f) => {
        siteOf(f).storagePools[0].zones = ['none'];
      },
    ],
    [
      'YQ1203',
      'the same rack twice, one written out',
      '/clouds/0/sites/0/rooms/0/racks/1/id',
      (f) => {
        siteOf(f).rooms[0].racks.push({ id: 'r-02' });
      },
    ],
    [
      'YQ1203',
      'the same profile twice',
      '/profiles/1/id',
      (f) => {
        f.profiles.push({ ...f.profiles[0] });
      },
    ],
    [
      'YQ1203',
      'the same link twice',
      '/links/1/id',
      (f) => {
        f.links.push({ ...f.links[0] });
      },
    ],
    [
      'YQ1204',
      'unknown model',
      `${rack}/tor/model`,
      (f) => {
        rackOf(f).tor.model = 'switch-leaf/none';
      },
    ],
    [
      'YQ1204',
      'unknown server',
      '/profiles/0/server',
      (f) => {
        f.profiles[0].server = 'server/none';
      },
    ],
    [
      'YQ1205',
      'unknown build',
      '/profiles/1/build',
      (f) => {
        f.profiles.push({
          id: 'x',
          build: 'none',
          cpu: { sockets: 2, coresPerSocket: 20, overheadThreads: 12 },
          memory: { installedGiB: 512, reservedGiB: 32 },
        });
      },
    ],
    [
      'YQ1206',
      'no CPU figures',
      '/profiles/1',
      (f) => {
        f.profiles.push({ id: 'x', memory: { installedGiB: 512, reservedGiB: 32 } });
      },
    ],
    [
      'YQ1207',
      'no memory figures',
      '/profiles/1',
      (f) => {
        f.profiles.push({ id: 'x', cpu: { sockets: 2, coresPerSocket: 20 } });
      },
    ],
    [
      'YQ1208',
      'a rack over its units',
      rack,
      (f) => {
        rackOf(f).units = 5;
      },
    ],
    [
      'YQ1209',
      'a rack over its power',
      rack,
      (f) => {
        rackOf(f).powerW = 1499;
      },
    ],
    [
      'YQ1210',
      'a room over its power',
      '/clouds/0/sites/0/rooms/0',
      (f) => {
        siteOf(f).rooms[0].powerW = 2999;
      },
    ],
    [
      'YQ1211',
      'no top-of-rack switch',
      rack,
      (f) => {
        delete rackOf(f).tor;
      },
    ],
    [
      'YQ1213',
      'all threads kept',
      '/profiles/1/cpu',
      (f) => {
        f.profiles.push({
          id: 'x',
          cpu: { sockets: 1, coresPerSocket: 4 },
          memory: { installedGiB: 64, reservedGiB: 8 },
        });
      },
    ],
    [
      'YQ1214',
      'all memory kept',
      '/profiles/1/memory',
      (f) => {
        f.profiles.push({ id: 'x', build: 'virtualization-host/s2', memory: { installedGiB: 64, reservedGiB: 64 } });
      },
    ],
    [
      'YQ1215',
      'a pool without capacity',
      '/clouds/0/sites/0/storagePools/0',
      (f) => {
        delete siteOf(f).storagePools[0].usableGiB;
      },
    ],
    [
      'YQ1216',
      'a volume type of no catalogue',
      '/clouds/0/sites/0/storagePools/0/type',
      (f) => {
        siteOf(f).storagePools[0].type = 'floppy';
      },
    ],
    [
      'YQ1217',
      'more uplink than ports',
      `${rack}/tor/uplinkMbps`,
      (f) => {
        rackOf(f).tor.uplinkMbps = 4_000_001;
      },
    ],
    [
      'YQ1218',
      'more sockets than the model has',
      '/profiles/1/cpu/sockets',
      (f) => {
        f.profiles.push({
          id: 'x',
          server: 'server/1288H V5',
          cpu: { sockets: 4, coresPerSocket: 20 },
          memory: { installedGiB: 64, reservedGiB: 8 },
        });
      },
    ],
    [
      'YQ1219',
      'x86 on an Arm server',
      '/profiles/1/arch',
      (f) => {
        f.profiles.push({ id: 'x', server: 'server/TaiShan 200 2280', memory: { installedGiB: 64, reservedGiB: 8 } });
      },
    ],
    [
      'YQ1219',
      'an Intel build on Arm',
      '/profiles/1/arch',
      (f) => {
        f.profiles.push({ id: 'x', build: 'virtualization-host/s2', arch: 'aarch64' });
      },
    ],
    [
      'YQ1220',
      'a link to nowhere',
      '/links/0/to',
      (f) => {
        f.links[0].to = 'city/two';
      },
    ],
    [
      'YQ1221',
      'a zone without hosts',
      '/zones/1',
      (f) => {
        f.zones.push({ id: 'empty', kind: 'dmz', mlps: 2 });
      },
    ],
    [
      'YQ1222',
      'a marked field that is not there',
      '/profiles/0/assumed/0',
      (f) => {
        f.profiles[0].assumed = ['nicMbps'];
      },
    ],
  ];
  it.each(cases)('%s: %s', (code, _what, pointer, change) => {
    expect(troubleAfter(change)).toContainEqual([code, pointer]);
  });

  it('YQ1212: a host in no zone', () => {
    expect(
      troubleAfter((f) => {
        delete rackOf(f).zone;
      }),
    ).toEqual([
      ['YQ1212', `${rack}/hosts/0`],
      ['YQ1221', '/zones/0'],
    ]);
  });

  it('come all at once', () => {
    const codes = troubleAfter((f) => {
      rackOf(f).units = 1;
      rackOf(f).powerW = 1;
      f.links[0].from = 'nowhere';
      siteOf(f).storagePools[0].type = 'floppy';
    }).map(([code]) => code);
    expect(codes.sort()).toEqual(['YQ1208', 'YQ1209', 'YQ1216', 'YQ1220']);
  });
});
