import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFaults } from '../../test/support/plan-oracle.ts';
import { randomDocuments } from '../../test/support/random-documents.ts';
import { readDocument } from '../document/read-document.ts';
import { writeDocument } from '../document/write-document.ts';
import { createPlan } from './create-plan.ts';
import type { Plan } from './schema.ts';
import { verifyPlan } from './verify-plan.ts';

const runs = { numRuns: Number(process.env.YUNQIAN_RUNS ?? 150) };

describe('plans of random documents', () => {
  test('verify clean, hold by a second reading of the documents, and come out the same twice', async () => {
    await fc.assert(
      fc.asyncProperty(randomDocuments, async ({ estate, fleet, policy }) => {
        const { plan, diagnostics } = await createPlan({ estate, fleet, policy });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const verified = verifyPlan({ plan: plan!, estate, fleet, policy });
        expect(verified.diagnostics).toEqual([]);
        expect(verified.violations.filter(({ mode }) => mode !== 'soft')).toEqual([]);
        expect(findFaults(plan!, estate, fleet, policy)).toEqual([]);
        const text = writeDocument(plan!, 'json');
        expect(writeDocument((await createPlan({ estate, fleet, policy })).plan!, 'json')).toBe(text);
        expect(readDocument(text, { kind: 'plan', path: 'plan.json' })).toEqual({ value: plan, diagnostics: [] });
      }),
      runs,
    );
  });

  test('are caught when something in them is changed', async () => {
    const change = fc.record({ at: fc.nat(), kind: fc.constantFrom(...Object.keys(changes)) });
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(randomDocuments, change, async ({ estate, fleet, policy }, { at, kind }) => {
        const { plan } = await createPlan({ estate, fleet, policy });
        const broken = structuredClone(plan!) as Plan;
        if (!changes[kind]!(broken, at)) return;
        tried++;
        const { violations, diagnostics } = verifyPlan({ plan: broken, estate, fleet, policy });
        expect([kind, violations.filter(({ mode }) => mode !== 'soft').length + diagnostics.length]).not.toEqual([
          kind,
          0,
        ]);
      }),
      runs,
    );
    expect(tried).toBeGreaterThan(runs.numRuns / 3);
  });
});

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** Each spoils a plan in one way; false where this plan has nothing of the kind. */
const changes: Readonly<Record<string, (plan: Plan, at: number) => boolean>> = {
  lose: (plan, at) => plan.placements.splice(at % Math.max(1, plan.placements.length), 1).length > 0,
  double: (plan, at) => {
    const placement = pick(plan.placements, at);
    return placement !== undefined && plan.placements.push(placement) > 0;
  },
  invent: (plan) =>
    plan.placements.push({ workload: 'nobody', host: plan.placements[0]?.host ?? 'nowhere', volumes: [] }) > 0,
  misplace: (plan, at) => {
    const placement = pick(plan.placements, at);
    if (placement) placement.host = 'c/s/m/r9/h9';
    return placement !== undefined;
  },
  move: (plan, at) => {
    const placement = pick(plan.placements, at);
    const other = plan.placements.find(({ host }) => host !== placement?.host)?.host;
    if (placement && other) placement.host = other;
    return other !== undefined;
  },
  promise: (plan) => {
    plan.summary.placed++;
    return true;
  },
  enlarge: (plan, at) => {
    const host = pick(plan.utilisation.hosts, at);
    if (host) host.capacity[0]! += 1;
    return host !== undefined;
  },
  shrinkVolume: (plan, at) => {
    const volume = pick(
      plan.placements.flatMap(({ volumes }) => volumes),
      at,
    );
    if (volume) volume.sizeGiB -= 0.5;
    return volume !== undefined;
  },
  hideViolation: (plan) => plan.violations.pop() !== undefined,
  omit: (plan, at) => {
    const placement = pick(plan.placements, at);
    if (placement) plan.omitted.push({ workload: placement.workload, reason: 'poweredOff' });
    return placement !== undefined;
  },
};
