import { describe, expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';
import { checkProblem } from '../problem/check-problem.ts';
import type { RuleSpec } from '../problem/problem.ts';
import { parseProblem, serialiseProblem } from '../problem/serialise.ts';

const demand = { memMiB: 1 };
const fleet = racks((builder) =>
  builder
    .workload('x', { demand, host: 'a', attributes: { hours: 5 } })
    .workload('y', { demand, host: 'b' })
    .workload('z', { demand, host: 'c', attributes: { hours: 0 } })
    .workload('new', { demand })
    .group('front', ['x', 'y', 'new'])
    .group('back', ['y', 'z']),
);
const issues = (rule: RuleSpec) => checkProblem({ ...fleet.build(), rules: [rule] }).map(({ message }) => message);

describe('moveCost', () => {
  const rule = { id: 'hours', kind: 'moveCost', price: 2, workloadKey: 'hours' } as const;

  it('sums the prices of what moves: their own, or the one for all', () => {
    const { breaches } = underRule(fleet, rule);
    expect(breaches('a b c d')).toEqual([]);
    expect(breaches('b a d d')).toEqual(['7 : x y']);
    expect(breaches('- - - a')).toEqual([]);
  });

  it('as a hard rule keeps what has a price where it is', () => {
    const { stops } = underRule(fleet, rule);
    expect(stops('a b c d', 'x')).toEqual(['b hours 5!', 'c hours 5!', 'd hours 5!']);
    expect(stops('a b c d', 'z')).toEqual([]);
    expect(stops('a b c d', 'new')).toEqual([]);
  });

  it('refuses prices that are no whole quantities', () => {
    expect(issues({ ...rule, workloadKey: 'rack' })).toEqual([]);
    const odd = racks((builder) => builder.workload('x', { demand, attributes: { hours: 1.5 } }));
    expect(checkProblem({ ...odd.build(), rules: [rule] })).toMatchObject([{ path: '/rules/0', code: 'option' }]);
  });
});

describe('moveDistance', () => {
  const prices = [
    [0, 3, 5, 5],
    [1, 0, 5, 5],
    [300, 7, 0, 2],
    [9, 9, 9, 0],
  ];

  it('prices each way between two hosts', () => {
    const { breaches } = underRule(fleet, { id: 'way', kind: 'moveDistance', prices });
    expect(breaches('b a a d')).toEqual(['304 : x y z']);
    expect(breaches('a b c d')).toEqual([]);
  });

  it('takes typed rows, and saves them as lists', () => {
    const rule: RuleSpec = { id: 'way', kind: 'moveDistance', prices: prices.map((row) => Uint16Array.from(row)) };
    expect(underRule(fleet, rule).breaches('c b c d')).toEqual(['5 : x']);
    const saved = parseProblem(serialiseProblem({ ...fleet.build(), rules: [rule] }));
    expect(saved.rules).toEqual([{ ...rule, prices }]);
  });

  it('or by classes of hosts; others are free', () => {
    const classed = racks((builder) => builder.workload('x', { demand, host: 'a' }));
    const problem = classed.build();
    const hosts = problem.hosts.map((host, at) => ({
      ...host,
      attributes: { site: ['east', 'west', 'edge', 'east'][at]! },
    }));
    const rule: RuleSpec = {
      id: 'way',
      kind: 'moveDistance',
      hostKey: 'site',
      classes: ['east', 'west'],
      prices: [
        [1, 8],
        [8, 1],
      ],
    };
    const { breaches } = underRule({ ...classed, build: () => ({ ...problem, hosts }) }, rule);
    expect(['a', 'b', 'c', 'd'].map((host) => breaches(host).join())).toEqual(['', '8 : x', '', '1 : x']);
  });

  it('says what is wrong with a table', () => {
    const rule = { id: 'way', kind: 'moveDistance' } as const;
    expect(issues({ ...rule, prices: [[0]] })).toEqual(['1 rows of prices for 4 hosts']);
    expect(issues({ ...rule, hostKey: 'site', prices })).toEqual(['hostKey and classes go together']);
    expect(issues({ ...rule, hostKey: 'site', classes: ['a'], prices: [[-1]] })).toEqual([
      'price 0, 0 is -1, not a whole quantity',
    ]);
    expect(issues({ ...rule, hostKey: 'site', classes: ['a'], prices: [[1, 2]] })).toEqual([
      'row 0 has 2 prices instead of 1',
    ]);
  });
});

describe('moveLimit', () => {
  it('counts moves, not new workloads', () => {
    const { breaches, stops } = underRule(fleet, { id: 'few', kind: 'moveLimit', limit: 1 });
    expect(breaches('b b c a')).toEqual([]);
    expect(breaches('b a c a')).toEqual(['1 : x y']);
    expect(stops('b b c -', 'y')).toEqual(['a few 1', 'c few 1', 'd few 1']);
    expect(stops('b b c -', 'x')).toEqual([]);
  });
});

describe('moveGroupMax', () => {
  it('takes the maximum over the groups, a shared member in the first', () => {
    const rule = { id: 'most', kind: 'moveGroupMax', groups: ['front', 'back'] } as const;
    expect(underRule(fleet, rule).breaches('b a d d')).toEqual(['2 : x y']);
    expect(underRule(fleet, rule).breaches('a b d d')).toEqual(['1 : z']);
    expect(underRule(fleet, { ...rule, limit: 1 }).breaches('b b d d')).toEqual([]);
    expect(underRule(fleet, { ...rule, limit: 1 }).stops('b b d d', 'y')).toEqual(['a most 1', 'c most 1', 'd most 1']);
  });
});
