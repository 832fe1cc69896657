import type { Model } from '../compile/compile.ts';

/**
 * Workloads in the order of placing: higher priority first; then those that few hosts may carry; then large before small.
 * Equal ones (one class) stay together, in index order, so that each goes where the last one went.
 */
export function orderWorkloads(model: Model): Int32Array {
  const { classCount, classHosts, classOf, classShape, priorities, priorityOf } = model;
  const size = shapeSizes(model);
  const classes = Array.from({ length: classCount }, (_, at) => at);
  const scarce = (at: number) => (classHosts[at]! * 4 < model.sizes.hosts ? 0 : 1);
  classes.sort((a, b) => scarce(a) - scarce(b) || size[classShape[b]!]! - size[classShape[a]!]! || a - b);
  const rank = new Int32Array(classCount);
  classes.forEach((at, position) => {
    rank[at] = position;
  });
  const byClass = countingSort(null, classOf.length, classCount, (w) => rank[classOf[w]!]!);
  if (priorities.length < 2) return byClass;
  return countingSort(byClass, byClass.length, priorities.length, (w) => priorities.length - 1 - priorityOf[w]!);
}

/** Higher priority first, then small before large, whole classes together: what leaves fewest out of a fleet that is too small. */
export function smallFirst(model: Model): Int32Array {
  const { classOf, classShape, priorityOf } = model;
  const size = shapeSizes(model);
  const sizeOf = (w: number): number => size[classShape[classOf[w]!]!]!;
  return Int32Array.from(classOf.keys()).sort(
    (a, b) => priorityOf[b]! - priorityOf[a]! || sizeOf(a) - sizeOf(b) || classOf[a]! - classOf[b]! || a - b,
  );
}

/** Size of each shape: what it takes of the scarce dimensions. */
export function shapeSizes({ shapes, scarcity, sizes }: Model): Float64Array {
  const { dimensions } = sizes;
  return Float64Array.from({ length: shapes.count }, (_, shape) => {
    let size = 0;
    for (let d = 0; d < dimensions; d++) size += shapes.demands[shape * dimensions + d]! * scarcity.weight[d]!;
    return size;
  });
}

/** Stable; `items` null: 0, 1, 2 ... */
function countingSort(
  items: Int32Array | null,
  count: number,
  keys: number,
  keyOf: (item: number) => number,
): Int32Array {
  const next = new Int32Array(keys + 1);
  for (let at = 0; at < count; at++) next[keyOf(items ? items[at]! : at) + 1]!++;
  for (let key = 0; key < keys; key++) next[key + 1]! += next[key]!;
  const sorted = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const item = items ? items[at]! : at;
    sorted[next[keyOf(item)]!++] = item;
  }
  return sorted;
}

/** Another order for another attempt: within a priority, first what was left out most often, the rest about as in `base`. */
export function reorder(model: Model, base: Int32Array, left: Float64Array, random: () => number): Int32Array {
  const total = base.length;
  const noise = Math.max(4, total / 8);
  const key = new Float64Array(total);
  base.forEach((w, position) => {
    key[w] = position + random() * noise - left[w]! * total;
  });
  const { priorityOf } = model;
  return base.slice().sort((a, b) => priorityOf[b]! - priorityOf[a]! || key[a]! - key[b]! || a - b);
}
