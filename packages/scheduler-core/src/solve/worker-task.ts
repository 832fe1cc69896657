import type { Problem } from '../problem/problem.ts';
import type { Progress, Solution, SolveOptions } from './solution.ts';
import { solve } from './solve.ts';

/** What a worker is given: `clock`, `signal` and `onProgress` are functions and stay behind. */
export interface WorkerTask {
  readonly problem: Problem;
  readonly options: Pick<SolveOptions, 'seed' | 'budget' | 'consolidate'>;
}

/** What it sends back; `error` is the text of a failure. */
export type WorkerReport =
  | { readonly progress: Progress }
  | { readonly solution: Solution }
  | { readonly error: string };

export function taskOf(problem: Problem, { seed, budget, consolidate }: SolveOptions): WorkerTask {
  return {
    problem,
    options: {
      ...(seed === undefined ? {} : { seed }),
      ...(budget === undefined ? {} : { budget }),
      ...(consolidate === undefined ? {} : { consolidate }),
    },
  };
}

/** The work of a worker: reports of progress, and then the solution or what went wrong. */
export async function runTask(
  { problem, options }: WorkerTask,
  signal: AbortSignal,
  send: (report: WorkerReport) => void,
): Promise<void> {
  try {
    send({ solution: await solve(problem, { ...options, signal, onProgress: (progress) => send({ progress }) }) });
  } catch (error) {
    send({ error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) });
  }
}
