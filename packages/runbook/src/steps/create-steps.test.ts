import { describe, expect, it } from 'vitest';
import { testWaves } from '../../test/support/waves.ts';
import { createSteps } from './create-steps.ts';

describe('createSteps', () => {
  const waves = testWaves([
    { id: 'app', after: ['db', 'old'], workloads: 1 },
    { id: 'db' },
    { id: 'old', wave: 'w02' },
  ]);

  it('gives each group its way forward and back', () => {
    const steps = createSteps(waves, 'w01').filter((step) => step.group === 'db');
    expect(steps.map(({ id, after, minutes }) => [id, after, minutes])).toEqual([
      ['db/seed', [], 60],
      ['db/verifySync', ['db/seed'], 5],
      ['db/approval', ['db/verifySync'], 0],
      ['db/cutover', ['db/approval'], 60],
      ['db/verifyService', ['db/cutover'], 5],
      ['db/commit', ['db/verifyService'], 5],
      ['db/rollback-cutover', [], 60],
      ['db/rollback-seed', ['db/rollback-cutover'], 5],
    ]);
    expect(steps.filter((step) => step.pointOfNoReturn).map(({ id }) => id)).toEqual(['db/cutover']);
    expect(steps.flatMap(({ compensates }) => compensates ?? [])).toEqual(['db/cutover', 'db/seed']);
    expect(steps.every(({ workloads }) => workloads.length === 2)).toBe(true);
  });

  it('lets a cutover wait for what the group uses in the same wave', () => {
    const cutover = createSteps(waves, 'w01').find((step) => step.id === 'app/cutover')!;
    expect(cutover.after).toEqual(['app/approval', 'db/verifyService']);
    expect(cutover.plannedStart).toBe('2026-12-02T01:00');
  });

  it('knows no steps of an unknown wave, and stumbles over a group without a schedule', () => {
    expect(createSteps(waves, 'w99')).toEqual([]);
    expect(() => createSteps({ ...waves, activities: [] }, 'w01')).toThrow(/app/);
  });
});
