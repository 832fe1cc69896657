import { expandFleet, fleetSchema } from '@yunqian/hw-model';
import { expect, test } from 'vitest';
import { estateSchema } from '../estate/schema.ts';
import { policySchema } from '../policy/schema.ts';
import { shenzhenEstate } from '../shenzhen/estate.ts';
import { shenzhenFleet } from '../shenzhen/fleet.ts';
import { shenzhenPolicy } from '../shenzhen/policy.ts';
import { createPlan } from './create-plan.ts';
import { countMoves, startOf } from './live.ts';
import type { Plan } from './schema.ts';
import { verifyPlan } from './verify-plan.ts';

const estate = estateSchema.parse(shenzhenEstate());
const policy = policySchema.parse(shenzhenPolicy());
const fleet = expandFleet(fleetSchema.parse(shenzhenFleet()));
const { plan: live } = await createPlan({ estate, fleet, policy });

/** The fleet with one host that carries something closed. */
function closing(host: string) {
  return { ...fleet, hosts: fleet.hosts.map((one) => (one.id === host ? { ...one, closed: true } : one)) };
}

test('a placement that needs nothing keeps every workload where it is', async () => {
  const { plan } = await createPlan({ estate, fleet, policy, from: live! });
  expect(countMoves(plan!)).toEqual({ moved: 0, started: 0, stopped: 0, detours: 0 });
  expect(plan!.placements.map(({ host }) => host)).toEqual(live!.placements.map(({ host }) => host));
});

test('a host that is gone is left in an order that the verifier replays', async () => {
  const busiest = live!.utilisation.hosts.reduce((a, b) => (b.workloads > a.workloads ? b : a));
  const rest = { ...fleet, hosts: fleet.hosts.filter(({ id }) => id !== busiest.host) };
  const { plan } = await createPlan({ estate, fleet: rest, policy, from: live! });
  const { moved, started } = countMoves(plan!);
  expect(started).toBe(busiest.workloads - (plan!.summary.unplaced - live!.summary.unplaced));
  expect(moved).toBeLessThan(started);
  const { violations, diagnostics } = verifyPlan({ plan: plan!, estate, fleet: rest, policy });
  expect(violations.filter(({ mode }) => mode !== 'soft')).toEqual([]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('at most so many workloads move, and the order is replayed from the start', async () => {
  const spread = await createPlan({ estate, fleet, policy, seed: 7 });
  const { plan } = await createPlan({ estate, fleet, policy, from: spread.plan!, moves: { limit: 5, maxPerStep: 2 } });
  expect(countMoves(plan!).moved).toBeLessThanOrEqual(5);
  expect(plan!.moves!.steps.every((step) => step.length <= 2)).toBe(true);
  const start = new Map(spread.plan!.placements.map(({ workload, host }) => [workload, host]));
  expect(startOf(plan!)).toEqual(start);
});

test('the verifier tells moves that were tampered with', async () => {
  const busiest = live!.utilisation.hosts.reduce((a, b) => (b.workloads > a.workloads ? b : a));
  const rest = closing(busiest.host);
  const { plan } = await createPlan({ estate, fleet: rest, policy, from: live! });
  const forged: Plan = {
    ...plan!,
    moves: { ...plan!.moves!, steps: [[{ workload: live!.placements[0]!.workload, from: null, to: 'nowhere' }]] },
  };
  const { diagnostics } = verifyPlan({ plan: forged, estate, fleet: rest, policy });
  expect(diagnostics.map(({ code }) => code)).toContain('YQ3030');
});
