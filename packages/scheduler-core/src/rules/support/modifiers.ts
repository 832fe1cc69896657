import type { TermBase } from '../../compile/term.ts';
import type { RuleSpec } from '../../problem/problem.ts';
import type { Block, OptionsSchema, RuleContext, Violation } from '../rule.ts';

/** What every rule takes besides its own options (`RuleBase`). */
export const modifiersSchema: OptionsSchema = {
  type: 'object',
  required: ['id', 'kind'],
  properties: {
    id: { type: 'string', minLength: 1, description: 'Unique; appears in explanations and violations.' },
    kind: { type: 'string', description: 'Which rule.' },
    mode: {
      enum: ['hard', 'soft', 'noWorse'],
      default: 'hard',
      description:
        '`hard` must hold. `soft` is a goal. `noWorse` may be broken as far as the same place was broken at the start.',
    },
    when: {
      enum: ['after', 'during'],
      default: 'after',
      description:
        '`after`: holds once all moves are done. `during`: what moves also counts where it was, once for each place.',
    },
    level: {
      type: 'integer',
      minimum: 1,
      default: 1,
      description: 'Objective level of a soft rule; lower levels come first, lexicographically.',
    },
    weight: { type: 'number', exclusiveMinimum: 0, default: 1, description: 'Weight of a soft rule within its level.' },
  },
};

export function termBase(spec: RuleSpec, context: RuleContext): TermBase {
  return {
    rule: context.ruleIndex.get(spec.id) ?? -1,
    mode: spec.mode ?? 'hard',
    when: spec.when ?? 'after',
    level: spec.level ?? 1,
    weight: spec.weight ?? 1,
  };
}

export function violationBase(spec: RuleSpec): Pick<Violation, 'rule' | 'kind' | 'mode'> {
  return { rule: spec.id, kind: spec.kind, mode: spec.mode ?? 'hard' };
}

export function blockBase(spec: RuleSpec): Pick<Block, 'rule' | 'kind' | 'reason'> {
  return { rule: spec.id, kind: spec.kind, reason: spec.id };
}

/** Ids of at most the first 20 of the workloads. */
export function workloadIds(context: RuleContext, workloads: ArrayLike<number>): string[] {
  return Array.from(
    { length: Math.min(20, workloads.length) },
    (_, at) => context.problem.workloads[workloads[at]!]!.id,
  );
}
