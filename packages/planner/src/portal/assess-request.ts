import type { ExpandedFleet } from '@yunqian/hw-model';
import { engine, solve } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import { lower } from '../lower.ts';
import { buildPlan } from '../plan/build-plan.ts';
import { defaultPolicy } from '../plan/create-plan.ts';
import type { Plan } from '../plan/schema.ts';
import type { Policy } from '../policy/schema.ts';
import { solveWithReserve } from '../recovery/solve-with-reserve.ts';
import { isControlPlane } from '../services/labels.ts';
import { type QuotaUse, quotaUse } from '../tenancy/quota-use.ts';
import { checkRequest, joined } from './check-request.ts';
import type { Request } from './request-schema.ts';
import { requestedWorkloads } from './requested-services.ts';
import type { Reservation } from './reservation-schema.ts';
import { keepingPlaces } from './reservations.ts';
import type { ReservedRequest } from './with-requests.ts';

/** What a portal decides on: the documents and the plan in force. */
export interface PortalDocuments {
  readonly estate: Estate;
  readonly fleet: ExpandedFleet;
  readonly policy?: Policy | undefined;
  readonly plan: Pick<Plan, 'placements' | 'seed'>;
}

export interface RequestAnswer {
  /** Every workload of the request has a place beside all that stands and all that is reserved. */
  readonly feasible: boolean;
  /** Of the request's workloads; what it would reserve where feasible. */
  readonly placements: Reservation['placements'];
  /** Of the request's workloads, with reasons. */
  readonly unplaced: Plan['unplaced'];
  /** At each level above the tenant and at its own: what is used with the request's placed workloads. */
  readonly quotas: readonly QuotaUse[];
  /** Declared failures that could then no longer be stood (see YQ3201), where the policy wants the reserve proved. */
  readonly reserve?: Diagnostic['params'];
  /** An error here: the request, or the documents with it, cannot be planned at all. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Work units to look for a place. */
const budget = 200_000;

/**
 * Finds places for a request on a fleet where everything that the plan has and everything that is reserved stays where
 * it is. The same rules, checks and explanations as for a plan.
 */
export async function assessRequest(
  { estate, fleet, policy = defaultPolicy, plan }: PortalDocuments,
  reserved: readonly ReservedRequest[],
  request: Request,
): Promise<RequestAnswer> {
  const impossible = (diagnostics: readonly Diagnostic[]): RequestAnswer => ({
    feasible: false,
    placements: [],
    unplaced: [],
    quotas: [],
    diagnostics,
  });
  const wrong = checkRequest(estate, reserved, request);
  if (wrong.length > 0) return impossible(wrong);

  const fresh = lower(joined(estate, reserved, request), fleet, policy);
  const errors = fresh.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return impossible(errors);
  const standing = [...plan.placements, ...reserved.flatMap(({ placements }) => placements)];
  const own = new Set(requestedWorkloads(request).map(({ id }) => id));
  const { entries, entryOf } = fresh.index;
  const stands = new Set(standing.map(({ workload }) => workload));
  const wanted = new Set(
    fresh.problem.workloads.flatMap(({ id }, at) => {
      const { workload } = entries[entryOf[at]!]!;
      // The first request for a service brings the control plane with it.
      return own.has(workload.id) || (isControlPlane(workload) && !stands.has(id)) ? [id] : [];
    }),
  );
  const places = new Map(standing.flatMap(({ workload, host }) => (wanted.has(workload) ? [] : [[workload, host]])));
  const lowered = keepingPlaces(fresh, places);
  const { solution, diagnostics: reserve } = await solveWithReserve(lowered, fleet, policy, (problem) =>
    solve(problem, { seed: plan.seed, budget }),
  );
  const built = buildPlan(lowered, policy, solution, {
    name: estate.name,
    engine,
    seed: plan.seed,
    budget,
    inputs: [],
  });
  if (built.plan === undefined) return impossible(built.diagnostics.filter(({ severity }) => severity === 'error'));
  const placements = built.plan.placements.flatMap(({ workload, host }) =>
    wanted.has(workload) ? [{ workload, host }] : [],
  );
  const hostOf = new Map(built.plan.placements.map(({ workload, host }) => [workload, host]));
  const levels = new Set(entries.find(({ workload }) => own.has(workload.id))?.tenants);
  return {
    feasible: placements.length === wanted.size && reserve.length === 0,
    placements,
    unplaced: built.plan.unplaced.filter(({ workload }) => wanted.has(workload)),
    quotas: quotaUse(fresh.index, hostOf).filter(({ tenant }) => levels.has(tenant)),
    diagnostics: [],
    ...(reserve[0] && { reserve: reserve[0].params }),
  };
}
