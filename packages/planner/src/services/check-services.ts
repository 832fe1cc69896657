import { cloudServices, findCloudService, type ServicePlan } from '@yunqian/hw-model';
import { createSuggester } from '../document/suggest.ts';
import type { Find } from '../estate/find.ts';
import type { Estate } from '../estate/schema.ts';
import type { ServiceInstance } from './schema.ts';

/** What the estate alone tells of its services: that they exist, with such a plan and size, for somebody who is there. */
export function checkServices(estate: Estate, find: Find): void {
  const suggest = createSuggester();
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const tenants = new Set(estate.tenants.map(({ id }) => id));
  const systemIds = new Set(systems.keys());
  const refer = (field: string, id: string, known: ReadonlySet<string>, pointer: string) => {
    if (known.has(id)) return;
    const near = suggest(id, [...known]);
    if (near === undefined) find('YQ1103', 'error', pointer, { field, id });
    else find('YQ1104', 'error', pointer, { field, id, near });
  };
  (estate.services ?? []).forEach((instance, i) => {
    const { id, system, tenant } = instance;
    const pointer = `/services/${i}`;
    if (/^control(\/|$)/.test(id)) find('YQ1933', 'error', `${pointer}/id`, { instance: id });
    if (system !== undefined) refer('system', system, systemIds, `${pointer}/system`);
    if (tenant !== undefined) refer('tenant', tenant, tenants, `${pointer}/tenant`);
    if (system === undefined && tenant === undefined) find('YQ1924', 'error', pointer, { instance: id });
    const owner = systems.get(system ?? '')?.tenant;
    if (tenant !== undefined && owner !== undefined && owner !== tenant)
      find('YQ1931', 'error', `${pointer}/tenant`, { instance: id, tenant, system: system ?? '', owner });

    const service = findCloudService(instance.service);
    if (service === undefined) {
      const all = cloudServices().map((one) => one.id);
      const near = suggest(instance.service, all) ?? all.slice(0, 5).join(', ');
      find('YQ1920', 'error', `${pointer}/service`, { service: instance.service, near });
      return;
    }
    const plans = service.plans.map((plan) => plan.id);
    const plan = instance.plan === undefined ? service.plans[0] : service.plans.find((one) => one.id === instance.plan);
    if (plan === undefined)
      find('YQ1921', 'error', `${pointer}/plan`, {
        service: service.id,
        plan: instance.plan ?? '',
        near: suggest(instance.plan ?? '', plans) ?? plans.join(', '),
      });
    else checkApart(instance, plan, pointer, find);
    if (instance.size === undefined) return;
    if (service.size === undefined) find('YQ1923', 'error', `${pointer}/size`, { service: service.id });
    else if (instance.size < service.size.least || instance.size > service.size.most)
      find('YQ1922', 'error', `${pointer}/size`, {
        service: service.id,
        size: instance.size,
        least: service.size.least,
        most: service.size.most,
        unit: service.size.unit.en,
      });
  });
}

/** One replica cannot keep apart from itself. */
function checkApart({ id, overrides }: ServiceInstance, plan: ServicePlan, pointer: string, find: Find): void {
  const { apart = 'none' } = overrides;
  if (apart === 'none' || !plan.roles.some(({ count }) => count === 1)) return;
  find('YQ1926', 'error', `${pointer}/overrides/apart`, { instance: id, plan: plan.id, apart });
}
