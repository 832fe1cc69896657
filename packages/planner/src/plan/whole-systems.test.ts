import { expect, test } from 'vitest';
import { estateOf, fleetOf, policyOf } from '../../test/support/documents.ts';
import { createPlan } from './create-plan.ts';
import { verifyPlan } from './verify-plan.ts';

const racks = [{ id: 'r', count: 1, hosts: [{ id: 'h', count: 2, profile: 'small' }] }];
const workload = (id: string, system: string) => ({ id, system, vcpus: 12, memMiB: 8192 });
const estate = estateOf({
  systems: [{ id: 'tax', criticality: 'core' }, { id: 'archive' }],
  workloads: [workload('a1', 'archive'), workload('a2', 'archive'), workload('t1', 'tax')],
});

test('a system is placed whole or not at all, and the verifier sees to it', async () => {
  const fleet = fleetOf(racks);
  const policy = policyOf({ wholeSystems: {} } as never);
  const { plan } = await createPlan({ estate, fleet, policy });
  expect(plan!.placements.map(({ workload: id }) => id)).toEqual(['t1']);
  expect(plan!.unplaced.map(({ workload: id }) => id)).toEqual(['a1', 'a2']);
  expect(
    verifyPlan({ plan: plan!, estate, fleet, policy }).diagnostics.filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
  const loose = await createPlan({ estate, fleet, policy: policyOf({}) });
  expect(loose.plan!.placements).toHaveLength(2);
  const { diagnostics } = verifyPlan({ plan: loose.plan!, estate, fleet, policy });
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'YQ3034', severity: 'error' }));
});
