import type { Problem } from '../problem/problem.ts';
import { rules } from '../rules/registry.ts';
import type { PlacementView, Violation } from '../rules/rule.ts';
import { createContext } from '../rules/support/context.ts';
import { createView } from '../rules/support/view.ts';

/** Ids under which breaches are reported that belong to no written rule. */
export const BUILTIN_RULES = { unknownHost: 'unknownHost', closed: 'closed', pinned: 'pinned' } as const;

/**
 * Every breach of the placement, soft ones included (`mode` tells): first host indices that do not exist, closed
 * hosts and pinned workloads, then the rules in their order. Knows nothing of the solver. For a problem without
 * structural issues; throws a RangeError if `hostOf` has not one entry per workload.
 */
export function verify(problem: Problem, hostOf: ArrayLike<number>): Violation[] {
  const view = createView(createContext(problem), hostOf);
  return [...checkPlaces(view, hostOf), ...problem.rules.flatMap((spec) => checkRule(spec, view))];
}

function checkRule(spec: Problem['rules'][number], view: PlacementView): Violation[] {
  const rule = rules[spec.kind];
  const found = rule.check(spec, view);
  if (spec.mode !== 'noWorse' || found.length === 0) return found;
  const start = new Map(rule.check(spec, view.initial).map((violation) => [placeOf(violation), violation.amount]));
  return found.flatMap((violation) => {
    const amount = violation.amount - (start.get(placeOf(violation)) ?? 0);
    return amount > 0 ? { ...violation, amount } : [];
  });
}

/** What two breaches of one rule must share to be the same one. */
function placeOf({ kind, dimension, limit, group, missing, host, domain, workloads }: Violation): string {
  return JSON.stringify(kind === 'eligibility' ? workloads[0] : [dimension, limit, group, missing, host, domain]);
}

function checkPlaces({ problem, hostIndex, initialHostOf }: PlacementView, hostOf: ArrayLike<number>): Violation[] {
  const violations: Violation[] = [];
  problem.workloads.forEach((workload, index) => {
    const host = hostOf[index]!;
    if (host === -1) return;
    const report = (rule: string, id?: string) =>
      violations.push({
        rule,
        kind: 'eligibility',
        mode: 'hard',
        amount: 1,
        ...(id === undefined ? {} : { host: id }),
        workloads: [workload.id],
      });
    const target = problem.hosts[host];
    if (!target) report(BUILTIN_RULES.unknownHost);
    else if (host !== initialHostOf[index]) {
      if (target.closed) report(BUILTIN_RULES.closed, target.id);
      if (workload.pinned && hostIndex.has(workload.host ?? '')) report(BUILTIN_RULES.pinned, target.id);
    }
  });
  return violations;
}
