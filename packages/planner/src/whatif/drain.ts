import { createExplainer, createSession, type Explanation } from '@yunqian/scheduler-core';
import { lower } from '../lower.ts';
import { writtenExplanation } from '../plan/build-plan.ts';
import { defaultPolicy } from '../plan/create-plan.ts';
import type { PlanWithInputs } from '../plan/explain-plan.ts';
import { placementOf } from '../recovery/sweep.ts';

export interface WhatIfDrain {
  readonly moves: readonly { readonly workload: string; readonly from: string; readonly to: string }[];
  /** Workloads that would have to stay, and why no other host takes them. */
  readonly stranded: readonly { readonly workload: string; readonly host: string; readonly explanation: Explanation }[];
}

/**
 * Empties hosts of a plan, all closed before anything moves: every rule of the plan holds after every move.
 * Throws a RangeError for a host that the fleet does not have.
 */
export async function whatIfDrain(
  { plan, estate, fleet, policy = defaultPolicy }: PlanWithInputs,
  hosts: readonly string[],
): Promise<WhatIfDrain> {
  const lowered = lower(estate, fleet, policy);
  const { problem, index } = lowered;
  const hostAt = new Map(problem.hosts.map(({ id }, at) => [id, at]));
  const drained = hosts.map((id) => {
    const at = hostAt.get(id);
    if (at === undefined) throw new RangeError(`no host ${id} in this fleet`);
    return at;
  });
  const session = await createSession(problem, placementOf(plan, lowered));
  for (const host of drained) session.close(host);
  const results = drained.map((host) => ({ host, ...session.drain(host) }));

  const closed = new Set(drained);
  const after = session.hostOf();
  const explainer = createExplainer(
    { ...problem, hosts: problem.hosts.map((host, h) => (closed.has(h) ? { ...host, closed: true } : host)) },
    after,
  );
  const name = (workload: number) => problem.workloads[workload]!.id;
  return {
    moves: results.flatMap(({ moves }) =>
      moves.map(({ workload, from, to }) => ({
        workload: name(workload),
        from: problem.hosts[from]!.id,
        to: problem.hosts[to]!.id,
      })),
    ),
    stranded: results.flatMap(({ host, stranded }) =>
      stranded.map((workload) => ({
        workload: name(workload),
        host: problem.hosts[host]!.id,
        explanation: writtenExplanation(index, explainer.workload(workload)),
      })),
    ),
  };
}
