import type { Term } from '../compile/term.ts';
import { rules } from './registry.ts';
import type { RuleContext } from './rule.ts';

/** The terms of all rules of the problem, in the rules' order. */
export function lowerRules(context: RuleContext): Term[] {
  return context.problem.rules.flatMap((spec) => rules[spec.kind].lower(spec, context));
}
