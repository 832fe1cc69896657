import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { compareScores } from './score.ts';

/** Moves a placed workload where it costs less, if there is such a host; true if it moved. Never breaks a hard rule. */
export function polish(kernel: Kernel, w: number): boolean {
  const { hostOf, fixed, levelDelta } = kernel.columns;
  const from = hostOf[w]!;
  if (from < 0 || fixed[w] === 1) return false;
  const breach = kernel.breachNow();
  kernel.take(w);
  kernel.evaluate(w, from);
  const costs = Array.from(levelDelta);
  const charged = costs.some((cost) => cost > 0);
  const to = charged && kernel.breachNow() <= breach ? kernel.find(w, 0) : -1;
  if (to >= 0) kernel.evaluate(w, to);
  const better = to >= 0 && compareScores(Array.from(levelDelta), costs) < 0;
  kernel.place(w, better ? to : from);
  if (!better || kernel.breachNow() <= breach) return better;
  kernel.take(w);
  kernel.place(w, from);
  return false;
}

/** Workloads that a soft rule concerns. */
export function chargeable({ sizes }: Model, { columns }: Kernel): number[] {
  const all = Array.from({ length: sizes.workloads }, (_, w) => w);
  return sizes.softCapacities > 0 ? all : all.filter((w) => columns.linkLoose[w]! < columns.linkStart[w + 1]!);
}
