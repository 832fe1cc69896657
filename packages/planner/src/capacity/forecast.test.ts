import { fleetSchema } from '@yunqian/hw-model';
import { expect, test } from 'vitest';
import { estateOf, policyOf } from '../../test/support/documents.ts';
import { forecast } from './forecast.ts';
import { growEstate } from './grow-estate.ts';

const estate = estateOf({
  systems: [{ id: 's', tenant: 't' }],
  tenants: [{ id: 't' }],
  workloads: [
    {
      id: 'web',
      system: 's',
      count: 6,
      vcpus: 4,
      memMiB: 4096,
      volumes: [{ sizeGiB: 10, type: 'sas', sharedId: 'x' }],
    },
    { id: 'db', system: 's', count: 2, vcpus: 4, memMiB: 4096 },
  ],
});
const fleet = fleetSchema.parse({
  kind: 'fleet',
  formatVersion: '1.0',
  name: 'f',
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
  clouds: [
    {
      id: 'c',
      sites: [
        { id: 's', rooms: [{ id: 'm', racks: [{ id: 'r', hosts: [{ id: 'h', count: 3, profile: 'small' }] }] }] },
      ],
    },
  ],
});

test('a system grows in its own mix, by whole workloads', () => {
  const grown = growEstate(estate, [{ pctPerMonth: 50 }], 1).workloads.slice(2);
  expect(grown.map(({ id }) => id)).toEqual(['web+1', 'web+2', 'web+3', 'db+1']);
  expect(grown[0]).toMatchObject({ count: 1, volumes: [{ sizeGiB: 10 }] });
  expect(grown[0]!.volumes[0]!.sharedId).toBeUndefined();
  expect(growEstate(estate, [{ tenant: 'other', pctPerMonth: 50 }], 1).workloads).toHaveLength(2);
});

test('cloud services grow by whole instances, their control planes do not', () => {
  const services = [{ id: 'db', service: 'rds', size: 100, count: 2, system: 's' }];
  const grown = growEstate(estateOf({ ...estate, services } as never), [{ pctPerMonth: 100 }], 1);
  expect(grown.services?.map(({ id, count }) => [id, count])).toEqual([
    ['db', 2],
    ['db+1', 1],
    ['db+2', 1],
  ]);
  const made = grown.workloads.filter(({ labels }) => labels.service !== undefined).map(({ id }) => id);
  expect(made.filter((id) => /^db/.test(id))).toEqual(['db-1-db', 'db-2-db', 'db+1-db', 'db+2-db']);
  expect(made.filter((id) => id === 'rds-control')).toHaveLength(1);
});

test('tells the month in which something runs out, and what to order', async () => {
  // 8 workloads of 4 vCPUs on 3 hosts of 16: room for 12. Ten per cent a month: 12 in month 4, 13 in month 5.
  const result = await forecast({
    estate,
    fleet,
    policy: policyOf({}),
    growth: [{ pctPerMonth: 10 }],
    months: 9,
    leadMonths: 3,
  });
  expect(result.months.map(({ workloads }) => workloads)).toEqual([8, 9, 10, 11, 12, 13]);
  expect(result).toMatchObject({ runsOut: 5, orderBy: 2 });
  expect(result.months.at(-1)!.shortOf).toEqual([{ reason: 'cpuMilli', workloads: 1 }]);
  // 8 x 1.1^9 = 18.9 workloads: five hosts.
  expect(result.order).toEqual([{ kind: 'c/s/m/r/h', profile: 'small', have: 3, need: 5 }]);
});

test('says so when nothing runs out', async () => {
  const result = await forecast({ estate, fleet, policy: policyOf({}), growth: [], months: 3, leadMonths: 3 });
  expect(result).toMatchObject({ runsOut: null, orderBy: null, order: [] });
});
