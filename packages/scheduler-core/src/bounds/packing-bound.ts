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
const MOST_TRIALS = 48;
const LEAST_TRIALS = 3;
/** Where so many mean demands go together on a host, their sizes say little beyond their sum: fewer trials. */
const MANY_TOGETHER = 8;
const FEW_TRIALS = 6;
/** Every pair of dimensions is looked at up to so many dimensions. */
const MOST_PAIRED = 12;

/**
 * A number of hosts below which the demands cannot be packed; infinite where not even all hosts suffice. Dimensions are looked at one by
 * one, in pairs and together: where the weighted sum of a host's demands must stay below that of its capacities, sizes in one
 * dimension follow. `effort`: evaluations of a function on a size that it may take.
 */
export function packingBound(packing: Packing, effort: number): PackingBound {
  const { counts, hostCounts } = packing;
  const hosts = sumOf(hostCounts);
  let best: PackingBound = { hosts: counts.some((count) => count > 0) ? 1 : 0, by: 'sum', dimensions: [] };
  const raise = (found: number, by: PackingBound['by'], chosen: readonly number[]) => {
    if (found > best.hosts) best = { hosts: found > hosts ? Number.POSITIVE_INFINITY : found, by, dimensions: chosen };
  };
  const table = columnsOf(packing);
  const choices = subsets(table);
  const trials = Math.floor(effort / 3 / Math.max(1, counts.length * choices.length));
  for (const chosen of choices) {
    const { sizes, rooms } = collapse(table, chosen);
    raise(fewestByCapacity(sizes, counts, rooms, hostCounts), 'sum', chosen);
    if (trials < LEAST_TRIALS) continue;
    const capacity = mostOf(rooms);
    if (mostOf(sizes) > capacity) raise(Number.POSITIVE_INFINITY, 'sizes', chosen);
    else if (capacity > 0) {
      const isMany = sumOf(sizes, counts) * MANY_TOGETHER < capacity * sumOf(counts);
      const most = isMany ? FEW_TRIALS : MOST_TRIALS;
      raise(dualFeasibleBound({ sizes, counts, capacity }, Math.min(trials, most)), 'sizes', chosen);
    }
  }
  const chosen = choices.filter((choice) => choice.length === 1).flat();
  if (counts.length <= MOST_COMPARED) raise(apartBound(packing, chosen), 'sizes', chosen);
  return best;
}

/** Demands and capacities, one column a dimension. */
interface Columns {
  readonly demands: readonly Int32Array[];
  readonly capacities: readonly Int32Array[];
}

function columnsOf({ demands, capacities, dimensions }: Packing): Columns {
  const each = Array.from({ length: dimensions }, (_, d) => d);
  return {
    demands: each.map((d) => columnOf(demands, d, dimensions)),
    capacities: each.map((d) => columnOf(capacities, d, dimensions)),
  };
}

function columnOf(rows: Int32Array, d: number, dimensions: number): Int32Array {
  const column = new Int32Array(rows.length / dimensions);
  for (let row = 0; row < column.length; row++) column[row] = rows[row * dimensions + d]!;
  return column;
}

/** Limited dimensions of which anything is asked: each, all of them, each two. */
function subsets({ demands, capacities }: Columns): number[][] {
  const asked = demands.flatMap((column, d) => (mostOf(column) > 0 && mostOf(capacities[d]!) < 2147483647 ? [d] : []));
  const pairs = asked.flatMap((a, at) => asked.slice(at + 1).map((b) => [a, b]));
  return [
    ...asked.map((d) => [d]),
    ...(asked.length > 2 ? [asked] : []),
    ...(asked.length <= MOST_PAIRED ? pairs : []),
  ];
}

/** Demands and capacities as weighted sums over the chosen dimensions, each scaled so that its largest capacity weighs about the same. */
function collapse({ demands, capacities }: Columns, chosen: readonly number[]) {
  const weights = chosen.map((d) =>
    chosen.length === 1 ? 1 : Math.max(1, Math.round(2 ** 24 / Math.max(1, mostOf(capacities[d]!)))),
  );
  const sum = (columns: readonly Int32Array[]): Float64Array => {
    const total = new Float64Array(columns[0]!.length);
    chosen.forEach((d, at) => {
      const [column, weight] = [columns[d]!, weights[at]!];
      for (let row = 0; row < total.length; row++) total[row]! += weight * column[row]!;
    });
    return total;
  };
  return { sizes: sum(demands), rooms: sum(capacities) };
}

/** The largest hosts that together have room for the sum. */
function fewestByCapacity(
  sizes: Float64Array,
  counts: Int32Array,
  rooms: Float64Array,
  hostCounts: Int32Array,
): number {
  let left = sumOf(sizes, counts);
  if (left <= 0) return 0;
  let hosts = 0;
  for (const row of Int32Array.from(rooms.keys()).sort((a, b) => rooms[b]! - rooms[a]!)) {
    // What is left of the sum after the larger hosts, as a share of these: rounding must not open another.
    const needed = roundUp(left / Math.max(1, rooms[row]!));
    if (needed <= hostCounts[row]!) return hosts + Math.max(1, needed);
    hosts += hostCounts[row]!;
    left -= rooms[row]! * hostCounts[row]!;
  }
  return Number.POSITIVE_INFINITY;
}

/** Of all values, each as often as `counts` says; by default once. */
function sumOf(values: Int32Array | Float64Array, counts?: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]! * (counts ? counts[at]! : 1);
  return sum;
}

function mostOf(values: Int32Array | Float64Array): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) if (values[at]! > most) most = values[at]!;
  return most;
}
