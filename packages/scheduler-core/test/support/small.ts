import { createExplainer } from '../../src/explain/explainer.ts';
import { createProblem, type ProblemBuilder } from '../../src/problem/builder.ts';
import { checkProblem } from '../../src/problem/check-problem.ts';
import type { Problem, RuleSpec } from '../../src/problem/problem.ts';
import { lowerRules } from '../../src/rules/lower.ts';
import { createContext } from '../../src/rules/support/context.ts';
import { verify } from '../../src/verify/verify.ts';

/** Four hosts a, b in rack r1 and c, d in rack r2, each with 8 memMiB; workloads and the rule are the test's. */
export function racks(add: (builder: ProblemBuilder) => void): ProblemBuilder {
  const builder = createProblem('racks').dimension('memMiB').level('rack');
  for (const [id, rack] of [
    ['a', 'r1'],
    ['b', 'r1'],
    ['c', 'r2'],
    ['d', 'r2'],
  ] as const) {
    builder.host(id, { capacity: { memMiB: 8 }, domains: { rack } });
  }
  add(builder);
  return builder;
}

/** A placement written by host ids; '-' is unplaced. */
export function at(problem: Problem, hosts: string): number[] {
  return hosts.split(' ').map((id) => problem.hosts.findIndex((host) => host.id === id));
}

/** Puts one rule to a problem without rules and asks about placements. */
export function underRule(builder: ProblemBuilder, rule: RuleSpec) {
  const problem = { ...builder.build(), rules: [rule] };
  const issues = checkProblem(problem);
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  return {
    terms: lowerRules(createContext(problem)),
    /** "amount at place" of each violation. */
    breaches: (hosts: string): string[] =>
      verify(problem, at(problem, hosts)).map(
        ({ amount, dimension, limit, group, host, domain, workloads }) =>
          `${amount} ${[dimension, limit, group, host ?? domain].filter(Boolean).join(' ')}: ${workloads.join(' ')}`,
      ),
    /** Hosts on which the workload is stopped: "host reason amount", with "!" where nothing can help. */
    stops: (hosts: string, workload: string): string[] => {
      const explainer = createExplainer(problem, at(problem, hosts));
      const index = problem.workloads.findIndex(({ id }) => id === workload);
      return problem.hosts.flatMap((host, hostIndex) =>
        explainer
          .host(index, hostIndex)
          .blocks.map(({ reason, amount, unresolvable }) => `${host.id} ${reason} ${amount}${unresolvable ? '!' : ''}`),
      );
    },
  };
}
