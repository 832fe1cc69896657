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

test('traffic takes the bandwidth of dependencies, an equal part for each pair of replicas, per Mbit/s', () => {
  const talking = {
    ...estate,
    dependencies: [
      { from: 'component:s/web', to: 'component:s/db', strength: 'weak' as const, bandwidthMbps: 3 },
      { from: 'workload:w', to: 'workload:d', strength: 'weak' as const },
      { from: 'system:s', to: 'peer:elsewhere', strength: 'weak' as const, bandwidthMbps: 9 },
    ],
  };
  const rule = { rule: 'traffic', id: 'own', weight: 2, prices: { rack: 1 }, apart: 5 };
  const result = (select: object) =>
    lower(talking, fleetOf(racks), policyOf({ rules: [{ ...rule, select }] as never }));
  const { problem } = result({});
  expect(checkProblem(problem)).toEqual([]);
  expect(problem.rules.find(({ id }) => id === 'own')).toMatchObject({
    kind: 'traffic',
    mode: 'soft',
    weight: 0.002,
    rates: { 'own/component:s/web': { 'own/component:s/db': 1500 } },
    prices: { rack: 1 },
    apart: 5,
  });
  expect(problem.groups.find(({ id }) => id === 'own/component:s/web')?.members).toHaveLength(2);
  const narrow = result({ roles: ['web'] });
  expect(narrow.problem.rules.some(({ id }) => id === 'own')).toBe(false);
  expect(narrow.diagnostics.map(({ code }) => code)).toContain('YQ2025');
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
