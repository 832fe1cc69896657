import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomProblem } from '../../test/support/random-problem.ts';
import { createProblem } from '../problem/builder.ts';
import type { Problem } from '../problem/problem.ts';
import { createContext } from '../rules/support/context.ts';
import { solve } from '../solve/solve.ts';
import { orderMoves } from './order-moves.ts';
import { verifyMoves } from './verify-moves.ts';

/** Hosts of 10, workloads as `[demand, host]`. */
function hosts(
  count: number,
  workloads: readonly (readonly [number, number])[],
  rules: Problem['rules'] = [],
): Problem {
  const builder = createProblem().dimension('memMiB');
  for (let host = 0; host < count; host++) builder.host(`h${host}`, { capacity: { memMiB: 10 } });
  workloads.forEach(([memMiB, host], w) => {
    builder.workload(`w${w}`, { demand: { memMiB }, ...(host >= 0 && { host: `h${host}` }) });
  });
  builder.group(
    'all',
    workloads.map((_, w) => `w${w}`),
  );
  return { ...builder.build(), rules: [{ id: 'capacity', kind: 'capacity' }, ...rules] };
}

describe('orderMoves', () => {
  it('lets a chain move from its end', async () => {
    const problem = hosts(3, [
      [8, 0],
      [8, 1],
    ]);
    const order = await orderMoves(problem, [1, 2]);
    expect(order).toEqual({
      steps: [[{ workload: 1, from: 1, to: 2 }], [{ workload: 0, from: 0, to: 1 }]],
      deadlocks: [],
      impossible: [],
    });
  });

  it('moves at once what does not wait for each other, within the limits', async () => {
    const problem = hosts(4, [
      [8, 0],
      [8, 1],
    ]);
    expect((await orderMoves(problem, [2, 3])).steps).toHaveLength(1);
    expect((await orderMoves(problem, [2, 3], { maxPerStep: 1 })).steps).toHaveLength(2);
    const shared = hosts(2, [
      [3, 0],
      [3, 0],
    ]);
    expect((await orderMoves(shared, [1, 1], { maxPerHost: 1 })).steps).toHaveLength(2);
  });

  it('breaks an exchange by a detour of the smaller one', async () => {
    const order = await orderMoves(
      hosts(3, [
        [9, 0],
        [7, 1],
      ]),
      [1, 0],
    );
    expect(order.deadlocks).toEqual([{ waiting: [0, 1], workload: 1, via: 2 }]);
    expect(order.steps.flat()).toEqual([
      { workload: 1, from: 1, to: 2 },
      { workload: 0, from: 0, to: 1 },
      { workload: 1, from: 2, to: 0 },
    ]);
  });

  it('shuts the smaller one down where there is no other host', async () => {
    const order = await orderMoves(
      hosts(2, [
        [9, 0],
        [7, 1],
      ]),
      [1, 0],
    );
    expect(order.deadlocks).toEqual([{ waiting: [0, 1], workload: 1, via: -1 }]);
    expect(order.steps.flat().at(-1)).toEqual({ workload: 1, from: -1, to: 0 });
  });

  it('keeps members of a group apart at every step', async () => {
    const problem = hosts(
      3,
      [
        [1, 0],
        [1, 1],
      ],
      [{ id: 'apart', kind: 'separate', topology: 'host', groups: ['all'] }],
    );
    const order = await orderMoves(problem, [1, 0]);
    expect(order.steps).toHaveLength(3);
    expect(verifyMoves(problem, [1, 0], order)).toEqual([]);
  });

  it('holds the quota of a group over some domains at every step', async () => {
    const problem = hosts(
      3,
      [
        [4, 0],
        [4, 1],
      ],
      [{ id: 'quota', kind: 'groupCapacity', groups: ['all'], limits: { memMiB: 4 }, domains: ['h0'] }],
    );
    const order = await orderMoves(problem, [2, 0]);
    // The first one comes last where workloads are tried in their order.
    expect(order.impossible).toEqual([]);
    expect(verifyMoves(problem, [2, 0], order)).toEqual([]);
    const turned = { ...order, steps: [[{ workload: 1, from: 1, to: 0 }], [{ workload: 0, from: 0, to: 2 }]] };
    expect(verifyMoves(problem, [2, 0], turned)).toMatchObject([
      { fault: 'broken', step: 0, violation: { rule: 'quota', amount: 4 } },
    ]);
  });

  it('lets a workload come only where its card is free', async () => {
    const builder = createProblem().dimension('gpu');
    for (const id of ['a', 'b', 'c']) builder.host(id, { capacity: { gpu: 8 }, cards: { npu: [[1]] } });
    builder
      .workload('x', { demand: { gpu: 1 }, cards: { npu: 1 }, host: 'a' })
      .workload('y', { demand: { gpu: 1 }, cards: { npu: 1 }, host: 'b' });
    const problem: Problem = {
      ...builder.build(),
      rules: [{ id: 'npu', kind: 'card', cards: 'npu', dimensions: ['gpu'] }],
    };
    const order = await orderMoves(problem, [1, 0]);
    expect(order.deadlocks).toHaveLength(1);
    expect(order.impossible).toEqual([]);
    expect(verifyMoves(problem, [1, 0], order)).toEqual([]);
    const turned = { ...order, steps: [[{ workload: 0, from: 0, to: 1 }], [{ workload: 1, from: 1, to: 0 }]] };
    expect(verifyMoves(problem, [1, 0], turned)).toMatchObject([
      { fault: 'broken', step: 0, violation: { rule: 'npu' } },
    ]);
  });

  it('says which target no order reaches', async () => {
    const order = await orderMoves(
      hosts(2, [
        [9, 0],
        [7, 1],
      ]),
      [1, 1],
    );
    expect(order.impossible).toEqual([0]);
  });

  it('starts what is new and shuts down what goes', async () => {
    const problem = hosts(1, [
      [9, 0],
      [8, -1],
    ]);
    const order = await orderMoves(problem, [-1, 0]);
    expect(order.steps.flat()).toEqual([
      { workload: 0, from: 0, to: -1 },
      { workload: 1, from: -1, to: 0 },
    ]);
  });

  it('reaches what was planned and breaks nothing on the way', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem({ maxHosts: 5, maxWorkloads: 8, modes: ['hard', 'noWorse'] }), async (problem) => {
        const { hostOf } = await solve(problem);
        const order = await orderMoves(problem, hostOf, { maxPerHost: 2 });
        expect(verifyMoves(problem, hostOf, order)).toEqual([]);
        const breaksNow = order.impossible.length > 0;
        if (breaksNow) expect(createContext(problem).initialHostOf.some((host) => host >= 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is told by the verifier when a step is taken out or turned round', async () => {
    const problem = hosts(3, [
      [8, 0],
      [8, 1],
    ]);
    const order = await orderMoves(problem, [1, 2]);
    const turned = { ...order, steps: [...order.steps].reverse() };
    expect(verifyMoves(problem, [1, 2], turned)[0]).toMatchObject({
      fault: 'broken',
      step: 0,
      violation: { host: 'h1' },
    });
    expect(verifyMoves(problem, [1, 2], { ...order, steps: order.steps.slice(1) }).length).toBeGreaterThan(0);
    const joined = { ...order, steps: [order.steps.flat()] };
    expect(verifyMoves(problem, [1, 2], joined)).toMatchObject([{ fault: 'broken', violation: { amount: 6 } }]);
  });
});
