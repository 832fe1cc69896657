import { expandFleet, type Fleet } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import { createPlan, defaultPolicy } from '../plan/create-plan.ts';
import type { Plan } from '../plan/schema.ts';
import type { Policy } from '../policy/schema.ts';
import { type Growth, growEstate } from './grow-estate.ts';
import { countsOf } from './pattern.ts';
import { type SizedFleet, sizeFleet } from './size-fleet.ts';

export interface ForecastOptions {
  readonly estate: Estate;
  readonly fleet: Fleet;
  readonly policy?: Policy;
  readonly growth: readonly Growth[];
  readonly months: number;
  /** From order to use. */
  readonly leadMonths: number;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (month: number) => void;
}

/** One month of growth on the present fleet, as the engine places it. */
export interface ForecastMonth {
  readonly month: number;
  readonly workloads: number;
  readonly unplaced: number;
  readonly hostsUsed: number;
  /** Share in use by dimension and by storage pool, fullest first. */
  readonly fullest: readonly { readonly what: string; readonly used: number }[];
  /** Why workloads stay out: rule and reason, workloads, most first. */
  readonly shortOf: readonly { readonly reason: string; readonly workloads: number }[];
}

export interface Forecast {
  readonly months: readonly ForecastMonth[];
  /** First month in which something finds no place; null within the horizon. */
  readonly runsOut: number | null;
  /** Month in which the order must be made; negative: too late already. */
  readonly orderBy: number | null;
  /** What has to be bought by the end of the horizon, beyond the present fleet. */
  readonly order: readonly {
    readonly kind: string;
    readonly profile: string;
    readonly have: number;
    readonly need: number;
  }[];
  /** What still finds no place at the end of the horizon with any number of hosts: something else must grow too. */
  readonly stillShortOf: ForecastMonth['shortOf'];
  readonly diagnostics: readonly Diagnostic[];
}

/** When what runs out while the estate grows, found by planning each month whole on the present fleet, and what to order when. */
export async function forecast(options: ForecastOptions): Promise<Forecast> {
  const {
    estate,
    fleet,
    policy = defaultPolicy,
    growth,
    months: horizon,
    leadMonths,
    seed = 1,
    signal,
    onProgress,
  } = options;
  const expanded = expandFleet(fleet);
  const months: ForecastMonth[] = [];
  let diagnostics: readonly Diagnostic[] = [];
  let previous: Plan | undefined;
  for (let month = 0; month <= horizon && !signal?.aborted; month++) {
    onProgress?.(month);
    const made = await createPlan({
      estate: growEstate(estate, growth, month),
      fleet: expanded,
      policy,
      seed,
      ...(previous && { from: previous }),
      ...(signal && { signal }),
    });
    if (month === 0) diagnostics = made.diagnostics;
    if (made.plan === undefined)
      return { months, runsOut: null, orderBy: null, order: [], stillShortOf: [], diagnostics: made.diagnostics };
    previous = made.plan;
    months.push(monthOf(month, made.plan));
    if (made.plan.summary.unplaced > 0) break;
  }
  const runsOut = months.find(({ unplaced }) => unplaced > 0)?.month ?? null;
  if (runsOut === null) return { months, runsOut, orderBy: null, order: [], stillShortOf: [], diagnostics };
  const { sized, unplaceable } = await sizeFleet({
    estate: growEstate(estate, growth, horizon),
    pattern: fleet,
    policy,
    seed,
    spare: 0,
  });
  return {
    months,
    runsOut,
    orderBy: runsOut - leadMonths,
    order: sized ? orderOf(sized, fleet) : [],
    stillShortOf: unplaceable ? shortOf(unplaceable) : [],
    diagnostics,
  };
}

function monthOf(month: number, plan: Plan): ForecastMonth {
  const { dimensions, total, pools = [] } = plan.utilisation;
  const fullest = [
    ...dimensions.map((what, at) => ({ what, used: total[at]! })),
    ...pools.map(({ pool, usedGiB, usableGiB }) => ({ what: pool, used: usableGiB > 0 ? usedGiB / usableGiB : 0 })),
  ].sort((a, b) => b.used - a.used);
  const { workloads, unplaced, hostsUsed } = plan.summary;
  return {
    month,
    workloads,
    unplaced,
    hostsUsed,
    fullest: fullest.slice(0, 4),
    shortOf: shortOf(plan),
  };
}

/** What the unplaced came nearest to having, by reason: other zones' hosts tell nothing. */
function shortOf({ unplaced }: Plan): ForecastMonth['shortOf'] {
  const counts = new Map<string, number>();
  for (const { nearest, blockedBy } of unplaced) {
    const reason = nearest?.missing[0]?.reason ?? blockedBy[0]?.reason ?? '-';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, workloads]) => ({ reason, workloads })).sort((x, y) => y.workloads - x.workloads);
}

function orderOf(sized: SizedFleet, fleet: Fleet): Forecast['order'] {
  const have = countsOf(fleet);
  return sized.kinds
    .map(({ kind, profile, needed }) => ({ kind, profile, have: have.get(kind) ?? 0, need: needed }))
    .filter(({ have: present, need }) => need > present);
}
