/**
 * Dual feasible functions: maps of sizes such that what fits into one capacity sums to at most 1 afterwards, so that the sum over all
 * sizes, rounded up, is a number of hosts that no packing can stay below. Three families after Clautiaux, Alves and Valério de
 * Carvalho, "A survey of dual-feasible and superadditive functions", Annals of Operations Research 179 (2010).
 */

/** Sizes are integers from 0 to the capacity; `counts` says how often each occurs. */
export interface Sizes {
  readonly sizes: Float64Array;
  readonly counts: Int32Array;
  readonly capacity: number;
}

/** Sums are exact below 2^53; what rounding may add is less than this. */
const SLACK = 1e-9;
const MOST_PARTS = 24;

export function roundUp(hosts: number): number {
  return Math.ceil(hosts * (1 - 1e-12) - SLACK);
}

/** Greatest bound that the families give, with about `trials` parameters of each. Each family has a loop of its own: these are hot. */
export function dualFeasibleBound(items: Sizes, trials: number): number {
  let most = shares(items);
  for (let parts = 1; parts <= Math.min(trials, MOST_PARTS); parts++) most = Math.max(most, inParts(items, parts));
  for (const step of steps(items, trials)) most = Math.max(most, withoutSmall(items, step), inSteps(items, step));
  return roundUp(most);
}

function shares({ sizes, counts, capacity }: Sizes): number {
  let sum = 0;
  for (let at = 0; at < sizes.length; at++) sum += (counts[at]! * sizes[at]!) / capacity;
  return sum;
}

/** Fekete and Schepers' u: shares in whole parts, as many as fit. */
function inParts({ sizes, counts, capacity }: Sizes, parts: number): number {
  let sum = 0;
  for (let at = 0; at < sizes.length; at++) {
    const share = ((parts + 1) * sizes[at]!) / capacity;
    const whole = Math.floor(share);
    sum += counts[at]! * (share === whole ? sizes[at]! / capacity : whole / parts);
  }
  return sum;
}

/** Martello and Toth's U: what is smaller than the step counts nothing, what leaves less than the step counts all. */
function withoutSmall({ sizes, counts, capacity }: Sizes, step: number): number {
  let sum = 0;
  for (let at = 0; at < sizes.length; at++) {
    const size = sizes[at]!;
    if (size >= step) sum += counts[at]! * (size > capacity - step ? 1 : size / capacity);
  }
  return sum;
}

/** Carlier, Clautiaux and Moukrim's f1: large sizes by what they leave, in whole steps. */
function inSteps({ sizes, counts, capacity }: Sizes, step: number): number {
  const steps = Math.floor(capacity / step);
  let sum = 0;
  for (let at = 0; at < sizes.length; at++) {
    const size = sizes[at]!;
    if (2 * size === capacity) sum += counts[at]! / 2;
    else if (2 * size < capacity) sum += (counts[at]! * Math.floor(size / step)) / steps;
    else sum += (counts[at]! * (steps - Math.floor((capacity - size) / step))) / steps;
  }
  return sum;
}

/** Sizes, and what they leave, up to half the capacity: an even choice of them. */
function steps({ sizes, capacity }: Sizes, trials: number): number[] {
  const all = new Set<number>();
  for (const size of sizes) {
    for (const step of [size, capacity - size, capacity - size + 1])
      if (step > 0 && 2 * step <= capacity) all.add(step);
  }
  const sorted = [...all].sort((a, b) => a - b);
  if (sorted.length <= trials) return sorted;
  return Array.from({ length: trials }, (_, at) => sorted[Math.floor((at * sorted.length) / trials)]!);
}
