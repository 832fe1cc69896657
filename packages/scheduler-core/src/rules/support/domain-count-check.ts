import type { RuleSpec } from '../../problem/problem.ts';
import type { CountLimit, PlacementView, Topology, Violation } from '../rule.ts';
import { membersOf } from './members.ts';
import { violationBase, workloadIds } from './modifiers.ts';
import { createPresence, namePlace, type Presence } from './presence.ts';

type Limits = readonly (readonly [CountLimit, number])[];

/** Breaches of the limits by each group, in time proportional to its members. */
export function checkGroups(
  spec: RuleSpec & { readonly groups: readonly string[] },
  limits: Limits,
  view: PlacementView,
  topology: Topology,
): Violation[] {
  const presence = createPresence(spec, view, topology);
  const tally = createTally(topology);
  const violations: Violation[] = [];
  for (const group of spec.groups) {
    const members = membersOf(view, group);
    tally.count(members, view, presence);
    for (const [limit, value] of limits) {
      for (const { domain, amount } of breaches(limit, value, tally, topology)) {
        const here = (workload: number) => {
          const host = view.hostOf[workload]!;
          const places = [presence.now(host), presence.left(workload, host)];
          return domain < 0 ? Math.max(...places) >= 0 : places.includes(domain);
        };
        violations.push({
          ...violationBase(spec),
          amount,
          limit,
          group,
          ...(domain < 0 ? {} : namePlace(topology, domain)),
          workloads: workloadIds(view, Array.from(members).filter(here)),
        });
      }
    }
    tally.clear();
  }
  return violations;
}

interface Tally {
  /** Members per domain. */
  readonly counts: Int32Array;
  /** Domains that hold members, in order of appearance. */
  readonly used: number[];
  /** Members that are in some domain now. */
  placed: number;
  count(members: ArrayLike<number>, view: PlacementView, presence: Presence): void;
  clear(): void;
}

function createTally(topology: Topology): Tally {
  const counts = new Int32Array(topology.domains.length);
  const used: number[] = [];
  const add = (domain: number) => {
    if (domain >= 0 && counts[domain]!++ === 0) used.push(domain);
  };
  return {
    counts,
    used,
    placed: 0,
    count(members, view, presence) {
      for (let at = 0; at < members.length; at++) {
        const workload = members[at]!;
        const host = view.hostOf[workload]!;
        const now = presence.now(host);
        if (now >= 0) this.placed++;
        add(now);
        add(presence.left(workload, host));
      }
    },
    clear() {
      for (const domain of used) counts[domain] = 0;
      used.length = 0;
      this.placed = 0;
    },
  };
}

/** Amounts over a limit by domain; domain -1: the group as a whole. */
function breaches(limit: CountLimit, value: number, tally: Tally, topology: Topology) {
  const { counts, used, placed } = tally;
  switch (limit) {
    case 'maxPerDomain':
      return positive(used, (domain) => counts[domain]! - value);
    case 'minPerDomain':
      return positive(used, (domain) => value - counts[domain]!);
    case 'maxSkew':
      return positive([-1], () => skew(tally, topology) - value);
    case 'minDomains':
      return positive([-1], () => Math.min(value, placed) - used.length);
    case 'maxDomains':
      return positive([-1], () => used.length - value);
  }
}

function positive(domains: readonly number[], amountOf: (domain: number) => number) {
  return domains.map((domain) => ({ domain, amount: amountOf(domain) })).filter(({ amount }) => amount > 0);
}

/** Most loaded minus least loaded, over the domains that have an open host or hold a member. */
function skew({ counts, used }: Tally, { open, openCount }: Topology): number {
  if (used.length === 0) return 0;
  let max = 0;
  let min = Number.POSITIVE_INFINITY;
  let openUsed = 0;
  for (const domain of used) {
    max = Math.max(max, counts[domain]!);
    min = Math.min(min, counts[domain]!);
    openUsed += open[domain]!;
  }
  return openUsed < openCount ? max : max - min;
}
