import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPlacement } from '../../test/support/oracle.ts';
import { randomProblem } from '../../test/support/random-problem.ts';
import { createProblem } from '../problem/builder.ts';
import type { Problem } from '../problem/problem.ts';
import { type Contradiction, findContradictions } from './find-contradictions.ts';

function cluster(rules: Problem['rules'], members = 3): Problem {
  const builder = createProblem('cluster').dimension('cpuMilli').level('rack');
  for (let host = 0; host < 4; host++) {
    builder.host(`h${host}`, {
      capacity: { cpuMilli: 10 },
      domains: { rack: host < 2 ? 'r1' : 'r2' },
      attributes: { zone: host === 3 ? 'dmz' : 'gov' },
    });
  }
  for (let w = 0; w < members; w++) builder.workload(`w${w}`, { demand: { cpuMilli: 4 }, attributes: { zone: 'gov' } });
  builder.group(
    'all',
    [...Array(members).keys()].map((w) => `w${w}`),
  );
  return { ...builder.build(), rules };
}

const zone = { id: 'zone', kind: 'eligibility', hostKey: 'zone', op: 'in', workloadKey: 'zone' } as const;
const capacity = { id: 'capacity', kind: 'capacity' } as const;

describe('findContradictions', () => {
  it('finds none where all fits', () => {
    const apart = { id: 'apart', kind: 'separate', topology: 'host', groups: ['all'] } as const;
    expect(findContradictions(cluster([capacity, zone, apart]))).toEqual([]);
  });

  it('names the rules that leave too few hosts apart', () => {
    const apart = { id: 'apart', kind: 'separate', topology: 'host', groups: ['all'] } as const;
    expect(findContradictions(cluster([capacity, zone, apart], 4))).toMatchObject([
      { rules: ['zone', 'apart'], group: 'all', needed: 4, most: 3 },
    ]);
  });

  it('names apart and together, and not what is innocent', () => {
    const apart = { id: 'apart', kind: 'separate', topology: 'host', groups: ['all'] } as const;
    const together = { id: 'together', kind: 'colocate', topology: 'rack', groups: ['all'] } as const;
    expect(findContradictions(cluster([capacity, zone, apart, together]))).toMatchObject([
      { rules: ['apart', 'together'], needed: 3, most: 2 },
    ]);
  });

  it('names a capacity that a whole rack lacks', () => {
    const together = { id: 'together', kind: 'colocate', topology: 'rack', groups: ['all'] } as const;
    expect(findContradictions(cluster([capacity, together], 6))).toMatchObject([
      { rules: ['capacity', 'together'], needed: 6, most: 5 },
    ]);
  });

  it('names the rules that leave one workload no host', () => {
    const dmz = {
      id: 'dmz',
      kind: 'eligibility',
      hostKey: 'zone',
      op: 'in',
      values: ['dmz'],
      groups: ['all'],
    } as const;
    expect(findContradictions(cluster([capacity, zone, dmz]))).toMatchObject([
      { rules: ['zone', 'dmz'], group: '', workloads: ['w0'], needed: 1, most: 0 },
    ]);
  });

  it('names a conflict between what must share a rack', () => {
    const problem = cluster([
      { id: 'together', kind: 'colocate', topology: 'rack', groups: ['all'] },
      { id: 'rivals', kind: 'conflict', topology: 'rack', groupA: 'a', groupB: 'b' },
    ]);
    const groups = [...problem.groups, { id: 'a', members: [0] }, { id: 'b', members: [1] }];
    expect(findContradictions({ ...problem, groups })).toMatchObject([
      { rules: ['together', 'rivals'], needed: 2, most: 1 },
    ]);
  });

  it('never names rules that could hold together, and no more of them than it takes', () => {
    fc.assert(
      fc.property(randomProblem({ modes: ['hard'], maxRules: 5 }), (problem) => {
        for (const contradiction of findContradictions(problem)) {
          expect(allPlaced(restrict(problem, contradiction, contradiction.rules))).toBe(false);
          for (const rule of contradiction.rules) {
            const fewer = contradiction.rules.filter((id) => id !== rule);
            const rest = restrict(problem, contradiction, fewer);
            const again = findContradictions(rest).some(
              ({ workloads }) => workloads.join() === contradiction.workloads.join(),
            );
            expect(again).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** The problem with these rules and workloads alone. */
function restrict(problem: Problem, { workloads }: Contradiction, rules: readonly string[]): Problem {
  const kept = problem.workloads.flatMap(({ id }, at) => (workloads.includes(id) ? [at] : []));
  return {
    ...problem,
    workloads: kept.map((at) => problem.workloads[at]!),
    groups: problem.groups.map(({ id, members }) => ({
      id,
      members: kept.flatMap((old, at) => (Array.from(members).includes(old) ? [at] : [])),
    })),
    rules: problem.rules.filter(({ id }) => rules.includes(id)),
  };
}

function allPlaced(problem: Problem): boolean {
  const { score } = bestPlacement(problem);
  return score.placed.reduce((sum, count) => sum + count, 0) === problem.workloads.length;
}
