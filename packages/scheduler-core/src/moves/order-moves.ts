import { compile } from '../compile/compile.ts';
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import { loadRelease } from '../kernel/loader.ts';
import type { Problem } from '../problem/problem.ts';
import { lowerRules } from '../rules/lower.ts';
import { createContext } from '../rules/support/context.ts';
import type { Move } from '../solve/session.ts';
import type { Deadlock, MoveOptions, MoveOrder } from './move-order.ts';
import { stepwiseRules } from './stepwise-rules.ts';

/**
 * An order of the moves from the problem's initial hosts to `target` (host index per workload, -1: off) that holds every stepwise
 * rule at each step: see `stepwiseRules`. As many moves as the rules and `options` allow go in one step, so few steps result, not
 * provably the fewest. Where moves wait for each other, the smallest workload whose leaving helps takes a detour, or is shut down for a while.
 */
export async function orderMoves(
  problem: Problem,
  target: ArrayLike<number>,
  { maxPerStep = Infinity, maxPerHost = Infinity }: MoveOptions = {},
): Promise<MoveOrder> {
  const stepwise: Problem = { ...problem, rules: stepwiseRules(problem) };
  const context = createContext(stepwise);
  const model = compile(context, lowerRules(context));
  const kernel = await createKernel(model, loadRelease);
  const { columns } = kernel;
  const sizeOf = relativeSizes(problem);
  context.initialHostOf.forEach((host, workload) => {
    if (host >= 0) kernel.place(workload, host);
  });

  let waiting = [...context.initialHostOf.keys()].filter((w) => context.initialHostOf[w] !== target[w]);
  const steps: Move[][] = [];
  const deadlocks: Deadlock[] = [];
  const settle = (step: readonly Move[]) => {
    for (const move of step) finish(kernel, move);
    steps.push([...step]);
  };
  while (waiting.length > 0) {
    const step = nextStep(kernel, waiting, target, maxPerStep, maxPerHost);
    if (step.length > 0) {
      settle(step);
      waiting = waiting.filter((workload) => columns.hostOf[workload] !== target[workload]);
      continue;
    }
    const way = makeWay(kernel, waiting, target, sizeOf);
    if (!way) break;
    deadlocks.push({ waiting: [...waiting], workload: way.workload, via: way.to });
    settle([way]);
  }
  return { steps, deadlocks, impossible: waiting };
}

/** Begins as many of the waiting moves as may run at once: each counts at both ends until the step is over. */
function nextStep(
  kernel: Kernel,
  waiting: readonly number[],
  target: ArrayLike<number>,
  maxPerStep: number,
  maxPerHost: number,
): Move[] {
  const { hostOf } = kernel.columns;
  const busy = new Map<number, number>();
  const step: Move[] = [];
  for (const workload of waiting) {
    if (step.length >= maxPerStep) break;
    const from = hostOf[workload]!;
    const to = target[workload]!;
    const ends = [from, to].filter((host) => host >= 0);
    if (ends.some((host) => (busy.get(host) ?? 0) >= maxPerHost)) continue;
    if (to >= 0 && !begin(kernel, workload, to)) continue;
    for (const host of ends) busy.set(host, (busy.get(host) ?? 0) + 1);
    step.push({ workload, from, to });
  }
  return step;
}

/** Puts the workload on `to` as a move under way; false, and nothing changed, where a rule forbids it. */
function begin(kernel: Kernel, workload: number, to: number): boolean {
  const from = kernel.columns.hostOf[workload]!;
  if (from >= 0) kernel.take(workload);
  const may = Boolean(kernel.admits(workload, to));
  if (may) kernel.place(workload, to);
  else if (from >= 0) kernel.place(workload, from);
  return may;
}

/** Ends a move: from now on the workload counts only where it came. */
function finish({ take, place, columns }: Kernel, { workload, to }: Move): void {
  if (columns.hostOf[workload]! >= 0) take(workload);
  columns.initialOf[workload] = to;
  if (to >= 0) place(workload, to);
}

/** The smallest workload that lets another waiting one move when it stands elsewhere; failing that, when it is shut down; failing that, the smallest one off. */
function makeWay(
  kernel: Kernel,
  waiting: readonly number[],
  target: ArrayLike<number>,
  sizeOf: (workload: number) => number,
): Move | null {
  const { hostOf, initialOf, closed } = kernel.columns;
  const running = waiting.filter((workload) => hostOf[workload]! >= 0).sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
  const helps = (mover: number) =>
    waiting.some((workload) => {
      const to = target[workload]!;
      if (workload === mover || to < 0) return false;
      const from = hostOf[workload]!;
      if (!begin(kernel, workload, to)) return false;
      kernel.take(workload);
      if (from >= 0) kernel.place(workload, from);
      return true;
    });
  const elsewhere = (workload: number): number => {
    const from = hostOf[workload]!;
    for (let via = 0; via < closed.length; via++) {
      if (via !== from && via !== target[workload] && begin(kernel, workload, via)) return via;
    }
    return -1;
  };
  const back = (workload: number, from: number) => {
    if (hostOf[workload]! >= 0) kernel.take(workload);
    initialOf[workload] = from;
    kernel.place(workload, from);
  };

  for (const workload of running) {
    const from = hostOf[workload]!;
    const via = elsewhere(workload);
    if (via < 0) continue;
    finish(kernel, { workload, from, to: via });
    const good = helps(workload);
    back(workload, from);
    if (good) return { workload, from, to: via };
  }
  for (const workload of running) {
    const from = hostOf[workload]!;
    finish(kernel, { workload, from, to: -1 });
    const good = helps(workload);
    back(workload, from);
    if (good) return { workload, from, to: -1 };
  }
  const [smallest] = running.filter((workload) => target[workload]! >= 0);
  return smallest === undefined ? null : { workload: smallest, from: hostOf[smallest]!, to: -1 };
}

/** Sum over the dimensions of what a workload asks for, as a share of all that the hosts have. */
function relativeSizes({ dimensions, hosts, workloads }: Problem): (workload: number) => number {
  const total = dimensions.map((_, d) => hosts.reduce((sum, { capacity }) => sum + capacity[d]!, 0));
  return (workload) => workloads[workload]!.demand.reduce((sum, asked, d) => sum + asked / Math.max(1, total[d]!), 0);
}
