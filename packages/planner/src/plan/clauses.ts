import type { Lang } from '../diagnostic/diagnostic.ts';
import { findRequirement, requirementOf } from '../security/requirements.ts';
import { type Explained, reasonName } from './explanation-text.ts';
import type { Plan } from './schema.ts';

type RulesInForce = NonNullable<Plan['rules']>;

/**
 * Where rules come from, one line each: "zone: R2, GB/T 22239-2019 8.1.2.1 c) d) ...: Every subnet is in one zone ...".
 * Rules without a clause have none. `rules` are those of the plan; without them only built-in rules are known.
 */
export function ruleClauses(ids: Iterable<string>, lang: Lang, rules: RulesInForce = []): string[] {
  const [colon, comma] = lang === 'en' ? [': ', ', '] : ['：', '，'];
  const written = new Map(rules.map((rule) => [rule.id, rule]));
  return [...new Set(ids)].flatMap((id) => {
    const rule = written.get(id);
    const requirement = rule === undefined ? requirementOf(id) : findRequirement(rule.requirement ?? '');
    const clause = rule?.clause ?? requirement?.clause;
    if (clause === undefined) return [];
    const origin = [requirement?.id, clause].filter((part) => part !== undefined).join(comma);
    return [reasonName(id, lang), origin, requirement?.text[lang]].filter((part) => part !== undefined).join(colon);
  });
}

/** The clauses behind an explanation: of every rule that stops the workload somewhere. */
export function explanationClauses(explained: Explained, lang: Lang, rules?: RulesInForce): string[] {
  return ruleClauses(
    explained.blockedBy.map(({ rule }) => rule),
    lang,
    rules,
  );
}
