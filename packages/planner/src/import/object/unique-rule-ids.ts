import type { EstateInput } from '../../estate/schema.ts';

type Rules = NonNullable<EstateInput['rules']>;

/** The rules with ids that differ: a repeated one gets `-2`, `-3`, ... */
export function uniqueRuleIds(rules: Rules): Rules {
  const taken = new Set<string>();
  return rules.map((rule) => {
    let id = rule.id;
    for (let n = 2; taken.has(id); n++) id = `${rule.id}-${n}`;
    taken.add(id);
    return { ...rule, id };
  });
}
