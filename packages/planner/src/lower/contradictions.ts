import { type Contradiction, findContradictions, type Problem } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { trouble } from './trouble.ts';

/** Workload ids that a message names. */
const NAMED = 5;

/** Hard rules that cannot all hold, as the smallest sets that show it. What one workload asks of one rule is `checkReach`'s to say. */
export function checkContradictions(problem: Problem): Diagnostic[] {
  return findContradictions(problem).flatMap((contradiction) => {
    const { rules, group } = contradiction;
    if (group === '' && rules.length < 2) return [];
    const params = {
      rules: rules.join(', '),
      group: group || contradiction.workloads[0]!,
      size: contradiction.needed,
      room: contradiction.most,
      workloads: named(contradiction),
    };
    return [trouble(rules.length === 1 ? 'YQ2010' : 'YQ2011', 'warning', 'policy', '', params)];
  });
}

function named({ workloads, needed }: Contradiction): string {
  const shown = workloads.slice(0, NAMED).join(', ');
  return needed > NAMED ? `${shown}, ...` : shown;
}
