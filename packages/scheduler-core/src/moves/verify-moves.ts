import type { Problem } from '../problem/problem.ts';
import { rules } from '../rules/registry.ts';
import type { PlacementView, Violation } from '../rules/rule.ts';
import { createContext } from '../rules/support/context.ts';
import { createView } from '../rules/support/view.ts';
import type { MoveOrder } from './move-order.ts';
import { stepwiseRules } from './stepwise-rules.ts';

export type MoveFault =
  | { readonly fault: 'notThere'; readonly step: number; readonly workload: string }
  | { readonly fault: 'twice'; readonly step: number; readonly workload: string }
  | { readonly fault: 'notReached'; readonly workload: string }
  | { readonly fault: 'broken'; readonly step: number; readonly violation: Violation };

/**
 * Replays an order of moves with the rules' plain checks: every move starts where its workload is, no rule is worse at any step than
 * it was at the start, with what moves counted at both ends, and all but the impossible ones arrive. `step` counts from 0.
 */
export function verifyMoves(problem: Problem, target: ArrayLike<number>, order: MoveOrder): MoveFault[] {
  const start = createContext(problem).initialHostOf;
  const now = start.slice();
  const allowed = new Map(breaches(problem, start, start).map((violation) => [placeOf(violation), violation.amount]));
  const faults: MoveFault[] = [];
  const idOf = (workload: number) => problem.workloads[workload]?.id ?? String(workload);
  order.steps.forEach((moves, step) => {
    const before = now.slice();
    const moved = new Set<number>();
    for (const { workload, from, to } of moves) {
      if (moved.has(workload)) faults.push({ fault: 'twice', step, workload: idOf(workload) });
      else if (before[workload] !== from) faults.push({ fault: 'notThere', step, workload: idOf(workload) });
      moved.add(workload);
      now[workload] = to;
    }
    for (const violation of breaches(problem, before, now)) {
      if (violation.amount > (allowed.get(placeOf(violation)) ?? 0)) faults.push({ fault: 'broken', step, violation });
    }
  });
  const excused = new Set(order.impossible);
  now.forEach((host, workload) => {
    if (host !== target[workload] && !excused.has(workload)) {
      faults.push({ fault: 'notReached', workload: idOf(workload) });
    }
  });
  return faults;
}

/** What the stepwise rules count while the placement goes from `before` to `after`; what is shut down counts until it is off. */
function breaches(problem: Problem, before: Int32Array, after: Int32Array): Violation[] {
  const hostId = (host: number) => problem.hosts[host]?.id;
  const still = after.map((host, workload) => (host < 0 ? before[workload]! : host));
  const stepped: Problem = {
    ...problem,
    workloads: problem.workloads.map(({ host: _, ...rest }, workload) => {
      const host = hostId(before[workload]!);
      return host === undefined ? rest : { ...rest, host };
    }),
  };
  const view: PlacementView = createView(createContext(stepped), still);
  return stepwiseRules(problem).flatMap((spec) => rules[spec.kind].check({ ...spec, mode: 'hard' } as never, view));
}

function placeOf({ rule, kind, dimension, limit, group, host, domain, workloads }: Violation): string {
  const who = kind === 'eligibility' ? workloads : [];
  return JSON.stringify([rule, dimension, limit, group, host, domain, who]);
}
