import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Lowered } from '../../lower/lowered.ts';
import type { Plan } from '../../plan/schema.ts';
import type { Policy } from '../../policy/schema.ts';
import { readPlan } from './placed.ts';
import { verifyAmounts } from './verify-amounts.ts';
import { verifyFlows } from './verify-flows.ts';
import { verifyLevels } from './verify-levels.ts';
import { verifyPlaces } from './verify-places.ts';
import { verifySiteLinks } from './verify-site-links.ts';

/**
 * Requirements R1 to R4, R9, R11, R12 and R15 (`requirements.ts`) read straight from the documents: beside the workloads
 * with what they inherit it takes nothing from lowering, and knows neither the core's rules nor its counting. Built-in
 * rules that a policy has made soft or turned off are not judged here.
 */
export function verifySecurity(plan: Plan, { index }: Lowered, policy: Policy): Diagnostic[] {
  const { estate, fleet, entries } = index;
  const reading = readPlan(plan, { estate, fleet, policy, entries });
  return [
    ...verifyLevels(reading),
    ...verifyFlows(reading),
    ...verifyAmounts(reading),
    ...verifySiteLinks(reading),
    ...verifyPlaces(reading),
  ];
}
