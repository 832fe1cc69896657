import type { Problem, RuleSpec } from '../problem/problem.ts';

/** Upper limits of what stands somewhere: no host takes more than it holds, even for a while. */
const LIMITS: ReadonlySet<RuleSpec['kind']> = new Set([
  'capacity',
  'domainCapacity',
  'separate',
  'conflict',
  'exclusive',
]);

/** Upper limits that know no `during`: at every step they judge what moves where it comes. */
const SETTLED: ReadonlySet<RuleSpec['kind']> = new Set(['groupCapacity', 'card']);

/**
 * The rules that hold at every step of a series of moves: all upper limits, and being together where that is written `during`.
 * Each is no worse than at the start, and what moves counts at both ends. The quota of a group and
 * cards judge it where it comes alone; cards, being there or not, stay as they are written. What a rule wants at least (the floors of spread) and
 * where a group is to be together at the end may be missed on the way.
 */
export function stepwiseRules({ rules }: Problem): RuleSpec[] {
  return rules.flatMap((rule): RuleSpec[] => {
    if (rule.mode === 'soft') return [];
    if (SETTLED.has(rule.kind)) return [rule.kind === 'card' ? rule : ({ ...rule, mode: 'noWorse' } as RuleSpec)];
    const step = { mode: 'noWorse', when: 'during' } as const;
    if (LIMITS.has(rule.kind) || (rule.kind === 'colocate' && rule.when === 'during')) return [{ ...rule, ...step }];
    if (rule.kind !== 'spread' || rule.maxPerDomain === undefined) return [];
    const { id, kind, topology, groups, maxPerDomain } = rule;
    return [{ id, kind, topology, groups, maxPerDomain, ...step }];
  });
}
