import { expect, test } from 'vitest';
import { estateOf, fleetOf, policyOf } from '../../test/support/documents.ts';
import { lower } from '../lower.ts';
import { createPlan } from '../plan/create-plan.ts';
import { findDrift } from './drift.ts';

const racks = [{ id: 'r', count: 1, hosts: [{ id: 'h', count: 3, profile: 'small' }] }];
const workloads = ['a', 'b', 'c', 'd'].map((id) => ({ id, vcpus: 4, memMiB: 8192 }));
const estate = estateOf({ workloads });
const fleet = fleetOf(racks);
const policy = policyOf({});
const lowered = lower(estate, fleet, policy);
const { plan } = await createPlan({ estate, fleet, policy });
const hostOf = new Map(plan!.placements.map(({ workload, host }) => [workload, host]));
const others = (id: string) => fleet.hosts.map((host) => host.id).filter((host) => host !== hostOf.get(id));

test('an inventory as planned has not drifted', async () => {
  const live = estateOf({ workloads: workloads.map((one) => ({ ...one, sourceHost: hostOf.get(one.id)! })) });
  const drift = await findDrift(plan!, lowered, live);
  expect(Object.values(drift).flat()).toEqual([]);
});

test('each kind of drift is found, and the way back moves only what is out of place', async () => {
  const live = estateOf({
    workloads: [
      { ...workloads[0]!, sourceHost: others('a')[0]! },
      { ...workloads[1]!, vcpus: 2, sourceHost: 'old-name' },
      { ...workloads[2]!, sourceHost: 'attic' },
      { id: 'stray', vcpus: 1, memMiB: 1, sourceHost: 'attic' },
    ],
  });
  const drift = await findDrift(plan!, lowered, live, new Map([['old-name', hostOf.get('b')!]]));
  expect(drift.elsewhere.map(({ workload }) => workload)).toEqual(['a']);
  expect(drift.astray.map(({ workload }) => workload)).toEqual(['c']);
  expect(drift.missing.map(({ workload }) => workload)).toEqual(['d']);
  expect(drift.unknown).toEqual([{ workload: 'stray', live: 'attic' }]);
  expect(drift.resized).toMatchObject([{ workload: 'b', live: { vcpus: 2 } }]);
  expect(
    drift.moves
      .flat()
      .map(({ workload }) => workload)
      .sort(),
  ).toEqual(['a', 'c', 'd']);
});
