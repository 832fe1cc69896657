import { expandFleet, fleetSchema } from '@yunqian/hw-model';
import { expect, it } from 'vitest';
import { estateSchema } from '../estate/schema.ts';
import { createPlan } from '../plan/create-plan.ts';
import { verifyPlan } from '../plan/verify-plan.ts';
import { policySchema } from '../policy/schema.ts';
import { withServices } from '../services/expand-services.ts';
import { whatIfFail } from '../whatif/fail.ts';
import { shenzhenFederationEstate, shenzhenFederationFleet, shenzhenFederationPolicy } from './federation.ts';

it('1+11+N is one plan: all at home but what a full district overflows to the city; districts stand in for each other', async () => {
  const fleet = expandFleet(fleetSchema.parse(shenzhenFederationFleet()));
  const estate = withServices(estateSchema.parse(shenzhenFederationEstate()));
  const documents = { estate, fleet, policy: policySchema.parse(shenzhenFederationPolicy()) };
  const { plan, diagnostics } = await createPlan(documents);
  expect(diagnostics).toEqual([]);
  expect(fleet.clouds.map(({ role }) => role).filter((role) => role === 'district').length).toBe(11);
  expect(plan!.unplaced).toEqual([]);
  expect(verifyPlan({ plan: plan!, ...documents }).diagnostics).toEqual([]);

  const homes = new Map(estate.tenants.map(({ id, homeCloud }) => [id, homeCloud]));
  const tenantOf = new Map(estate.systems.map(({ id, tenant }) => [id, tenant]));
  const systemOf = new Map(estate.workloads.map(({ id, system }) => [id, system]));
  const away = plan!.placements.filter(({ workload, host }) => {
    const system = systemOf.get(workload) ?? systemOf.get(workload.replace(/-\d+$/, ''));
    return host.split('/')[0] !== homes.get(tenantOf.get(system!)!);
  });
  // Nearly all from the full district; a partner that keeps room for another's failure may give up a few.
  expect(away.filter(({ workload }) => workload.startsWith('district-03-front')).length).toBeGreaterThan(
    away.length / 2,
  );
  for (const { workload, host } of away)
    expect([/^district-\d\d-front/.test(workload), host.split('/')[0]]).toEqual([true, 'city']);

  const { outcomes } = await whatIfFail({
    plan: plan!,
    ...documents,
    failures: [{ topology: 'cloud', ids: ['district-01'] }],
  });
  expect(outcomes[0]).toMatchObject({ broken: 0, violations: [] });
  const affairs = outcomes[0]!.restarts.filter(({ workload }) => workload.startsWith('district-01-affairs'));
  expect(affairs.map(({ to }) => to.split('/')[0])).toEqual(['district-02', 'district-02', 'district-02']);
});
