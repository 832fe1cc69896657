import { compute } from './data/compute.ts';
import { database } from './data/database.ts';
import { management } from './data/management.ts';
import { network } from './data/network.ts';
import { platform } from './data/platform.ts';
import { recovery } from './data/recovery.ts';
import { security } from './data/security.ts';
import { storage } from './data/storage.ts';
import type { CloudService } from './service.ts';

const services: readonly CloudService[] = [
  ...compute,
  ...storage,
  ...network,
  ...recovery,
  ...security,
  ...database,
  ...management,
  ...platform,
];
const servicesById = new Map(services.map((service) => [service.id, service]));

/** Every cloud service that an estate may ask for, with what its instances and its control plane take. */
export function cloudServices(): readonly CloudService[] {
  return services;
}

export function findCloudService(id: string): CloudService | undefined {
  return servicesById.get(id);
}

/** The services named and all that they need, directly or not; those needed first. Unknown names are passed by. */
export function withNeeded(ids: readonly string[]): CloudService[] {
  const met = new Set<string>();
  const ordered: CloudService[] = [];
  const visit = (id: string): void => {
    const service = servicesById.get(id);
    if (service === undefined || met.has(id)) return;
    met.add(id);
    service.needs.forEach(visit);
    ordered.push(service);
  };
  ids.forEach(visit);
  return ordered;
}
