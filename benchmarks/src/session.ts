import { createSession, type PlacePolicy, solve } from '@yunqian/scheduler-core';
import { createFleetProblem } from './fleet-problem.ts';
import { createRandom } from './random.ts';

export interface SessionRun {
  readonly hosts: number;
  readonly workloads: number;
  readonly policy: PlacePolicy;
  readonly calls: number;
  readonly placeMicrosecondsMedian: number;
  readonly placeMicrosecondsP99: number;
  readonly removeMicrosecondsMedian: number;
}

/** A live session of a filled fleet: workloads leave and come back, each call timed by itself. */
export async function runSession(
  hosts: number,
  workloads: number,
  seed: number,
  policy: PlacePolicy,
): Promise<SessionRun> {
  const problem = createFleetProblem({ hosts, workloads, seed });
  const { hostOf } = await solve(problem, { budget: 0 });
  const session = await createSession(problem, hostOf, { policy });
  const random = createRandom(seed);
  const calls = 20_000;
  const placed = new Float64Array(calls);
  const removed = new Float64Array(calls);
  const away: number[] = [];
  const timed = (work: () => void): number => {
    const started = performance.now();
    work();
    return (performance.now() - started) * 1000;
  };
  for (let call = 0; call < calls; call++) {
    const leaves = Math.floor(random() * workloads);
    away.push(leaves);
    removed[call] = timed(() => session.remove(leaves));
    const back = away.splice(Math.floor(random() * away.length), away.length > 100 ? 1 : 0)[0] ?? away.pop()!;
    placed[call] = timed(() => session.place(back));
  }
  return {
    hosts,
    workloads,
    policy,
    calls,
    placeMicrosecondsMedian: quantile(placed, 0.5),
    placeMicrosecondsP99: quantile(placed, 0.99),
    removeMicrosecondsMedian: quantile(removed, 0.5),
  };
}

function quantile(values: Float64Array, share: number): number {
  const sorted = values.slice().sort();
  return Math.round(sorted[Math.floor(share * (sorted.length - 1))]! * 100) / 100;
}
