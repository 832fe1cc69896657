import type { Problem, RuleMode } from '../problem/problem.ts';
import type { Violation } from '../rules/rule.ts';

/** What a set of violations comes to. */
export interface ViolationSummary {
  /** Number of violations. */
  readonly count: Readonly<Record<RuleMode, number>>;
  /** Sum of weight x amount over the soft violations, per objective level, lowest level first. */
  readonly costs: readonly { readonly level: number; readonly cost: number }[];
}

/** Counts violations by mode and sums soft costs; levels of soft rules that are all met are listed with 0. */
export function summarise(problem: Problem, violations: readonly Violation[]): ViolationSummary {
  const count = { hard: 0, soft: 0, noWorse: 0 };
  const soft = new Map(problem.rules.filter(({ mode }) => mode === 'soft').map((rule) => [rule.id, rule]));
  const costs = new Map([...soft.values()].map(({ level = 1 }) => [level, 0]));
  for (const { mode, rule, amount } of violations) {
    count[mode]++;
    const { level = 1, weight = 1 } = soft.get(rule) ?? {};
    if (mode === 'soft') costs.set(level, (costs.get(level) ?? 0) + weight * amount);
  }
  return { count, costs: [...costs].sort(([a], [b]) => a - b).map(([level, cost]) => ({ level, cost })) };
}
