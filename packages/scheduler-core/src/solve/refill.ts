import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { type AttemptHooks, runAttempt } from './attempt.ts';
import type { Bundle } from './bundles.ts';
import { shapeSizes } from './order.ts';
import { restore } from './restore.ts';
import { compareScores, scoreNow } from './score.ts';

/** Nodes of the search for one host: at most, and with fewer it is not worth while. */
const MOST_NODES = 100_000;
const LEAST_NODES = 1_000;
/** Share of the budget that it may take; candidates looked at, and nodes, to a work unit. */
const SHARE = 1 / 4;
const STEPS_PER_UNIT = 4;

export interface RefillOptions extends AttemptHooks {
  readonly order: Int32Array;
  readonly bundles: readonly Bundle[];
  readonly budget: number;
  /** Fewer hosts than this are not possible. */
  readonly bound: number;
}

/**
 * Another construction where the first one has placed all at no cost: each fresh host is filled by the set that leaves least of it.
 * Where many sizes fit together exactly that needs fewer hosts than best fit. What is better stays.
 */
export async function refill(model: Model, kernel: Kernel, options: RefillOptions): Promise<void> {
  const { order, bundles, budget, bound, ...hooks } = options;
  const score = scoreNow(model, kernel);
  const used = score.at(-1)!;
  const costs = score.slice(0, -1).some((value) => value > 0);
  // For each fresh host all are looked at that are not placed yet: half of them in the mean.
  const nodes = Math.floor((budget * SHARE * STEPS_PER_UNIT) / used - order.length / 2);
  if (costs || used <= bound || nodes < LEAST_NODES || hooks.pacer.cancelled || hooks.isSpent()) return;
  const before = kernel.columns.hostOf.slice();
  kernel.columns.shapeSize.set(shapeSizes(model));
  kernel.reset();
  await runAttempt(model, kernel, order, bundles, { ...hooks, fillNodes: Math.min(MOST_NODES, nodes) });
  if (compareScores(scoreNow(model, kernel), score) >= 0) restore(kernel, before);
}
