import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Estate, EstateSystem, EstateWorkload } from '../estate/schema.ts';
import { replicaId } from '../lower/resolve-entries.ts';
import type { Plan } from './schema.ts';

/** One placement with what a reader wants beside it. */
export interface PlanRow {
  readonly workload: string;
  readonly source: EstateWorkload;
  readonly system?: EstateSystem;
  readonly host: ExpandedFleet['hosts'][number];
  readonly volumes: Plan['placements'][number]['volumes'];
}

/** Placements joined with the documents, in the plan's order; those that the documents do not know are left out. */
export function planRows(plan: Plan, estate: Estate, fleet: ExpandedFleet): PlanRow[] {
  const hosts = new Map(fleet.hosts.map((host) => [host.id, host]));
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const sources = new Map<string, EstateWorkload>();
  for (const workload of estate.workloads)
    for (let i = 0; i < workload.count; i++) sources.set(replicaId(workload, i), workload);
  return plan.placements.flatMap(({ workload, host: hostId, volumes }) => {
    const source = sources.get(workload);
    const host = hosts.get(hostId);
    if (source === undefined || host === undefined) return [];
    const system = systems.get(source.system ?? '');
    return [{ workload, source, ...(system && { system }), host, volumes }];
  });
}
