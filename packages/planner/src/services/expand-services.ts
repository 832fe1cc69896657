import { type CloudService, type RoleFootprint, roleFootprint, type ServiceRole, withNeeded } from '@yunqian/hw-model';
import type { Estate, EstateSystem, EstateWorkload } from '../estate/schema.ts';
import { type ChosenService, createHomes, type ResolvedInstance, resolveInstances } from './instances.ts';
import { controlPlane, serviceLabels, withoutServices } from './labels.ts';

/**
 * The estate with everything that its services stand for: each instance as workloads of its system, and in each cloud
 * one control plane of every service that is asked for or needed. What an earlier expansion brought is replaced; what
 * comes stands behind what was written.
 */
export function withServices(estate: Estate): Estate {
  const written = withoutServices(estate);
  if ((written.services ?? []).length === 0) return written;
  const instances = resolveInstances(written);
  const control = controlPlanes(written, instances);
  const systems = [...written.systems, ...instances.flatMap(ownSystem), ...control.systems];
  const attach = createAttachment(systems, written.networks);
  const made = [...instances.flatMap(workloadsOf), ...control.workloads];
  return { ...written, systems, workloads: [...written.workloads, ...made.map(attach)] };
}

/** Puts a server into the network that its tenant has in its zone, where there is exactly one. */
function createAttachment(
  systems: readonly EstateSystem[],
  networks: Estate['networks'],
): (workload: EstateWorkload) => EstateWorkload {
  const systemOf = new Map(systems.map((system) => [system.id, system]));
  const key = (tenant?: string, zone?: string) => JSON.stringify([tenant, zone]);
  const networksOf = Map.groupBy(networks, ({ tenant, zone }) => key(tenant, zone));
  return (workload) => {
    const system = systemOf.get(workload.system ?? '');
    const zone = workload.zone ?? system?.zone;
    const [only, ...others] = networksOf.get(key(system?.tenant, zone)) ?? [];
    const isClear = only !== undefined && others.length === 0 && system?.tenant !== undefined && zone !== undefined;
    return isClear ? { ...workload, networks: [only.id] } : workload;
  };
}

/** An instance that names a tenant and no system is a system of its own. */
function ownSystem({ instance, service }: ResolvedInstance): EstateSystem[] {
  const { id, system, tenant, zone } = instance;
  if (system !== undefined) return [];
  return [
    {
      id,
      name: service.name.en,
      nameZh: service.name['zh-CN'],
      ...(tenant !== undefined && { tenant }),
      ...(zone !== undefined && { zone }),
      components: [],
      labels: { [serviceLabels.instance]: id },
    },
  ];
}

/** The servers of an instance, under its system; without their control plane. */
export function workloadsOf({ instance, service, plan, size }: ChosenService): EstateWorkload[] {
  const { id, count, system = id, zone, overrides } = instance;
  const apart = overrides.apart ?? plan.apart;
  const { arch, pool, volumeType } = overrides;
  return Array.from({ length: count }, (_, copy) => (count === 1 ? id : `${id}-${copy + 1}`)).flatMap((name) =>
    plan.roles.map((role) => ({
      ...workload(`${name}-${role.role}`, roleFootprint(role, size), service, volumeType),
      system,
      ...(zone !== undefined && { zone }),
      ...(arch !== undefined && { arch }),
      ...(pool !== undefined && { pool }),
      labels: labelsOf(service, id, role, apart),
    })),
  );
}

function workload(
  id: string,
  { count, vcpus, memMiB, volumes, nicMbps }: RoleFootprint,
  { name }: CloudService,
  volumeType?: string,
): EstateWorkload {
  return {
    id,
    name: `${name.en} (${id})`,
    kind: 'vm',
    count,
    vcpus,
    memMiB,
    nicMbps,
    volumes: volumes.map(({ sizeGiB, type }) => ({ sizeGiB, type: volumeType ?? type })),
    accelerators: [],
    traits: [],
    tolerations: [],
    ips: [],
    networks: [],
    labels: {},
  };
}

function labelsOf(
  service: CloudService,
  instance: string,
  { role }: ServiceRole,
  apart: string,
): EstateWorkload['labels'] {
  return {
    [serviceLabels.service]: service.id,
    [serviceLabels.instance]: instance,
    [serviceLabels.role]: role,
    ...(apart !== 'none' && { [serviceLabels.apart]: 'host' }),
    ...((apart === 'rack' || apart === 'site') && { [serviceLabels.over]: apart }),
  };
}

/** Control planes by cloud, in the system that carries the cloud's platform; where none does, in one made for them. */
function controlPlanes(
  estate: Estate,
  instances: readonly ResolvedInstance[],
): { systems: EstateSystem[]; workloads: EstateWorkload[] } {
  const homeOf = createHomes(estate);
  const platforms = estate.systems.filter(({ platform }) => platform);
  const systems: EstateSystem[] = [];
  const workloads: EstateWorkload[] = [];
  for (const [cloud, asked] of Map.groupBy(instances, (one) => one.cloud)) {
    const services = withNeeded(asked.map(({ service }) => service.id)).filter(({ control }) => control.length > 0);
    if (services.length === 0) continue;
    const carrier = platforms.find(({ id }) => homeOf({ system: id }) === cloud) ?? made(cloud);
    if (!platforms.includes(carrier)) systems.push(carrier);
    const prefix = cloud === '' ? '' : `${cloud}-`;
    for (const service of services)
      for (const role of service.control)
        workloads.push({
          ...workload(`${prefix}${service.id}-${role.role}`, roleFootprint(role, 1), service),
          system: carrier.id,
          labels: labelsOf(service, controlPlane(cloud), role, 'host'),
        });
  }
  return { systems, workloads };
}

function made(cloud: string): EstateSystem {
  return {
    id: cloud === '' ? 'cloud-services' : `cloud-services-${cloud}`,
    name: 'Control planes of cloud services',
    nameZh: '云服务管控面',
    ...(cloud !== '' && { clouds: { home: cloud, overflow: [] } }),
    components: [],
    labels: { [serviceLabels.instance]: controlPlane(cloud) },
  };
}
