import type { Estate, EstateWorkload } from '../estate/schema.ts';

/** How fast demand grows; the first entry that names a system or its tenant decides. */
export interface Growth {
  /** Per cent a month, compounded. */
  readonly pctPerMonth: number;
  readonly tenant?: string;
  readonly system?: string;
}

/**
 * The estate after so many months: each system gains copies of its own workloads in their present mix, as many whole ones as its growth makes
 * (the largest remainder first), named `ID+1`, `ID+2`... Copies have volumes of their own; what shares a disk today is copied without it.
 */
export function growEstate(estate: Estate, growth: readonly Growth[], months: number): Estate {
  const tenantOf = new Map(estate.systems.map(({ id, tenant }) => [id, tenant]));
  const rateOf = (system: string | undefined): number =>
    growth.find(
      (entry) =>
        (entry.system === undefined || entry.system === system) &&
        (entry.tenant === undefined || entry.tenant === tenantOf.get(system ?? '')),
    )?.pctPerMonth ?? 0;
  const bySystem = new Map<string, EstateWorkload[]>();
  for (const workload of estate.workloads) {
    const key = workload.system ?? '';
    bySystem.set(key, [...(bySystem.get(key) ?? []), workload]);
  }
  const added = [...bySystem].flatMap(([system, workloads]) => {
    const factor = (1 + rateOf(system || undefined) / 100) ** months - 1;
    return copiesOf(workloads, factor);
  });
  return { ...estate, workloads: [...estate.workloads, ...added] };
}

function copiesOf(workloads: readonly EstateWorkload[], factor: number): EstateWorkload[] {
  if (factor <= 0) return [];
  const exact = workloads.map(({ count }) => count * factor);
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
  return workloads.flatMap((workload, at) =>
    Array.from(
      { length: whole[at]! },
      (_, copy): EstateWorkload => ({
        ...workload,
        id: `${workload.id}+${copy + 1}`,
        count: 1,
        ips: [],
        volumes: workload.volumes.map(({ sharedId: _, ...volume }) => volume),
      }),
    ),
  );
}
