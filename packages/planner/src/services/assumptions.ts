import {
  type Assumption,
  assumedFigures,
  type RoleFigure,
  roleFootprint,
  type ServiceAppliance,
  type ServiceRole,
  withNeeded,
} from '@yunqian/hw-model';
import type { Estate } from '../estate/schema.ts';
import { resolveInstances } from './instances.ts';

/** Figures without a source that the estate's services rest on: one line for each role of a plan at a size, and each device. */
export function serviceAssumptions(estate: Estate): Assumption[] {
  const instances = resolveInstances(estate);
  const lines = new Map<string, Assumption>();
  const assume = (subject: string, field: string, value: string, reason: string) =>
    lines.set(JSON.stringify([subject, field]), { subject, field, value, reason });
  const assumeRole = (subject: string, role: ServiceRole, size: number) => {
    const figures = assumedFigures(role.basis);
    if (figures.length > 0) assume(subject, role.role, textOf(role, size, figures), role.basis.assumed);
  };
  for (const { service, plan, size } of instances) {
    const subject = `service ${service.id} ${plan.id}${service.size ? `, ${size} ${service.size.unit.en}` : ''}`;
    for (const role of plan.roles) assumeRole(subject, role, size);
    for (const { model, basis, ...device } of plan.appliances)
      if ('assumed' in basis) assume(subject, model, devices(device), basis.assumed);
  }
  for (const { id, control } of withNeeded(instances.map(({ service }) => service.id)))
    for (const role of control) assumeRole(`control plane of ${id}`, role, 1);
  return [...lines.values()];
}

function textOf(role: ServiceRole, size: number, figures: readonly RoleFigure[]): string {
  const { count, vcpus, memMiB, volumes, nicMbps } = roleFootprint(role, size);
  const texts: Readonly<Record<RoleFigure, string>> = {
    count: `${count} servers`,
    vcpus: `${vcpus} vCPU`,
    memory: `${memMiB / 1024} GiB`,
    volumes: volumes.map(({ sizeGiB, type }) => `${sizeGiB} GiB ${type}`).join(' + '),
    bandwidth: `${nicMbps} Mbit/s`,
  };
  return figures.map((figure) => texts[figure]).join(', ');
}

function devices({ least, per }: Pick<ServiceAppliance, 'least' | 'per'>): string {
  return per === undefined ? `${least}` : `${least}, one for each ${per}`;
}
