import type { Estate } from '../estate/schema.ts';
import { withServices } from '../services/expand-services.ts';
import { withoutServices } from '../services/labels.ts';
import type { ServiceInstance } from '../services/schema.ts';

/** How fast demand grows; the first entry that names a system or its tenant decides. */
export interface Growth {
  /** Per cent a month, compounded. */
  readonly pctPerMonth: number;
  readonly tenant?: string;
  readonly system?: string;
}

/**
 * The estate after so many months: each system gains copies of its own workloads and cloud services in their present mix, as many whole ones as
 * its growth makes (the largest remainder first), named `ID+1`, `ID+2`... Copies have volumes of their own; what shares a disk today is copied
 * without it. Control planes of services do not grow.
 */
export function growEstate(grown: Estate, growth: readonly Growth[], months: number): Estate {
  const estate = withoutServices(grown);
  const tenantOf = new Map(estate.systems.map(({ id, tenant }) => [id, tenant]));
  const rateOf = (system: string | undefined, tenant = tenantOf.get(system ?? '')): number =>
    growth.find(
      (entry) =>
        (entry.system === undefined || entry.system === system) &&
        (entry.tenant === undefined || entry.tenant === tenant),
    )?.pctPerMonth ?? 0;
  const factorOf = (pctPerMonth: number): number => (1 + pctPerMonth / 100) ** months - 1;
  const workloads = [...Map.groupBy(estate.workloads, ({ system }) => system)].flatMap(([system, own]) =>
    copiesOf(own, factorOf(rateOf(system)), (workload, id) => ({
      ...workload,
      id,
      count: 1,
      ips: [],
      volumes: workload.volumes.map(({ sharedId: _, ...volume }) => volume),
    })),
  );
  const { services = [] } = estate;
  const ownerOf = ({ id, system }: ServiceInstance): string => system ?? id;
  const instances = [...Map.groupBy(services, ownerOf).values()].flatMap((own) =>
    copiesOf(own, factorOf(rateOf(own[0]!.system, own[0]!.tenant)), (instance, id) => ({ ...instance, id, count: 1 })),
  );
  return withServices({
    ...estate,
    workloads: [...estate.workloads, ...workloads],
    ...(services.length > 0 && { services: [...services, ...instances] }),
  });
}

function copiesOf<T extends { readonly id: string; readonly count: number }>(
  entries: readonly T[],
  factor: number,
  copy: (entry: T, id: string) => T,
): T[] {
  if (factor <= 0) return [];
  const exact = entries.map(({ count }) => count * factor);
  const whole = exact.map((copies) => Math.floor(copies + 1e-9));
  const total = Math.round(exact.reduce((sum, copies) => sum + copies, 0));
  let left = total - whole.reduce((sum, copies) => sum + copies, 0);
  const byRest = exact
    .map((copies, at) => ({ at, rest: copies - whole[at]! }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRest) {
    if (left <= 0) break;
    whole[at]!++;
    left--;
  }
  return entries.flatMap((entry, at) =>
    Array.from({ length: whole[at]! }, (_, n) => copy(entry, `${entry.id}+${n + 1}`)),
  );
}
