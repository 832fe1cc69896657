import { expandFleet, fleetSchema } from '@yunqian/hw-model';
import { expect, it } from 'vitest';
import { estateSchema } from '../estate/schema.ts';
import { createPlan } from '../plan/create-plan.ts';
import { policySchema } from '../policy/schema.ts';
import { withServices } from '../services/expand-services.ts';
import { createWaves } from '../waves/create-waves.ts';
import { programmeSchema } from '../waves/schema.ts';
import { verifyWaves } from '../waves/verify-waves.ts';
import { shenzhenEstate } from './estate.ts';
import { shenzhenFleet } from './fleet.ts';
import { shenzhenPolicy } from './policy.ts';
import { shenzhenProgramme } from './programme.ts';

it('the Shenzhen programme is done within its nine months: every system in a wave, tied ones together', async () => {
  const estate = withServices(estateSchema.parse(shenzhenEstate()));
  const programme = programmeSchema.parse(shenzhenProgramme());
  const fleet = expandFleet(fleetSchema.parse(shenzhenFleet()));
  const { plan } = await createPlan({ estate, fleet, policy: policySchema.parse(shenzhenPolicy()) });
  const { waves, diagnostics } = createWaves({ plan: plan!, estate, programme, inputs: [] });

  // Large groups together are above the copy service's usual quota of 100 tasks: told, to be raised or staggered.
  const told = diagnostics.filter(({ severity, code }) => severity !== 'info' && code !== 'YQ4230');
  expect(told).toEqual([]);
  expect(waves.unscheduled).toEqual([]);
  expect(waves.groups.flatMap(({ systems }) => systems).sort()).toEqual(estate.systems.map(({ id }) => id).sort());
  expect(waves.summary.end! <= `${programme.deadline}T23:59`).toBe(true);
  expect(waves.waves[0]).toMatchObject({ pilot: true, groups: programme.pilot });
  const fiscal = waves.groups.find(({ systems }) => systems.includes('fiscal-information'));
  expect(fiscal?.systems).toEqual(['fiscal-approval', 'fiscal-information']);
  expect(verifyWaves({ waves, estate, programme, plan: plan! })).toEqual([]);
});
