import { expect, test } from 'vitest';
import { wavesCase } from '../../test/support/waves-case.ts';
import { describe } from '../diagnostic/describe.ts';
import { createWaves } from '../waves/create-waves.ts';

const vm = (id: string, system: string) => ({
  id,
  system,
  vcpus: 1,
  memMiB: 1024,
  volumes: [{ sizeGiB: 10, usedGiB: 5 }],
});
const rules = [{ ports: [443] }];

test('R5, R6: groups say what their check must show; a difference known before blocks its system', () => {
  const { waves } = createWaves(
    wavesCase({
      systems: [
        { id: 'low', mlps: 1 },
        { id: 'two', mlps: 2 },
        { id: 'three', mlps: 3 },
      ],
      workloads: [vm('a', 'low'), vm('b', 'two'), vm('c', 'three')],
      accessPolicies: [
        { of: 'system:two', source: rules, target: rules },
        { of: 'workload:c', source: rules, target: [] },
      ],
    }),
  );
  expect(waves.groups.map(({ systems, evidence }) => [systems[0], evidence])).toEqual([
    ['low', undefined],
    ['three', ['accessPolicy', 'integrity']],
    ['two', ['accessPolicy']],
  ]);
  const found = (waves.findings ?? []).filter(({ code }) => code === 'YQ1624');
  expect(found).toMatchObject([
    { subject: 'three', status: 'blocking', params: { missing: 'in tcp 443 any', added: '-' } },
  ]);
  for (const lang of ['en', 'zh-CN'] as const)
    expect(describe('YQ1624', found[0]!.params, lang).action).toContain('GB/T 22239-2019 8.2.4.2 a');
});
