import { checkProblem } from '@yunqian/scheduler-core';
import { describe, expect, test } from 'vitest';
import { estateOf, fleetOf, policyOf } from '../../test/support/documents.ts';
import { lower } from '../lower.ts';
import { createPlan } from '../plan/create-plan.ts';
import { explainPlan } from '../plan/explain-plan.ts';
import { verifyPlan } from '../plan/verify-plan.ts';

const zones = ['public', 'private'].map((id) => ({ id, kind: 'business' as const, mlps: 3 }));
const racks = [
  { id: 'p', count: 3, zone: 'public', hosts: [{ id: 'h', count: 2, profile: 'small' }] },
  { id: 'q', count: 2, zone: 'private', hosts: [{ id: 'h', count: 2, profile: 'small' }] },
];
const fleet = fleetOf(racks, { zones });
const policy = policyOf({ rules: [{ rule: 'spread', id: 'even', topology: 'rack', maxSkew: 1 }] });
const system = (id: string, zone: string) => ({ id, zone, components: [{ id: 'web' }] });
const web = (of: string, count: number, vcpus = 1) => ({
  id: of,
  system: of,
  component: 'web',
  count,
  vcpus,
  memMiB: 1024,
});
const estate = estateOf({
  systems: [system('a', 'public'), system('b', 'private'), system('c', 'public')],
  workloads: [web('a', 6), web('b', 4), web('c', 5)],
});

describe('skew over the domains that a group reaches', () => {
  test('replicas of each zone spread evenly over its own racks, whatever stands empty in others', async () => {
    const { plan } = await createPlan({ estate, fleet, policy });
    expect(plan?.summary).toMatchObject({ placed: 15, unplaced: 0, softViolations: 0 });
    const perRack = (of: string) => {
      const counts = new Map<string, number>();
      for (const { workload, host } of plan!.placements) {
        if (!workload.startsWith(`${of}-`)) continue;
        const rack = host.split('/').slice(0, -1).join('/');
        counts.set(rack, (counts.get(rack) ?? 0) + 1);
      }
      return [...counts.values()].sort();
    };
    expect([perRack('a'), perRack('b'), perRack('c')]).toEqual([
      [2, 2, 2],
      [2, 2],
      [1, 2, 2],
    ]);
    const { violations, diagnostics } = verifyPlan({ plan: plan!, estate, fleet, policy });
    expect([violations, diagnostics]).toEqual([[], []]);
  });

  test('the core gets a sound problem, one part of the rule a zone', () => {
    const { problem, index } = lower(estate, fleet, policy);
    expect(checkProblem(problem)).toEqual([]);
    expect(
      problem.rules.filter(({ kind }) => kind === 'spread').map(({ id }) => [id, index.writtenRule.get(id)]),
    ).toEqual([
      ['even~1', 'even'],
      ['even~2', 'even'],
    ]);
  });

  test('an uneven plan is caught, and explained, under the rule as it was written', async () => {
    const { plan } = await createPlan({ estate, fleet, policy });
    const [first] = plan!.placements.filter(({ workload }) => workload.startsWith('a-'));
    const crowded = {
      ...plan!,
      placements: plan!.placements.map((placement) =>
        placement.workload.startsWith('a-') ? { ...placement, host: first!.host } : placement,
      ),
    };
    expect(verifyPlan({ plan: crowded, estate, fleet, policy }).violations).toMatchObject([
      { rule: 'even', amount: 5 },
    ]);

    const tall = estateOf({ systems: [system('a', 'public')], workloads: [web('a', 7, 16)] });
    const partial = await createPlan({ estate: tall, fleet, policy });
    expect(partial.plan?.summary.unplaced).toBe(1);
    const full = fleetOf(
      [racks[0]!, { id: 'r', zone: 'public', hosts: [{ id: 'h', profile: 'small', closed: true }] }],
      { zones },
    );
    const { plan: third } = await createPlan({ estate: tall, fleet: full, policy });
    expect(JSON.stringify(explainPlan({ plan: third!, estate: tall, fleet: full, policy }, 'a-7'))).not.toContain(
      'even~',
    );
  });

  test('where everything is in reach the problem stays as it is', () => {
    const open = fleetOf([{ id: 'p', count: 3, hosts: [{ id: 'h', count: 2, profile: 'small' }] }]);
    const { problem, index } = lower(
      estateOf({ systems: [{ id: 'a', components: [{ id: 'web' }] }], workloads: [web('a', 3)] }),
      open,
      policy,
    );
    expect(problem.levels.some((level) => level.includes('~'))).toBe(false);
    expect(index.writtenRule.size).toBe(0);
  });
});
