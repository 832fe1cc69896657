import type { RuleSpec } from '../../problem/problem.ts';
import type { Blocker, HostTest, PlacementView, Topology, Violation } from '../rule.ts';
import { blockBase, violationBase, workloadIds } from './modifiers.ts';
import { createPresence, namePlace, type Presence, workloadsIn } from './presence.ts';

/** Demands of one dimension summed per domain, held against a limit per domain. Serves capacity and domainCapacity. */
export interface Load {
  readonly spec: RuleSpec;
  readonly topology: Topology;
  readonly dimension: number;
  /** Per domain; Infinity where unlimited. */
  readonly limit: Float64Array;
  /** Workloads that count, ascending; null: all. */
  readonly members: ArrayLike<number> | null;
}

export function checkLoad(load: Load, view: PlacementView): Violation[] {
  const { spec, topology, limit, members } = load;
  const counted = members && new Set(Array.from(members));
  const violations: Violation[] = [];
  sumDemand(load, view).forEach((used, domain) => {
    if (used <= limit[domain]!) return;
    const here = workloadsIn(spec, view, topology, domain);
    violations.push({
      ...violationBase(spec),
      amount: used - limit[domain]!,
      dimension: view.problem.dimensions[load.dimension]!,
      ...namePlace(topology, domain),
      workloads: workloadIds(view, counted ? here.filter((workload) => counted.has(workload)) : here),
    });
  });
  return violations;
}

/** `counts` says whether a workload is among the load's members. */
export function blockLoad(load: Load, view: PlacementView, counts: (workload: number) => boolean): Blocker {
  const { spec, topology, dimension } = load;
  const presence = createPresence(spec, view, topology);
  const used = sumDemand(load, view);
  const limit = spec.mode === 'noWorse' ? noLessThan(load.limit, sumDemand(load, view.initial)) : load.limit;
  const named = { ...blockBase(spec), reason: view.problem.dimensions[dimension]! };

  return (workload) => {
    const demand = view.problem.workloads[workload]!.demand[dimension]!;
    if (demand === 0 || !counts(workload)) return [];
    const own = view.hostOf[workload]!;
    const ownNow = presence.now(own);
    const ownLeft = presence.left(workload, own);
    const shortIn = (domain: number): number => {
      if (domain < 0) return 0;
      const rest = used[domain]! - (domain === ownNow || domain === ownLeft ? demand : 0);
      return Math.max(0, rest + demand - limit[domain]!);
    };
    const test: HostTest = (host) => {
      const now = presence.now(host);
      const left = presence.left(workload, host);
      const amount = shortIn(now) || shortIn(left);
      if (amount === 0) return null;
      const unresolvable = (now >= 0 && demand > limit[now]!) || (left >= 0 && demand > limit[left]!);
      return { ...named, unresolvable, amount };
    };
    return [test];
  };
}

function sumDemand({ spec, topology, dimension, members }: Load, view: PlacementView): Float64Array {
  const presence = createPresence(spec, view, topology);
  const sums = new Float64Array(topology.domains.length);
  const count = members ? members.length : view.hostOf.length;
  for (let at = 0; at < count; at++) {
    const workload = members ? members[at]! : at;
    addDemand(sums, presence, view, workload, dimension);
  }
  return sums;
}

function addDemand(sums: Float64Array, presence: Presence, view: PlacementView, workload: number, dimension: number) {
  const host = view.hostOf[workload]!;
  const now = presence.now(host);
  const left = presence.left(workload, host);
  if (now < 0 && left < 0) return;
  const demand = view.problem.workloads[workload]!.demand[dimension]!;
  if (now >= 0) sums[now]! += demand;
  if (left >= 0) sums[left]! += demand;
}

function noLessThan(limit: Float64Array, floor: Float64Array): Float64Array {
  return limit.map((value, at) => Math.max(value, floor[at]!));
}
