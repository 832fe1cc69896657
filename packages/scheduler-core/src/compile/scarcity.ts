import type { RuleContext } from '../rules/rule.ts';
import type { Capacities } from './capacities.ts';
import type { Shapes } from './shapes.ts';

const UNLIMITED = 2147483647;
/** Steps of the kernel's grid, see assembly/grid.ts. */
const STEPS = 64;
const LARGEST = 1023;

/** How much each dimension matters, and how the kernel's grid quantises the two that matter most. */
export interface Scarcity {
  /** Per dimension: share of the fleet that all demands take, per unit of demand on an average host. */
  readonly weight: Float64Array;
  readonly row: Axis;
  readonly column: Axis;
}

export interface Axis {
  readonly dimension: number;
  /** Room >> shift is quantised. */
  readonly shift: number;
  /** Weighed lower edge of each step. */
  readonly score: Float64Array;
}

export function measureScarcity(
  { problem }: RuleContext,
  { demands, shapeOf }: Shapes,
  { limit }: Capacities,
): Scarcity {
  const dimensions = problem.dimensions.length;
  const demand = new Float64Array(dimensions);
  const room = new Float64Array(dimensions);
  const most = new Float64Array(dimensions);
  for (const shape of shapeOf) for (let d = 0; d < dimensions; d++) demand[d]! += demands[shape * dimensions + d]!;
  for (let at = 0; at < limit.length; at++) {
    const d = at % dimensions;
    if (limit[at] === UNLIMITED) continue;
    room[d]! += limit[at]!;
    most[d] = Math.max(most[d]!, limit[at]!);
  }
  const hosts = Math.max(1, problem.hosts.length);
  const load = Array.from(demand, (sum, d) => (room[d]! > 0 ? sum / room[d]! : 0));
  const weight = Float64Array.from(load, (share, d) => (room[d]! > 0 ? ((share + 1e-6) * hosts) / room[d]! : 0));
  const byLoad = load.map((share, d) => ({ share, d })).sort((a, b) => b.share - a.share || a.d - b.d);
  const axis = (rank: number): Axis => {
    const d = byLoad[rank]?.d ?? 0;
    const shift = Math.max(0, Math.ceil(Math.log2((most[d]! + 1) / (LARGEST + 1))));
    const scale = byLoad[rank] ? weight[d]! : 0;
    return {
      dimension: d,
      shift,
      score: Float64Array.from({ length: STEPS }, (_, step) => scale * lowerEdge(step, shift)),
    };
  };
  return { weight, row: axis(0), column: axis(1) };
}

/** Least room in a step: eight steps an octave, exact below 8. */
function lowerEdge(step: number, shift: number): number {
  const units = step < 8 ? step : (8 + (step & 7)) * 2 ** ((step >> 3) - 1);
  return units * 2 ** shift;
}
