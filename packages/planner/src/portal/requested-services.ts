import type { EstateWorkload } from '../estate/schema.ts';
import { workloadsOf } from '../services/expand-services.ts';
import { chooseService } from '../services/instances.ts';
import type { ServiceInstance } from '../services/schema.ts';
import type { Request } from './request-schema.ts';

/** Services of a request as the estate that it joins has them. */
export function requestedServices({ services = [], tenant }: Request): ServiceInstance[] {
  return services.map((instance) => (instance.system === undefined ? { ...instance, tenant } : instance));
}

/** All that a request asks to run: what it writes, and what its services stand for; without control planes. */
export function requestedWorkloads(request: Request): EstateWorkload[] {
  return [
    ...request.workloads,
    ...requestedServices(request).flatMap((instance) => {
      const chosen = chooseService(instance);
      return chosen === undefined ? [] : workloadsOf(chosen);
    }),
  ];
}
