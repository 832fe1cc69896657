export type * from './problem/problem.ts';
export type { Block, PlacementView, Rule, RuleContext, Violation } from './rules/rule.ts';
export type { Progress, Solution, SolveOptions } from './solve/solution.ts';
