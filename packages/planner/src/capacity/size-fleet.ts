import { expandFleet, type Fleet } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import { createPlan, defaultPolicy } from '../plan/create-plan.ts';
import type { Plan } from '../plan/schema.ts';
import type { Policy } from '../policy/schema.ts';
import { withServiceDevices } from '../services/devices.ts';
import { least } from './least.ts';
import { buildFleet, type Counts, countsOf, type Kind, kindFinder, kindsOf } from './pattern.ts';
import { type PurchaseLine, purchaseList } from './purchase.ts';
import { sizePools } from './size-pools.ts';

export interface SizeOptions {
  readonly estate: Estate;
  /** Its profiles, zones and racks are the pattern of what is bought; its counts do not matter. */
  readonly pattern: Fleet;
  readonly policy?: Policy;
  /** Hosts of each kind beyond what is needed. Default 1. */
  readonly spare?: number;
  /** Racks that a kind is spread over at least. Default 3. */
  readonly leastRacks?: number;
  /** Share of a storage pool that is filled. Default 0.8. */
  readonly poolFill?: number;
  /** Price of a host by profile, in any unit; where it is given, kinds are tried against each other by it. Default: 1 each. */
  readonly prices?: ReadonlyMap<string, number>;
  readonly seed?: number;
  readonly budget?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (hosts: number, unplaced: number) => void;
}

export interface SizedFleet {
  /** A fleet document in which everything is placed; the spare hosts are in it. */
  readonly fleet: Fleet;
  readonly plan: Plan;
  /** Hosts of each kind: needed, and with the spare. */
  readonly kinds: readonly {
    readonly kind: string;
    readonly profile: string;
    readonly needed: number;
    readonly bought: number;
  }[];
  readonly needed: number;
  /** No fleet of these kinds carries the estate with fewer hosts, by the bound of the plan. */
  readonly bound: number;
  readonly purchase: readonly PurchaseLine[];
}

export interface SizedResult {
  readonly sized?: SizedFleet;
  /** Workloads that no amount of these kinds carries: their explanations are in the plan. */
  readonly unplaceable?: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

const MOST_HOSTS = 100_000;
const MOST_ROUNDS = 16;
/** Smaller fleets that are tried before the search ends. */
const MOST_SAVINGS = 24;

/**
 * What to buy: the pattern's kinds of host in numbers so large that everything is placed, then as few as the engine uses, then fewer
 * of each by galloping and halving, for as long as everything still is. Devices that cloud services lack are bought with them. Every step is a plan by the engine, under every rule of the policy, so the answer holds by construction.
 */
export async function sizeFleet(options: SizeOptions): Promise<SizedResult> {
  const { estate, policy = defaultPolicy, spare = 1, leastRacks = 3, prices = new Map(), onProgress } = options;
  const pattern = withServiceDevices(options.pattern, estate);
  const kinds = kindsOf(pattern);
  const kindOf = kindFinder(kinds);
  const given = countsOf(pattern);
  const priceOf = ({ profile }: Kind) => prices.get(profile) ?? 1;
  const tryCounts = async (counts: Counts) => {
    const fleet = sizePools(buildFleet(pattern, counts, leastRacks), estate, policy, options.poolFill ?? 0.8);
    const made = await createPlan({
      estate,
      fleet: expandFleet(fleet),
      policy: { ...policy, ...(policy.recovery && { recovery: { ...policy.recovery, reserve: 'report' } }) } as Policy,
      ...(options.seed !== undefined && { seed: options.seed }),
      ...(options.budget !== undefined && { budget: options.budget }),
      ...(options.signal && { signal: options.signal }),
    });
    if (made.plan) onProgress?.(made.plan.summary.hostsUsed, made.plan.summary.unplaced);
    return { fleet, ...made };
  };

  // Plenty of everything; doubled for as long as that places more.
  let counts: Counts = new Map(
    kinds.map((kind) => [kind.id, kind.fixed ? given.get(kind.id)! : Math.max(leastRacks, kind.perRack)]),
  );
  let ample = await tryCounts(counts);
  for (;;) {
    if (ample.plan === undefined) return { diagnostics: ample.diagnostics };
    const { unplaced } = ample.plan.summary;
    const doubled = new Map(kinds.map((kind) => [kind.id, (counts.get(kind.id) ?? 0) * (kind.fixed ? 1 : 2)]));
    if (unplaced === 0 || sum(doubled) > MOST_HOSTS || options.signal?.aborted) break;
    const more = await tryCounts(doubled);
    if (more.plan === undefined || (more.plan.summary.unplaced >= unplaced && sum(counts) > estate.workloads.length))
      break;
    counts = doubled;
    ample = more;
  }
  if (ample.plan.summary.unplaced > 0) return { unplaceable: ample.plan, diagnostics: ample.diagnostics };

  const used = usedCounts(ample.plan, kinds, kindOf, given);
  let best = await settle(used);
  for (let round = 0; round < MOST_ROUNDS && best.plan !== undefined && best.plan.summary.unplaced > 0; round++)
    best = await settle(withMore(best, best.plan, Math.min(2 ** round, 64)));
  if (best.plan === undefined) return { diagnostics: best.diagnostics };
  if (best.plan.summary.unplaced > 0) return { unplaceable: best.plan, diagnostics: best.diagnostics };

  // As few of each kind as will do, dearest kinds first; what one kind gave up may let another give more.
  const byPrice = kinds.filter(({ fixed }) => !fixed).sort((a, b) => priceOf(b) - priceOf(a));
  for (let tried = 0, saved = true; saved && tried < MOST_SAVINGS && !options.signal?.aborted; ) {
    saved = false;
    for (const kind of byPrice) {
      const count = best.counts.get(kind.id) ?? 0;
      const needed = await least(count, async (fewer) => {
        if (tried++ >= MOST_SAVINGS) return false;
        const next = await settle(new Map(best.counts).set(kind.id, fewer));
        if (next.plan === undefined || next.plan.summary.unplaced > 0) return false;
        best = next;
        return true;
      });
      saved ||= needed < count;
    }
  }

  const needed = best.counts;
  const bought = new Map(
    kinds.map((kind) => [kind.id, (needed.get(kind.id) ?? 0) + (kind.fixed || !needed.get(kind.id) ? 0 : spare)]),
  );
  const last = await settle(bought);
  if (last.plan === undefined || last.plan.summary.unplaced > 0) return { diagnostics: last.diagnostics };
  const sized: SizedFleet = {
    fleet: last.fleet,
    plan: last.plan,
    kinds: kinds
      .map(({ id, profile }) => ({ kind: id, profile, needed: needed.get(id) ?? 0, bought: bought.get(id) ?? 0 }))
      .filter((kind) => kind.bought > 0),
    needed: kinds.reduce((total, kind) => total + (kind.fixed ? 0 : (needed.get(kind.id) ?? 0)), 0),
    bound: ample.plan.summary.hostsBound?.hosts ?? 0,
    purchase: purchaseList(last.fleet),
  };
  return { sized, diagnostics: last.diagnostics };

  async function settle(wanted: Counts) {
    return { counts: wanted, ...(await tryCounts(wanted)) };
  }

  /** More hosts of every kind that an unplaced workload came nearest to. */
  function withMore({ counts: present }: { counts: Counts }, { unplaced }: Plan, hosts: number): Counts {
    const more = new Map(present);
    const nearest = new Set(unplaced.flatMap(({ nearest: miss }) => (miss ? [kindOf(miss.host)?.id ?? ''] : [])));
    for (const id of nearest) if (more.has(id)) more.set(id, more.get(id)! + hosts);
    return more;
  }
}

function usedCounts(
  plan: Plan,
  kinds: readonly Kind[],
  kindOf: (host: string) => Kind | null,
  given: Counts,
): Map<string, number> {
  const counts = new Map(kinds.map((kind) => [kind.id, kind.fixed ? given.get(kind.id)! : 0]));
  for (const { host } of plan.utilisation.hosts) {
    const kind = kindOf(host);
    if (kind && !kind.fixed) counts.set(kind.id, counts.get(kind.id)! + 1);
  }
  return counts;
}

const sum = (counts: Counts): number => [...counts.values()].reduce((total, count) => total + count, 0);
