import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { orderWorkloads } from './order.ts';
import { createPacer } from './pacer.ts';
import type { Progress, Solution, SolveOptions } from './solution.ts';

/** Workloads per kernel call: small enough that the first call does not stay in baseline code for long. */
const CHUNK = 256;
const DEFAULT_BUDGET = 20_000_000;

/** Constructs, repairs, and decodes. */
export async function runSearch(model: Model, kernel: Kernel, options: SolveOptions): Promise<Solution> {
  const { budget = DEFAULT_BUDGET, signal, onProgress } = options;
  const total = model.sizes.workloads;
  const { columns } = kernel;
  let placed = 0;
  let workUnits = 0;
  const report = (phase: Progress['phase']) => {
    workUnits += kernel.takeWork();
    onProgress?.({ phase, placed, total, hostsUsed: countUsed(columns.countOn), workUnits });
  };
  const pacer = createPacer(signal);

  const order = orderWorkloads(model);
  columns.order.set(order);
  kernel.resetEjection(options.seed ?? 1);
  for (const step of ['stay', 'construct'] as const) {
    for (let from = 0; from < total && !pacer.cancelled; from += CHUNK) {
      placed += kernel[step](from, Math.min(total, from + CHUNK));
      if (await pacer.turn(CHUNK)) report('construct');
    }
  }
  for (const w of order) {
    if (pacer.cancelled || workUnits > budget) break;
    if (columns.hostOf[w]! >= 0) continue;
    if (kernel.eject(w, 20_000)) placed++;
    if (await pacer.turn(CHUNK)) report('repair');
  }
  report('done');
  return decode(model, kernel, pacer.cancelled, workUnits);
}

function decode(model: Model, kernel: Kernel, cancelled: boolean, workUnits: number): Solution {
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
    workUnits,
  };
}

/** Cost of the soft rules per level, lowest level first. */
export function costsOf({ configs }: Model, { columns }: Kernel): { level: number; cost: number }[] {
  const cost = new Map<number, number>();
  configs.forEach(({ mode, mending, level, weight }, at) => {
    if (mode === 'soft' && !mending) cost.set(level, (cost.get(level) ?? 0) + weight * columns.amounts[at]!);
  });
  return [...cost].map(([level, cost]) => ({ level, cost })).sort((a, b) => a.level - b.level);
}

function countUsed(countOn: Int32Array): number {
  let used = 0;
  for (const count of countOn) if (count > 0) used++;
  return used;
}
