import { expect, test } from 'vitest';
import { estateOf, fleetOf, policyOf } from '../../test/support/documents.ts';
import { lower } from '../lower.ts';
import { createPlan } from '../plan/create-plan.ts';

const racks = [{ id: 'r', count: 1, hosts: [{ id: 'h', count: 4, profile: 'small' }] }];
const workload = (id: string, measured: object = {}) => ({ id, vcpus: 8, memMiB: 16_384, measured });
const estate = estateOf({
  workloads: [
    workload('idle', { cpuMeanPct: 5, cpuPct: 20, cpuPeakPct: 90, memMiB: 4000, memPeakMiB: 9000 }),
    workload('busy', { cpuPct: 99, memPct: 98 }),
    workload('blank'),
  ],
});
const sizes = (rightSize: object[]) =>
  lower(estate, fleetOf(racks), policyOf({ rightSize } as never)).problem.workloads.map(({ demand }) =>
    demand.slice(0, 2),
  );

test('the request counts unless the policy says otherwise', () => {
  expect(sizes([])).toEqual([
    [8000, 16_384],
    [8000, 16_384],
    [8000, 16_384],
  ]);
  expect(sizes([{ basis: 'request' }])).toEqual(sizes([]));
});

test('measured use plus headroom, in whole vCPUs, never above the request unless it may grow', () => {
  expect(sizes([{ basis: 'percentile' }])).toEqual([
    [2000, 5120],
    [8000, 16_384],
    [8000, 16_384],
  ]);
  expect(sizes([{ basis: 'percentile', grow: true }])[1]).toEqual([10_000, 20_224]);
  expect(sizes([{ basis: 'peak', headroomPct: 0 }])[0]).toEqual([8000, 9216]);
  expect(sizes([{ basis: 'mean', headroomPct: 0 }])[0]).toEqual([1000, 4096]);
});

test('the first entry that selects a workload decides, and what was sized is told', async () => {
  const rightSize = [{ select: { workloads: ['busy'] }, basis: 'request' }, { basis: 'percentile' }];
  const { assumptions } = lower(estate, fleetOf(racks), policyOf({ rightSize } as never));
  expect(assumptions.filter(({ field }) => field === 'size').map(({ subject }) => subject)).toEqual([
    'idle',
    '1 workloads without a measure',
  ]);
  const { plan } = await createPlan({ estate, fleet: fleetOf(racks), policy: policyOf({ rightSize } as never) });
  expect(plan!.summary.placed).toBe(3);
});
