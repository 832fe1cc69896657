export type { HostBound } from './bounds/host-bound.ts';
export { type LowerBounds, lowerBounds } from './bounds/lower-bounds.ts';
export { type Contradiction, findContradictions } from './contradict/find-contradictions.ts';
export { createExplainer, type Explainer, explainHost, explainWorkload } from './explain/explainer.ts';
export type { BlockCount, Explanation, HostExplanation } from './explain/explanation.ts';
export type { Deadlock, MoveOptions, MoveOrder } from './moves/move-order.ts';
export { orderMoves } from './moves/order-moves.ts';
export { type MoveFault, verifyMoves } from './moves/verify-moves.ts';
export { createProblem, type HostInput, type ProblemBuilder, type WorkloadInput } from './problem/builder.ts';
export { checkProblem } from './problem/check-problem.ts';
export type { IssueCode, ProblemIssue } from './problem/issue.ts';
export type * from './problem/problem.ts';
export { parseProblem, serialiseProblem } from './problem/serialise.ts';
export { rules } from './rules/registry.ts';
export type {
  Block,
  Blocker,
  CountLimit,
  HostTest,
  OptionsSchema,
  PlacementView,
  Rule,
  RuleContext,
  Topology,
  Violation,
} from './rules/rule.ts';
export { createContext } from './rules/support/context.ts';
export { createView } from './rules/support/view.ts';
export { engine } from './solve/engine.ts';
export { type Solver, solvePortfolio } from './solve/portfolio.ts';
export {
  createSession,
  type Drained,
  type Move,
  type PlacePolicy,
  type Session,
  type SessionOptions,
} from './solve/session.ts';
export type { Progress, Solution, SolveOptions } from './solve/solution.ts';
export { solve } from './solve/solve.ts';
export { solveWhole, type Whole, type WholeSolution } from './solve/solve-whole.ts';
export { summarise, type ViolationSummary } from './verify/summarise.ts';
export { BUILTIN_RULES, verify } from './verify/verify.ts';
