import { compile } from '../compile/compile.ts';
import { createKernel } from '../kernel/kernel.ts';
import type { LoadModule } from '../kernel/lazy-module.ts';
import { loadRelease } from '../kernel/loader.ts';
import type { Problem } from '../problem/problem.ts';
import { lowerRules } from '../rules/lower.ts';
import { createContext } from '../rules/support/context.ts';
import { runSearch } from './search.ts';
import type { Solution, SolveOptions } from './solution.ts';

/** Places every workload it can; see `Solution`. The problem must pass `checkProblem`. */
export function solve(problem: Problem, options: SolveOptions = {}): Promise<Solution> {
  return solveWith(loadRelease, problem, options);
}

/** `solve` on a given build of the kernel. */
export async function solveWith(load: LoadModule, problem: Problem, options: SolveOptions): Promise<Solution> {
  options.onProgress?.({ phase: 'compile', placed: 0, total: problem.workloads.length, hostsUsed: 0, workUnits: 0 });
  const context = createContext(problem);
  const model = compile(context, lowerRules(context));
  const kernel = await createKernel(model, load);
  return runSearch(model, kernel, options);
}
