import {
  type Assumption,
  type Basis,
  roleFootprint,
  type ServiceAppliance,
  type ServiceRole,
  withNeeded,
} from '@yunqian/hw-model';
import type { Estate } from '../estate/schema.ts';
import { resolveInstances } from './instances.ts';

/** Figures without a source that the estate's services rest on: one line for each service, plan and size. */
export function serviceAssumptions(estate: Estate): Assumption[] {
  const instances = resolveInstances(estate);
  const lines = new Map<string, Assumption>();
  const assume = (subject: string, field: string, value: string, basis: Basis) => {
    if ('assumed' in basis) lines.set(`${subject} ${field}`, { subject, field, value, reason: basis.assumed });
  };
  for (const { service, plan, size } of instances) {
    const subject = `service ${service.id} ${plan.id}${service.size ? `, ${size} ${service.size.unit.en}` : ''}`;
    for (const role of plan.roles) assume(subject, role.role, servers(role, size), role.basis);
    for (const device of plan.appliances) assume(subject, device.model, devices(device), device.basis);
  }
  for (const { id, control } of withNeeded(instances.map(({ service }) => service.id)))
    for (const role of control) assume(`control plane of ${id}`, role.role, servers(role, 1), role.basis);
  return [...lines.values()];
}

function servers(role: ServiceRole, size: number): string {
  const { count, vcpus, memMiB, volumes } = roleFootprint(role, size);
  const disks = volumes.map(({ sizeGiB, type }) => `${sizeGiB} GiB ${type}`).join(' + ');
  return `${count} x ${vcpus} vCPU, ${memMiB / 1024} GiB, ${disks}`;
}

function devices({ least, per }: ServiceAppliance): string {
  return per === undefined ? `${least}` : `${least}, one for each ${per}`;
}
