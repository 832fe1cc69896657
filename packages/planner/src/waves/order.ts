import type { Tie } from '@yunqian/scheduler-core/sequence';
import type { Move } from './moves.ts';
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
 * Orders to begin from, as indices of the moves: by wave priority first (none: last), then by what is long to copy, short
 * to copy, or has most that waits for it; and what is tied together side by side.
 */
export function orders(moves: readonly Move[], ties: readonly Tie[]): number[][] {
  const waiting = chainLengths(moves);
  const keys: ((m: number) => number)[] = [
    (m) => -moves[m]!.group.sizeGiB,
    (m) => moves[m]!.group.sizeGiB,
    (m) => -waiting[m]!,
  ];
  const sorted = keys.map((key) =>
    moves
      .map((_, m) => m)
      .sort((a, b) => compare(moves[a]!.priority, moves[b]!.priority) || compare(key(a), key(b)) || a - b),
  );
  return [...sorted, ...sorted.map((order) => sideBySide(order, ties))];
}

/** Keeps the order of what comes first of each cluster of ties, the rest of the cluster right behind it. */
function sideBySide(order: readonly number[], ties: readonly Tie[]): number[] {
  const beside = new Map<number, number[]>(order.map((m) => [m, []]));
  for (const { a, b } of ties) {
    beside.get(a)!.push(b);
    beside.get(b)!.push(a);
  }
  const seen = new Set<number>();
  for (const root of order) {
    const cluster = [root];
    for (const m of cluster) {
      if (seen.has(m)) continue;
      seen.add(m);
      cluster.push(...beside.get(m)!);
    }
  }
  return [...seen];
}

/** How many groups, one after the other, wait for each. */
function chainLengths(moves: readonly Move[]): number[] {
  const indexOf = new Map(moves.map(({ group }, m) => [group.id, m]));
  const users: number[][] = moves.map(() => []);
  moves.forEach(({ group }, m) => {
    for (const used of group.after) users[indexOf.get(used) ?? m]!.push(m);
  });
  const lengths: (number | undefined)[] = moves.map(() => undefined);
  const lengthOf = (m: number): number => {
    lengths[m] ??= 0;
    lengths[m] = Math.max(
      0,
      ...users[m]!.filter((user) => user !== m).map((user) => (lengths[user] ?? lengthOf(user)) + 1),
    );
    return lengths[m];
  };
  return moves.map((_, m) => lengths[m] ?? lengthOf(m));
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
