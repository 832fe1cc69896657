import type { Estate, EstateWorkload } from '../estate/schema.ts';
import { type AccessDifference, compareAccess } from './access-policy.ts';

/**
 * What the check before a cutover must show. `accessPolicy` (R5, GB/T 22239-2019 8.2.4.2 a, levels 2 to 4): what is
 * permitted at the target is what was permitted at the source. `integrity` (R6, 8.2.4.5 c, level 3 and above): the data
 * that were copied are whole, by checksum or cryptography; where they are not, the copy is made again.
 */
export const evidenceKinds = ['accessPolicy', 'integrity'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The evidence that the highest level among some workloads asks for. Levels that nobody stated ask for none. */
export function requiredEvidence(estate: Estate, workloads: readonly EstateWorkload[]): EvidenceKind[] {
  const levels = new Map(estate.systems.map(({ id, mlps }) => [id, mlps]));
  const level = Math.max(0, ...workloads.map(({ mlps, system }) => mlps ?? levels.get(system ?? '') ?? 0));
  return [...(level >= 2 ? (['accessPolicy'] as const) : []), ...(level >= 3 ? (['integrity'] as const) : [])];
}

/** By reference, what the estate itself says is permitted on one side only. */
export function accessDifferences(estate: Estate): Map<string, AccessDifference> {
  return new Map(
    estate.accessPolicies
      .map((policy) => [policy.of, compareAccess(policy)] as const)
      .filter(([, { missing, added }]) => missing.length + added.length > 0),
  );
}
