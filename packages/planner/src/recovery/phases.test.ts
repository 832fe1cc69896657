import { expandFleet, fleetSchema } from '@yunqian/hw-model';
import { describe, expect, it } from 'vitest';
import { estateSchema } from '../estate/schema.ts';
import { createPlan } from '../plan/create-plan.ts';
import { verifyPlan } from '../plan/verify-plan.ts';
import { policySchema } from '../policy/schema.ts';
import { withServices } from '../services/expand-services.ts';
import { shenzhenPhase2Estate, shenzhenPhase2Fleet, shenzhenPhase2Policy } from '../shenzhen/phase-2.ts';
import { shenzhenPhase3Estate, shenzhenPhase3Fleet, shenzhenPhase3Policy } from '../shenzhen/phase-3.ts';
import { whatIfFail } from '../whatif/fail.ts';

describe.each([
  ['second', shenzhenPhase2Estate, shenzhenPhase2Fleet, shenzhenPhase2Policy, 208],
  ['third', shenzhenPhase3Estate, shenzhenPhase3Fleet, shenzhenPhase3Policy, 294],
] as const)('the %s phase', (_, estateInput, fleetInput, policyInput, failures) => {
  it('is placed whole and verified; no host, rack, room, site, array, link or device of the network leaves anything beyond its class', async () => {
    const fleet = expandFleet(fleetSchema.parse(fleetInput()));
    const documents = {
      estate: withServices(estateSchema.parse(estateInput())),
      fleet,
      policy: policySchema.parse(policyInput()),
    };
    const { plan, diagnostics } = await createPlan(documents);
    expect(diagnostics).toEqual([]);
    expect(plan!.unplaced).toEqual([]);
    const verified = verifyPlan({ plan: plan!, ...documents });
    expect([verified.violations.filter(({ mode }) => mode !== 'soft'), verified.diagnostics]).toEqual([[], []]);

    const { outcomes } = await whatIfFail({ plan: plan!, ...documents });
    expect(outcomes.length).toBe(failures);
    expect(outcomes.filter(({ broken }) => broken > 0)).toEqual([]);
    // What restarts is accounted for, host by host, from the documents alone.
    const vcpus = new Map(
      documents.estate.workloads.flatMap((one) =>
        Array.from({ length: one.count }, (__, i) => [one.count === 1 ? one.id : `${one.id}-${i + 1}`, one.vcpus]),
      ) as [string, number][],
    );
    const capacity = new Map(
      fleet.hosts.map((host) => [host.id, host.role === 'bareMetal' ? host.threads : host.vcpus]),
    );
    for (const { failure, restarts } of outcomes) {
      const at = new Map(plan!.placements.map(({ workload, host }) => [workload, host]));
      for (const { workload, to } of restarts) at.set(workload, to);
      const used = new Map<string, number>();
      for (const [workload, host] of at) used.set(host, (used.get(host) ?? 0) + vcpus.get(workload)!);
      expect([failure, [...used].filter(([host, sum]) => sum > capacity.get(host)! + 1e-6)]).toEqual([failure, []]);
    }
  });
});
