import type { RuleContext } from '../rules/rule.ts';
import type { Capacities } from './capacities.ts';
import type { Shapes } from './shapes.ts';

const UNLIMITED = 2147483647;
/** Units of the kernel's grid (assembly/grid.ts) that the roomiest host has. */
const GRID_UNITS = 1023;
/** A dimension counts in the grid if so large a share of the workloads asks for it. */
const COMMON = 0.9;

/** How much each dimension matters, and the units in which the kernel's grid measures room. */
export interface Scarcity {
  /** Per dimension: share of the fleet that all demands take, per unit of demand on an average host. */
  readonly weight: Float64Array;
  /** Grid units per unit of the dimension: an average workload measures the same in all of them. 0: does not count. */
  readonly rowScale: Float64Array;
  /** Share of one dimension among those that count. */
  readonly columnShare: number;
}

export function measureScarcity(
  { problem }: RuleContext,
  { count, demands, shapeOf }: Shapes,
  { limit }: Capacities,
): Scarcity {
  const dimensions = problem.dimensions.length;
  const hosts = Math.max(1, problem.hosts.length);
  const demand = new Float64Array(dimensions);
  const asking = new Int32Array(dimensions);
  const members = new Int32Array(count);
  for (let w = 0; w < shapeOf.length; w++) members[shapeOf[w]!]!++;
  for (let at = 0; at < demands.length; at++) {
    const having = members[Math.floor(at / dimensions)]!;
    demand[at % dimensions]! += demands[at]! * having;
    if (demands[at]! > 0) asking[at % dimensions]! += having;
  }
  const room = new Float64Array(dimensions);
  for (let at = 0; at < limit.length; at++) if (limit[at] !== UNLIMITED) room[at % dimensions]! += limit[at]!;
  const weight = Float64Array.from(room, (sum, d) => (sum > 0 ? ((demand[d]! / sum + 1e-6) * hosts) / sum : 0));
  const counts = (d: number) => room[d]! > 0 && asking[d]! > 0 && asking[d]! >= COMMON * shapeOf.length;

  const perWorkload = Float64Array.from(demand, (sum, d) => (counts(d) ? shapeOf.length / sum : 0));
  const counted = perWorkload.filter((scale) => scale > 0).length;
  let most = 0;
  for (let host = 0; host < hosts && counted > 0; host++) {
    let least = Number.POSITIVE_INFINITY;
    for (let d = 0; d < dimensions; d++) {
      if (perWorkload[d]! > 0) least = Math.min(least, limit[host * dimensions + d]! * perWorkload[d]!);
    }
    most = Math.max(most, least);
  }
  const rowScale = perWorkload.map((scale) => (most > 0 ? (scale * GRID_UNITS) / most : 0));
  return { weight, rowScale, columnShare: counted > 0 ? 1 / counted : 0 };
}
