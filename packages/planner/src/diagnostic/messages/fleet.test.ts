import { expandFleet, fleetSchema } from '@yunqian/hw-model';
import { expect, it } from 'vitest';
import { fleetMessages } from './fleet.ts';

const memory = { installedGiB: 64, reservedGiB: 8 };
const cpu = { sockets: 2, coresPerSocket: 20, overheadThreads: 16 };

/** A fleet in which everything is wrong that can be. */
const broken = fleetSchema.parse({
  kind: 'fleet',
  formatVersion: '1.0',
  name: 'broken',
  zones: [
    { id: 'business', kind: 'business', mlps: 3 },
    { id: 'empty', kind: 'dmz', mlps: 2 },
  ],
  profiles: [
    { id: 'shared', build: 'virtualization-host/s2', assumed: ['nicMbps'] },
    { id: 'shared', build: 'virtualization-host/none', cpu, memory },
    { id: 'no-cpu', server: 'server/none', memory },
    { id: 'no-memory', cpu },
    { id: 'all-threads', cpu: { sockets: 1, coresPerSocket: 4, overheadThreads: 8 }, memory },
    { id: 'all-memory', cpu, memory: { installedGiB: 8, reservedGiB: 8 } },
    { id: 'sockets', server: 'server/1288H V5', cpu: { ...cpu, sockets: 4 }, memory },
    { id: 'arch', server: 'server/TaiShan 200 2280', memory },
  ],
  clouds: [
    {
      id: 'city',
      sites: [
        {
          id: 'one',
          rooms: [
            {
              id: 'a',
              powerW: 1,
              racks: [
                {
                  id: 'r',
                  units: 1,
                  powerW: 1,
                  tor: { model: 'switch-leaf/CE6865-48S8CQ-EI', uplinkMbps: 9_000_000 },
                  hosts: [
                    { id: 'h', profile: 'shared' },
                    { id: 'i', profile: 'none', zone: 'none' },
                  ],
                },
                { id: 's', zone: 'none', hosts: [{ id: 'h', profile: 'shared' }] },
              ],
            },
          ],
          storagePools: [{ id: 'p', type: 'floppy' }],
        },
      ],
    },
  ],
  links: [{ id: 'wan', from: 'source', to: 'nowhere', bandwidthMbps: 1 }],
});

it('every fleet code has a text, and every place in a text is filled by the finding', () => {
  const { findings } = expandFleet(broken);
  expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(Object.keys(fleetMessages).sort());
  for (const { code, params } of findings) {
    const texts = Object.values(fleetMessages[code as keyof typeof fleetMessages]).flatMap(({ text, action }) => [
      text,
      action,
    ]);
    const places = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect([code, places.filter((name) => !(name! in params))]).toEqual([code, []]);
  }
});
