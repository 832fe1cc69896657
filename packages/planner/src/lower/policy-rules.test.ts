import { checkProblem } from '@yunqian/scheduler-core';
import { expect, test } from 'vitest';
import { estateOf, fleetOf, policyOf } from '../../test/support/documents.ts';
import { lower } from '../lower.ts';

const racks = [{ id: 'r', count: 2, hosts: [{ id: 'h', count: 2, profile: 'small' }] }];
const estate = estateOf({
  systems: [
    {
      id: 's',
      components: [
        { id: 'web', role: 'web' },
        { id: 'db', role: 'db' },
      ],
    },
  ],
  workloads: [
    { id: 'w', system: 's', component: 'web', count: 2, vcpus: 1, memMiB: 1 },
    { id: 'd', system: 's', component: 'db', vcpus: 1, memMiB: 1 },
  ],
});
const lowered = (rules: object[]) => {
  const result = lower(estate, fleetOf(racks), policyOf({ rules: rules as never }));
  expect(checkProblem(result.problem)).toEqual([]);
  return result;
};
const written = (rule: object) => lowered([rule]).problem.rules.find(({ id }) => id === 'own');

test('a dependency is between two selections', () => {
  const web = { roles: ['web'] };
  const { problem } = lowered([{ rule: 'dependency', id: 'near', a: web, b: { roles: ['db'] }, topology: 'rack' }]);
  expect(problem.rules.find(({ id }) => id === 'near')).toMatchObject({
    kind: 'dependency',
    topology: 'rack',
    needs: { 'near/a': ['near/b'] },
  });
  expect(problem.groups.find(({ id }) => id === 'near/a')?.members).toHaveLength(2);
});

test('moves are limited, or have a price as a goal', () => {
  expect(written({ rule: 'moveLimit', id: 'own', limit: 3 })).toMatchObject({
    kind: 'moveLimit',
    mode: 'hard',
    limit: 3,
  });
  expect(written({ rule: 'moveCost', id: 'own', select: { roles: ['db'] }, price: 4 })).toMatchObject({
    kind: 'moveCost',
    mode: 'soft',
    groups: ['own'],
    price: 4,
  });
  expect(written({ rule: 'activation', id: 'own', price: 2 })).toMatchObject({ kind: 'activation', mode: 'soft' });
});

test("a quota is in the dimension's own words, over domains by their short names", () => {
  const quota = { rule: 'quota', id: 'own', per: 'system', amounts: { vcpus: 2.5 } };
  expect(written(quota)).toMatchObject({ kind: 'groupCapacity', limits: { cpuMilli: 2500 }, groups: ['own/s'] });
  expect(written({ ...quota, topology: 'rack', domains: ['r-01'] })).toMatchObject({ domains: ['c/s/m/r-01'] });
});

test('a reserve is about what hosts have, unless it names dimensions', () => {
  expect(written({ rule: 'reserve', id: 'own', topology: 'rack' })).toMatchObject({
    kind: 'failoverReserve',
    topology: 'rack',
    count: 1,
    dimensions: expect.arrayContaining(['cpuMilli', 'memMiB']),
  });
  const narrow = {
    rule: 'reserve',
    id: 'own',
    topology: 'host',
    count: 2,
    scope: 'site',
    dimensions: ['vcpus'],
    ratio: 3,
  };
  expect(written(narrow)).toMatchObject({ count: 2, scope: 'site', dimensions: ['cpuMilli'], ratio: 3 });
});

test('words that are not known are told', () => {
  const quota = { rule: 'quota', id: 'own', per: 'system', amounts: { vcpu: 1 } };
  expect(lowered([quota]).diagnostics.map(({ code }) => code)).toContain('YQ2008');
  const elsewhere = { ...quota, amounts: { vcpus: 1 }, topology: 'rack', domains: ['r-77'] };
  expect(lowered([elsewhere]).diagnostics.map(({ code }) => code)).toContain('YQ2009');
});
