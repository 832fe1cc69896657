import type { Estate } from '../estate/schema.ts';
import { broughtBy } from './labels.ts';

/** What was found of a workload or system that a service brought is told of the instance, which somebody wrote. */
export function atInstances(estate: Estate): <T extends { readonly pointer: string }>(found: T) => T {
  const at = new Map((estate.services ?? []).map(({ id }, i) => [id, i]));
  if (at.size === 0) return (found) => found;
  return (found) => {
    const [, list, index] = /^\/(workloads|systems)\/(\d+)/.exec(found.pointer) ?? [];
    const one = list === undefined ? undefined : estate[list as 'workloads' | 'systems'][Number(index)];
    const instance = one && broughtBy(one);
    if (instance === undefined) return found;
    const i = at.get(instance);
    return { ...found, pointer: i === undefined ? '/services' : `/services/${i}` };
  };
}
