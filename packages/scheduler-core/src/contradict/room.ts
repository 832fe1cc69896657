import type { Problem } from '../problem/problem.ts';
import { scaledCapacity } from '../rules/capacity.ts';
import type { Topology } from '../rules/rule.ts';
import { mostPlaced, type Party } from './matching.ts';
import type { Reach } from './reach.ts';
import type { Subject } from './subjects.ts';

/** What counting shows about a subject: of so many members at most `most` can be placed while the given rules hold. */
export interface Room {
  readonly most: number;
  readonly needed: number;
}

/**
 * An upper bound on the members that the given rules (positions in `problem.rules`) admit together. Members of one class are
 * alike; limits are met by a maximum flow to the domains; the demands of a whole domain are summed.
 */
export function roomFor(problem: Problem, reach: Reach, subject: Subject, within: ReadonlySet<number>): Room {
  const needed = subject.members.length;
  const classes = new Map<number, number[]>();
  for (const member of subject.members) {
    const workloadClass = reach.classOf[member]!;
    const known = classes.get(workloadClass);
    if (known) known.push(member);
    else classes.set(workloadClass, [member]);
  }
  const hostsOf = new Map(
    [...classes.keys()].map((key) => [key, reach.allHosts.filter((host) => reach.allows(key, host, within))]),
  );
  const inRegion = (accepts: (host: number) => boolean) =>
    mostIn(problem, subject, within, classes, hostsOf, reach.allHosts.filter(accepts), accepts);
  let most = inRegion(() => true);
  for (const { rule, topology, maxDomains } of subject.together) {
    if (!within.has(rule) || most === 0) continue;
    const rooms = topology.domains.map((_, domain) =>
      inRegion((host) => topology.domainOf[host] === domain || topology.domainOf[host]! < 0),
    );
    const outside = topology.domains.length === 0 ? most : 0;
    const sum = rooms
      .sort((a, b) => b - a)
      .slice(0, maxDomains)
      .reduce((total, room) => total + room, outside);
    most = Math.min(most, sum);
  }
  return { most, needed };
}

function mostIn(
  problem: Problem,
  { apart, cover, members }: Subject,
  within: ReadonlySet<number>,
  classes: ReadonlyMap<number, readonly number[]>,
  hostsOf: ReadonlyMap<number, Int32Array>,
  region: Int32Array,
  accepts: (host: number) => boolean,
): number {
  const parties = [...classes].map(([key, of]) => ({ of, hosts: hostsOf.get(key)!.filter(accepts) }));
  const reachable = parties.filter(({ hosts }) => hosts.length > 0);
  let most = reachable.reduce((sum, { of }) => sum + of.length, 0);
  for (const { rule, topology, perDomain } of apart) {
    if (within.has(rule)) most = Math.min(most, flow(reachable, topology, perDomain));
  }
  for (const { rule, topology, minDomains } of cover) {
    // Too few domains to use: not even one member fewer would mend that, so what is missing is counted.
    if (!within.has(rule)) continue;
    const bound = reachable.filter(({ hosts }) => hosts.every((host) => topology.domainOf[host]! >= 0));
    const count = bound.reduce((sum, { of }) => sum + of.length, 0);
    const short = Math.min(minDomains, count) - flow(reachable, topology, 1);
    if (short > 0) most = Math.min(most, members.length - short);
  }
  return Math.min(most, mostByCapacity(problem, members, within, region));
}

function flow(
  parties: readonly { readonly of: readonly number[]; readonly hosts: Int32Array }[],
  topology: Topology,
  perDomain: number,
): number {
  let free = 0;
  const bound: Party[] = [];
  for (const { of, hosts } of parties) {
    const domains = [...new Set(Array.from(hosts, (host) => topology.domainOf[host]!))];
    if (domains.includes(-1)) free += of.length;
    else bound.push({ count: of.length, domains });
  }
  return free + mostPlaced(bound, perDomain);
}

/** The smallest members first, until a dimension of all these hosts together is full. */
export function mostByCapacity(
  { hosts, rules, dimensions, workloads }: Problem,
  members: readonly number[],
  within: Iterable<number>,
  region: Int32Array,
): number {
  let most = members.length;
  for (const rule of within) {
    const spec = rules[rule]!;
    if (spec.kind !== 'capacity') continue;
    for (const id of spec.dimensions ?? dimensions) {
      const dimension = dimensions.indexOf(id);
      if (dimension < 0) continue;
      let left = 0;
      for (const host of region) left += scaledCapacity(hosts[host]!.capacity[dimension]!, spec.ratio ?? 1);
      const demands = members.map((member) => workloads[member]!.demand[dimension]!).sort((a, b) => a - b);
      let fit = 0;
      while (fit < demands.length && demands[fit]! <= left) left -= demands[fit++]!;
      most = Math.min(most, fit);
    }
  }
  return most;
}
