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

/** Greatest bound that the families give, with about `trials` parameters of each. */
export function dualFeasibleBound(items: Sizes, trials: number): number {
  let most = sumOf(
    items,
    ({ capacity }) =>
      (size) =>
        size / capacity,
  );
  for (let parts = 1; parts <= Math.min(trials, MOST_PARTS); parts++)
    most = Math.max(most, sumOf(items, inParts(parts)));
  for (const step of steps(items, trials)) {
    most = Math.max(most, sumOf(items, withoutSmall(step)), sumOf(items, inSteps(step)));
  }
  return roundUp(most);
}

type Family = (items: Sizes) => (size: number) => number;

function sumOf(items: Sizes, family: Family): number {
  const map = family(items);
  let sum = 0;
  for (let at = 0; at < items.sizes.length; at++) sum += items.counts[at]! * map(items.sizes[at]!);
  return sum;
}

/** Fekete and Schepers' u: shares in whole parts, as many as fit. */
function inParts(parts: number): Family {
  return ({ capacity }) =>
    (size) => {
      const share = ((parts + 1) * size) / capacity;
      const whole = Math.floor(((parts + 1) * size) / capacity);
      return share === whole ? size / capacity : whole / parts;
    };
}

/** Martello and Toth's U: what is smaller than the step counts nothing, what leaves less than the step counts all. */
function withoutSmall(step: number): Family {
  return ({ capacity }) =>
    (size) =>
      size < step ? 0 : size > capacity - step ? 1 : size / capacity;
}

/** Carlier, Clautiaux and Moukrim's f1: large sizes by what they leave, in whole steps. */
function inSteps(step: number): Family {
  return ({ capacity }) => {
    const steps = Math.floor(capacity / step);
    return (size) => {
      if (2 * size === capacity) return 1 / 2;
      if (2 * size < capacity) return Math.floor(size / step) / steps;
      return (steps - Math.floor((capacity - size) / step)) / steps;
    };
  };
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
