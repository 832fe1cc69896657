import { expandFleet, type Fleet } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import { createPlan } from '../plan/create-plan.ts';
import type { InputRef, Plan } from '../plan/schema.ts';
import { verifyPlan } from '../plan/verify-plan.ts';
import type { Policy } from '../policy/schema.ts';
import type { FailureOutcome } from '../recovery/outcome.ts';
import { whatIfFail } from '../whatif/fail.ts';

/** The documents of one phase, as they hold in it. */
export interface PhaseDocuments {
  readonly estate: Estate;
  readonly fleet: Fleet;
  readonly policy?: Policy | undefined;
  readonly inputs?: readonly InputRef[];
}

export interface PlanPhaseOptions {
  /** The plan of the phase before: what runs stays where it runs unless something asks for a move. */
  readonly from?: Plan | undefined;
  readonly maxPerStep?: number | undefined;
  readonly seed?: number;
  readonly budget?: number;
  readonly signal?: AbortSignal;
}

export interface PlannedPhase {
  /** Absent where the documents are in error; then a diagnostic says why. */
  readonly plan?: Plan;
  /** Every failure that the policy declares, played on the plan. */
  readonly outcomes: readonly FailureOutcome[];
  /** The verifier found nothing hard against the plan. */
  readonly verified: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans a phase from where the one before left everything, checks the plan and plays every declared failure. */
export async function planPhase(documents: PhaseDocuments, options: PlanPhaseOptions = {}): Promise<PlannedPhase> {
  const { estate, policy, inputs } = documents;
  const { from, maxPerStep, seed, budget, signal } = options;
  const fleet = expandFleet(documents.fleet);
  const stated = { estate, fleet, ...(policy && { policy }) };
  const { plan, diagnostics } = await createPlan({
    ...stated,
    ...(inputs && { inputs }),
    ...(from && { from, moves: maxPerStep === undefined ? {} : { maxPerStep } }),
    ...(seed !== undefined && { seed }),
    ...(budget !== undefined && { budget }),
    ...(signal && { signal }),
  });
  if (plan === undefined) return { outcomes: [], verified: false, diagnostics };
  const checked = verifyPlan({ plan, ...stated });
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
  const { outcomes } = await whatIfFail({ plan, ...stated });
  return {
    plan,
    outcomes,
    verified: errors.length === 0 && checked.violations.every(({ mode }) => mode === 'soft'),
    diagnostics: [...diagnostics, ...errors],
  };
}
