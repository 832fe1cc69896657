import type { Lowered } from '../lower/lowered.ts';
import type { Policy } from '../policy/schema.ts';
import { requirementOf } from '../security/requirements.ts';
import type { Plan } from './schema.ts';

export type RuleInForce = NonNullable<Plan['rules']>[number];

/** Every rule of a problem under the name in which it was written, with where it comes from. */
export function rulesInForce({ problem, index }: Lowered, policy: Policy): RuleInForce[] {
  const clauses = new Map(
    [...index.estate.rules, ...policy.rules].map(({ id, clause, note }) => [id, { clause, note }]),
  );
  const rules = new Map<string, RuleInForce>();
  for (const { id: part, kind, mode = 'hard' } of problem.rules) {
    const id = index.writtenRule.get(part) ?? part;
    if (rules.has(id)) continue;
    const written = clauses.get(id);
    const behind = written === undefined ? requirementOf(id) : undefined;
    const requirement = behind?.id ?? requirementNamed(written?.note);
    const clause = behind?.clause ?? written?.clause;
    rules.set(id, {
      id,
      kind,
      mode,
      ...(requirement !== undefined && { requirement }),
      ...(clause !== undefined && { clause }),
    });
  }
  return [...rules.values()];
}

/** A note of a written rule may begin with the requirement that it serves: "R7: ...". */
const requirementNamed = (note: string | undefined): string | undefined => /^(R\d{1,2})(?=\W)/.exec(note ?? '')?.[1];
