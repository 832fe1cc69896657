import type { RuleContext } from '../rules/rule.ts';
import type { Shapes } from './shapes.ts';
import type { CapacityTerm } from './term.ts';

const UNLIMITED = 2147483647;

/** All hard capacities as one limit per host and dimension; the soft ones each by itself, ordered by dimension. */
export interface Capacities {
  readonly limit: Int32Array;
  /** Null where no hard capacity counts departed workloads. */
  readonly duringLimit: Int32Array | null;
  readonly soft: readonly CapacityTerm[];
  /** First soft capacity of each dimension, and one past the last. */
  readonly softStart: Int32Array;
}

/** `noWorse`: what the start used is the limit where it was more; mending it is a soft goal beside. */
export function combineCapacities(terms: readonly CapacityTerm[], context: RuleContext, shapes: Shapes): Capacities {
  const dimensions = context.problem.dimensions.length;
  const cells = context.problem.hosts.length * dimensions;
  const limit = new Int32Array(cells).fill(UNLIMITED);
  const during = new Int32Array(cells).fill(UNLIMITED);
  const start = terms.some(({ mode }) => mode === 'noWorse') ? sumStart(context, shapes) : null;
  for (const term of terms) {
    if (term.mode === 'soft') continue;
    const into = term.when === 'during' ? during : limit;
    for (let host = 0; host < term.limit.length; host++) {
      const at = host * dimensions + term.dimension;
      const own = term.mode === 'noWorse' ? Math.max(term.limit[host]!, start![at]!) : term.limit[host]!;
      into[at] = Math.min(into[at]!, own);
    }
  }
  const soft = terms.filter(({ mode }) => mode !== 'hard').sort((a, b) => a.dimension - b.dimension);
  const softStart = Int32Array.from(
    { length: dimensions + 1 },
    (_, d) => soft.filter((term) => term.dimension < d).length,
  );
  const isDuring = terms.some(({ mode, when }) => mode !== 'soft' && when === 'during');
  return { limit, duringLimit: isDuring ? during : null, soft, softStart };
}

/** Sums of the demands at the start per host and dimension, at most `UNLIMITED`. */
function sumStart({ problem, initialHostOf }: RuleContext, { demands, shapeOf }: Shapes): Float64Array {
  const dimensions = problem.dimensions.length;
  const sums = new Float64Array(problem.hosts.length * dimensions);
  initialHostOf.forEach((host, w) => {
    if (host < 0) return;
    for (let d = 0; d < dimensions; d++) {
      const at = host * dimensions + d;
      sums[at] = Math.min(UNLIMITED, sums[at]! + demands[shapeOf[w]! * dimensions + d]!);
    }
  });
  return sums;
}
