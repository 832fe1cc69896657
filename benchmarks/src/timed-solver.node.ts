import { Worker } from 'node:worker_threads';
import type { Problem, Solution, SolveOptions } from '@yunqian/scheduler-core';
import type { Clock } from './stopwatch.ts';

export interface TimedTask {
  readonly problem: Problem;
  readonly options: Pick<SolveOptions, 'seed' | 'budget'>;
  readonly clock: Clock;
  readonly seconds: number;
}

/** Seconds of the calling thread: `cpu` counts its own processor time only. */
export function secondsNow(clock: Clock): number {
  if (clock === 'wall') return performance.now() / 1000;
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

/** `solve` in a thread of its own for so many seconds of that thread: a solver for `solvePortfolio`. */
export function timedSolver(clock: Clock, seconds: number) {
  return (problem: Problem, { seed = 1, budget = Number.MAX_SAFE_INTEGER }: SolveOptions): Promise<Solution> =>
    new Promise((resolve, reject) => {
      const workerData: TimedTask = { problem, options: { seed, budget }, clock, seconds };
      const worker = new Worker(new URL('./timed-worker.node.ts', import.meta.url), { workerData });
      worker.on('message', resolve);
      worker.on('error', reject);
    });
}
