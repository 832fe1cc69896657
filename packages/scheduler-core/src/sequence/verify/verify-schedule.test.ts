import { describe, expect, it } from 'vitest';
import type { Project } from '../project.ts';
import { verifySchedule } from './verify-schedule.ts';

const project: Project = {
  resources: [{ id: 'team', capacity: 2 }],
  activities: [
    { id: 'a', duration: 3, demands: [1], predecessors: [] },
    { id: 'b', duration: 2, demands: [2], predecessors: [0] },
    {
      id: 'c',
      duration: 2,
      demands: [1],
      predecessors: [],
      release: 1,
      windows: [
        { from: 0, to: 2 },
        { from: 9, to: 9 },
      ],
    },
    { id: 'd', duration: 1, demands: [1], predecessors: [1], fixedStart: 6 },
  ],
};
const kinds = (...startOf: number[]) =>
  verifySchedule(project, { startOf }).map(({ kind, activities }) => [kind, ...activities]);

describe('verifySchedule', () => {
  it('accepts what keeps every rule, and ends that meet starts', () => {
    expect(kinds(0, 3, 1, 6)).toEqual([]);
    expect(kinds(0, 4, 9, 6)).toEqual([]);
  });

  it('names each breach', () => {
    expect(kinds(0, 2, 9, 6)).toEqual([
      ['precedence', 0, 1],
      ['capacity', 0, 1],
    ]);
    expect(kinds(0, 3, 0, 6)).toEqual([['release', 2]]);
    expect(kinds(0, 3, 7, 6)).toEqual([['window', 2]]);
    expect(kinds(0, 3, 9, 7)).toEqual([['fixed', 3]]);
    expect(kinds(0, 3, 2, 6)).toEqual([['capacity', 1, 2]]);
    expect(kinds(0, 3, 1.5, 6)[0]).toEqual(['invalid-start', 2]);
  });

  it('tells what has no start, and what then starts too early', () => {
    expect(kinds(0, -1, 9, 6)).toEqual([
      ['missing', 1],
      ['precedence', 1, 3],
    ]);
    expect(kinds(0, 3, 9)).toContainEqual(['missing', 3]);
  });
});
