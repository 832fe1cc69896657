import type { Estate, EstateWorkload } from '../estate/schema.ts';
import type { Plan } from '../plan/schema.ts';
import { workloadIds } from './move-groups.ts';
import type { MoveGroup } from './schema.ts';
import type { HostRoom } from './staging.ts';

/** What a workload takes of a plan's dimensions that are followed while groups move. */
const amounts: Readonly<Record<string, (workload: EstateWorkload) => number>> = {
  memMiB: ({ memMiB }) => Math.ceil(memMiB),
  cpuMilli: ({ vcpus }) => Math.ceil(vcpus * 1000),
};

/**
 * Hosts of the plan that carry workloads today, by dimension: what comes takes room from the start of its copy on, what
 * leaves gives it when it has cut over. Only where all at once would be too much.
 */
export function hostRooms(groups: readonly MoveGroup[], estate: Estate, { placements, utilisation }: Plan): HostRoom[] {
  const groupOf = new Map(groups.flatMap(({ id, workloads }) => workloads.map((workload) => [workload, id])));
  const targetOf = new Map(placements.map(({ workload, host }) => [workload, host]));
  const units = estate.workloads.flatMap((workload) =>
    workloadIds(workload).map((id) => ({ id, workload, source: workload.sourceHost, target: targetOf.get(id) })),
  );
  const sources = new Set(units.map(({ source }) => source));
  return utilisation.hosts
    .filter(({ host }) => sources.has(host))
    .flatMap(({ host, capacity }) => {
      const staying = units.filter(({ source }) => source === host);
      const coming = units.filter(({ source, target }) => target === host && source !== host);
      const leaving = staying.filter(({ target }) => target !== undefined && target !== host);
      return utilisation.dimensions.flatMap((dimension, d) => {
        const amountOf = amounts[dimension];
        if (amountOf === undefined) return [];
        const total = (list: typeof units): Map<string, number> => {
          const sums = new Map<string, number>();
          for (const { id, workload } of list) {
            const group = groupOf.get(id);
            if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + amountOf(workload));
          }
          return sums;
        };
        const free = Math.floor(capacity[d]!) - staying.reduce((sum, { workload }) => sum + amountOf(workload), 0);
        const takes = total(coming);
        const needed = [...takes.values()].reduce((sum, amount) => sum + amount, 0);
        return needed <= free || needed === 0
          ? []
          : [{ id: `${dimension} of ${host}`, free, takes, gives: total(leaving) }];
      });
    });
}
