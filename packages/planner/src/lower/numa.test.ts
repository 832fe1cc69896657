import { solve, verify } from '@yunqian/scheduler-core';
import { describe, expect, it } from 'vitest';
import { estateOf, fleetOf, policyOf, profileOf } from '../../test/support/documents.ts';
import { lower } from '../lower.ts';
import { createPlan } from '../plan/create-plan.ts';
import { verifyPlan } from '../plan/verify-plan.ts';

const twoSockets = { cpu: { sockets: 2, coresPerSocket: 16, threadsPerCore: 1, overheadThreads: 0 } };
const fleet = (more: object = {}, hosts = 1) =>
  fleetOf([{ id: 'r', hosts: [{ id: 'h', count: hosts, profile: 'p' }] }], {
    profiles: [profileOf('p', 32, 64, { ...twoSockets, ...more })],
  });
const estate = (...sizes: readonly (readonly [id: string, vcpus: number, memGiB: number])[]) =>
  estateOf({ workloads: sizes.map(([id, vcpus, memGiB]) => ({ id, vcpus, memMiB: memGiB * 1024 })) });
const align = policyOf({ numa: [{ cells: 'align' }] });
const asked = (lowered: ReturnType<typeof lower>) => lowered.problem.workloads.map(({ cards }) => cards?.numa);

describe('NUMA cells', () => {
  it('leave a problem as it was where the policy says nothing of them', () => {
    const { problem, assumptions } = lower(estate(['a', 20, 8]), fleet(), policyOf());
    expect(problem.rules.some(({ kind }) => kind === 'card')).toBe(false);
    expect(problem.hosts[0]).not.toHaveProperty('cards');
    expect(assumptions.some(({ field }) => field === 'numaCells')).toBe(false);
    expect(lower(estate(['a', 20, 8]), fleet(), policyOf({ numa: [{ cells: 'ignore' }] })).problem).toEqual(problem);
  });

  it('have equal shares of a host, by its sockets or as stated', () => {
    const cells = (more: object) => lower(estate(['a', 1, 1]), fleet(more), align).problem.hosts[0]?.cards?.numa;
    expect(cells({})).toEqual(new Array(2).fill([16_000, 32 * 1024]));
    expect(cells({ numaCells: 4 })).toEqual(new Array(4).fill([8000, 16 * 1024]));
    expect(cells({ arch: 'aarch64' })).toEqual(new Array(4).fill([8000, 16 * 1024]));
    const assumed = (more: object) =>
      lower(estate(['a', 1, 1]), fleet(more), align)
        .assumptions.filter(({ field }) => field === 'numaCells')
        .map(({ subject, value }) => `${subject}: ${value}`);
    expect(assumed({})).toEqual(['profile p: 2', 'fleet: equal']);
    expect(assumed({ numaCells: 2 })).toEqual(['fleet: equal']);
  });

  it('take who is aligned whole, or in the fewest even parts; the first entry that selects decides', () => {
    const policy = policyOf({
      numa: [
        { select: { workloads: ['off'] }, cells: 'ignore' },
        { select: { workloads: ['even'] }, cells: 'spread' },
        { cells: 'align' },
      ],
    });
    const sizes = [
      ['off', 4, 4],
      ['even', 4, 4],
      ['small', 4, 4],
      ['wide', 20, 4],
      ['deep', 1, 40],
      ['huge', 64, 4],
    ] as const;
    expect(asked(lower(estate(...sizes), fleet(), policy))).toEqual([0, 2, 1, 2, 2, 1]);
    expect(asked(lower(estate(...sizes), fleet({ numaCells: 4 }), policy))).toEqual([0, 2, 1, 4, 4, 1]);
  });

  it('refuse a third workload of ten cores on two cells of sixteen, which the sum would take', async () => {
    const three = estate(['a', 10, 1], ['b', 10, 1], ['c', 10, 1]);
    expect((await solve(lower(three, fleet(), policyOf()).problem)).unplaced).toEqual([]);
    const { problem } = lower(three, fleet(), align);
    const { unplaced } = await solve(problem);
    expect(unplaced).toHaveLength(1);
    expect(verify(problem, [0, 0, 0])).toMatchObject([{ rule: 'card:numa', amount: 1 }]);
    // One that is bound to no cell runs on what the two leave.
    const { problem: mixed } = lower(
      three,
      fleet(),
      policyOf({ numa: [{ select: { workloads: ['a', 'b'] }, cells: 'align' }] }),
    );
    expect((await solve(mixed)).unplaced).toEqual([]);
  });

  it('are said to be unknown where nothing tells the sockets', async () => {
    const whole = fleet();
    const bare = { ...whole, hosts: whole.hosts.map(({ numa, ...host }) => host) };
    const lowered = lower(estate(['a', 4, 4]), bare, align);
    expect(lowered.diagnostics.map(({ code }) => code)).toContain('YQ2026');
    expect((await solve(lowered.problem)).unplaced).toHaveLength(1);
  });

  it('are kept by plans, and counted again when a plan is verified', async () => {
    const documents = { estate: estate(['a', 10, 1], ['b', 10, 1], ['c', 10, 1]), fleet: fleet({}, 2), policy: align };
    const plan = (await createPlan(documents)).plan!;
    expect(plan.unplaced).toEqual([]);
    expect(verifyPlan({ plan, ...documents })).toEqual({ violations: [], diagnostics: [] });
    const onOne = { ...plan, placements: plan.placements.map((row) => ({ ...row, host: plan.placements[0]!.host })) };
    const { violations, diagnostics } = verifyPlan({ plan: onOne, ...documents });
    expect(violations).toMatchObject([{ rule: 'card:numa', amount: 1 }]);
    expect(diagnostics.map(({ code }) => code)).toContain('YQ3035');
  });
});
