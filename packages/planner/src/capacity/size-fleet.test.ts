import { expandFleet, fleetSchema } from '@yunqian/hw-model';
import { expect, test } from 'vitest';
import { estateOf, policyOf } from '../../test/support/documents.ts';
import { verifyPlan } from '../plan/verify-plan.ts';
import { buildFleet, countsOf, kindFinder, kindsOf } from './pattern.ts';
import { sizeFleet } from './size-fleet.ts';

const pattern = fleetSchema.parse({
  kind: 'fleet',
  formatVersion: '1.0',
  name: 'pattern',
  profiles: [
    {
      id: 'small',
      cpu: { sockets: 1, coresPerSocket: 8, threadsPerCore: 2, overheadThreads: 0 },
      overcommitRatio: 1,
      memory: { installedGiB: 64, reservedGiB: 0 },
      units: 1,
      powerW: 400,
      nicMbps: 10_000,
    },
  ],
  zones: [{ id: 'a', kind: 'business', mlps: 3 }],
  clouds: [
    {
      id: 'c',
      sites: [
        {
          id: 's',
          rooms: [
            { id: 'm', racks: [{ id: 'r', count: 2, zone: 'a', hosts: [{ id: 'h', count: 4, profile: 'small' }] }] },
          ],
          storagePools: [{ id: 'p', type: 'sas', usableGiB: 1000 }],
        },
      ],
    },
  ],
});
const [kind] = kindsOf(pattern);

test('a fleet is built in the pattern of another, its hosts known again', () => {
  expect(countsOf(pattern)).toEqual(new Map([['c/s/m/r/h', 8]]));
  const built = expandFleet(buildFleet(pattern, new Map([[kind!.id, 9]]), 2));
  expect(built.hosts).toHaveLength(9);
  expect(built.racks).toHaveLength(3);
  const find = kindFinder([kind!]);
  expect(new Set(built.hosts.map(({ id }) => find(id)?.id))).toEqual(new Set(['c/s/m/r/h']));
});

test('buys as few hosts as carry the estate, one to spare, and the pools for its volumes', async () => {
  const estate = estateOf({
    workloads: Array.from({ length: 30 }, (_, i) => ({
      id: `w${i}`,
      zone: 'a',
      vcpus: 4,
      memMiB: 8192,
      volumes: [{ sizeGiB: 100, type: 'sas' }],
    })),
  });
  const policy = policyOf({});
  const { sized } = await sizeFleet({ estate, pattern, policy });
  // 30 x 4 vCPUs on hosts of 16; 3,000 GiB at four fifths of pools of 1,000.
  expect(sized).toMatchObject({ needed: 8, bound: 8 });
  expect(sized!.kinds).toEqual([{ kind: 'c/s/m/r/h', profile: 'small', needed: 8, bought: 9 }]);
  expect(sized!.purchase).toContainEqual(expect.objectContaining({ what: 'array', count: 4 }));
  const { violations } = verifyPlan({ plan: sized!.plan, estate, fleet: expandFleet(sized!.fleet), policy });
  expect(violations.filter(({ mode }) => mode !== 'soft')).toEqual([]);
});

test('says what no amount of such hosts carries', async () => {
  const estate = estateOf({ workloads: [{ id: 'huge', zone: 'a', vcpus: 64, memMiB: 1024 }] });
  const { sized, unplaceable } = await sizeFleet({ estate, pattern, policy: policyOf({}) });
  expect(sized).toBeUndefined();
  expect(unplaceable!.unplaced.map(({ workload }) => workload)).toEqual(['huge']);
});
