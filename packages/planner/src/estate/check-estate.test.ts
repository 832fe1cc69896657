import { describe, expect, test } from 'vitest';
import { estateOf } from '../../test/support/documents.ts';
import { checkEstate } from './check-estate.ts';

type Parts = Parameters<typeof estateOf>[0];
const check = (parts: Partial<Parts>) =>
  checkEstate(estateOf({ workloads: [{ id: 'w', vcpus: 1, memMiB: 1 }], ...parts })).map(
    ({ code, severity, pointer }) => `${code} ${severity} ${pointer}`,
  );
const workload = (id: string, more: object = {}) => ({ id, vcpus: 1, memMiB: 1, ...more });

describe('checkEstate', () => {
  test('has nothing to say of a sound estate', () => {
    expect(
      check({
        tenants: [{ id: 't' }, { id: 'u', parent: 't' }],
        systems: [{ id: 's', tenant: 'u', mlps: 3, components: [{ id: 'c', zone: 'z' }] }],
        workloads: [workload('a', { system: 's', component: 'c', mlps: 3, zone: 'z', count: 3 })],
        dependencies: [
          { from: 'system:s', to: 'component:s/c' },
          { from: 'workload:a', to: 'system:s' },
        ],
      }),
    ).toEqual([]);
  });

  test.each<[string, Partial<Parts>, string[]]>([
    [
      'duplicate ids',
      { tenants: [{ id: 't' }, { id: 't' }], workloads: [workload('a'), workload('a')] },
      ['YQ1101 error /tenants/1/id', 'YQ1101 error /workloads/1/id'],
    ],
    [
      'a replica that meets another id',
      { workloads: [workload('a-2'), workload('a', { count: 2 })] },
      ['YQ1102 error /workloads/1/id'],
    ],
    [
      'duplicate components',
      { systems: [{ id: 's', components: [{ id: 'c' }, { id: 'c' }] }] },
      ['YQ1101 error /systems/0/components/1/id'],
    ],
    [
      'dangling references',
      {
        tenants: [{ id: 't', parent: 'x' }],
        systems: [{ id: 'portal', tenant: 'y' }],
        workloads: [
          workload('a', { system: 'portl' }),
          workload('b', { system: 'portal', component: 'c' }),
          workload('d', { component: 'c' }),
        ],
      },
      [
        'YQ1104 error /tenants/0/parent',
        'YQ1104 error /systems/0/tenant',
        'YQ1104 error /workloads/0/system',
        'YQ1103 error /workloads/1/component',
        'YQ1105 error /workloads/2/component',
      ],
    ],
    [
      'a circle of tenants, once',
      {
        tenants: [
          { id: 'a', parent: 'b' },
          { id: 'b', parent: 'c' },
          { id: 'c', parent: 'a' },
        ],
      },
      ['YQ1106 error /tenants/0/parent'],
    ],
    [
      'tenants nested too deep',
      { tenants: Array.from({ length: 7 }, (_, i) => ({ id: `t${i}`, ...(i > 0 && { parent: `t${i - 1}` }) })) },
      ['YQ1107 error /tenants/5/parent'],
    ],
    [
      'a level below the system',
      { systems: [{ id: 's', mlps: 3 }], workloads: [workload('a', { system: 's', mlps: 2 })] },
      ['YQ1108 warning /workloads/0/mlps'],
    ],
    [
      'two zones',
      {
        systems: [{ id: 's', components: [{ id: 'c', zone: 'x' }] }],
        workloads: [workload('a', { system: 's', component: 'c', zone: 'y' })],
      },
      ['YQ1109 warning /workloads/0/zone'],
    ],
    [
      'impossible sizes',
      {
        workloads: [
          workload('a', { memMiB: 3e9 }),
          workload('b', { vcpus: 0 }),
          workload('c', { volumes: [{ sizeGiB: 5e9 }] }),
        ],
      },
      ['YQ1110 error /workloads/0/memMiB', 'YQ1111 warning /workloads/1', 'YQ1110 error /workloads/2/volumes'],
    ],
    [
      'volumes that do not add up',
      {
        workloads: [
          workload('a', {
            volumes: [
              { sizeGiB: 5, usedGiB: 6 },
              { sizeGiB: 5, sharedId: 'q' },
            ],
          }),
          workload('b', { volumes: [{ sizeGiB: 6, sharedId: 'q' }] }),
        ],
      },
      ['YQ1112 warning /workloads/0/volumes/0/usedGiB', 'YQ1113 error /workloads/1/volumes/0/sizeGiB'],
    ],
    [
      'bad dependencies',
      {
        systems: [{ id: 's' }],
        dependencies: [
          { from: 's', to: 'system:x' },
          { from: 'system:s', to: 'system:s' },
        ],
      },
      ['YQ1114 error /dependencies/0/from', 'YQ1104 error /dependencies/0/to', 'YQ1117 warning /dependencies/1'],
    ],
    ['an empty estate', { workloads: [] }, ['YQ1115 warning /workloads']],
    [
      'an estate beyond all bounds',
      { workloads: Array.from({ length: 6 }, (_, i) => workload(`w${i}`, { count: 1_000_000 })) },
      ['YQ1116 error /workloads'],
    ],
    ['rules that came along', { rules: [{ rule: 'spread', id: 'x' }] }, ['YQ1303 error /rules/0']],
  ])('finds %s', (_, parts, expected) => {
    expect(check(parts)).toEqual(expected);
  });
});
