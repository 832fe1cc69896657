import type { RuleSpec } from '../problem/problem.ts';
import type { RuleContext, Topology } from '../rules/rule.ts';

/** At most `perDomain` members in a domain of the level. */
export interface Apart {
  readonly rule: number;
  readonly topology: Topology;
  readonly perDomain: number;
}
/** All members within `maxDomains` domains of the level. */
export interface Together {
  readonly rule: number;
  readonly topology: Topology;
  readonly maxDomains: number;
}
/** At least `minDomains` domains in use, or one for each member where those are fewer. */
export interface Cover {
  readonly rule: number;
  readonly topology: Topology;
  readonly minDomains: number;
}

/** Workloads that the named rules all bind, so that counting can show that not all of them can be placed. */
export interface Subject {
  /** The group that gave rise to it, for messages; '' for a single workload. */
  readonly group: string;
  readonly members: readonly number[];
  readonly apart: readonly Apart[];
  readonly together: readonly Together[];
  readonly cover: readonly Cover[];
}

interface Bond<T> {
  readonly limit: T;
  readonly group: string;
  readonly members: readonly number[];
}

/** Every set of workloads that some hard rule counts together; those of two rules where they overlap. */
export function* subjectsOf(context: RuleContext): Generator<Subject> {
  const { problem } = context;
  const hard = problem.rules.flatMap((spec, rule) => ((spec.mode ?? 'hard') === 'hard' ? [{ spec, rule }] : []));
  const membersOf = new Map(problem.groups.map(({ id, members }) => [id, Array.from(members)]));
  const each = <T>(make: (spec: RuleSpec, rule: number) => { limit: T; groups: readonly string[] } | null) =>
    hard.flatMap(({ spec, rule }): Bond<T>[] => {
      const made = make(spec, rule);
      if (!made) return [];
      return [...new Set(made.groups)].flatMap((group) => {
        const members = membersOf.get(group) ?? [];
        return members.length > 0 ? [{ limit: made.limit, group, members }] : [];
      });
    });
  const topologyOf = (id: string) => context.topologies.get(id);
  const together = each((spec, rule) => {
    const topology = spec.kind === 'colocate' ? topologyOf(spec.topology) : undefined;
    if (spec.kind !== 'colocate' || !topology) return null;
    return { limit: { rule, topology, maxDomains: spec.maxDomains ?? 1 }, groups: spec.groups };
  });
  const apart = each((spec, rule) => {
    const perDomain = spec.kind === 'separate' ? 1 : spec.kind === 'spread' ? spec.maxPerDomain : undefined;
    if ((spec.kind !== 'separate' && spec.kind !== 'spread') || perDomain === undefined) return null;
    const topology = topologyOf(spec.topology);
    return topology ? { limit: { rule, topology, perDomain }, groups: spec.groups } : null;
  });
  const cover = each((spec, rule) => {
    if (spec.kind !== 'spread' || spec.minDomains === undefined) return null;
    const topology = topologyOf(spec.topology);
    return topology ? { limit: { rule, topology, minDomains: spec.minDomains }, groups: spec.groups } : null;
  });
  const bindingAll = <T>(
    bonds: readonly Bond<T>[],
    index: ReadonlyMap<number, readonly number[]>,
    members: readonly number[],
  ) =>
    (index.get(members[0]!) ?? []).flatMap((at) => (includesAll(bonds[at]!.members, members) ? bonds[at]!.limit : []));
  const apartOf = indexBonds(apart);
  const togetherOf = indexBonds(together);
  const coverOf = indexBonds(cover);
  const togetherSets = together.map(({ members }) => new Set(members));
  const near = (members: readonly number[]) => new Set(members.flatMap((member) => togetherOf.get(member) ?? []));
  const subject = (group: string, members: readonly number[], extra: readonly Apart[] = []): Subject => ({
    group,
    members,
    apart: [...bindingAll(apart, apartOf, members), ...extra],
    together: bindingAll(together, togetherOf, members),
    cover: bindingAll(cover, coverOf, members),
  });

  for (const { group, members } of [...apart, ...cover, ...together]) yield subject(group, members);
  for (const { group, members } of [...apart, ...cover]) {
    for (const at of near(members)) {
      const both = members.filter((member) => togetherSets[at]!.has(member));
      if (both.length > 1 && both.length < members.length) yield subject(group, both);
    }
  }
  for (const { limit, group, parties } of rivalries(context, hard, membersOf)) {
    const everyone = delegates(parties, () => true);
    if (everyone.length > 1) yield subject(group, everyone, [limit]);
    for (const at of near(parties.flat())) {
      const both = delegates(parties, (member) => togetherSets[at]!.has(member));
      if (both.length > 1) yield subject(group, both, [limit]);
    }
  }
}

interface Rivalry {
  readonly limit: Apart;
  readonly group: string;
  /** Disjoint; no domain may hold members of two of them. */
  readonly parties: readonly (readonly number[])[];
}

/** Conflict and exclusive rules. */
function* rivalries(
  { problem, topologies }: RuleContext,
  hard: readonly { spec: RuleSpec; rule: number }[],
  membersOf: ReadonlyMap<string, readonly number[]>,
): Generator<Rivalry> {
  for (const { spec, rule } of hard) {
    if (spec.kind !== 'conflict' && spec.kind !== 'exclusive') continue;
    const topology = topologies.get(spec.topology ?? 'host');
    if (!topology) continue;
    const taken = new Set<number>();
    const groups = spec.kind === 'conflict' ? [spec.groupA, spec.groupB] : spec.groups;
    const parties = groups.map((id) =>
      (membersOf.get(id) ?? []).filter((member) => !taken.has(member) && Boolean(taken.add(member))),
    );
    if (spec.kind === 'exclusive')
      parties.push([...problem.workloads.keys()].filter((workload) => !taken.has(workload)));
    yield { limit: { rule, topology, perDomain: 1 }, group: groups[0] ?? '', parties };
  }
}

/** One member for each party: they stand in different domains, whoever is chosen. */
function delegates(parties: readonly (readonly number[])[], among: (member: number) => boolean): number[] {
  return parties.flatMap((party) => party.find(among) ?? []).sort((a, b) => a - b);
}

function indexBonds(bonds: readonly { readonly members: readonly number[] }[]): Map<number, number[]> {
  const index = new Map<number, number[]>();
  bonds.forEach(({ members }, at) => {
    for (const member of members) {
      const known = index.get(member);
      if (known) known.push(at);
      else index.set(member, [at]);
    }
  });
  return index;
}

/** Both ascending. */
function includesAll(members: readonly number[], some: readonly number[]): boolean {
  let at = 0;
  for (const one of some) {
    while (at < members.length && members[at]! < one) at++;
    if (members[at] !== one) return false;
  }
  return true;
}
