import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estateOf, fleetOf, policyOf } from '../../test/support/documents.ts';
import { checkEstate } from '../estate/check-estate.ts';
import { explanationClauses } from '../plan/clauses.ts';
import { createPlan, defaultPolicy } from '../plan/create-plan.ts';
import { explanationText } from '../plan/explanation-text.ts';
import type { Plan } from '../plan/schema.ts';
import { verifyPlan } from '../plan/verify-plan.ts';
import type { Policy } from '../policy/schema.ts';

const fleet = fleetOf([{ id: 'r', count: 2, hosts: [{ id: 'h', count: 2, profile: 'small' }] }]);
const tree = (quotas: Readonly<Record<string, object>>, more: object = {}) =>
  ['city', 'district', 'bureau'].map((id, i, all) => ({
    id,
    ...(i > 0 && { parent: all[i - 1]! }),
    ...(quotas[id] && { quotas: [quotas[id]] }),
    ...more,
  }));
const estate = (tenants: object[], count = 5) =>
  estateOf({
    tenants: tenants as never,
    systems: [{ id: 's', tenant: 'bureau', zone: 'z' }],
    workloads: [{ id: 'a', system: 's', vcpus: 2, memMiB: 2048, count }],
  });
const planned = async (of: ReturnType<typeof estate>, policy: Policy = defaultPolicy): Promise<Plan> =>
  (await createPlan({ estate: of, fleet, policy, budget: 1000 })).plan!;
const codes = (of: ReturnType<typeof estate>) => checkEstate(of).map(({ code, pointer }) => `${code} ${pointer}`);

describe('quotas of tenants (R14)', () => {
  test.each(['city', 'district', 'bureau'])('use counts at every level: a quota of the %s binds', async (level) => {
    const plan = await planned(estate(tree({ [level]: { vcpus: 6.5 } })));
    expect(plan.summary).toMatchObject({ placed: 3, unplaced: 2 });
    expect(plan.unplaced[0]!.blockedBy).toEqual([{ rule: `quota:${level}`, reason: 'cpuMilli', hosts: 4 }]);
    expect(explanationText(plan.unplaced[0]!, 'en')).toContain(`4 quota:${level}`);
    expect(explanationText(plan.unplaced[0]!, 'zh-CN')).toContain(`租户配额 ${level}`);
    expect(explanationClauses(plan.unplaced[0]!, 'en', plan.rules).join()).toContain('R14, ManageOne VDC');
  });

  test('a plan beyond a quota is refused by the verifier, whatever the plan says', async () => {
    const open = estate(tree({ city: { memGiB: 10 } }));
    const tight = estate(tree({ city: { memGiB: 9 } }));
    const plan = await planned(open);
    expect(plan.summary.unplaced).toBe(0);
    expect(verifyPlan({ plan, estate: open, fleet }).diagnostics).toEqual([]);
    const { violations, diagnostics } = verifyPlan({ plan, estate: tight, fleet });
    expect(violations).toMatchObject([{ rule: 'quota:city', amount: 1024 }]);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'YQ4640', params: { tenant: 'city', what: 'memGiB', used: 10, limit: 9 } }),
    );
  });

  test('counts one cloud or one zone where it says so, and is a goal or nothing where the policy says so', async () => {
    const left = async (quota: object, policy?: Policy) =>
      (await planned(estate(tree({ city: quota })), policy)).summary.unplaced;
    expect(await left({ vcpus: 4, cloud: 'c' })).toBe(3);
    expect(await left({ vcpus: 4, cloud: 'elsewhere' })).toBe(0);
    expect(await left({ vcpus: 4, zone: 'elsewhere' })).toBe(0);
    expect(await left({ vcpus: 4 }, policyOf({ builtin: { quota: 'off' } }))).toBe(0);
  });

  test('documents: one quota a scope; no more is handed out than there is, unless overbooked', () => {
    const twice = tree({}).map((tenant) => ({
      ...tenant,
      quotas: [{ vcpus: 9 }, { vcpus: 9, zone: 'z' }, { memGiB: 1 }],
    }));
    expect(codes(estate(twice as never))).toEqual([0, 1, 2].map((i) => `YQ1701 /tenants/${i}/quotas/2`));
    const through = tree({ city: { vcpus: 10 }, bureau: { vcpus: 11 } });
    expect(codes(estate(through))).toEqual(['YQ1702 /tenants/0/quotas/0']);
    expect(codes(estate(tree({ city: { vcpus: 10 }, bureau: { vcpus: 11 } }, { overbooked: true })))).toEqual([]);
    expect(codes(estate(tree({ city: { vcpus: 11 }, district: { vcpus: 11 }, bureau: { vcpus: 11 } })))).toEqual([]);
  });

  test('as many are placed as the tightest level allows, whatever the limits', async () => {
    const limit = fc.integer({ min: 0, max: 12 });
    await fc.assert(
      fc.asyncProperty(limit, limit, limit, async (city, district, bureau) => {
        const tenants = tree({ city: { vcpus: city }, district: { vcpus: district }, bureau: { vcpus: bureau } });
        const plan = await planned(estate(tenants));
        expect(plan.summary.placed).toBe(Math.min(5, Math.floor(Math.min(city, district, bureau) / 2)));
        expect(verifyPlan({ plan, estate: estate(tenants), fleet }).diagnostics).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('elastic addresses count, and names that are not there are told', async () => {
    const withAddresses = estateOf({
      tenants: tree({ city: { eips: 3 } }) as never,
      systems: [{ id: 's', tenant: 'bureau', zone: 'z' }],
      workloads: [{ id: 'a', system: 's', vcpus: 1, memMiB: 1024, count: 5, eips: 1 }],
    });
    const plan = await planned(withAddresses);
    expect(plan.summary).toMatchObject({ placed: 3, unplaced: 2 });
    expect(plan.unplaced[0]!.blockedBy).toEqual([{ rule: 'quota:city', reason: 'eips', hosts: 4 }]);
    expect(verifyPlan({ plan, estate: withAddresses, fleet }).diagnostics).toEqual([]);

    const strange = estate(tree({ city: { vcpus: 9, cloud: 'elsewhere', volumeGiB: { tape: 1 } } }));
    const { diagnostics } = await createPlan({ estate: strange, fleet, budget: 1000 });
    expect(diagnostics.filter(({ code }) => code === 'YQ1703').map(({ pointer }) => pointer)).toEqual([
      '/tenants/0/quotas/0/cloud',
      '/tenants/0/quotas/0/volumeGiB/tape',
    ]);
  });

  test('five levels of tenants are clean, a sixth is an error', () => {
    const deep = (levels: number) =>
      Array.from({ length: levels }, (_, i) => ({ id: `t${i}`, ...(i > 0 && { parent: `t${i - 1}` }) }));
    const of = (levels: number) => estateOf({ tenants: deep(levels) as never, workloads: [] });
    expect(checkEstate(of(5)).map(({ code }) => code)).not.toContain('YQ1107');
    expect(checkEstate(of(6))).toContainEqual(expect.objectContaining({ code: 'YQ1107', severity: 'error' }));
  });
});
