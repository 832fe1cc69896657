import { describe, expect, it } from 'vitest';
import { checkProject } from './check-project.ts';
import type { Activity, Project } from './project.ts';

const activity = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  duration: 2,
  demands: [1],
  predecessors: [],
  ...more,
});
const project = (...activities: Activity[]): Project => ({ resources: [{ id: 'team', capacity: 2 }], activities });
const codes = (...activities: Activity[]) => checkProject(project(...activities)).map(({ path, code }) => [path, code]);

describe('checkProject', () => {
  it('has nothing against a good project', () => {
    expect(codes(activity('a', { windows: [{ from: 0, to: 3 }] }), activity('b', { predecessors: [0] }))).toEqual([]);
  });

  it('says all that is wrong at once', () => {
    expect(
      codes(
        activity('a', { duration: -1, demands: [3] }),
        activity('a', { demands: [], predecessors: [7] }),
        activity('b', {
          windows: [
            { from: 4, to: 5 },
            { from: 5, to: 9 },
          ],
          release: 0.5,
        }),
      ),
    ).toEqual([
      ['/activities/1/id', 'duplicate-id'],
      ['/activities/0/duration', 'quantity'],
      ['/activities/1/demands', 'length'],
      ['/activities/1/predecessors/0', 'unknown-activity'],
      ['/activities/2/release', 'quantity'],
      ['/activities/2/windows/1', 'window'],
    ]);
    expect(codes(activity('a', { demands: [3] }))).toEqual([['/activities/0/demands/0', 'exceeds-capacity']]);
  });

  it('finds a cycle, and fixed activities that cannot both be', () => {
    expect(codes(activity('a', { predecessors: [1] }), activity('b', { predecessors: [0] }))).toEqual([
      ['/activities', 'cycle'],
    ]);
    expect(
      codes(activity('a', { fixedStart: 4, demands: [2] }), activity('b', { fixedStart: 5, predecessors: [0] })),
    ).toEqual([
      ['/activities/1/fixedStart', 'fixed'],
      ['/activities/1/fixedStart', 'fixed'],
    ]);
  });
});
