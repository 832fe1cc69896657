import { type Blocker, createContext, createView, type Problem, type RuleSpec, rules } from '@yunqian/scheduler-core';

export interface SpreadReach {
  readonly problem: Problem;
  /** The rule as it was written, by the id of each rule that it was divided into. */
  readonly writtenRule: ReadonlyMap<string, string>;
}

type Spread = Extract<RuleSpec, { kind: 'spread' }>;

/**
 * Skew is counted over the domains that a group may use: three replicas of the public zone spread evenly over the
 * racks of that zone, whatever stands empty in others (as Kubernetes does with `nodeAffinityPolicy: Honor`). The core
 * counts every domain of a level, and leaves out hosts that have none; so groups that reach a part of the fleet get a
 * level of their own, on which the other hosts have no domain, and a rule over several such parts becomes several.
 */
export function limitSkewToReach(problem: Problem): SpreadReach {
  const writtenRule = new Map<string, string>();
  const skewed = problem.rules.filter((rule): rule is Spread => rule.kind === 'spread' && rule.maxSkew !== undefined);
  if (skewed.length === 0 || problem.hosts.length === 0) return { problem, writtenRule };

  const reachOf = createReach(problem);
  const memberIndex = new Map(problem.groups.map((group) => [group.id, group.members]));
  const levels = new Map<string, { id: string; domains: string[] }>();
  const levelFor = (topology: string, reach: Uint8Array): string => {
    if (!reach.includes(0)) return topology;
    const key = `${topology} ${reach.join('')}`;
    const at = problem.levels.indexOf(topology);
    const level = levels.get(key) ?? {
      id: `${topology}~${levels.size + 1}`,
      domains: problem.hosts.map((host, h) => (reach[h] === 0 ? '' : at < 0 ? host.id : host.domains[at]!)),
    };
    levels.set(key, level);
    return level.id;
  };

  const divided = problem.rules.flatMap((rule): RuleSpec[] => {
    if (!skewed.includes(rule as Spread)) return [rule];
    const spread = rule as Spread;
    const parts = new Map<string, string[]>();
    for (const group of spread.groups) {
      const topology = levelFor(spread.topology, reachOf(memberIndex.get(group) ?? []));
      parts.set(topology, [...(parts.get(topology) ?? []), group]);
    }
    return [...parts].map(([topology, groups], part) => {
      const id = parts.size === 1 ? spread.id : `${spread.id}~${part + 1}`;
      writtenRule.set(id, spread.id);
      return { ...spread, id, topology, groups };
    });
  });
  const added = [...levels.values()];
  if (added.length === 0) return { problem, writtenRule: new Map() };
  return {
    problem: {
      ...problem,
      levels: [...problem.levels, ...added.map(({ id }) => id)],
      hosts: problem.hosts.map((host, h) => ({
        ...host,
        domains: [...host.domains, ...added.map(({ domains }) => domains[h]!)],
      })),
      rules: divided,
    },
    writtenRule,
  };
}

/** Which hosts some member may stand on, as far as hard eligibility goes: 1 per host. */
function createReach(problem: Problem): (members: ArrayLike<number>) => Uint8Array {
  const view = createView(createContext(problem), new Int32Array(problem.workloads.length).fill(-1));
  const eligibility = problem.rules.filter((rule) => rule.kind === 'eligibility' && (rule.mode ?? 'hard') === 'hard');
  const blockers: Blocker[] = eligibility.map((rule) => rules.eligibility.block(rule, view));
  const named = eligibility.some((rule) => rule.kind === 'eligibility' && rule.groups !== undefined);
  const known = new Map<unknown, Uint8Array>();
  const reachOfOne = (workload: number): Uint8Array => {
    // Without rules about named groups, equal attributes reach equally far; they are shared objects.
    const key = named ? workload : problem.workloads[workload]!.attributes;
    let reach = known.get(key);
    if (reach === undefined) {
      const tests = blockers.flatMap((blocker) => blocker(workload));
      reach = Uint8Array.from(problem.hosts, (_, host) => Number(tests.every((test) => test(host) === null)));
      known.set(key, reach);
    }
    return reach;
  };
  return (members) => {
    const distinct = new Set(Array.from(members, reachOfOne));
    const [first, ...rest] = distinct;
    const reach = Uint8Array.from(first ?? new Uint8Array(problem.hosts.length).fill(1));
    for (const other of rest) for (let host = 0; host < reach.length; host++) reach[host]! |= other[host]!;
    return reach;
  };
}
