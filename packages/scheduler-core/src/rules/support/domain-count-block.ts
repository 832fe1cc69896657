import type { RuleSpec } from '../../problem/problem.ts';
import type { CountLimit, HostTest, PlacementView, Topology } from '../rule.ts';
import { blockBase } from './modifiers.ts';
import { createPresence } from './presence.ts';

type Limits = readonly (readonly [CountLimit, number])[];

/** Tests of one group's limits for one workload: would one more member, here, break a limit further? */
export function groupTests(
  spec: RuleSpec,
  limits: Limits,
  view: PlacementView,
  topology: Topology,
  group: number,
  workload: number,
): HostTest[] {
  const { members } = view.problem.groups[group]!;
  const presence = createPresence(spec, view, topology);
  const others = countOthers(spec, view, topology, members, workload);
  const start = spec.mode === 'noWorse' ? countOthers(spec, view.initial, topology, members, -1) : null;

  return limits.map(([limit, value]): HostTest => {
    const { amountAt, alone } = LIMIT_TESTS[limit](value, others, start, topology);
    return (host) => {
      const now = presence.now(host);
      const amount = amountAt(now, presence.left(workload, host));
      return amount > 0 ? { ...blockBase(spec), unresolvable: alone(now, members.length), amount } : null;
    };
  });
}

interface Counts {
  readonly counts: Int32Array;
  readonly used: number;
  readonly placed: number;
  readonly max: number;
  /** Least members in a domain that is open or holds a member, and how many domains have so few. */
  readonly min: number;
  readonly atMin: number;
}

interface LimitTest {
  /** Amount beyond the limit with the workload in domain `now` and leaving `left` (-1: none); 0 if it adds nothing. */
  amountAt(now: number, left: number): number;
  /** Whether the limit stops the workload in domain `now` wherever the other members of the group (of `size`) stand. */
  alone(now: number, size: number): boolean;
}

type MakeTest = (value: number, others: Counts, start: Counts | null, topology: Topology) => LimitTest;

const LIMIT_TESTS: Readonly<Record<CountLimit, MakeTest>> = {
  maxPerDomain(value, { counts }, start) {
    const allowed = (domain: number) => Math.max(value, start ? start.counts[domain]! : 0);
    const over = (domain: number) => (domain < 0 ? 0 : Math.max(0, counts[domain]! + 1 - allowed(domain)));
    return { amountAt: (now, left) => over(now) + over(left), alone: (now) => now >= 0 && allowed(now) < 1 };
  },

  minPerDomain(value, { counts }, start) {
    const required = (domain: number) => {
      const before = start ? start.counts[domain]! : 0;
      return before > 0 ? Math.min(value, before) : value;
    };
    const missing = (domain: number) => (domain < 0 || counts[domain]! > 0 ? 0 : Math.max(0, required(domain) - 1));
    return {
      amountAt: (now, left) => missing(now) + missing(left),
      alone: (now, size) => now >= 0 && size < required(now),
    };
  },

  maxDomains(value, { counts, used }, start) {
    const allowed = Math.max(value, start ? start.used : 0);
    return {
      amountAt(now, left) {
        const opened = Number(now >= 0 && counts[now] === 0) + Number(left >= 0 && counts[left] === 0);
        return opened > 0 ? Math.max(0, used + opened - allowed) : 0;
      },
      alone: () => allowed < 1,
    };
  },

  minDomains(value, { counts, used, placed }, start) {
    const before = start ? Math.max(0, Math.min(value, start.placed) - start.used) : 0;
    const missing = (more: number, opened: number) =>
      Math.max(0, Math.min(value, placed + more) - (used + opened) - before);
    return {
      amountAt(now, left) {
        const opened = Number(now >= 0 && counts[now] === 0) + Number(left >= 0 && counts[left] === 0);
        const amount = missing(Number(now >= 0), opened);
        return amount > missing(0, 0) ? amount : 0;
      },
      alone: () => false,
    };
  },

  maxSkew(value, { counts, max, min, atMin }, start, { open, openCount }) {
    const allowed = Math.max(value, start ? start.max - start.min : 0);
    const eligible = (domain: number) => open[domain] === 1 || counts[domain]! > 0;
    const skewWith = (now: number, left: number) => {
      let most = max;
      let leftAtMin = atMin;
      let joined = false;
      for (const domain of [now, left]) {
        if (domain < 0) continue;
        most = Math.max(most, counts[domain]! + 1);
        if (!eligible(domain)) joined = true;
        else if (counts[domain] === min) leftAtMin--;
      }
      const least = leftAtMin === 0 ? min + 1 : min;
      return most - (joined ? Math.min(least, 1) : least);
    };
    return {
      amountAt(now, left) {
        const amount = Math.max(0, skewWith(now, left) - allowed);
        return amount > Math.max(0, max - min - allowed) ? amount : 0;
      },
      alone: (_, size) => allowed < 1 && size < openCount,
    };
  },
};

/** Members per domain, without `except` (-1: with all). */
function countOthers(
  spec: RuleSpec,
  view: PlacementView,
  topology: Topology,
  members: ArrayLike<number>,
  except: number,
): Counts {
  const presence = createPresence(spec, view, topology);
  const counts = new Int32Array(topology.domains.length);
  let placed = 0;
  for (let at = 0; at < members.length; at++) {
    const workload = members[at]!;
    if (workload === except) continue;
    const host = view.hostOf[workload]!;
    const now = presence.now(host);
    const left = presence.left(workload, host);
    if (now >= 0) {
      counts[now]!++;
      placed++;
    }
    if (left >= 0) counts[left]!++;
  }
  return { counts, placed, ...extremes(counts, topology) };
}

function extremes(counts: Int32Array, { open }: Topology): Omit<Counts, 'counts' | 'placed'> {
  let used = 0;
  let max = 0;
  let min = Number.POSITIVE_INFINITY;
  let atMin = 0;
  counts.forEach((count, domain) => {
    if (count > 0) used++;
    else if (open[domain] === 0) return;
    max = Math.max(max, count);
    if (count < min) {
      min = count;
      atMin = 1;
    } else if (count === min) atMin++;
  });
  return { used, max, min: atMin === 0 ? 0 : min, atMin };
}
