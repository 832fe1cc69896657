import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Lowered } from '../lower/lowered.ts';
import type { Plan } from '../plan/schema.ts';
import type { Policy } from '../policy/schema.ts';
import type { Failure } from './failures.ts';
import { networkFaults } from './network-faults.ts';
import type { FailureOutcome } from './outcome.ts';
import { pairLoads } from './pair-load.ts';
import type { RecoveryModel } from './recovery-model.ts';
import { copiesOfPlan, createSimulator, poolsOfPlan } from './simulate.ts';

export interface SweepInput {
  readonly plan: Plan;
  readonly lowered: Lowered;
  readonly fleet: ExpandedFleet;
  readonly model: RecoveryModel;
  readonly policy: Policy;
  readonly failures: readonly Failure[];
  /** Links that are out of service all the while. */
  readonly withoutLinks?: ReadonlySet<string>;
}

/** The outcome of every failure, one by one. */
export async function sweep({
  plan,
  lowered,
  fleet,
  model,
  policy,
  failures,
  withoutLinks,
}: SweepInput): Promise<FailureOutcome[]> {
  const hostOf = placementOf(plan, lowered);
  const loads = pairLoads(lowered, fleet, model, hostOf, withoutLinks);
  const simulator = createSimulator({
    lowered,
    fleet,
    model,
    hostOf,
    poolsOf: poolsOfPlan(plan, lowered),
    copiesIn: copiesOfPlan(plan, lowered),
    loads,
    network: networkFaults(lowered, policy),
  });
  const outcomes: FailureOutcome[] = [];
  for (const failure of failures) outcomes.push(await simulator.simulate(failure));
  return outcomes;
}

/** Hosts of a plan as indices of the problem. */
export function placementOf(plan: Plan, { problem }: Lowered): Int32Array {
  const hostAt = new Map(problem.hosts.map(({ id }, at) => [id, at]));
  const hostOfId = new Map(plan.placements.map(({ workload, host }) => [workload, host]));
  return Int32Array.from(problem.workloads, ({ id }) => hostAt.get(hostOfId.get(id) ?? '') ?? -1);
}
