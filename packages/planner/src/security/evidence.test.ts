import { expect, test } from 'vitest';
import { estateOf } from '../../test/support/documents.ts';
import { accessDifferences, requiredEvidence } from './evidence.ts';

const vm = (id: string, more: object = {}) => ({ id, vcpus: 1, memMiB: 1024, ...more });

test('the highest level decides: level 2 shows its access policy, level 3 also that its data are whole', () => {
  const estate = estateOf({
    systems: [
      { id: 'one', mlps: 1 },
      { id: 'two', mlps: 2 },
      { id: 'three', mlps: 3 },
    ],
    workloads: [
      vm('a', { system: 'one' }),
      vm('b', { system: 'two' }),
      vm('c', { system: 'three' }),
      vm('d', { system: 'one', mlps: 4 }),
      vm('e'),
    ],
  });
  const of = (...ids: string[]) =>
    requiredEvidence(
      estate,
      estate.workloads.filter(({ id }) => ids.includes(id)),
    );
  expect([of('a'), of('e'), of()]).toEqual([[], [], []]);
  expect(of('a', 'b')).toEqual(['accessPolicy']);
  expect([of('b', 'c'), of('d')]).toEqual([
    ['accessPolicy', 'integrity'],
    ['accessPolicy', 'integrity'],
  ]);
});

test('what the estate says of both sides is compared', () => {
  const open = { ports: [80] };
  const estate = estateOf({
    systems: [{ id: 's' }, { id: 't' }],
    workloads: [],
    accessPolicies: [
      { of: 'system:s', source: [open], target: [open] },
      { of: 'system:t', source: [open], target: [] },
    ],
  });
  expect([...accessDifferences(estate)]).toEqual([['system:t', { missing: ['in tcp 80 any'], added: [] }]]);
});
