import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { shapeSizes } from './order.ts';
import type { Pacer } from './pacer.ts';
import { compareScores, levelCosts } from './score.ts';

/** Work units that emptying one host may take in the first round, and how much more it may take in each next one. */
const FIRST_EFFORT = 2_000;
const MORE_EFFORT = 8;
/** Hosts in a row that cannot be emptied before a round ends: in the first, and in any. */
const FIRST_PATIENCE = 256;
const LEAST_PATIENCE = 4;
const MOST_EFFORT = 2 ** 31;
/** Work units without a host emptied, for each workload and host, after which nothing more is expected. */
const IDLE_EFFORT = 400_000;
/** Work units of one call into the kernel. */
const SLICE = 50_000;

export interface ReduceOptions {
  readonly seed: number;
  /** Fewer hosts than this are not possible: there the reduction ends. */
  readonly bound: number;
  /** Whether workloads may leave the host where they were at the start to free hosts. */
  readonly consolidate: boolean;
  readonly pacer: Pacer;
  readonly report: () => void;
  readonly isSpent: () => boolean;
}

/**
 * Uses fewer hosts for what is placed: empties one after another, the least filled first, without breaking a hard rule or adding to
 * a soft cost. Rounds over the hosts take more and more effort until the budget is spent.
 */
export async function reduceHosts(model: Model, kernel: Kernel, options: ReduceOptions): Promise<void> {
  const { columns } = kernel;
  const held = options.consolidate ? [] : stayers(columns);
  for (const w of held) columns.fixed[w] = 2;
  columns.shapeSize.set(shapeSizes(model).map((size) => size + 1e-9));
  let used = kernel.openReduction(options.seed);
  const isOver = (): boolean => used <= options.bound || options.pacer.cancelled || options.isSpent();
  let patience = FIRST_PATIENCE;
  let idle = IDLE_EFFORT * (model.sizes.workloads + model.sizes.hosts);
  for (let effort = FIRST_EFFORT; effort < MOST_EFFORT && idle > 0 && !isOver(); effort *= MORE_EFFORT) {
    const candidates = byLoad(model, kernel);
    if (candidates.length === 0) break;
    let failed = 0;
    for (const host of candidates) {
      if (isOver() || failed >= patience || idle <= 0) break;
      if (columns.countOn[host] === 0) continue;
      if (await empty(model, kernel, host, effort, options)) {
        used = kernel.keepEvacuation();
        failed = 0;
        idle = IDLE_EFFORT * (model.sizes.workloads + model.sizes.hosts);
      } else {
        failed++;
        idle -= effort;
      }
    }
    patience = Math.max(LEAST_PATIENCE, patience / 4);
  }
  for (const w of held) columns.fixed[w] = 0;
  if (options.consolidate) goHome(model, kernel);
}

/** Back to where they were at the start, whoever can at no cost: the host is in use anyway. */
function goHome(model: Model, kernel: Kernel): void {
  const { hostOf, initialOf, fixed, countOn } = kernel.columns;
  for (let returned = true; returned; ) {
    returned = false;
    for (let w = 0; w < hostOf.length; w++) {
      const [from, home] = [hostOf[w]!, initialOf[w]!];
      if (home < 0 || from < 0 || from === home || fixed[w] === 1 || countOn[home] === 0) continue;
      const [costs, breach] = [levelCosts(model, kernel), kernel.breachNow()];
      kernel.take(w);
      const open = kernel.admits(w, home);
      kernel.place(w, open ? home : from);
      if (!open) continue;
      if (kernel.breachNow() <= breach && compareScores(levelCosts(model, kernel), costs) <= 0) {
        returned = true;
        continue;
      }
      kernel.take(w);
      kernel.place(w, from);
    }
  }
}

/** True if all that stood on the host has another one; otherwise nothing has changed. */
async function empty(
  model: Model,
  kernel: Kernel,
  host: number,
  effort: number,
  options: ReduceOptions,
): Promise<boolean> {
  const costs = levelCosts(model, kernel);
  // A report counts all workloads: it comes no more often than that much work.
  let unreported = 0;
  if (!kernel.evacuate(host)) return false;
  for (let left = effort; left > 0; left -= SLICE) {
    const units = Math.min(left, SLICE);
    const waiting = kernel.settle(units);
    if (waiting === 0 && compareScores(levelCosts(model, kernel), costs) <= 0) return true;
    if (waiting <= 0) break;
    unreported += units;
    if ((await options.pacer.turn(units)) && unreported > model.sizes.workloads) {
      options.report();
      unreported = 0;
    }
    if (options.pacer.cancelled || options.isSpent()) break;
  }
  kernel.undoEvacuation();
  return false;
}

/** Workloads that are where they were at the start. */
function stayers({ hostOf, initialOf, fixed }: Kernel['columns']): number[] {
  const all: number[] = [];
  hostOf.forEach((host, w) => {
    if (host >= 0 && host === initialOf[w] && fixed[w] === 0) all.push(w);
  });
  return all;
}

/** Hosts in use on which everybody may move, least filled first. */
function byLoad({ sizes }: Model, { columns }: Kernel): number[] {
  const { hostOf, fixed, shapeOf, shapeSize, countOn } = columns;
  const load = new Float64Array(sizes.hosts);
  hostOf.forEach((host, w) => {
    if (host >= 0) load[host]! += fixed[w] ? Number.POSITIVE_INFINITY : shapeSize[shapeOf[w]!]!;
  });
  return Array.from(load.keys())
    .filter((host) => countOn[host]! > 0 && load[host]! < Number.POSITIVE_INFINITY)
    .sort((a, b) => load[a]! - load[b]! || a - b);
}
