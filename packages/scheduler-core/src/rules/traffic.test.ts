import { expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';
import { createProblem } from '../problem/builder.ts';
import { checkProblem } from '../problem/check-problem.ts';
import { solve } from '../solve/solve.ts';

const fleet = racks((builder) =>
  builder
    .workload('x', { demand: { memMiB: 1 } })
    .workload('y', { demand: { memMiB: 1 } })
    .workload('z', { demand: { memMiB: 1 } })
    .group('web', ['x', 'y'])
    .group('db', ['z']),
);
const talk = {
  id: 'talk',
  kind: 'traffic',
  mode: 'soft',
  rates: { web: { db: 100 } },
  prices: { rack: 2 },
  apart: 9,
} as const;

it('costs nothing on one host, the price of the rack within it, the full price beyond', () => {
  const { breaches } = underRule(fleet, talk);
  expect(breaches('a a a')).toEqual([]);
  expect(breaches('a b a')).toEqual(['200 web: y z']);
  expect(breaches('a b c')).toEqual(['1800 web: x z y']);
  expect(breaches('a b -')).toEqual([]);
});

it('counts a group that talks within itself once for each direction, and no workload with itself', () => {
  const within = { ...talk, rates: { web: { web: 10 } } };
  expect(underRule(fleet, within).breaches('a c -')).toEqual(['180 web: x y']);
});

it('is a goal only, between groups that exist', () => {
  const problem = (rule: object) => ({ ...fleet.build(), rules: [{ ...talk, ...rule } as never] });
  expect(checkProblem(problem({ mode: 'hard' }))).toMatchObject([{ code: 'option', path: '/rules/0/mode' }]);
  expect(checkProblem(problem({ rates: { web: { cache: 1 } } }))).toMatchObject([{ code: 'unknown-group' }]);
  expect(checkProblem(problem({ prices: { row: 1 } }))).toMatchObject([{ code: 'unknown-level' }]);
});

it('brings together what talks, where there is room for two', async () => {
  const builder = createProblem().dimension('memMiB').level('rack');
  for (const [id, rack] of ['a r1', 'b r1', 'c r2', 'd r2'].map((text) => text.split(' ') as [string, string]))
    builder.host(id, { capacity: { memMiB: 2 }, domains: { rack } });
  const pairs = ['p', 'q', 'r', 's'];
  // Those of a pair start in different racks.
  pairs.forEach((id, at) => {
    builder.workload(`${id}1`, { demand: { memMiB: 1 }, host: 'abcd'[at]! });
    builder.workload(`${id}2`, { demand: { memMiB: 1 }, host: 'cdab'[at]! });
    builder.group(`${id}1`, [`${id}1`]).group(`${id}2`, [`${id}2`]);
  });
  const problem = {
    ...builder.build(),
    rules: [
      { id: 'capacity', kind: 'capacity' } as const,
      { ...talk, rates: Object.fromEntries(pairs.map((id) => [`${id}1`, { [`${id}2`]: 100 }])) },
    ],
  };
  const { hostOf } = await solve(problem);
  for (let w = 0; w < 8; w += 2) expect(hostOf[w]).toBe(hostOf[w + 1]);
});
