import { compile, type Model } from '../compile/compile.ts';
import type { Problem } from '../problem/problem.ts';
import { lowerRules } from '../rules/lower.ts';
import { createContext } from '../rules/support/context.ts';
import { costBounds } from './cost-bound.ts';
import { type HostBound, hostBound } from './host-bound.ts';

export interface LowerBounds {
  readonly hosts: HostBound;
  /** Per level of soft rules, lowest first. */
  readonly costs: readonly { readonly level: number; readonly cost: number }[];
}

/** What no placement of all workloads can do better than. The problem must pass `checkProblem`. */
export function lowerBounds(problem: Problem): LowerBounds {
  const context = createContext(problem);
  return boundsOf(compile(context, lowerRules(context)));
}

export function boundsOf(model: Model): LowerBounds {
  return { hosts: hostBound(model), costs: costBounds(model) };
}
