import type { Project, Schedule } from '../project.ts';

/** One breach of a schedule; `activities` are indices. */
export interface ScheduleViolation {
  readonly kind: 'missing' | 'invalid-start' | 'precedence' | 'release' | 'window' | 'fixed' | 'capacity';
  readonly activities: readonly number[];
  /** In English. */
  readonly message: string;
}

/** Every breach: from the project's own words, by plain arithmetic, sharing no code with the solver. */
export function verifySchedule(project: Project, { startOf }: Schedule): ScheduleViolation[] {
  const violations: ScheduleViolation[] = [];
  const report = (kind: ScheduleViolation['kind'], of: readonly number[], message: string): void => {
    violations.push({ kind, activities: of, message });
  };
  const { activities } = project;
  for (const [a, { id, predecessors, release = 0, windows, fixedStart }] of activities.entries()) {
    const start = startOf[a] ?? -1;
    if (start === -1) {
      report('missing', [a], `${id} has no start`);
      continue;
    }
    if (!Number.isInteger(start) || start < 0) {
      report('invalid-start', [a], `${id} cannot start at ${start}`);
      continue;
    }
    for (const before of predecessors) {
      const { id: other, duration } = activities[before]!;
      if (!(startOf[before]! >= 0)) report('precedence', [before, a], `${id} starts, but ${other} has no start`);
      else if (startOf[before]! + duration > start)
        report('precedence', [before, a], `${id} starts at ${start}, ${other} ends at ${startOf[before]! + duration}`);
    }
    if (fixedStart !== undefined) {
      if (start !== fixedStart) report('fixed', [a], `${id} is fixed at ${fixedStart}, but starts at ${start}`);
      continue;
    }
    if (start < release) report('release', [a], `${id} starts at ${start}, before its release at ${release}`);
    if (windows && !windows.some(({ from, to }) => from <= start && start <= to))
      report('window', [a], `${id} starts at ${start}, in none of its windows`);
  }
  if (startOf.length !== activities.length)
    report('invalid-start', [], `${startOf.length} starts for ${activities.length} activities`);
  checkCapacity(project, startOf, report);
  return violations;
}

/** Use can exceed a capacity only where it grows: at starts. */
function checkCapacity(
  { resources, activities }: Project,
  startOf: ArrayLike<number>,
  report: (kind: 'capacity', of: readonly number[], message: string) => void,
): void {
  const running = activities.flatMap(({ duration }, a) => (startOf[a]! >= 0 && duration > 0 ? [a] : []));
  const instants = [...new Set(running.map((a) => startOf[a]!))].sort((a, b) => a - b);
  for (const time of instants) {
    const beside = running.filter((a) => startOf[a]! <= time && time < startOf[a]! + activities[a]!.duration);
    resources.forEach(({ id, capacity }, r) => {
      const users = beside.filter((a) => activities[a]!.demands[r]! > 0);
      const use = users.reduce((sum, a) => sum + activities[a]!.demands[r]!, 0);
      if (use > capacity) report('capacity', users, `${id} at ${time}: ${use} of ${capacity}`);
    });
  }
}
