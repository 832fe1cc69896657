import type { Problem } from '../problem/problem.ts';
import type { Progress, Solution, SolveOptions } from './solution.ts';

/** Anything that solves: `solve` itself, `solveInWorker`, or a caller's own way to a Web Worker. */
export type Solver = (problem: Problem, options: SolveOptions) => Promise<Solution>;

/**
 * So many searches at once with the seeds that follow `seed`, and the best of their solutions: fewest left out by priority, then costs
 * by level, then hosts, then the lowest seed. The same for the same number of threads, whichever ends first.
 */
export async function solvePortfolio(
  problem: Problem,
  options: SolveOptions,
  threads: number,
  solver: Solver,
): Promise<Solution> {
  const { seed = 1, onProgress } = options;
  const solutions = await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const told = thread === 0 && onProgress ? { onProgress: (progress: Progress) => onProgress(progress) } : {};
      const { onProgress: _all, ...rest } = options;
      return solver(problem, { ...rest, ...told, seed: seed + thread });
    }),
  );
  const best = solutions.reduce((a, b) => (compare(problem, b, a) < 0 ? b : a));
  return solutions.some(({ status }) => status === 'cancelled') ? { ...best, status: 'cancelled' } : best;
}

/** Negative where `a` is better. */
function compare({ workloads }: Problem, a: Solution, b: Solution): number {
  const priorities = [...new Set([...a.unplaced, ...b.unplaced].map((w) => workloads[w]!.priority ?? 0))].sort(
    (x, y) => y - x,
  );
  const left = ({ unplaced }: Solution, priority: number) =>
    unplaced.reduce((count, w) => count + Number((workloads[w]!.priority ?? 0) === priority), 0);
  const keys = (solution: Solution) => [
    ...priorities.map((priority) => left(solution, priority)),
    ...solution.costs.map(({ cost }) => cost),
    solution.hostsUsed,
  ];
  const other = keys(b);
  return (
    keys(a)
      .map((key, at) => key - other[at]!)
      .find((difference) => difference !== 0) ?? 0
  );
}
