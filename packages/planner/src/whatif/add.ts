import { type ExpandedFleet, expandFleet, type Finding, type Fleet } from '@yunqian/hw-model';
import { createSession } from '@yunqian/scheduler-core';
import type { Estate } from '../estate/schema.ts';
import { lower } from '../lower.ts';
import { createPlan, defaultPolicy } from '../plan/create-plan.ts';
import type { Plan } from '../plan/schema.ts';
import type { Policy } from '../policy/schema.ts';
import { placementOf } from '../recovery/sweep.ts';

export interface AddedHosts {
  readonly profile: string;
  readonly count: number;
  /** `cloud/site`. Default: the first of the fleet. */
  readonly site?: string;
  readonly zone?: string;
  readonly pool?: string;
}

export interface WhatIfAdd {
  readonly hosts: readonly string[];
  /** What was left over and now finds a host, while nothing else moves. */
  readonly placed: readonly { readonly workload: string; readonly host: string }[];
  readonly stillUnplaced: readonly string[];
  /** Planned anew from nothing: hosts in use and workloads left over, as it is and with the new hosts. */
  readonly hostsUsed: readonly [before: number, after: number];
  readonly unplaced: readonly [before: number, after: number];
}

export interface WhatIfAddOptions {
  readonly plan: Plan;
  readonly estate: Estate;
  readonly fleet: Fleet;
  readonly policy?: Policy;
}

/** What more hosts of a profile would bring. Errors of the fleet so extended (no such profile, zone or site) are `findings`. */
export async function whatIfAdd(
  { plan, estate, fleet, policy = defaultPolicy }: WhatIfAddOptions,
  added: AddedHosts,
): Promise<{ result?: WhatIfAdd; findings: readonly Finding[] }> {
  const present = expandFleet(fleet);
  const extended = expandFleet(withHosts(fleet, added));
  const findings = extended.findings.filter(({ severity }) => severity === 'error');
  if (findings.length > 0) return { findings };
  const known = new Set(present.hosts.map(({ id }) => id));

  const lowered = lower(estate, extended, policy);
  const { problem } = lowered;
  const session = await createSession(problem, placementOf(plan, lowered));
  const left = plan.unplaced.map(({ workload }) => workload);
  const at = new Map(problem.workloads.map(({ id }, w) => [id, w]));
  const found = left.map((workload) => ({ workload, host: session.place(at.get(workload)!) }));

  const used = async (onto: ExpandedFleet) => {
    const { plan: fresh } = await createPlan({ estate, fleet: onto, policy, seed: plan.seed, budget: plan.budget });
    return [fresh?.summary.hostsUsed ?? 0, fresh?.summary.unplaced ?? problem.workloads.length] as const;
  };
  const [before, after] = [await used(present), await used(extended)];
  return {
    findings: [],
    result: {
      hosts: extended.hosts.map(({ id }) => id).filter((id) => !known.has(id)),
      placed: found.flatMap(({ workload, host }) => (host < 0 ? [] : [{ workload, host: problem.hosts[host]!.id }])),
      stillUnplaced: found.filter(({ host }) => host < 0).map(({ workload }) => workload),
      hostsUsed: [before[0], after[0]],
      unplaced: [before[1], after[1]],
    },
  };
}

/** Each in a rack of its own, so that neither units, nor power, nor an uplink are in the way of the answer. */
function withHosts(fleet: Fleet, { profile, count, site, zone, pool }: AddedHosts): Fleet {
  let open = true;
  const clouds = fleet.clouds.map((cloud) => ({
    ...cloud,
    sites: cloud.sites.map((one) => {
      const wanted = open && (site === undefined || site === `${cloud.id}/${one.id}`);
      if (!wanted) return one;
      open = false;
      const rack = {
        id: 'added',
        count,
        units: 60,
        zone,
        hosts: [
          { id: 'h', count: 1, profile, role: 'compute', pool, traits: [], taints: [], labels: {}, closed: false },
        ],
        devices: [],
        assumed: [],
      } as Fleet['clouds'][number]['sites'][number]['rooms'][number]['racks'][number];
      const [first, ...rest] = one.rooms;
      return { ...one, rooms: [{ ...first!, racks: [...first!.racks, rack] }, ...rest] };
    }),
  }));
  return { ...fleet, clouds };
}
