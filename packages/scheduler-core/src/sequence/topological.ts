import type { Project } from './project.ts';

/** Indices of the activities, predecessors first, otherwise in their order; undefined where there is a cycle. */
export function sortTopologically({ activities }: Project): number[] | undefined {
  const successors = successorsOf(activities);
  const waiting = activities.map(({ predecessors }) => predecessors.length);
  const order = waiting.flatMap((count, a) => (count === 0 ? [a] : []));
  for (let at = 0; at < order.length; at++) {
    for (const next of successors[order[at]!]!) {
      waiting[next]! -= 1;
      if (waiting[next] === 0) order.push(next);
    }
  }
  return order.length === activities.length ? order : undefined;
}

export function successorsOf(activities: Project['activities']): number[][] {
  const successors: number[][] = activities.map(() => []);
  activities.forEach(({ predecessors }, a) => {
    for (const before of predecessors) successors[before]!.push(a);
  });
  return successors;
}
