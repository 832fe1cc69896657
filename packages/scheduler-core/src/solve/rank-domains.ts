import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';

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
  { context, sizes, shapes }: Model,
  kernel: Kernel,
  topology: number,
  workloads: readonly number[],
): RankedDomains {
  const { dimensions, hosts, eligibilityWords } = sizes;
  const { free, closed, eligibilityBits, eligibilityOf } = kernel.columns;
  const asked = new Float64Array(dimensions);
  for (const w of workloads) {
    for (let d = 0; d < dimensions; d++) asked[d]! += shapes.demands[shapes.shapeOf[w]! * dimensions + d]!;
  }
  const domainOf = topology < 0 ? null : context.domainOf[topology]!;
  const count = domainOf ? context.domainIds[topology]!.length : hosts;
  const room = new Float64Array(count * dimensions);
  const row = eligibilityOf[workloads[0]!]! * eligibilityWords;
  for (let host = 0; host < hosts; host++) {
    const domain = domainOf ? domainOf[host]! : host;
    if (domain < 0 || closed[host] || !((eligibilityBits[row + (host >> 5)]! >>> (host & 31)) & 1)) continue;
    for (let d = 0; d < dimensions; d++) room[domain * dimensions + d]! += free[host * dimensions + d]!;
  }
  kernel.addWork(hosts / 4);
  const share = Float64Array.from({ length: count }, (_, domain) => {
    let least = Number.POSITIVE_INFINITY;
    for (let d = 0; d < dimensions; d++) {
      if (asked[d]! > 0) least = Math.min(least, room[domain * dimensions + d]! / asked[d]!);
    }
    return least;
  });
  const ranked = Int32Array.from(share.keys())
    .filter((domain) => share[domain]! > 0)
    .sort((a, b) => share[a]! - share[b]! || a - b);
  return {
    tight: Array.from(ranked.filter((domain) => share[domain]! >= 1).subarray(0, TRIES)),
    roomy: Array.from(ranked.subarray(-TRIES)).reverse(),
  };
}
