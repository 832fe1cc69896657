import { expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';
import { checkProblem } from '../problem/check-problem.ts';

const fleet = racks((builder) =>
  builder
    .workload('x', { demand: { memMiB: 3 }, host: 'a' })
    .workload('y', { demand: { memMiB: 4 }, host: 'c' })
    .workload('z', { demand: { memMiB: 2 } })
    .group('tax', ['x', 'y', 'z'])
    .group('police', ['z']),
);
const quota = { id: 'quota', kind: 'groupCapacity', groups: ['tax', 'police'], limits: { memMiB: 6 } } as const;

it('sums a group over all hosts, each group by itself', () => {
  const { breaches, stops } = underRule(fleet, quota);
  expect(breaches('a d c')).toEqual(['3 memMiB tax: x y z']);
  expect(breaches('a - c')).toEqual([]);
  expect(stops('a - c', 'y')).toEqual(['a memMiB 3', 'b memMiB 3', 'c memMiB 3', 'd memMiB 3']);
  expect(underRule(fleet, { ...quota, limits: { memMiB: 1 } }).stops('- - -', 'z')[0]).toBe('a memMiB 1!');
});

it('or over some domains together', () => {
  const { breaches, stops } = underRule(fleet, { ...quota, topology: 'host', domains: ['a', 'd'] });
  expect(breaches('a d c')).toEqual(['1 memMiB tax: x y']);
  expect(stops('a - c', 'y')).toEqual(['a memMiB 1', 'd memMiB 1']);
  expect(underRule(fleet, { ...quota, topology: 'rack', domains: ['r1'] }).breaches('a c b')).toEqual([]);
});

it('keeps what the start had beyond it, under noWorse', () => {
  const { breaches } = underRule(fleet, { ...quota, limits: { memMiB: 5 }, mode: 'noWorse' });
  expect(breaches('b d -')).toEqual([]);
  expect(breaches('b d a')).toEqual(['2 memMiB tax: x y z']);
});

it('refuses dimensions that do not exist', () => {
  const rule = { ...quota, limits: { gpu: 1 } };
  expect(checkProblem({ ...fleet.build(), rules: [rule] })).toMatchObject([{ code: 'unknown-dimension' }]);
});
