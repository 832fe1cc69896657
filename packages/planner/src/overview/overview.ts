import { type ExpandedFleet, findCloudService, type ServiceCategory } from '@yunqian/hw-model';
import type { Estate } from '../estate/schema.ts';
import type { Lowered } from '../lower/lowered.ts';
import type { Plan } from '../plan/schema.ts';
import { round } from '../plan/utilisation.ts';
import { serviceLabels } from '../services/labels.ts';

export const overviewKeys = ['cloud', 'site', 'room', 'rack', 'zone', 'tenant', 'system', 'service', 'kind'] as const;
export type OverviewKey = (typeof overviewKeys)[number];

/** One line of the view: what stands in a place, or belongs to somebody. */
export interface OverviewRow {
  readonly id: string;
  /** Of a cloud service, where the rows are services. */
  readonly category?: ServiceCategory;
  readonly workloads: number;
  /** Hosts that carry any of them. */
  readonly hosts: number;
  /** In the units of the dimensions, in their order. */
  readonly used: readonly number[];
  /** Of the hosts of a place; null where the rows are not places (tenants, systems, services, kinds). */
  readonly capacity: readonly number[] | null;
  readonly storageGiB: number;
}

export interface Overview {
  readonly by: OverviewKey;
  readonly dimensions: readonly string[];
  readonly rows: readonly OverviewRow[];
}

/** What a workload of its own uses, as the catalogue calls it. */
const plainService = { vm: 'ecs', bareMetal: 'bms', container: 'cce' } as const;
const places: ReadonlySet<OverviewKey> = new Set(['cloud', 'site', 'room', 'rack', 'zone']);

/** Use of a plan by place or owner, largest first in the first dimension; places without any workload are listed too. */
export function overview(
  by: OverviewKey,
  plan: Plan,
  estate: Estate,
  fleet: ExpandedFleet,
  { problem, index }: Lowered,
): Overview {
  const axes = index.dimensions.flatMap(({ id, onHosts }, at) => (onHosts ? [{ id, at }] : []));
  const workloadAt = new Map(problem.workloads.map(({ id }, at) => [id, at]));
  const hostOf = new Map(fleet.hosts.map((host) => [host.id, host]));
  const capacityOf = new Map(problem.hosts.map(({ id, capacity }) => [id, capacity]));
  const tenantOf = new Map(estate.systems.map(({ id, tenant }) => [id, tenant ?? '-']));
  const sums = new Map<
    string,
    { workloads: number; hosts: Set<string>; used: number[]; capacity: number[]; storageGiB: number }
  >();
  const sumOf = (id: string) => {
    const known = sums.get(id) ?? {
      workloads: 0,
      hosts: new Set(),
      used: axes.map(() => 0),
      capacity: axes.map(() => 0),
      storageGiB: 0,
    };
    sums.set(id, known);
    return known;
  };
  const isPlace = places.has(by);
  if (isPlace) {
    for (const host of fleet.hosts) {
      const sum = sumOf(host[by as 'cloud'] || '-');
      axes.forEach(({ at }, i) => {
        sum.capacity[i]! += capacityOf.get(host.id)?.[at] ?? 0;
      });
    }
  }
  if (by === 'service') for (const { service } of estate.services ?? []) sumOf(service);
  for (const { workload, host: hostId, volumes } of plan.placements) {
    const at = workloadAt.get(workload);
    const host = hostOf.get(hostId);
    if (at === undefined || host === undefined) continue;
    const { workload: source } = index.entries[index.entryOf[at]!]!;
    const sum = sumOf(keyOf());
    sum.workloads++;
    sum.hosts.add(hostId);
    sum.storageGiB += volumes.reduce((total, { sizeGiB }) => total + sizeGiB, 0);
    axes.forEach(({ at: dimension }, i) => {
      sum.used[i]! += problem.workloads[at]!.demand[dimension]!;
    });

    function keyOf(): string {
      if (isPlace) return host![by as 'cloud'] || '-';
      if (by === 'tenant') return tenantOf.get(source.system ?? '') ?? '-';
      if (by === 'system') return source.system ?? '-';
      if (by === 'service') return source.labels[serviceLabels.service] ?? plainService[source.kind];
      return source.kind;
    }
  }
  const rows = [...sums].map(
    ([id, { workloads, hosts, used, capacity, storageGiB }]): OverviewRow => ({
      id,
      ...(by === 'service' && categoryOf(id)),
      workloads,
      hosts: hosts.size,
      used,
      capacity: isPlace ? capacity : null,
      storageGiB: round(storageGiB),
    }),
  );
  rows.sort((a, b) => b.used[0]! - a.used[0]! || (a.id < b.id ? -1 : 1));
  return { by, dimensions: axes.map(({ id }) => id), rows };
}

function categoryOf(service: string): Pick<OverviewRow, 'category'> {
  const known = findCloudService(service);
  return known === undefined ? {} : { category: known.category };
}
