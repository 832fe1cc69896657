import {
  type Amount,
  type ExpandedFleet,
  findCloudService,
  type ServicePlan,
  type ServiceRole,
} from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate, EstateWorkload } from '../estate/schema.ts';
import { trouble } from '../lower/trouble.ts';
import type { Plan } from '../plan/schema.ts';

/**
 * What was asked of services, counted in the plan: each role of each instance has its replicas with what the plan of the
 * service gives them, on hosts of their own, over racks or sites where promised, in the zone asked for; and every
 * service in use has its control plane in its cloud. Reads catalogue and documents, nothing of the expansion but labels.
 */
export function verifyServices(plan: Plan, estate: Estate, fleet: ExpandedFleet): Diagnostic[] {
  const asked = estate.services ?? [];
  if (asked.length === 0) return [];
  const hosts = new Map(fleet.hosts.map((host) => [host.id, host]));
  const hostOf = new Map(plan.placements.map(({ workload, host }) => [workload, hosts.get(host)]));
  const found = Map.groupBy(estate.workloads, ({ labels }) =>
    JSON.stringify([labels.serviceInstance, labels.service, labels.serviceRole]),
  );
  const zoneOf = new Map(estate.systems.map((system) => [system.id, system.zone]));
  const troubles: Diagnostic[] = [];

  const checkRole = (pointer: string, instance: string, service: string, role: ServiceRole, demand: Demand) => {
    const tell = (code: string, params: Diagnostic['params']) =>
      troubles.push(trouble(code, 'error', 'plan', pointer, { instance, service, role: role.role, ...params }));
    const entries = found.get(JSON.stringify([instance, service, role.role])) ?? [];
    const each = replicasWanted(role, demand.size);
    const have = entries.reduce((sum, { count }) => sum + count, 0);
    if (entries.length !== demand.copies || entries.some(({ count }) => count !== each))
      tell(have === 0 && demand.cloud !== undefined ? 'YQ1938' : 'YQ1935', {
        wanted: each * demand.copies,
        have,
        cloud: demand.cloud ?? '',
      });
    for (const entry of entries) {
      if (!isAsPlanned(entry, role, demand.size, each)) tell('YQ1939', { workload: entry.id });
      const names =
        entry.count === 1 ? [entry.id] : Array.from({ length: entry.count }, (_, i) => `${entry.id}-${i + 1}`);
      const there = names.flatMap((name) => hostOf.get(name) ?? []);
      if (there.length < names.length) {
        const params = {
          instance,
          service,
          role: role.role,
          workload: entry.id,
          placed: there.length,
          wanted: names.length,
        };
        troubles.push(trouble('YQ1934', 'warning', 'plan', pointer, params));
      }
      if (demand.apart !== 'none' && new Set(there.map(({ id }) => id)).size < there.length)
        tell('YQ1936', { workload: entry.id, level: 'host' });
      const { apart } = demand;
      if (
        (apart === 'rack' || apart === 'site') &&
        there.length > 1 &&
        new Set(there.map((host) => host[apart])).size < 2
      )
        tell('YQ1936', { workload: entry.id, level: apart });
      const stray = there.find(
        ({ zone }) => demand.zone !== undefined && fleet.zones.length > 0 && zone !== demand.zone,
      );
      if (stray !== undefined) tell('YQ1937', { workload: entry.id, zone: demand.zone!, actual: stray.zone });
    }
  };

  asked.forEach(({ id, service, plan: named, size, count, system, zone, overrides }, i) => {
    const known = findCloudService(service);
    const chosen: ServicePlan | undefined = known?.plans.find((one) => one.id === (named ?? known.plans[0]!.id));
    for (const role of chosen?.roles ?? [])
      checkRole(`/services/${i}`, id, service, role, {
        size: size ?? known?.size?.usual ?? 1,
        copies: count,
        apart: overrides.apart ?? chosen!.apart,
        zone: zone ?? zoneOf.get(system ?? ''),
      });
  });
  for (const [cloud, services] of servicesByCloud(estate))
    for (const service of services)
      for (const role of findCloudService(service)?.control ?? [])
        checkRole('/services', cloud === '' ? 'control' : `control/${cloud}`, service, role, {
          size: 1,
          copies: 1,
          apart: 'host',
          cloud: cloud === '' ? '-' : cloud,
        });
  return troubles;
}

interface Demand {
  readonly size: number;
  readonly copies: number;
  readonly apart: string;
  readonly zone?: string | undefined;
  /** Of a control plane. */
  readonly cloud?: string;
}

function replicasWanted({ count }: ServiceRole, size: number): number {
  if (typeof count === 'number') return count;
  let replicas = count.least;
  while (replicas * count.per < size) replicas++;
  return replicas;
}

/** Servers may have a little more than asked for by rounding, never less. */
function isAsPlanned(
  { vcpus, memMiB, volumes }: EstateWorkload,
  role: ServiceRole,
  size: number,
  replicas: number,
): boolean {
  const near = (have: number, want: Amount, scale: number) => {
    const exact =
      typeof want === 'number' ? want : 'perUnit' in want ? want.perUnit * size : (want.shared * size) / replicas;
    return have >= exact * scale - 1e-6 && have < exact * scale + 1;
  };
  return (
    vcpus === role.vcpus &&
    near(memMiB, role.memGiB, 1024) &&
    volumes.length === role.volumes.length &&
    role.volumes.every(({ sizeGiB }, v) => near(volumes[v]!.sizeGiB, sizeGiB, 1))
  );
}

/** The services that each cloud must run: those asked for there and, until nothing more is added, those that they need. */
function servicesByCloud(estate: Estate): Map<string, Set<string>> {
  const parents = new Map(estate.tenants.map((tenant) => [tenant.id, tenant]));
  const systems = new Map(estate.systems.map((one) => [one.id, one]));
  const clouds = new Map<string, Set<string>>();
  for (const { service, system: id, tenant } of estate.services ?? []) {
    const system = systems.get(id ?? '');
    let home = system?.clouds?.home;
    let owner = parents.get(system?.tenant ?? tenant ?? '');
    for (let depth = 0; home === undefined && owner !== undefined && depth <= parents.size; depth++) {
      home = owner.homeCloud;
      owner = parents.get(owner.parent ?? '');
    }
    const here = clouds.get(home ?? '') ?? new Set();
    clouds.set(home ?? '', here.add(service));
  }
  for (const here of clouds.values())
    for (const service of here) for (const need of findCloudService(service)?.needs ?? []) here.add(need);
  return clouds;
}
