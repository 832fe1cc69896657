import { createContext, type Problem } from '@yunqian/scheduler-core';
import { createStopwatch } from './stopwatch.ts';

export interface ReferenceResult {
  /** Host per workload, -1 where unplaced or not among the `limit` largest. */
  readonly hostOf: Int32Array;
  readonly placed: number;
  /** CPU time of reading the problem into arrays and sorting, and of placing. */
  readonly prepareSeconds: number;
  readonly placeSeconds: number;
}

/**
 * Best fit decreasing in plain TypeScript over typed arrays, as one would write it without a kernel: for each workload, largest first,
 * every host is scanned; among those that the rules allow, one in use before an empty one, then the one with least room left.
 * Knows the rules of `createFleetProblem`, those that the problem has: capacity, zone, separate on hosts, at most so many per domain, skew. With `limit`, stops
 * after so many workloads.
 */
export function referenceBestFit(problem: Problem, limit: number = problem.workloads.length): ReferenceResult {
  const prepare = createStopwatch('cpu');
  const { hosts, workloads, dimensions } = problem;
  const width = dimensions.length;
  const free = new Int32Array(hosts.length * width);
  hosts.forEach(({ capacity }, host) => {
    free.set(capacity, host * width);
  });
  const total = new Float64Array(width);
  for (let at = 0; at < free.length; at++) total[at % width]! += free[at]!;
  const weight = total.map((sum) => hosts.length / sum);
  const sizeOf = (demand: readonly number[]) => demand.reduce((sum, value, d) => sum + value * weight[d]!, 0);
  const size = Float64Array.from(workloads, ({ demand }) => sizeOf(demand));
  const room = Float64Array.from(hosts, ({ capacity }) => sizeOf(capacity));
  const zoneNumbers = new Map<unknown, number>();
  const zoneNumber = (zone: unknown) => {
    const known = zoneNumbers.get(zone) ?? zoneNumbers.size;
    zoneNumbers.set(zone, known);
    return known;
  };
  const zoned = problem.rules.some(({ kind }) => kind === 'eligibility');
  const zoneOfHost = Int32Array.from(hosts, ({ attributes }) => zoneNumber(attributes?.zone));
  const zoneOfWorkload = Int32Array.from(workloads, ({ attributes }) => zoneNumber(attributes?.zone));
  const limitsOf = groupLimits(problem);
  const asked = new Int32Array(workloads.length * width);
  for (let w = 0; w < workloads.length; w++) asked.set(workloads[w]!.demand, w * width);
  const order = Int32Array.from(workloads.keys()).sort((a, b) => size[b]! - size[a]! || a - b);
  const prepareSeconds = prepare();

  const place = createStopwatch('cpu');
  const used = new Uint8Array(hosts.length);
  const hostOf = new Int32Array(workloads.length).fill(-1);

  let placed = 0;
  for (const w of order.subarray(0, limit)) {
    const demand = w * width;
    const zone = zoneOfWorkload[w]!;
    const limits = limitsOf[w];
    let best = -1;
    let bestRoom = Number.POSITIVE_INFINITY;
    let bestUsed = 0;
    scan: for (let host = 0; host < hosts.length; host++) {
      if (zoned && zoneOfHost[host] !== zone) continue;
      const inUse = used[host]!;
      if (inUse < bestUsed || (inUse === bestUsed && room[host]! >= bestRoom)) continue;
      const row = host * width;
      for (let d = 0; d < width; d++) if (free[row + d]! < asked[demand + d]!) continue scan;
      if (limits) for (const allows of limits) if (!allows.test(host)) continue scan;
      best = host;
      bestRoom = room[host]!;
      bestUsed = inUse;
    }
    if (best < 0) continue;
    hostOf[w] = best;
    placed++;
    used[best] = 1;
    room[best]! -= size[w]!;
    for (let d = 0; d < width; d++) free[best * width + d]! -= asked[demand + d]!;
    if (limits) for (const limit of limits) limit.add(best);
  }
  return { hostOf, placed, prepareSeconds, placeSeconds: place() };
}

interface GroupLimit {
  test(host: number): boolean;
  add(host: number): void;
}

/** The counting limits of each workload's groups. */
function groupLimits(problem: Problem): (GroupLimit[] | undefined)[] {
  const { topologies, groupIndex } = createContext(problem);
  const limitsOf: (GroupLimit[] | undefined)[] = new Array(problem.workloads.length);
  for (const rule of problem.rules) {
    if (rule.kind !== 'separate' && rule.kind !== 'spread') continue;
    const { domainOf, domains } = topologies.get(rule.topology)!;
    for (const id of rule.groups) {
      const { members } = problem.groups[groupIndex.get(id)!]!;
      const maxSkew = rule.kind === 'spread' ? rule.maxSkew : undefined;
      const most = rule.kind === 'separate' ? 1 : rule.maxPerDomain;
      const limit = most === undefined ? evenly(domainOf, domains.length, maxSkew!) : atMost(domainOf, most);
      for (let at = 0; at < members.length; at++) {
        const known = limitsOf[members[at]!];
        if (known) known.push(limit);
        else limitsOf[members[at]!] = [limit];
      }
    }
  }
  return limitsOf;
}

function atMost(domainOf: Int32Array, most: number): GroupLimit {
  const held: number[] = [];
  return {
    test(host) {
      let count = 0;
      for (const domain of held) if (domain === domainOf[host]) count++;
      return count < most;
    },
    add(host) {
      held.push(domainOf[host]!);
    },
  };
}

function evenly(domainOf: Int32Array, domains: number, skew: number): GroupLimit {
  const counts = new Int32Array(domains);
  return {
    test(host) {
      const own = counts[domainOf[host]!]!;
      let least = Number.POSITIVE_INFINITY;
      for (let domain = 0; domain < domains; domain++) {
        least = Math.min(least, counts[domain]! + (domain === domainOf[host] ? 1 : 0));
      }
      return own + 1 - least <= skew;
    },
    add(host) {
      counts[domainOf[host]!]!++;
    },
  };
}
