import type { Packing } from './packing.ts';

/** Demands of which no two fit on any host together, found greedily, those that exclude most others first: each needs a host. */
export function apartBound({ demands, counts, capacities, dimensions }: Packing, limited: readonly number[]): number {
  const most = limited.map((d) => {
    let room = 0;
    for (let at = d; at < capacities.length; at += dimensions) room = Math.max(room, capacities[at]!);
    return room;
  });
  const exclude = (a: number, b: number): boolean =>
    limited.some((d, at) => demands[a * dimensions + d]! + demands[b * dimensions + d]! > most[at]!);
  const rows = Array.from(counts.keys());
  const excluded = rows.map((a) => rows.reduce((sum, b) => sum + (exclude(a, b) ? counts[b]! : 0), 0));
  const chosen: number[] = [];
  let hosts = 0;
  for (const row of rows.toSorted((a, b) => excluded[b]! - excluded[a]! || a - b)) {
    if (!chosen.every((other) => exclude(row, other))) continue;
    chosen.push(row);
    hosts += exclude(row, row) ? counts[row]! : 1;
  }
  return hosts;
}
