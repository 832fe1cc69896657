import { expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';
import { createProblem } from '../problem/builder.ts';
import { verify } from '../verify/verify.ts';

const fleet = racks((builder) => {
  for (const id of ['x', 'y', 'z']) builder.workload(id, { demand: { memMiB: 8 } });
});

it('keeps as much free as the largest domain has, wherever the load stands', () => {
  const { breaches, stops } = underRule(fleet, { id: 'n+1', kind: 'failoverReserve', topology: 'rack' });
  expect(breaches('a c -')).toEqual([]);
  expect(breaches('a b c')).toEqual(['8 memMiB everywhere: x y z']);
  expect(stops('a b -', 'z')).toEqual(['a memMiB 8', 'b memMiB 8', 'c memMiB 8', 'd memMiB 8']);
});

it('counts several hosts lost at once, and each domain of a scope by itself', () => {
  const two = { id: 'n+2', kind: 'failoverReserve', topology: 'host', count: 2 } as const;
  expect(underRule(fleet, two).breaches('a b c')).toEqual(['8 memMiB everywhere: x y z']);
  expect(underRule(fleet, { ...two, count: 1, scope: 'rack' }).breaches('a c d')).toEqual(['8 memMiB r2: y z']);
  expect(underRule(fleet, { ...two, ratio: 2 }).breaches('a b c')).toEqual([]);
});

it('does not count on closed hosts, and sums beyond 2^31', () => {
  const builder = createProblem()
    .dimension('memMiB')
    .workload('x', { demand: { memMiB: 2_000_000_000 } });
  builder.workload('y', { demand: { memMiB: 2_000_000_000 } }).workload('z', { demand: { memMiB: 1 } });
  for (const id of ['a', 'b', 'c']) builder.host(id, { capacity: { memMiB: 2_000_000_000 } });
  builder.host('d', { capacity: { memMiB: 2_000_000_000 }, closed: true });
  const problem = builder.rule({ id: 'n+1', kind: 'failoverReserve', topology: 'host' }).build();
  expect(verify(problem, [0, 1, -1])).toEqual([]);
  expect(verify(problem, [0, 1, 2]).map(({ amount }) => amount)).toEqual([1]);
});

it('agrees with losing each domain in turn', () => {
  // Used in the lost rack <= free in the other one, for both racks.
  const rule = { id: 'n+1', kind: 'failoverReserve', topology: 'rack' } as const;
  const { breaches } = underRule(fleet, rule);
  const places = ['a', 'b', 'c', 'd', '-'];
  for (const x of places) {
    for (const y of places.filter((host) => host === '-' || host !== x)) {
      for (const z of places.filter((host) => host === '-' || (host !== x && host !== y))) {
        const used = (rack: string) => [x, y, z].filter((host) => rack.includes(host)).length * 8;
        const fits = used('ab') <= 16 - used('cd') && used('cd') <= 16 - used('ab');
        expect(breaches(`${x} ${y} ${z}`).length === 0).toBe(fits);
      }
    }
  }
});
