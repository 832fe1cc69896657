import type { Estate, EstateWorkload } from '../estate/schema.ts';

/** Labels of workloads and systems that a service brought. */
export const serviceLabels = {
  /** Id of the catalogue of services. */
  service: 'service',
  /** Id of the estate's `services`; of a control plane: `control`, or `control/CLOUD`. */
  instance: 'serviceInstance',
  role: 'serviceRole',
  /** `host` where its replicas keep to hosts of their own. */
  apart: 'serviceApart',
  /** `rack` or `site`: what its replicas are spread over. */
  over: 'serviceOver',
} as const;

export const controlPlane = (cloud: string): string => (cloud === '' ? 'control' : `control/${cloud}`);

/** The instance that brought a workload or a system; undefined: it was written. */
export const broughtBy = ({ labels }: Pick<EstateWorkload, 'labels'>): string | undefined =>
  labels[serviceLabels.instance];

/** Why nobody has to create or move a workload: a cloud service makes it. Undefined: nobody else does. */
export const madeByService = (workload: Pick<EstateWorkload, 'labels'>): string | undefined =>
  broughtBy(workload) === undefined ? undefined : `made by the cloud service ${workload.labels[serviceLabels.service]}`;

export const isControlPlane = (workload: Pick<EstateWorkload, 'labels'>): boolean =>
  /^control(\/|$)/.test(broughtBy(workload) ?? '');

/** The estate as it was written: without what its services brought. */
export function withoutServices(estate: Estate): Estate {
  const ids = new Set(estate.services?.map(({ id }) => id));
  if (ids.size === 0) return estate;
  const isWritten = (one: Pick<EstateWorkload, 'labels'>) => !ids.has(broughtBy(one) ?? '') && !isControlPlane(one);
  if (estate.workloads.every(isWritten) && estate.systems.every(isWritten)) return estate;
  return { ...estate, systems: estate.systems.filter(isWritten), workloads: estate.workloads.filter(isWritten) };
}
