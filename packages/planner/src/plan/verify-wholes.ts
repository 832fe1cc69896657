import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import type { Lowered } from '../lower/lowered.ts';
import { matches } from '../lower/select.ts';
import { trouble } from '../lower/trouble.ts';
import type { Policy } from '../policy/schema.ts';
import type { Plan } from './schema.ts';

/** Systems that the policy wants whole and that the plan has in part. */
export function verifyWholes(
  plan: Plan,
  estate: Estate,
  { problem, index }: Lowered,
  { wholeSystems: select }: Policy,
): Diagnostic[] {
  if (select === undefined) return [];
  const placed = new Set(plan.placements.map(({ workload }) => workload));
  return estate.systems.flatMap(({ id }) => {
    const members = index.entries
      .filter((entry) => entry.system?.id === id && matches(select, entry))
      .flatMap(({ first, count }) => problem.workloads.slice(first, first + count).map((workload) => workload.id));
    const here = members.filter((workload) => placed.has(workload)).length;
    if (here === 0 || here === members.length) return [];
    return trouble('YQ3034', 'error', 'plan', '/placements', { system: id, placed: here, of: members.length });
  });
}
