import { deflated } from '../pkg/yunqian_core_debug_inline.js';
import { lazyModule } from './kernel/lazy-module.ts';
import type { Problem } from './problem/problem.ts';
import { createSessionWith, type Session } from './solve/session.ts';
import type { Solution, SolveOptions } from './solve/solution.ts';
import { solveWith } from './solve/solve.ts';

const loadDebug = lazyModule(deflated);

/** `solve` on the kernel built with assertions: the same result, slower. */
export function solve(problem: Problem, options: SolveOptions = {}): Promise<Solution> {
  return solveWith(loadDebug, problem, options);
}

/** `createSession` on the kernel built with assertions. */
export function createSession(problem: Problem, hostOf?: ArrayLike<number>): Promise<Session> {
  return createSessionWith(loadDebug, problem, hostOf);
}
