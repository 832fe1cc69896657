import type { RuleSpec } from '../../problem/problem.ts';
import type { PlacementView, Topology } from '../rule.ts';

/** The domains of a level where a workload counts if it stands on `host` (-1: unplaced, it counts nowhere). */
export interface Presence {
  /** The domain it is in, -1 for none. */
  now(host: number): number;
  /** Under `during`, the other domain that it leaves; -1 for none. */
  left(workload: number, host: number): number;
}

export function createPresence(spec: RuleSpec, view: PlacementView, topology: Topology): Presence {
  const during = spec.when === 'during';
  const { initialHostOf } = view;
  const { domainOf } = topology;
  return {
    now: (host) => (host < 0 ? -1 : domainOf[host]!),
    left(workload, host) {
      if (!during || host < 0) return -1;
      const from = initialHostOf[workload]!;
      if (from < 0 || from === host) return -1;
      const domain = domainOf[from]!;
      return domain === domainOf[host] ? -1 : domain;
    },
  };
}

/** Workloads that count in a domain, ascending. */
export function workloadsIn(spec: RuleSpec, view: PlacementView, topology: Topology, domain: number): number[] {
  const found = new Set<number>();
  for (const host of topology.hostsIn(domain)) {
    for (const workload of view.workloadsOn(host)) found.add(workload);
    if (spec.when === 'during') for (const workload of view.departedFrom(host)) found.add(workload);
  }
  return [...found].sort((a, b) => a - b);
}

/** How a violation names a domain: hosts by `host`, others by `domain`. */
export function namePlace(topology: Topology, domain: number): { host: string } | { domain: string } {
  const id = topology.domains[domain]!;
  return topology.level < 0 ? { host: id } : { domain: id };
}
