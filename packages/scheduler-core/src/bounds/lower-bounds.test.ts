import { describe, expect, it } from 'vitest';
import { createProblem } from '../problem/builder.ts';
import type { Problem, RuleSpec } from '../problem/problem.ts';
import { lowerBounds } from './lower-bounds.ts';

function problem(
  demands: readonly (readonly [number, number])[],
  hosts: readonly { readonly room: readonly [number, number]; readonly zone?: string; readonly closed?: boolean }[],
  rules: readonly RuleSpec[] = [],
  zoneOf: (w: number) => string | undefined = () => undefined,
): Problem {
  const builder = createProblem('bounds')
    .dimension('cpuMilli')
    .dimension('memMiB')
    .rule({ kind: 'capacity', id: 'capacity' });
  hosts.forEach(({ room: [cpuMilli, memMiB], zone, ...rest }, at) => {
    builder.host(`h${at}`, { capacity: { cpuMilli, memMiB }, ...(zone ? { attributes: { zone } } : {}), ...rest });
  });
  demands.forEach(([cpuMilli, memMiB], w) => {
    const zone = zoneOf(w);
    builder.workload(`w${w}`, { demand: { cpuMilli, memMiB }, ...(zone ? { attributes: { zone } } : {}) });
  });
  builder.group(
    'all',
    demands.map((_, w) => `w${w}`),
  );
  for (const rule of rules) builder.rule(rule);
  return builder.build();
}

const equal = (count: number, room: readonly [number, number], zone?: string) =>
  Array.from({ length: count }, () => ({ room, ...(zone ? { zone } : {}) }));
const times = (count: number, demand: readonly [number, number]) => Array.from({ length: count }, () => demand);

describe('fewest hosts', () => {
  it('needs room for the sum of the scarcest dimension, on the largest hosts there are', () => {
    const mixed = [...equal(3, [10, 100]), ...equal(5, [4, 100])];
    expect(lowerBounds(problem(times(17, [2, 1]), mixed)).hosts).toEqual({
      hosts: 4,
      by: 'sum',
      dimensions: ['cpuMilli'],
    });
  });

  it('sees that no two of a size go together', () => {
    expect(lowerBounds(problem(times(6, [6, 1]), equal(8, [10, 10]))).hosts).toMatchObject({ hosts: 6, by: 'sizes' });
  });

  it('sees that no three go together only when two dimensions are taken as one', () => {
    const demands = [...times(6, [5, 2]), ...times(6, [2, 5])];
    expect(lowerBounds(problem(demands, equal(12, [10, 10]))).hosts).toEqual({
      hosts: 6,
      by: 'sizes',
      dimensions: ['cpuMilli', 'memMiB'],
    });
  });

  it('sees that no two go together where each pair lacks another dimension', () => {
    const demands = [
      [6, 5],
      [5, 6],
      [6, 6],
      [1, 9],
      [9, 1],
    ] as const;
    expect(lowerBounds(problem(demands, equal(8, [10, 10]))).hosts).toMatchObject({ hosts: 4, by: 'sizes' });
  });

  it('adds up zones that share no host', () => {
    const zoned: RuleSpec = { kind: 'eligibility', id: 'zone', hostKey: 'zone', op: 'in', workloadKey: 'zone' };
    const hosts = [...equal(4, [10, 10], 'gov'), ...equal(4, [10, 10], 'dmz')];
    const found = lowerBounds(problem(times(6, [4, 1]), hosts, [zoned], (w) => (w < 3 ? 'gov' : 'dmz')));
    expect(found.hosts).toEqual({ hosts: 4, by: 'parts' });
  });

  it('gives members that must stand apart a host each', () => {
    const apart: RuleSpec = { kind: 'separate', id: 'apart', topology: 'host', groups: ['all'] };
    expect(lowerBounds(problem(times(5, [1, 1]), equal(8, [10, 10]), [apart])).hosts).toEqual({
      hosts: 5,
      by: 'apart',
      rule: 'apart',
    });
  });

  it('is infinite where the open hosts cannot hold all', () => {
    const hosts = [...equal(1, [10, 10]), { room: [10, 10] as const, closed: true }];
    expect(lowerBounds(problem(times(3, [4, 1]), hosts)).hosts.hosts).toBe(Number.POSITIVE_INFINITY);
  });
});

it('what exceeds all soft capacities together costs, whatever the placement', () => {
  const soft: RuleSpec = {
    kind: 'capacity',
    id: 'safe',
    mode: 'soft',
    ratio: 0.5,
    dimensions: ['cpuMilli'],
    weight: 3,
  };
  const { costs } = lowerBounds(problem(times(4, [4, 1]), equal(2, [10, 10]), [soft]));
  expect(costs).toEqual([{ level: 1, cost: 3 * (16 - 10) }]);
});
