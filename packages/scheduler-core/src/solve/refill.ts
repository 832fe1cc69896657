import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { type AttemptHooks, runAttempt } from './attempt.ts';
import type { Bundle } from './bundles.ts';
import { shapeSizes } from './order.ts';
import { restore } from './restore.ts';
import { compareScores, scoreNow } from './score.ts';

/** Hosts are filled by search for at most so many workloads, in so many nodes a host. */
const MOST_WORKLOADS = 20_000;
const MOST_NODES = 100_000;
/** Share of the budget that it may take, and nodes to a work unit. */
const SHARE = 1 / 4;
const NODES_PER_UNIT = 4;

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
  if (costs || used <= bound || order.length > MOST_WORKLOADS || hooks.pacer.cancelled || hooks.isSpent()) return;
  const before = kernel.columns.hostOf.slice();
  const fillNodes = Math.min(MOST_NODES, Math.floor((budget * SHARE * NODES_PER_UNIT) / used));
  kernel.columns.shapeSize.set(shapeSizes(model));
  kernel.reset();
  await runAttempt(model, kernel, order, bundles, { ...hooks, fillNodes });
  if (compareScores(scoreNow(model, kernel), score) >= 0) restore(kernel, before);
}
