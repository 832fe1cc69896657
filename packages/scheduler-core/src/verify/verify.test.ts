import { describe, expect, it } from 'vitest';
import { createProblem } from '../problem/builder.ts';
import { summarise } from './summarise.ts';
import { verify } from './verify.ts';

const builder = createProblem()
  .dimension('memMiB')
  .host('a', { capacity: { memMiB: 4 } })
  .host('b', { capacity: { memMiB: 4 }, closed: true })
  .workload('new', { demand: { memMiB: 1 } })
  .workload('old', { demand: { memMiB: 6 }, host: 'b' })
  .workload('fixed', { demand: { memMiB: 1 }, host: 'a', pinned: true });

describe('verify', () => {
  it('lets closed hosts keep what they have and take nothing new', () => {
    const problem = builder.build();
    expect(verify(problem, [0, 1, 0])).toEqual([]);
    expect(verify(problem, [1, 1, 0])).toEqual([
      { rule: 'closed', kind: 'eligibility', mode: 'hard', amount: 1, host: 'b', workloads: ['new'] },
    ]);
  });

  it('keeps pinned workloads in place; unplaced is no move', () => {
    const problem = { ...builder.build(), hosts: builder.build().hosts.map((host) => ({ ...host, closed: false })) };
    expect(verify(problem, [0, 1, 1]).map(({ rule, host }) => [rule, host])).toEqual([['pinned', 'b']]);
    expect(verify(problem, [0, 1, -1])).toEqual([]);
  });

  it.each([2, -2, 0.5, Number.NaN])('reports host index %d, which no host has', (host) => {
    const problem = { ...builder.build(), rules: [{ id: 'room', kind: 'capacity', mode: 'noWorse' }] as const };
    expect(verify(problem, [host, 1, 0])).toEqual([
      { rule: 'unknownHost', kind: 'eligibility', mode: 'hard', amount: 1, workloads: ['new'] },
    ]);
  });

  it('wants one entry for each workload', () => {
    expect(() => verify(builder.build(), [0])).toThrow('hostOf has 1 entries for 3 workloads');
  });

  it('subtracts the start from a noWorse rule', () => {
    const problem = { ...builder.build(), rules: [{ id: 'room', kind: 'capacity', mode: 'noWorse' }] as const };
    expect(verify(problem, [-1, 1, 0])).toEqual([]);
    const worse = { ...problem, hosts: problem.hosts.map((host) => ({ ...host, closed: false })) };
    expect(verify(worse, [1, 1, 0])).toEqual([
      {
        rule: 'room',
        kind: 'capacity',
        mode: 'noWorse',
        amount: 1,
        dimension: 'memMiB',
        host: 'b',
        workloads: ['new', 'old'],
      },
    ]);
  });
});

describe('summarise', () => {
  it('counts by mode and sums soft costs by level', () => {
    const problem = {
      ...builder.build(),
      rules: [
        { id: 'room', kind: 'capacity' },
        { id: 'half', kind: 'capacity', mode: 'soft', ratio: 0.5, level: 2, weight: 3 },
        { id: 'any', kind: 'capacity', mode: 'soft', ratio: 9 },
      ] as const,
    };
    expect(summarise(problem, verify(problem, [0, 0, 0]))).toEqual({
      count: { hard: 1, soft: 1, noWorse: 0 },
      costs: [
        { level: 1, cost: 0 },
        { level: 2, cost: 18 },
      ],
    });
  });
});
