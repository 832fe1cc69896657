import type { Problem } from '../problem/problem.ts';
import { createContext } from '../rules/support/context.ts';
import { createView } from '../rules/support/view.ts';
import { createReach, type Reach } from './reach.ts';
import { mostByCapacity, roomFor } from './room.ts';
import { type Subject, subjectsOf } from './subjects.ts';

/** Hard rules that cannot all hold for some workloads, whatever else is placed where. */
export interface Contradiction {
  /** Ids of the rules, in the problem's order: without any one of them the counting finds no contradiction. Empty: closed hosts and pins alone. */
  readonly rules: readonly string[];
  /** The group whose members cannot all be placed; '' for a single workload. */
  readonly group: string;
  /** Ids of the workloads, at most the first 20. */
  readonly workloads: readonly string[];
  /** How many there are, and how many of them can be placed at most. */
  readonly needed: number;
  readonly most: number;
}

/** Sets of so few rules are tried all, smallest first; beyond that, rules are dropped one by one. */
const MOST_CHOSEN = 3;

/**
 * For each set of rules that cannot hold together, the workloads that show it best. Every one that is named is a proof (counting
 * over single workloads, groups and whole domains); that none is named proves nothing. The problem must be free of structural issues.
 */
export function findContradictions(problem: Problem): Contradiction[] {
  const context = createContext(problem);
  const reach = createReach(createView(context, new Int32Array(problem.workloads.length).fill(-1)));
  const found = new Map<string, Contradiction>();
  const keep = (subject: Subject): void => {
    const contradiction = contradictionOf(problem, reach, subject);
    if (!contradiction) return;
    const key = JSON.stringify(contradiction.rules);
    const known = found.get(key);
    if (!known || contradiction.needed - contradiction.most > known.needed - known.most) found.set(key, contradiction);
    // As many as these rules admit may still be too many for others.
    if (contradiction.most > 1) keep({ ...subject, members: subject.members.slice(0, contradiction.most) });
  };

  const seen = new Uint8Array(problem.workloads.length);
  const hopeless = new Set<number>();
  for (let workload = 0; workload < problem.workloads.length; workload++) {
    const workloadClass = reach.classOf[workload]!;
    if (seen[workloadClass]) continue;
    seen[workloadClass] = 1;
    const all = new Set(reach.rulesOf(workloadClass));
    if (problem.hosts.some((_, host) => reach.allows(workloadClass, host, all))) continue;
    hopeless.add(workloadClass);
    keep({ group: '', members: [workload], apart: [], together: [], cover: [] });
  }
  const fitting = new Set<string>();
  for (const subject of subjectsOf(context)) {
    if (subject.members.some((member) => hopeless.has(reach.classOf[member]!))) continue;
    const likeness = likenessOf(reach, subject);
    if (fitting.has(likeness)) continue;
    if (obviouslyFits(problem, reach, subject)) fitting.add(likeness);
    else keep(subject);
  }
  return [...found.values()];
}

function rulesOf(reach: Reach, subject: Subject): number[] {
  const own = [...subject.apart, ...subject.together, ...subject.cover].map(({ rule }) => rule);
  const alone = subject.members.flatMap((member) => reach.rulesOf(reach.classOf[member]!));
  return [...new Set([...own, ...alone])].sort((a, b) => a - b);
}

/** Subjects with one likeness fit or fail alike. */
function likenessOf({ classOf }: Reach, { members, apart, together, cover }: Subject): string {
  const classes = members.map((member) => classOf[member]!).sort((a, b) => a - b);
  return JSON.stringify([classes, ...[apart, together, cover].map((limits) => limits.map(({ rule }) => rule))]);
}

/** A cheap look that spares the counting: a region in which every class has domains enough, and all of them room together. */
function obviouslyFits(problem: Problem, reach: Reach, subject: Subject): boolean {
  const { members, apart, together, cover } = subject;
  const [first] = together;
  const classes = [...new Set(members.map((member) => reach.classOf[member]!))].map((workloadClass) => ({
    workloadClass,
    within: new Set(reach.rulesOf(workloadClass)),
  }));
  const wanted = [
    ...apart.map(({ topology, perDomain }) => ({ topology, domains: Math.ceil(members.length / perDomain) })),
    ...cover.map(({ topology, minDomains }) => ({ topology, domains: Math.min(minDomains, members.length) })),
    ...(first ? [{ topology: first.topology, domains: 1 }] : []),
  ];
  const hasDomains = (hosts: ArrayLike<number>) =>
    wanted.every(({ topology, domains }) =>
      classes.every(({ workloadClass, within }) => {
        const met = new Set<number>();
        for (let at = 0; at < hosts.length && met.size < domains; at++) {
          const domain = topology.domainOf[hosts[at]!]!;
          if (domain >= 0 && !met.has(domain) && reach.allows(workloadClass, hosts[at]!, within)) met.add(domain);
        }
        return met.size >= domains;
      }),
    );
  if (!first) return hasDomains(reach.allHosts);
  return first.topology.domains.some((_, domain) => {
    const hosts = first.topology.hostsIn(domain);
    const inOne = together.every(({ topology }) =>
      hosts.every((host) => topology.domainOf[host] === topology.domainOf[hosts[0]!]),
    );
    return (
      inOne && hasDomains(hosts) && mostByCapacity(problem, members, rulesOf(reach, subject), hosts) === members.length
    );
  });
}

function contradictionOf(problem: Problem, reach: Reach, subject: Subject): Contradiction | null {
  const all = rulesOf(reach, subject);
  const breaks = (rules: readonly number[]) => {
    const { most, needed } = roomFor(problem, reach, subject, new Set(rules));
    return most < needed;
  };
  if (!breaks(all)) return null;
  const least = smallest(all, breaks);
  const { most, needed } = roomFor(problem, reach, subject, new Set(least));
  return {
    rules: least.map((rule) => problem.rules[rule]!.id),
    group: subject.group,
    workloads: subject.members.slice(0, 20).map((member) => problem.workloads[member]!.id),
    needed,
    most,
  };
}

/** The smallest subset that still breaks; a larger one than `MOST_CHOSEN` is only irreducible. */
function smallest(all: readonly number[], breaks: (rules: readonly number[]) => boolean): readonly number[] {
  for (let size = 0; size <= Math.min(MOST_CHOSEN, all.length); size++) {
    for (const chosen of choose(all, size)) if (breaks(chosen)) return chosen;
  }
  let kept = all;
  for (const rule of all) {
    const fewer = kept.filter((other) => other !== rule);
    if (breaks(fewer)) kept = fewer;
  }
  return kept;
}

function* choose(from: readonly number[], size: number, at = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = at; i <= from.length - size; i++) {
    for (const rest of choose(from, size - 1, i + 1)) yield [from[i]!, ...rest];
  }
}
