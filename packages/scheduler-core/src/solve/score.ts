import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';

/**
 * What makes one placement better than another, most important first: unplaced per priority from the highest, cost per
 * level from the lowest (mending of `noWorse` rules included), hosts used. Smaller is better.
 */
export function scoreNow(model: Model, kernel: Kernel): number[] {
  const { priorities, priorityOf } = model;
  const { hostOf, countOn } = kernel.columns;
  const unplaced = priorities.map(() => 0);
  hostOf.forEach((host, w) => {
    if (host < 0) unplaced[priorities.length - 1 - priorityOf[w]!]!++;
  });
  return [...unplaced, ...levelCosts(model, kernel), countUsed(countOn)];
}

/** Cost per level from the lowest, with what mending `noWorse` rules is worth. */
export function levelCosts({ configs, levels }: Model, { columns }: Kernel): number[] {
  const costs = levels.map(() => 0);
  configs.forEach(({ mode, level, weight }, at) => {
    if (mode === 'soft') costs[levels.indexOf(level)]! += weight * columns.amounts[at]!;
  });
  return costs;
}

/** Negative where `a` is better. */
export function compareScores(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}

/** Cost of the soft rules per level, lowest level first. */
export function costsOf({ configs }: Model, { columns }: Kernel): { level: number; cost: number }[] {
  const cost = new Map<number, number>();
  configs.forEach(({ mode, mending, level, weight }, at) => {
    if (mode === 'soft' && !mending) cost.set(level, (cost.get(level) ?? 0) + weight * columns.amounts[at]!);
  });
  return [...cost].map(([level, sum]) => ({ level, cost: sum })).sort((a, b) => a.level - b.level);
}

export function countUsed(countOn: Int32Array): number {
  let used = 0;
  for (const count of countOn) if (count > 0) used++;
  return used;
}
