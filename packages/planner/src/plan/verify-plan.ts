import { type Violation, verify } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { inWrittenRules, type Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import { lower } from '../lower.ts';
import { checkReservations } from '../portal/reservations.ts';
import { verifyCopies } from '../recovery/verify-copies.ts';
import { verifySecurity } from '../security/verify/verify-security.ts';
import { verifyServices } from '../services/verify-services.ts';
import { verifyQuotas } from '../tenancy/verify-quotas.ts';
import { checkPlaced } from './check-placed.ts';
import { defaultPolicy } from './create-plan.ts';
import type { PlanWithInputs } from './explain-plan.ts';
import { atStart, startOf } from './live.ts';
import type { Plan } from './schema.ts';
import { verifyClaims } from './verify-claims.ts';
import { verifyNuma } from './verify-numa.ts';
import { verifyOrder } from './verify-order.ts';
import { verifyVolumes } from './verify-volumes.ts';
import { verifyWholes } from './verify-wholes.ts';

export interface VerifyPlanOptions extends PlanWithInputs {
  /** sha256 of the documents at hand by kind; those that are given are compared with what the plan says it was made from. */
  readonly hashes?: Readonly<Record<string, string>>;
}

export interface VerifiedPlan {
  /** Every breach of a rule, soft ones included. */
  readonly violations: readonly Violation[];
  /** Everything else that is wrong; the plan holds if there is no error here and no violation but soft ones. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks a plan against the documents that it was made from: the inputs are the same, every workload is accounted for
 * once, every rule holds, volumes stand in pools that have the space, and what the plan says of itself is true. Knows
 * nothing of the solver nor of how plans are built.
 */
export function verifyPlan({
  plan,
  estate,
  fleet,
  policy = defaultPolicy,
  hashes = {},
}: VerifyPlanOptions): VerifiedPlan {
  const fresh = lower(estate, fleet, policy);
  const lowered = plan.moves === undefined ? fresh : atStart(fresh, startOf(plan), plan.moves);
  const { hostOf, diagnostics } = readPlacements(plan, lowered);
  const violations = verify(lowered.problem, hostOf).map((violation) => inWrittenRules(lowered.index, violation));
  return {
    violations,
    diagnostics: [
      ...verifyInputs(plan, hashes),
      ...lowered.diagnostics.filter(({ severity }) => severity === 'error'),
      ...diagnostics,
      ...verifySecurity(plan, lowered, policy),
      ...checkPlaced(lowered, policy, hostOf).filter(({ severity }) => severity === 'error'),
      ...verifyCopies(plan, lowered, hostOf),
      ...verifyVolumes(plan, lowered, hostOf, policy.builtin.storage === 'hard'),
      ...verifyWholes(plan, estate, lowered, policy),
      ...verifyNuma(lowered, policy, hostOf),
      ...verifyServices(plan, lowered.index.estate, fleet),
      ...verifyQuotas(plan, lowered, policy),
      ...checkReservations(plan, estate, new Set(fleet.hosts.flatMap(({ id, closed }) => (closed ? [] : [id])))),
      ...verifyOrder(plan, lowered, hostOf),
      ...verifyClaims(plan, lowered, hostOf, violations),
    ],
  };
}

function verifyInputs(plan: Plan, hashes: Readonly<Record<string, string>>): Diagnostic[] {
  const named = new Map(plan.inputs.map((input) => [input.kind, input]));
  return Object.entries(hashes).flatMap(([kind, sha256]) => {
    const input = named.get(kind);
    if (input === undefined) return trouble('YQ3002', 'error', kind, '/inputs', { kind });
    if (input.sha256 === sha256) return [];
    return trouble('YQ3001', 'error', input.path, '/inputs', { kind, path: input.path });
  });
}

/** Host of each workload as the plan has it; every workload of the estate must be in exactly one of the plan's lists. */
function readPlacements(plan: Plan, { problem, omitted }: Lowered): { hostOf: Int32Array; diagnostics: Diagnostic[] } {
  const workloadAt = new Map(problem.workloads.map(({ id }, at) => [id, at]));
  const hostAt = new Map(problem.hosts.map(({ id }, at) => [id, at]));
  const leftOut = new Set(omitted.map(({ workload }) => workload));
  const hostOf = new Int32Array(problem.workloads.length).fill(-1);
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const report = (code: string, pointer: string, params: Diagnostic['params']) =>
    diagnostics.push(trouble(code, 'error', 'plan', pointer, params));
  const meet = (workload: string, pointer: string): number | undefined => {
    const at = workloadAt.get(workload);
    if (at === undefined && !leftOut.has(workload)) report('YQ3005', pointer, { workload });
    else if (seen.has(workload)) report('YQ3003', pointer, { workload });
    seen.add(workload);
    return at;
  };
  plan.placements.forEach(({ workload, host }, i) => {
    const at = meet(workload, `/placements/${i}`);
    const hostIndex = hostAt.get(host);
    if (hostIndex === undefined) report('YQ3006', `/placements/${i}/host`, { workload, host });
    else if (at !== undefined) hostOf[at] = hostIndex;
    if (leftOut.has(workload)) report('YQ3007', `/placements/${i}`, { workload });
  });
  plan.unplaced.forEach(({ workload }, i) => {
    meet(workload, `/unplaced/${i}`);
    if (leftOut.has(workload)) report('YQ3007', `/unplaced/${i}`, { workload });
  });
  plan.omitted.forEach(({ workload }, i) => {
    meet(workload, `/omitted/${i}`);
    if (workloadAt.has(workload)) report('YQ3008', `/omitted/${i}`, { workload });
  });
  for (const id of [...workloadAt.keys(), ...leftOut]) if (!seen.has(id)) report('YQ3004', '', { workload: id });
  return { hostOf, diagnostics };
}
