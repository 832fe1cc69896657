import type { Project } from '../../src/sequence/project.ts';
import { verifySchedule } from '../../src/sequence/verify/verify-schedule.ts';

/** Least makespan of at most `horizon` by trying every start of every activity; undefined where there is none. */
export function exhaustiveOptimum(project: Project, horizon: number): number | undefined {
  const { activities } = project;
  const startOf = activities.map(() => -1);
  let best: number | undefined;
  const search = (a: number, end: number): void => {
    if (end >= (best ?? horizon + 1)) return;
    if (a === activities.length) {
      if (verifySchedule(project, { startOf }).length === 0) best = end;
      return;
    }
    const { duration, predecessors } = activities[a]!;
    // Predecessors come first in random projects.
    const from = predecessors.reduce((most, b) => Math.max(most, startOf[b]! + activities[b]!.duration), 0);
    for (let start = from; start + duration <= horizon; start++) {
      startOf[a] = start;
      if (!breaksAt(project, startOf, a)) search(a + 1, Math.max(end, start + duration));
    }
    startOf[a] = -1;
  };
  search(0, 0);
  return best;
}

/** Whether what has a start breaks something: the rest being missing is no breach yet. */
function breaksAt(project: Project, startOf: readonly number[], a: number): boolean {
  const part = { ...project, activities: project.activities.slice(0, a + 1) };
  return verifySchedule(part, { startOf: startOf.slice(0, a + 1) }).length > 0;
}
