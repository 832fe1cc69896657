import { type Activity, MAX_TIME, type Project } from './project.ts';
import { sortTopologically } from './topological.ts';

/** One trouble of a project; the message is in English, without the path (a JSON pointer). */
export interface SequenceIssue {
  readonly path: string;
  readonly code: SequenceIssueCode;
  readonly message: string;
}

export type SequenceIssueCode =
  | 'duplicate-id'
  | 'length'
  | 'quantity'
  | 'exceeds-capacity'
  | 'window'
  | 'unknown-activity'
  | 'cycle'
  | 'fixed';

type Report = (path: string, code: SequenceIssueCode, message: string) => void;

const isTime = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= MAX_TIME;

/** All structural trouble at once; a project without any can be solved. */
export function checkProject(project: Project): SequenceIssue[] {
  const issues: SequenceIssue[] = [];
  const report: Report = (path, code, message) => issues.push({ path, code, message });
  const { resources, activities } = project;
  checkIds(resources, '/resources', report);
  checkIds(activities, '/activities', report);
  resources.forEach(({ capacity }, r) => {
    if (!isTime(capacity)) report(`/resources/${r}/capacity`, 'quantity', `not a whole number in 0..${MAX_TIME}`);
  });
  activities.forEach((activity, a) => {
    checkActivity(project, activity, `/activities/${a}`, report);
  });
  if (issues.length > 0) return issues;
  if (sortTopologically(project) === undefined) report('/activities', 'cycle', 'the precedence relations form a cycle');
  const latest = activities.reduce(
    (most, { release = 0, windows, fixedStart = 0 }) => Math.max(most, release, windows?.at(-1)?.from ?? 0, fixedStart),
    0,
  );
  if (latest + activities.reduce((sum, { duration }) => sum + duration, 0) > MAX_TIME)
    report('/activities', 'quantity', `the latest release and all durations together exceed ${MAX_TIME}`);
  checkFixed(project, report);
  return issues;
}

function checkIds(list: readonly { readonly id: string }[], path: string, report: Report): void {
  const seen = new Set<string>();
  list.forEach(({ id }, at) => {
    if (seen.has(id)) report(`${path}/${at}/id`, 'duplicate-id', `${id} is there already`);
    seen.add(id);
  });
}

function checkActivity({ resources, activities }: Project, activity: Activity, path: string, report: Report): void {
  const { duration, demands, predecessors, release = 0, windows, fixedStart = 0 } = activity;
  for (const [name, value] of Object.entries({ duration, release, fixedStart }))
    if (!isTime(value)) report(`${path}/${name}`, 'quantity', `not a whole number in 0..${MAX_TIME}`);
  if (demands.length !== resources.length)
    report(`${path}/demands`, 'length', `${demands.length} demands for ${resources.length} resources`);
  demands.forEach((demand, r) => {
    const capacity = resources[r]?.capacity ?? Number.POSITIVE_INFINITY;
    if (!isTime(demand)) report(`${path}/demands/${r}`, 'quantity', `not a whole number in 0..${MAX_TIME}`);
    else if (demand > capacity && duration > 0)
      report(`${path}/demands/${r}`, 'exceeds-capacity', `needs ${demand}, there is ${capacity}`);
  });
  predecessors.forEach((before, at) => {
    if (activities[before] === undefined)
      report(`${path}/predecessors/${at}`, 'unknown-activity', `no activity ${before}`);
  });
  windows?.forEach(({ from, to }, at) => {
    const before = windows[at - 1];
    if (!isTime(from) || !isTime(to) || to < from || (before && from <= before.to))
      report(`${path}/windows/${at}`, 'window', 'windows are whole times with from <= to, apart and in order');
  });
}

/** What is fixed must go together: the solver does not move it. */
function checkFixed({ resources, activities }: Project, report: Report): void {
  const fixed = activities.filter(({ fixedStart, duration }) => fixedStart !== undefined && duration > 0);
  activities.forEach(({ fixedStart, predecessors, demands, duration }, a) => {
    if (fixedStart === undefined) return;
    const path = `/activities/${a}/fixedStart`;
    for (const before of predecessors) {
      const other = activities[before]!;
      if (other.fixedStart !== undefined && other.fixedStart + other.duration > fixedStart)
        report(path, 'fixed', `before ${other.id} ends, which is fixed too`);
    }
    if (duration === 0) return;
    const beside = fixed.filter((b) => b.fixedStart! <= fixedStart && fixedStart < b.fixedStart! + b.duration);
    resources.forEach(({ id, capacity }, r) => {
      const use = beside.reduce((sum, other) => sum + other.demands[r]!, 0);
      if (use > capacity && demands[r]! > 0)
        report(path, 'fixed', `${id}: fixed activities need ${use} of ${capacity}`);
    });
  });
}
