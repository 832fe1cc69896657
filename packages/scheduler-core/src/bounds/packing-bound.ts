import { apartBound } from './apart-bound.ts';
import { dualFeasibleBound, roundUp } from './dual-feasible.ts';
import type { Packing } from './packing.ts';

export interface PackingBound {
  readonly hosts: number;
  /** `sum`: all demands against all capacities. `sizes`: which demands fit together at all. */
  readonly by: 'sum' | 'sizes';
  /** Indices of the dimensions that it takes together. */
  readonly dimensions: readonly number[];
}

/** Demands of which each is compared with each. */
const MOST_COMPARED = 1_000;
/** Evaluations of a function on a size that one bound may take. */
const EFFORT = 6e6;
const MOST_TRIALS = 48;
const LEAST_TRIALS = 3;
/** Every pair of dimensions is looked at up to so many dimensions. */
const MOST_PAIRED = 12;

/**
 * A number of hosts below which the demands cannot be packed; infinite where not even all hosts suffice. Dimensions are looked at one by
 * one, in pairs and together: where the weighted sum of a host's demands must stay below that of its capacities, sizes in one
 * dimension follow.
 */
export function packingBound(packing: Packing): PackingBound {
  const { counts, capacities, dimensions } = packing;
  const hosts = capacities.length / dimensions;
  let best: PackingBound = { hosts: counts.some((count) => count > 0) ? 1 : 0, by: 'sum', dimensions: [] };
  const raise = (found: number, by: PackingBound['by'], chosen: readonly number[]) => {
    if (found > best.hosts) best = { hosts: found > hosts ? Number.POSITIVE_INFINITY : found, by, dimensions: chosen };
  };
  const choices = subsets(packing);
  const trials = Math.floor(EFFORT / 3 / Math.max(1, counts.length * choices.length));
  for (const chosen of choices) {
    const { sizes, rooms } = collapse(packing, chosen);
    raise(fewestByCapacity(sizes, counts, rooms), 'sum', chosen);
    if (trials < LEAST_TRIALS) continue;
    const capacity = rooms.reduce((most, room) => Math.max(most, room), 0);
    if (sizes.some((size) => size > capacity)) raise(Number.POSITIVE_INFINITY, 'sizes', chosen);
    else if (capacity > 0) {
      raise(dualFeasibleBound({ sizes, counts, capacity }, Math.min(trials, MOST_TRIALS)), 'sizes', chosen);
    }
  }
  const chosen = choices.filter((choice) => choice.length === 1).flat();
  if (counts.length <= MOST_COMPARED) raise(apartBound(packing, chosen), 'sizes', chosen);
  return best;
}

/** Limited dimensions of which anything is asked: each, all of them, each two. */
function subsets({ demands, capacities, dimensions }: Packing): number[][] {
  const asked = Array.from({ length: dimensions }, (_, d) => d).filter((d) => {
    const limited = columnOf(capacities, d, dimensions).every((room) => room < 2147483647);
    return limited && columnOf(demands, d, dimensions).some((demand) => demand > 0);
  });
  const pairs = asked.flatMap((a, at) => asked.slice(at + 1).map((b) => [a, b]));
  return [
    ...asked.map((d) => [d]),
    ...(asked.length > 2 ? [asked] : []),
    ...(asked.length <= MOST_PAIRED ? pairs : []),
  ];
}

function columnOf(rows: Int32Array, d: number, dimensions: number): Int32Array {
  return Int32Array.from({ length: rows.length / dimensions }, (_, row) => rows[row * dimensions + d]!);
}

/** Demands and capacities as weighted sums over the chosen dimensions, each scaled so that its largest capacity weighs about the same. */
function collapse({ demands, capacities, dimensions }: Packing, chosen: readonly number[]) {
  const weights = chosen.map((d) => {
    const most = columnOf(capacities, d, dimensions).reduce((max, room) => Math.max(max, room), 1);
    return chosen.length === 1 ? 1 : Math.max(1, Math.round(2 ** 24 / most));
  });
  const sum = (rows: Int32Array) =>
    Float64Array.from({ length: rows.length / dimensions }, (_, row) =>
      chosen.reduce((total, d, at) => total + weights[at]! * rows[row * dimensions + d]!, 0),
    );
  return { sizes: sum(demands), rooms: sum(capacities) };
}

/** The largest hosts that together have room for the sum. */
function fewestByCapacity(sizes: Float64Array, counts: Int32Array, rooms: Float64Array): number {
  let left = sizes.reduce((sum, size, at) => sum + size * counts[at]!, 0);
  if (left <= 0) return 0;
  const largest = rooms.slice().sort();
  for (let at = largest.length - 1; at >= 0; at--) {
    // What is left of the sum after the larger hosts, as a share of this one: rounding must not open another.
    if (roundUp(left / Math.max(1, largest[at]!)) <= 1) return largest.length - at;
    left -= largest[at]!;
  }
  return Number.POSITIVE_INFINITY;
}
