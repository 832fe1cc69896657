import type { Model } from '../compile/compile.ts';
import type { DomainRooms } from './domain-rooms.ts';

/** Domains to try of each kind. */
const TRIES = 16;

export interface RankedDomains {
  /** Room enough in sum, the tightest first. */
  readonly tight: readonly number[];
  /** Most room first, whether enough or not. */
  readonly roomy: readonly number[];
}

/** Domains of a level by their room for the workloads, over the open hosts that may carry the first of them. */
export function rankDomains(
  { sizes, shapes }: Model,
  rooms: DomainRooms,
  topology: number,
  workloads: readonly number[],
): RankedDomains {
  const { dimensions } = sizes;
  const asked = new Float64Array(dimensions);
  for (const w of workloads) {
    for (let d = 0; d < dimensions; d++) asked[d]! += shapes.demands[shapes.shapeOf[w]! * dimensions + d]!;
  }
  const { domains, room } = rooms.roomOf(topology, rooms.kernel.columns.eligibilityOf[workloads[0]!]!);
  const tight = createShortlist();
  const roomy = createShortlist();
  for (const domain of domains) {
    let share = Number.POSITIVE_INFINITY;
    for (let d = 0; d < dimensions; d++) {
      if (asked[d]! > 0) share = Math.min(share, room[domain * dimensions + d]! / asked[d]!);
    }
    if (share <= 0) continue;
    if (share >= 1) tight.offer(domain, share);
    roomy.offer(domain, -share);
  }
  return { tight: tight.items, roomy: roomy.items };
}

/** The `TRIES` items of least value, the least first; of equal ones, those that came first. */
function createShortlist() {
  const items: number[] = [];
  const values: number[] = [];
  return {
    items,
    offer(item: number, value: number): void {
      if (items.length === TRIES && value >= values[TRIES - 1]!) return;
      let at = Math.min(items.length, TRIES - 1);
      for (; at > 0 && values[at - 1]! > value; at--) {
        items[at] = items[at - 1]!;
        values[at] = values[at - 1]!;
      }
      items[at] = item;
      values[at] = value;
    },
  };
}
