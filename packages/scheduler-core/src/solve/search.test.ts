import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem/problem.ts';
import { verify } from '../verify/verify.ts';
import { solve } from './solve.ts';

const fleet = (hosts: number, workloads: readonly (readonly [size: number, priority?: number])[]): Problem => ({
  formatVersion: '1.0',
  name: 'overload',
  dimensions: ['memMiB'],
  levels: [],
  hosts: Array.from({ length: hosts }, (_, at) => ({ id: `h${at}`, capacity: [8], domains: [] })),
  workloads: workloads.map(([size, priority], at) => ({ id: `w${at}`, demand: [size], ...(priority && { priority }) })),
  groups: [],
  rules: [{ id: 'capacity', kind: 'capacity' }],
});

describe('a fleet that is too small', () => {
  it('leaves fewest out: small ones rather than large ones', async () => {
    const problem = fleet(4, [...Array(10).fill([8]), ...Array(30).fill([1])]);
    const { hostOf, unplaced } = await solve(problem);
    // 30 small ones fill four hosts but for two units: no large one fits beside them.
    expect(unplaced).toHaveLength(10);
    expect(verify(problem, hostOf)).toEqual([]);
  });

  it('but never a higher priority for lower ones', async () => {
    const problem = fleet(2, [[8, 1], ...Array(20).fill([1])]);
    const { hostOf, unplaced } = await solve(problem);
    expect(hostOf[0]).toBeGreaterThanOrEqual(0);
    expect(unplaced).toHaveLength(12);
  });

  it('takes what still fits when the repair has no budget', async () => {
    const problem = fleet(3, [...Array(9).fill([5]), ...Array(9).fill([3])]);
    const { unplaced } = await solve(problem, { budget: 1 });
    // Three hosts: 5 + 3 each, or 3 + 3 each; six is the most.
    expect(unplaced).toHaveLength(12);
  });
});
