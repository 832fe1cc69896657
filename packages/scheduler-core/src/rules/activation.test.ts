import { expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';
import { createProblem } from '../problem/builder.ts';
import { checkProblem } from '../problem/check-problem.ts';
import { summarise } from '../verify/summarise.ts';
import { verify } from '../verify/verify.ts';

const demand = { memMiB: 1 };
const fleet = racks((builder) => builder.workload('x', { demand, host: 'a' }).workload('y', { demand }));

it('prices each host in use once', () => {
  const { breaches, stops } = underRule(fleet, { id: 'power', kind: 'activation', price: 3 });
  expect(breaches('- -')).toEqual([]);
  expect(breaches('b b')).toEqual(['3 b: x y']);
  expect(breaches('b c')).toEqual(['3 b: x', '3 c: y']);
  expect(stops('b -', 'y')).toEqual(['a power 3!', 'c power 3!', 'd power 3!']);
});

it('under during, a host is in use until all have left it', () => {
  const { breaches } = underRule(fleet, { id: 'power', kind: 'activation', when: 'during' });
  expect(breaches('b -')).toEqual(['1 a: x', '1 b: x']);
});

it('reads prices from the hosts, and refuses what is none', () => {
  const builder = createProblem().dimension('memMiB').workload('x', { demand });
  builder.host('a', { capacity: { memMiB: 1 }, attributes: { watts: 300 } }).host('b', { capacity: { memMiB: 1 } });
  const power = { id: 'power', kind: 'activation', mode: 'soft', hostKey: 'watts', price: 100 } as const;
  const problem = builder.rule(power).build();
  expect([0, 1].map((host) => summarise(problem, verify(problem, [host])).costs[0]!.cost)).toEqual([300, 100]);
  const odd = { ...problem, hosts: problem.hosts.map((host) => ({ ...host, attributes: { watts: -1 } })) };
  expect(checkProblem(odd).map(({ message }) => message)).toEqual(['watts of host "a" is no price: -1']);
});
