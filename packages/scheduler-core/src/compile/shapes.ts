import type { Problem } from '../problem/problem.ts';
import { createVectorIndex } from './vector-index.ts';

/** Distinct demand vectors and the row of each workload: by shared reference first, then by value. */
export interface Shapes {
  readonly count: number;
  readonly demands: Int32Array;
  readonly shapeOf: Int32Array;
}

export function findShapes({ workloads, dimensions }: Problem): Shapes {
  const index = createVectorIndex(dimensions.length);
  const shapeOf = new Int32Array(workloads.length);
  const known = new Map<readonly number[], number>();
  let last: readonly number[] | undefined;
  let shape = -1;
  for (let w = 0; w < workloads.length; w++) {
    const { demand } = workloads[w]!;
    if (demand !== last) {
      last = demand;
      shape = known.get(demand) ?? index.add(demand);
      known.set(demand, shape);
    }
    shapeOf[w] = shape;
  }
  return { count: index.count, demands: index.rows, shapeOf };
}
