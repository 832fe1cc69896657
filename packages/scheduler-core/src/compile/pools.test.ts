import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomProblem } from '../../test/support/random-problem.ts';
import { lowerRules } from '../rules/lower.ts';
import { createContext } from '../rules/support/context.ts';
import { combineEligibility } from './eligibility.ts';
import { findPools } from './pools.ts';
import type { EligibilityTerm } from './term.ts';

it('every allowed host is in a pool of its class, and a shared domain is that of every host of the pool', () => {
  fc.assert(
    fc.property(randomProblem({ kinds: ['eligibility'], maxHosts: 40 }), (problem) => {
      const context = createContext(problem);
      const terms = lowerRules(context).filter(
        (term): term is EligibilityTerm => term.term === 'eligibility' && term.mode !== 'soft',
      );
      const eligibility = combineEligibility(terms, context.initialHostOf, problem.hosts.length);
      const pools = findPools(context, eligibility, []);
      problem.workloads.forEach((_, w) => {
        const row = eligibility.classOf[w]!;
        const own = pools.eligible.subarray(pools.eligibleStart[row]!, pools.eligibleStart[row + 1]!);
        problem.hosts.forEach((_, host) => {
          const allowed = terms.every(({ classOf, allowed: hosts, mode }) => {
            const start = context.initialHostOf[w]!;
            const wants = classOf[w]!;
            const excused = wants >= 0 && mode === 'noWorse' && start >= 0 && !hosts[wants]![start];
            return wants < 0 || excused || hosts[wants]![host] === 1;
          });
          const bit = (eligibility.bits[row * eligibility.words + (host >> 5)]! >>> (host & 31)) & 1;
          expect(bit === 1).toBe(allowed);
          if (allowed) expect(own).toContain(pools.poolOf[host]);
        });
      });
      problem.hosts.forEach((_, host) => {
        problem.levels.forEach((_, level) => {
          const shared = pools.domain[pools.poolOf[host]! * problem.levels.length + level]!;
          if (shared !== -2) expect(shared).toBe(context.domainOf[level]![host]);
          if (pools.coarse[level]) expect(shared).not.toBe(-2);
        });
      });
    }),
  );
});
