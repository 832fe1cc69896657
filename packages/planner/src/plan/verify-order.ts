import { verifyMoves } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import type { Plan } from './schema.ts';

/** Replays the plan's moves from the start with the rules' plain checks; `hostOf` is the placement as the plan has it. */
export function verifyOrder(plan: Plan, { problem }: Lowered, hostOf: Int32Array): Diagnostic[] {
  const { moves } = plan;
  if (moves === undefined) return [];
  const workloadAt = new Map(problem.workloads.map(({ id }, at) => [id, at]));
  const hostAt = new Map(problem.hosts.map(({ id }, at) => [id, at]));
  const unknown = [
    ...new Set(
      moves.steps
        .flat()
        .flatMap(({ workload, from, to }) => [
          ...(workloadAt.has(workload) ? [] : [workload]),
          ...[from, to].filter((host) => host !== null && !hostAt.has(host)),
        ]),
    ),
  ];
  if (unknown.length > 0) return unknown.map((name) => trouble('YQ3030', 'error', 'plan', '/moves', { name: name! }));
  const at = (host: string | null) => (host === null ? -1 : hostAt.get(host)!);
  const faults = verifyMoves(problem, hostOf, {
    steps: moves.steps.map((step) =>
      step.map(({ workload, from, to }) => ({ workload: workloadAt.get(workload)!, from: at(from), to: at(to) })),
    ),
    deadlocks: [],
    impossible: moves.impossible.flatMap((id) => workloadAt.get(id) ?? []),
  });
  return faults.map((fault) => {
    const pointer = 'step' in fault ? `/moves/steps/${fault.step}` : '/moves';
    const step = 'step' in fault ? fault.step + 1 : 0;
    if (fault.fault === 'broken') {
      const { rule, amount, host, domain, group } = fault.violation;
      return trouble('YQ3031', 'error', 'plan', pointer, { step, rule, amount, place: host ?? domain ?? group ?? '' });
    }
    return trouble(fault.fault === 'notReached' ? 'YQ3033' : 'YQ3032', 'error', 'plan', pointer, {
      step,
      workload: fault.workload,
    });
  });
}
