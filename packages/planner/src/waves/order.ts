import type { Estate } from '../estate/schema.ts';
import type { MoveGroup } from './schema.ts';

/** Groups of the first wave: those of the pilot systems, and what they use. */
export function pilotGroups(groups: readonly MoveGroup[], pilot: readonly string[]): Set<string> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const found = new Set<string>();
  const add = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const used of byId.get(id)?.after ?? []) add(used);
  };
  for (const group of groups) if (group.systems.some((system) => pilot.includes(system))) add(group.id);
  return found;
}

/**
 * Orders to try, each with every group after those that it uses: by wave priority first (none: last), then by what is
 * long to copy, short to copy, or has most that waits for it.
 */
export function orders(groups: readonly MoveGroup[], estate: Estate): MoveGroup[][] {
  const priorities = new Map(
    estate.systems.map((system) => [system.id, system.wavePriority ?? Number.POSITIVE_INFINITY]),
  );
  const priority = new Map(
    groups.map((group) => [
      group.id,
      Math.min(...group.systems.map((id) => priorities.get(id) ?? Number.POSITIVE_INFINITY)),
    ]),
  );
  const waiting = chainLengths(groups);
  const keys: ((group: MoveGroup) => number)[] = [
    (group) => -group.sizeGiB,
    (group) => group.sizeGiB,
    (group) => -waiting.get(group.id)!,
  ];
  return keys.map((key) =>
    usedFirst(
      groups.toSorted(
        (a, b) => compare(priority.get(a.id)!, priority.get(b.id)!) || compare(key(a), key(b)) || compare(a.id, b.id),
      ),
    ),
  );
}

/** Keeps the order, but pulls what a group uses before it. */
function usedFirst(groups: readonly MoveGroup[]): MoveGroup[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const ordered = new Set<MoveGroup>();
  const path: { group: MoveGroup; next: number }[] = [];
  for (const root of groups) {
    if (!ordered.has(root)) path.push({ group: root, next: 0 });
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      const used = byId.get(top.group.after[top.next++] ?? '');
      if (used !== undefined && !ordered.has(used)) path.push({ group: used, next: 0 });
      else if (top.next > top.group.after.length) {
        ordered.add(top.group);
        path.pop();
      }
    }
  }
  return [...ordered];
}

/** How many groups, one after the other, wait for each. */
function chainLengths(groups: readonly MoveGroup[]): Map<string, number> {
  const length = new Map(groups.map((group) => [group.id, 0]));
  for (const group of usedFirst(groups).toReversed()) {
    for (const used of group.after) length.set(used, Math.max(length.get(used) ?? 0, length.get(group.id)! + 1));
  }
  return length;
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
