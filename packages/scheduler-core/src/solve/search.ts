import { boundsOf, type LowerBounds } from '../bounds/lower-bounds.ts';
import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { mend, runAttempt } from './attempt.ts';
import { findBundles } from './bundles.ts';
import { improve } from './improve.ts';
import { orderWorkloads, reorder, shapeSizes, smallFirst } from './order.ts';
import { takeOverdealt } from './overdealt.ts';
import { createPacer } from './pacer.ts';
import { chargeable, polish } from './polish.ts';
import { createRandom } from './random.ts';
import { reduceHosts } from './reduce-hosts.ts';
import { refill } from './refill.ts';
import { restore } from './restore.ts';
import { compareScores, costsOf, countUsed, scoreNow } from './score.ts';
import type { Progress, Solution, SolveOptions } from './solution.ts';

/** Share of what is left of the budget that goes into the improvement of soft costs; the rest is for using fewer hosts. */
const IMPROVING = 0.8;
/** Work units that the search may spend by default: at least, and per workload. */
const LEAST_BUDGET = 5_000_000;
const BUDGET_PER_WORKLOAD = 50;
/** What an attempt is charged for each workload beyond the hosts that it looks at. */
const ATTEMPT_CHARGE = 20;
/** Attempts in a row that bring nothing better before the search ends. */
const PATIENCE = 24;

/**
 * Attempts at construction and repair until all is placed at no cost, or the budget is spent: each new one gives precedence to
 * what the ones before left out. The best one is kept.
 */
export async function runSearch(model: Model, kernel: Kernel, options: SolveOptions): Promise<Solution> {
  const total = model.sizes.workloads;
  const { budget = Math.max(LEAST_BUDGET, total * BUDGET_PER_WORKLOAD), seed = 1, signal, onProgress } = options;
  const { columns } = kernel;
  const pacer = createPacer(signal);
  const random = createRandom(seed);
  let workUnits = 0;
  // Improvement keeps half of the budget, whatever the attempts would take.
  let limit = model.sizes.searched ? budget / 2 : budget;
  const isSpent = (): boolean => {
    workUnits += kernel.takeWork();
    return workUnits >= limit;
  };
  const report = (phase: Progress['phase']): void => {
    isSpent();
    const placed = columns.hostOf.reduce((count, host) => count + (host >= 0 ? 1 : 0), 0);
    onProgress?.({ phase, placed, total, hostsUsed: countUsed(columns.countOn), workUnits });
  };

  report('construct');
  const size = shapeSizes(model);
  const bundles = findBundles(model, (w) => size[model.shapes.shapeOf[w]!]!);
  const base = orderWorkloads(model);
  const left = new Float64Array(total);
  let order = base;
  let best: { score: number[]; hostOf: Int32Array } | null = null;
  let attempt = 0;
  for (let idle = 0; idle < PATIENCE; idle++, attempt++) {
    kernel.resetEjection(Math.floor(random() * model.sizes.hosts));
    await runAttempt(model, kernel, order, bundles, { pacer, report, isSpent });
    polishAll(model, kernel, () => pacer.cancelled || isSpent());
    const score = scoreNow(model, kernel);
    if (!best || compareScores(score, best.score) < 0) {
      best = { score, hostOf: columns.hostOf.slice() };
      idle = 0;
    }
    workUnits += ATTEMPT_CHARGE * total + model.sizes.hosts;
    // What it costs is the improvement's work; another attempt may place more.
    const complete = !columns.hostOf.includes(-1);
    if (complete || pacer.cancelled) break;
    columns.hostOf.forEach((host, w) => {
      if (host < 0) left[w]! += 1;
    });
    // Where not all can fit, small ones first leave fewest out; that is tried whatever the repair has cost.
    if (attempt === 0 && budget > 0 && columns.hostOf.includes(-1)) order = smallFirst(model);
    else if (isSpent()) break;
    else order = reorder(model, base, left, random);
    kernel.reset();
  }
  if (best && !sameHosts(best.hostOf, columns.hostOf)) restore(kernel, best.hostOf);
  if (best && !pacer.cancelled && columns.hostOf.includes(-1)) fillUp(model, kernel, base, best);
  limit = budget;
  isSpent();
  const begun = workUnits;
  await improve(model, kernel, {
    seed,
    budget: budget - begun,
    share: options.clock ?? (() => (isSpent() ? 1 : (workUnits - begun) / (budget - begun) / IMPROVING)),
    pacer,
    report: () => report('improve'),
  });
  report('bound');
  const bounds = boundsOf(model);
  await refill(model, kernel, { order: base, bundles, budget, bound: bounds.hosts.hosts, pacer, report, isSpent });
  await reduceHosts(model, kernel, {
    seed,
    bound: bounds.hosts.hosts,
    consolidate: options.consolidate ?? false,
    pacer,
    report: () => report('reduce'),
    isSpent,
  });
  report('done');
  takeOverdealt(model, kernel);
  mend(model, kernel);
  return decode(model, kernel, bounds, pacer.cancelled, workUnits);
}

/** A last look at what is left out, which a repair that ran out of budget may not have come to. */
function fillUp(model: Model, kernel: Kernel, base: Int32Array, best: { score: number[]; hostOf: Int32Array }): void {
  const { columns } = kernel;
  const left = base.filter((w) => columns.hostOf[w]! < 0);
  columns.order.set(left);
  kernel.construct(0, left.length);
  mend(model, kernel);
  if (compareScores(scoreNow(model, kernel), best.score) > 0) restore(kernel, best.hostOf);
}

/** Passes over what costs something until a pass brings nothing. */
function polishAll(model: Model, kernel: Kernel, stop: () => boolean): void {
  const costs = () => scoreNow(model, kernel).slice(model.priorities.length, -1);
  if (costs().every((cost) => cost === 0)) return;
  const workloads = chargeable(model, kernel);
  for (let moved = true; moved; ) {
    moved = false;
    for (const w of workloads) {
      if (stop()) return;
      if (polish(kernel, w)) moved = true;
    }
  }
}

function sameHosts(a: Int32Array, b: Int32Array): boolean {
  return a.every((host, w) => host === b[w]);
}

function decode(model: Model, kernel: Kernel, bounds: LowerBounds, cancelled: boolean, workUnits: number): Solution {
  const hostOf = kernel.columns.hostOf.slice();
  const unplaced: number[] = [];
  hostOf.forEach((host, w) => {
    if (host < 0) unplaced.push(w);
  });
  return {
    status: cancelled ? 'cancelled' : unplaced.length > 0 ? 'partial' : 'complete',
    hostOf,
    unplaced,
    hostsUsed: countUsed(kernel.columns.countOn),
    costs: costsOf(model, kernel),
    bounds,
    workUnits,
  };
}
