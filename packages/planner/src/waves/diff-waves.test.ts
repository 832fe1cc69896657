import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wavesCase, wavesCases } from '../../test/support/waves-case.ts';
import { describe as text } from '../diagnostic/describe.ts';
import { createWaves } from './create-waves.ts';
import { diffWaves, isSameWaves } from './diff-waves.ts';

const vm = (id: string, sizeGiB = 100) => ({ id: `${id}-vm`, system: id, vcpus: 1, memMiB: 1, volumes: [{ sizeGiB }] });
const systems = ['a', 'b', 'c'].map((id) => ({ id }));
const estate = { systems, workloads: systems.map(({ id }) => vm(id)) };

describe('diffWaves', () => {
  it('a schedule does not differ from itself; each group is told of once', () => {
    fc.assert(
      fc.property(wavesCases, wavesCases, (one, two) => {
        const [a, b] = [createWaves(one).waves, createWaves(two).waves];
        expect(isSameWaves(diffWaves(a, a))).toBe(true);
        const { moved, changed, added, removed, lost, gained } = diffWaves(a, b);
        const told = [moved, changed, added, removed, lost, gained].flat().map(({ group }) => group);
        expect(new Set(told).size).toBe(told.length);
        for (const { reasons } of [...moved, ...changed, ...gained]) {
          expect(reasons.length).toBeGreaterThan(0);
          for (const { code, params } of reasons) expect(text(code, params, 'zh-CN').text).not.toContain('{');
        }
      }),
      { numRuns: 20 },
    );
  });

  it('says what moved and why: more data, and who waits for it', () => {
    const dependencies = [{ from: 'system:b', to: 'system:a', strength: 'strong' as const }];
    const before = createWaves(wavesCase({ ...estate, dependencies })).waves;
    const larger = { ...estate, dependencies, workloads: [vm('a', 9000), vm('b'), vm('c')] };
    const diff = diffWaves(before, createWaves(wavesCase(larger)).waves);
    const why = (group: string) => diff.moved.find((entry) => entry.group === group)?.reasons.map(({ code }) => code);
    expect(why('a')).toEqual(['YQ4291', 'YQ4292']);
    expect(why('b')).toEqual(['YQ4296']);
    expect(diff.summary.map(({ field }) => field)).toContain('hours');
  });

  it('tells what came, what went, what found no time, and which document is another', () => {
    const before = createWaves(wavesCase(estate)).waves;
    const other = wavesCase(
      { systems: [{ id: 'b' }, { id: 'd' }, { id: 'c' }], workloads: [vm('b'), vm('d'), vm('c')] },
      {},
      ['c-vm'],
    );
    const inputs = other.inputs.map((input) =>
      input.kind === 'estate' ? { ...input, sha256: 'c'.repeat(64) } : input,
    );
    const diff = diffWaves(before, createWaves({ ...other, inputs }).waves);
    expect(diff.added.map(({ group }) => group)).toEqual(['d']);
    expect(diff.removed.map(({ group }) => group)).toEqual(['a']);
    expect(diff.lost.map(({ group, reasons }) => [group, reasons[0]!.code])).toEqual([['c', 'YQ4010']]);
    expect(diff.causes).toEqual([{ code: 'YQ4290', params: { kind: 'estate' } }]);
  });
});
