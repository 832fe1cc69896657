import type { Host, Problem } from '../../problem/problem.ts';
import type { RuleContext, Topology } from '../rule.ts';

/** Look-ups over a problem without structural issues (`checkProblem`). Where ids repeat, the first one counts. */
export function createContext(problem: Problem): RuleContext {
  const hostIndex = indexById(problem.hosts);
  const levels = problem.levels.map((id, level) => levelTopology(problem.hosts, id, level));
  const groupsOf = lazy(() => groupsByWorkload(problem));
  return {
    problem,
    hostIndex,
    dimensionIndex: new Map(problem.dimensions.map((id, index) => [id, index])),
    levelIndex: new Map([['host', -1], ...problem.levels.map((id, index): [string, number] => [id, index])]),
    groupIndex: indexById(problem.groups),
    ruleIndex: indexById(problem.rules),
    topologies: new Map([hostTopology(problem.hosts), ...levels].map((topology) => [topology.id, topology])),
    domainIds: levels.map((topology) => topology.domains),
    domainOf: levels.map((topology) => topology.domainOf),
    initialHostOf: Int32Array.from(problem.workloads, ({ host }) =>
      host === undefined ? -1 : (hostIndex.get(host) ?? -1),
    ),
    groupsOf: (workload) => groupsOf().of(workload),
  };
}

/** Rows of varying length over one array: `of(key)` is a slice without copying. */
export interface Rows {
  of(key: number): Int32Array;
}

/** Collects (key, value) pairs into rows; `each` must yield the same pairs both times it is called. */
export function createRows(keys: number, each: (yieldPair: (key: number, value: number) => void) => void): Rows {
  const start = new Int32Array(keys + 1);
  each((key) => {
    start[key + 1]!++;
  });
  for (let key = 0; key < keys; key++) start[key + 1]! += start[key]!;
  const values = new Int32Array(start[keys]!);
  const next = start.slice(0, keys);
  each((key, value) => {
    values[next[key]!++] = value;
  });
  return { of: (key) => values.subarray(start[key]!, start[key + 1]!) };
}

export function lazy<T>(make: () => T): () => T {
  let value: { readonly made: T } | undefined;
  return () => {
    value ??= { made: make() };
    return value.made;
  };
}

function indexById(entries: readonly { readonly id: string }[]): Map<string, number> {
  const index = new Map<string, number>();
  entries.forEach(({ id }, position) => {
    if (!index.has(id)) index.set(id, position);
  });
  return index;
}

function groupsByWorkload({ groups, workloads }: Problem): Rows {
  return createRows(workloads.length, (yieldPair) => {
    groups.forEach(({ members }, group) => {
      for (let at = 0; at < members.length; at++) yieldPair(members[at]!, group);
    });
  });
}

function hostTopology(hosts: readonly Host[]): Topology {
  const open = Uint8Array.from(hosts, (host) => (host.closed ? 0 : 1));
  const domainOf = Int32Array.from(hosts, (_, index) => index);
  return {
    id: 'host',
    level: -1,
    domains: hosts.map((host) => host.id),
    domainOf,
    hostsIn: (host) => domainOf.subarray(host, host + 1),
    open,
    openCount: countOnes(open),
  };
}

function levelTopology(hosts: readonly Host[], id: string, level: number): Topology {
  const index = new Map<string, number>();
  const domains: string[] = [];
  const domainOf = Int32Array.from(hosts, (host) => {
    const domain = host.domains[level] ?? '';
    if (domain === '') return -1;
    const known = index.get(domain);
    if (known !== undefined) return known;
    index.set(domain, domains.length);
    return domains.push(domain) - 1;
  });
  const open = new Uint8Array(domains.length);
  hosts.forEach((host, at) => {
    const domain = domainOf[at]!;
    if (!host.closed && domain >= 0) open[domain] = 1;
  });
  const hostsOf = lazy(() =>
    createRows(domains.length, (yieldPair) => {
      domainOf.forEach((domain, host) => {
        if (domain >= 0) yieldPair(domain, host);
      });
    }),
  );
  return { id, level, domains, domainOf, hostsIn: (domain) => hostsOf().of(domain), open, openCount: countOnes(open) };
}

function countOnes(flags: Uint8Array): number {
  let count = 0;
  for (const flag of flags) count += flag;
  return count;
}
