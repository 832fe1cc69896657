import { type Estate, type EstateInput, estateSchema } from '../estate/schema.ts';
import { withServices } from '../services/expand-services.ts';

type Tenants = NonNullable<EstateInput['tenants']>;
type Quota = NonNullable<Tenants[number]['quotas']>[number];

/** The tenant above all bureaus. */
const city = { id: 'city', name: 'Shenzhen Municipality', nameZh: '深圳市' };
/** Room to grow, in shares of what is asked for; the centre that runs what all share gets more. All assumed. */
const growth = 1.25;
const sharedGrowth = 2;
const sharing = 'data-resources';

/** Bureaus below the city, each with a quota by what its systems ask for; the city has what it hands out. */
export function withQuotas(bureaus: Tenants, parts: Pick<EstateInput, 'systems' | 'workloads' | 'services'>): Tenants {
  const estate = withServices(
    estateSchema.parse({ kind: 'estate', formatVersion: '1.0', name: 'asked', tenants: bureaus, ...parts }),
  );
  const above = bureaus.find(({ id }) => id === city.id) ?? city;
  const ownerOf = new Map(estate.systems.map(({ id, tenant }) => [id, tenant]));
  const owned = Map.groupBy(estate.workloads, ({ system }) => ownerOf.get(system ?? '') ?? '');
  const limited = bureaus
    .filter(({ id }) => id !== city.id)
    .map((tenant) => {
      const factor = tenant.id === sharing ? sharedGrowth : growth;
      const services = (estate.services ?? []).filter(({ system }) => ownerOf.get(system ?? '') === tenant.id);
      return {
        ...tenant,
        parent: city.id,
        quotas: [{ ...quotaOf(owned.get(tenant.id) ?? [], factor), ...instancesOf(services, factor) }],
      };
    });
  return [{ ...above, quotas: [sumOf(limited.flatMap(({ quotas }) => quotas))] }, ...limited];
}

function quotaOf(workloads: Estate['workloads'], factor: number): Quota {
  const upTo = (step: number, amount: number) => Math.ceil((amount * factor) / step) * step;
  const types = new Map<string, number>();
  let [vcpus, memMiB] = [0, 0];
  for (const { count, volumes, ...each } of workloads) {
    vcpus += each.vcpus * count;
    memMiB += each.memMiB * count;
    for (const { type = 'sas', sizeGiB } of volumes) types.set(type, (types.get(type) ?? 0) + sizeGiB * count);
  }
  return {
    vcpus: upTo(8, vcpus),
    memGiB: upTo(16, memMiB / 1024),
    volumeGiB: Object.fromEntries([...types].sort().map(([type, amount]) => [type, upTo(100, amount)])),
  };
}

function instancesOf(services: NonNullable<Estate['services']>, factor: number): Pick<Quota, 'instances'> {
  const counts = new Map<string, number>();
  for (const { service, count } of services) counts.set(service, (counts.get(service) ?? 0) + count);
  if (counts.size === 0) return {};
  return { instances: Object.fromEntries([...counts].sort().map(([id, count]) => [id, Math.ceil(count * factor)])) };
}

function sumOf(quotas: readonly Quota[]): Quota {
  const types = [...new Set(quotas.flatMap(({ volumeGiB = {} }) => Object.keys(volumeGiB)))].sort();
  const services = [...new Set(quotas.flatMap(({ instances = {} }) => Object.keys(instances)))].sort();
  const sum = (of: (quota: Quota) => number | undefined) =>
    quotas.reduce((total, quota) => total + (of(quota) ?? 0), 0);
  return {
    vcpus: sum(({ vcpus }) => vcpus),
    memGiB: sum(({ memGiB }) => memGiB),
    volumeGiB: Object.fromEntries(types.map((type) => [type, sum(({ volumeGiB }) => volumeGiB?.[type])])),
    instances: Object.fromEntries(services.map((id) => [id, sum(({ instances }) => instances?.[id])])),
  };
}
