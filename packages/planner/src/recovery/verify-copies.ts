import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Lowered } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import type { Plan } from '../plan/schema.ts';
import { checkPromises } from './check-promises.ts';

/**
 * The copies of a plan against the documents: each volume of a protected workload has one at every site that its class
 * copies to, in a pool of its type that serves its zone, and nothing else has any. Space is counted with the volumes.
 */
export function verifyCopies(plan: Plan, lowered: Lowered, hostOf: Int32Array): Diagnostic[] {
  const { problem, index } = lowered;
  const model = index.recovery;
  const workloadAt = new Map(problem.workloads.map(({ id }, at) => [id, at]));
  const pools = new Map(index.fleet.storagePools.map((pool) => [pool.id, pool]));
  const diagnostics: Diagnostic[] = [];
  plan.placements.forEach(({ workload, volumes }, i) => {
    const at = workloadAt.get(workload);
    const host = at === undefined ? undefined : index.hosts[hostOf[at]!];
    if (at === undefined || host === undefined) return;
    const recoveryClass = model?.classOf(index.entries[index.entryOf[at]!]!.system?.dr);
    const sites =
      model === undefined || recoveryClass === undefined
        ? []
        : model.copiesOf(recoveryClass, host.site).map(({ site }) => site);
    volumes.forEach(({ type, copies = [] }, v) => {
      const found = copies.map((id) => {
        const pool = pools.get(id);
        const serves = pool?.type === type && (pool.zones.length === 0 || pool.zones.includes(host.zone));
        return serves ? pool.site : id;
      });
      if (found.join(' ') === sites.join(' ')) return;
      const params = { workload, found: copies.join(', ') || '-', expected: sites.join(', ') || '-' };
      diagnostics.push(trouble('YQ3205', 'error', 'plan', `/placements/${i}/volumes/${v}/copies`, params));
    });
  });
  const volumesOf = new Map(plan.placements.map(({ workload, volumes }) => [workload, volumes]));
  return [...diagnostics, ...checkPromises(lowered, hostOf, (w) => volumesOf.get(problem.workloads[w]!.id) ?? [])];
}
