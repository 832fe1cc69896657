import { type CloudService, findCloudService, type ServicePlan } from '@yunqian/hw-model';
import type { Estate, EstateSystem } from '../estate/schema.ts';
import type { ServiceInstance } from './schema.ts';

/** An instance whose service, plan and size are known. */
export interface ChosenService {
  readonly instance: ServiceInstance;
  readonly service: CloudService;
  readonly plan: ServicePlan;
  /** 1 where the service has no size. */
  readonly size: number;
}

/** An instance that can be expanded in an estate. */
export interface ResolvedInstance extends ChosenService {
  /** Cloud that its system is at home in; '' where none is said. */
  readonly cloud: string;
}

/** What an instance chooses from the catalogue; undefined where there is no such service or plan. */
export function chooseService(instance: ServiceInstance): ChosenService | undefined {
  const service = findCloudService(instance.service);
  const plan = instance.plan === undefined ? service?.plans[0] : service?.plans.find(({ id }) => id === instance.plan);
  if (service === undefined || plan === undefined) return undefined;
  return { instance, service, plan, size: instance.size ?? service.size?.usual ?? 1 };
}

/** Instances that make sense; of the others `checkServices` says what is wrong. */
export function resolveInstances(estate: Estate): ResolvedInstance[] {
  const homeOf = createHomes(estate);
  const systems = new Set(estate.systems.map(({ id }) => id));
  const tenants = new Set(estate.tenants.map(({ id }) => id));
  return (estate.services ?? []).flatMap((instance) => {
    const { system, tenant } = instance;
    const isKnown = system === undefined ? tenants.has(tenant ?? '') : systems.has(system);
    const chosen = chooseService(instance);
    return chosen === undefined || !isKnown ? [] : [{ ...chosen, cloud: homeOf(instance) }];
  });
}

/** Cloud of a system or tenant as the estate alone tells it; a policy may add a default home for the rest. */
export function createHomes(
  estate: Estate,
): (of: { readonly system?: string | undefined; readonly tenant?: string | undefined }) => string {
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const tenants = new Map(estate.tenants.map((tenant) => [tenant.id, tenant]));
  return (of) => {
    const system: EstateSystem | undefined = systems.get(of.system ?? '');
    if (system?.clouds?.home !== undefined) return system.clouds.home;
    const met = new Set<string>();
    for (let at = tenants.get(system?.tenant ?? of.tenant ?? ''); at !== undefined && !met.has(at.id); ) {
      if (at.homeCloud !== undefined) return at.homeCloud;
      met.add(at.id);
      at = tenants.get(at.parent ?? '');
    }
    return '';
  };
}
