import type { Find } from '../estate/find.ts';
import type { Estate } from '../estate/schema.ts';
import { compareAccess, permitsEverything, portRange } from './access-policy.ts';

/**
 * Access policies at source and target are equal before a cutover (R5, GB/T 22239-2019 8.2.4.2 a). A difference is a
 * warning here: plans may be made long before; a run refuses the step that relies on it.
 */
export function checkAccess(estate: Estate, find: Find): void {
  const seen = new Set<string>();
  const known = new Set([
    ...estate.systems.flatMap((system) => [
      `system:${system.id}`,
      ...system.components.map(({ id }) => `component:${system.id}/${id}`),
    ]),
    ...estate.workloads.map(({ id }) => `workload:${id}`),
  ]);
  estate.accessPolicies.forEach((policy, i) => {
    const pointer = `/accessPolicies/${i}`;
    const { of: subject } = policy;
    if (!known.has(subject)) {
      const [field, ...id] = subject.split(':');
      if (id.length === 0) find('YQ1114', 'error', `${pointer}/of`, { reference: subject });
      else find('YQ1103', 'error', `${pointer}/of`, { field: field!, id: id.join(':') });
    }
    if (seen.has(subject)) find('YQ1625', 'error', `${pointer}/of`, { subject });
    seen.add(subject);
    for (const side of ['source', 'target'] as const) {
      policy[side].forEach(({ ports = [] }, r) => {
        ports.forEach((port, p) => {
          const [from, to] = portRange(port);
          if (from > to || to > 65_535) find('YQ1613', 'error', `${pointer}/${side}/${r}/ports/${p}`, { port });
        });
      });
    }
    if (permitsEverything(policy.target)) find('YQ1626', 'warning', `${pointer}/target`, { subject });
    const { missing, added } = compareAccess(policy);
    if (missing.length + added.length > 0) {
      const list = (items: readonly string[]) => items.join(', ') || '-';
      find('YQ1624', 'warning', pointer, { subject, missing: list(missing), added: list(added) });
    }
  });
}
