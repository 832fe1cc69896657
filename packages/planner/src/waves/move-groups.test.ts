import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wavesCase, wavesCases } from '../../test/support/waves-case.ts';
import { createMoveGroups } from './move-groups.ts';
import { verifyGroups } from './verify/verify-groups.ts';

const system = (id: string, count = 1, volumes: object[] = []) => ({
  id: `${id}-vm`,
  system: id,
  vcpus: 1,
  memMiB: 1,
  count,
  volumes: volumes as { sizeGiB: number }[],
});
const strong = (from: string, to: string, bandwidthMbps = 0) => ({
  from: `system:${from}`,
  to: `system:${to}`,
  strength: 'strong' as const,
  bandwidthMbps,
});
const ring = ['a', 'b', 'c', 'd'];

function groupsOf(estate: Parameters<typeof wavesCase>[0], maxWorkloadsPerGroup: number) {
  const input = wavesCase({ systems: ring.map((id) => ({ id })), ...estate }, { maxWorkloadsPerGroup });
  return createMoveGroups(input.estate, input.programme, () => true);
}

describe('oversize groups', () => {
  it('are split at the uses that carry least, and say what was cut', () => {
    const groups = groupsOf(
      {
        workloads: ring.map((id) => system(id)),
        dependencies: [
          strong('a', 'b', 100),
          strong('b', 'a', 100),
          strong('c', 'd', 100),
          strong('d', 'c', 100),
          strong('b', 'c', 5),
          strong('d', 'a', 3),
        ],
      },
      2,
    );
    expect(groups.map(({ id, systems, after, cuts }) => ({ id, systems, after, cuts }))).toEqual([
      { id: 'a', systems: ['a', 'b'], after: ['c'], cuts: undefined },
      {
        id: 'c',
        systems: ['c', 'd'],
        after: [],
        cuts: [{ from: 'system:d', to: 'system:a', group: 'a', bandwidthMbps: 3 }],
      },
    ]);
  });

  it('keep together what shares a disk, however large', () => {
    const lun = [{ sizeGiB: 1, sharedId: 'lun' }];
    const groups = groupsOf(
      { workloads: [system('a', 3, lun), system('b', 3, lun), system('c')], dependencies: [] },
      2,
    );
    expect(groups.map(({ systems }) => systems)).toEqual([['a', 'b'], ['c']]);
    expect(groups[0]!.cuts).toBeUndefined();
  });

  it('of any estate: within the limit or one block, never in a circle, and the verifier agrees', () => {
    fc.assert(
      fc.property(wavesCases, fc.integer({ min: 1, max: 8 }), (input, maxWorkloadsPerGroup) => {
        const programme = { ...input.programme, maxWorkloadsPerGroup };
        const groups = createMoveGroups(input.estate, programme, () => true);
        const reports: string[] = [];
        const waves = { groups, activities: [] } as never;
        verifyGroups({ ...input, programme, waves }, (code, _, params) =>
          reports.push(`${code} ${JSON.stringify(params)}`),
        );
        expect(reports).toEqual([]);
        const after = new Map(groups.map((group) => [group.id, group.after]));
        const done = new Set<string>();
        for (let left = groups.length; left > 0; left--) {
          const next = groups.find(({ id }) => !done.has(id) && after.get(id)!.every((used) => done.has(used)));
          expect(next).toBeDefined();
          done.add(next!.id);
        }
        for (const group of groups) {
          const disks = group.reasons.some(({ code }) => code === 'YQ4002');
          if (group.systems.length > 1 && !disks) {
            expect(group.workloads.length).toBeLessThanOrEqual(maxWorkloadsPerGroup);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('verifyGroups', () => {
  it('finds a cut that no circle asked for, and a cut left out', () => {
    const dependencies = [strong('a', 'b'), strong('b', 'a'), strong('c', 'd')];
    const input = wavesCase(
      { systems: ring.map((id) => ({ id })), workloads: ring.map((id) => system(id)), dependencies },
      { maxWorkloadsPerGroup: 1 },
    );
    const groups = createMoveGroups(input.estate, input.programme, () => true);
    const codes = (changed: typeof groups, maxWorkloadsPerGroup = 1) => {
      const found: string[] = [];
      const programme = { ...input.programme, maxWorkloadsPerGroup };
      verifyGroups({ ...input, programme, waves: { groups: changed, activities: [] } as never }, (code) =>
        found.push(code),
      );
      return found;
    };
    expect(codes(groups)).toEqual([]);
    expect(codes(groups, 2)).toEqual(['YQ4202']);
    expect(codes(groups.map(({ cuts: _, ...group }) => group))).toContain('YQ4033');
    const cut = { from: 'system:c', to: 'system:d', group: 'd', bandwidthMbps: 0 };
    expect(codes(groups.map((group) => (group.id === 'c' ? { ...group, cuts: [cut] } : group)))).toContain('YQ4202');
  });
});
