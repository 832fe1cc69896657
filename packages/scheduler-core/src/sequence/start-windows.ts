import { type Activity, MAX_TIME, type Project, type StartWindow } from './project.ts';
import { sortTopologically, successorsOf } from './topological.ts';

/** A project's activities as precedence and windows alone leave them. */
export interface StartWindows {
  /** Predecessors first. */
  readonly order: readonly number[];
  /** Indices of the activities that follow each at once. */
  readonly successors: readonly (readonly number[])[];
  /** When each may start: no earlier than its predecessors' earliest ends, no later than its successors allow; perhaps never. */
  readonly windows: readonly (readonly StartWindow[])[];
  /** Least time from each activity's start to the end of the project. */
  readonly tails: readonly number[];
}

/** The project must have no cycle. */
export function findStartWindows(project: Project): StartWindows {
  const { activities } = project;
  const order = sortTopologically(project)!;
  const successors = successorsOf(activities);
  const windows = activities.map(ownWindows);
  const earliest = (a: number): number => windows[a]![0]?.from ?? MAX_TIME;
  const latest = (a: number): number => windows[a]!.at(-1)?.to ?? -1;
  const narrow = (a: number, from: number, to: number): void => {
    windows[a] = windows[a]!.flatMap((window) => {
      const cut = { from: Math.max(window.from, from), to: Math.min(window.to, to) };
      return cut.from <= cut.to ? [cut] : [];
    });
  };
  for (const a of order) {
    const ends = activities[a]!.predecessors.map((before) => earliest(before) + activities[before]!.duration);
    if (activities[a]!.fixedStart === undefined) narrow(a, Math.max(0, ...ends), MAX_TIME);
  }
  const tails = activities.map(({ duration }) => duration);
  for (const a of order.toReversed()) {
    const { duration, fixedStart } = activities[a]!;
    for (const next of successors[a]!) tails[a] = Math.max(tails[a]!, duration + tails[next]!);
    const limits = successors[a]!.map((next) => latest(next) - duration);
    if (fixedStart === undefined) narrow(a, 0, Math.min(MAX_TIME, ...limits));
  }
  return { order, successors, windows, tails };
}

function ownWindows({ release = 0, windows, fixedStart }: Activity): StartWindow[] {
  if (fixedStart !== undefined) return [{ from: fixedStart, to: fixedStart }];
  return (windows ?? [{ from: 0, to: MAX_TIME }]).flatMap(({ from, to }) =>
    to < release ? [] : [{ from: Math.max(from, release), to }],
  );
}
