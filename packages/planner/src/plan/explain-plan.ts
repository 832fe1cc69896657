import type { ExpandedFleet } from '@yunqian/hw-model';
import { createExplainer, type Explanation, type HostExplanation } from '@yunqian/scheduler-core';
import type { Estate } from '../estate/schema.ts';
import { lower } from '../lower.ts';
import type { Policy } from '../policy/schema.ts';
import { writtenExplanation, writtenHostExplanation } from './build-plan.ts';
import { defaultPolicy } from './create-plan.ts';
import type { Plan } from './schema.ts';

export interface PlanWithInputs {
  readonly plan: Plan;
  readonly estate: Estate;
  readonly fleet: ExpandedFleet;
  readonly policy?: Policy;
}

/** Answers about one plan; lowering and the sums over the placement are made once. */
export interface PlanExplainer {
  /** Undefined where the plan's estate has no such workload, or leaves it out. */
  workload(id: string): Explanation | undefined;
  host(workloadId: string, hostId: string): HostExplanation | undefined;
}

export function createPlanExplainer({ plan, estate, fleet, policy = defaultPolicy }: PlanWithInputs): PlanExplainer {
  const { problem, index } = lower(estate, fleet, policy);
  const workloadAt = new Map(problem.workloads.map(({ id }, at) => [id, at]));
  const hostAt = new Map(problem.hosts.map(({ id }, at) => [id, at]));
  const hostOf = new Int32Array(problem.workloads.length).fill(-1);
  for (const { workload, host } of plan.placements) {
    const at = workloadAt.get(workload);
    if (at !== undefined) hostOf[at] = hostAt.get(host) ?? -1;
  }
  const explainer = createExplainer(problem, hostOf);
  return {
    workload: (id) => {
      const at = workloadAt.get(id);
      return at === undefined ? undefined : writtenExplanation(index, explainer.workload(at));
    },
    host: (workloadId, hostId) => {
      const workload = workloadAt.get(workloadId);
      const host = hostAt.get(hostId);
      return workload === undefined || host === undefined
        ? undefined
        : writtenHostExplanation(index, explainer.host(workload, host));
    },
  };
}

/**
 * Why a workload is where it is or nowhere, over all hosts, or on one host. Throws a RangeError for ids that the
 * documents do not have: the caller has offered them.
 */
export function explainPlan(documents: PlanWithInputs, workloadId: string): Explanation;
export function explainPlan(documents: PlanWithInputs, workloadId: string, hostId: string): HostExplanation;
export function explainPlan(
  documents: PlanWithInputs,
  workloadId: string,
  hostId?: string,
): Explanation | HostExplanation {
  const explainer = createPlanExplainer(documents);
  const explanation = hostId === undefined ? explainer.workload(workloadId) : explainer.host(workloadId, hostId);
  if (explanation === undefined)
    throw new RangeError(
      `no workload ${workloadId}${hostId === undefined ? '' : ` or no host ${hostId}`} in these documents`,
    );
  return explanation;
}
