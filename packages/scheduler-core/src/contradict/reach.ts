import type { Problem } from '../problem/problem.ts';
import { rules } from '../rules/registry.ts';
import type { HostTest, PlacementView } from '../rules/rule.ts';

/** Rules that judge a workload on a host even where nothing else stands. */
const ALONE = new Set(['capacity', 'domainCapacity', 'eligibility']);

/** What stops workloads on hosts when they are alone in the fleet; workloads that nothing tells apart share a class. */
export interface Reach {
  readonly classOf: Int32Array;
  readonly allHosts: Int32Array;
  /** Positions in `problem.rules` of the hard rules that concern a class at all. */
  rulesOf(workloadClass: number): readonly number[];
  /** Whether the class may stand on the host as far as the given rules go; closed hosts and pins always count. */
  allows(workloadClass: number, host: number, within: ReadonlySet<number>): boolean;
}

/** `empty`: a view with nothing placed. */
export function createReach(empty: PlacementView): Reach {
  const { problem, initialHostOf } = empty;
  const hard = problem.rules.flatMap((spec, at) =>
    ALONE.has(spec.kind) && (spec.mode ?? 'hard') === 'hard' ? [{ spec, at }] : [],
  );
  const blockers = hard.map(({ spec, at }) => ({ at, block: rules[spec.kind].block(spec, empty) }));
  const { classOf, first } = classify(empty);
  const hostClassOf = classifyHosts(problem, empty);
  const known = first.map((workload) => {
    const tests = blockers.flatMap(({ at, block }) => block(workload).map((test) => ({ at, test })));
    return { tests, concerned: [...new Set(tests.map(({ at }) => at))], stops: new Map<number, readonly number[]>() };
  });

  return {
    classOf,
    allHosts: Int32Array.from(problem.hosts.keys()),
    rulesOf: (workloadClass) => known[workloadClass]!.concerned,
    allows(workloadClass, host, within) {
      const workload = first[workloadClass]!;
      const home = initialHostOf[workload]!;
      if (host !== home && (problem.hosts[host]!.closed || (problem.workloads[workload]!.pinned && home >= 0)))
        return false;
      const { tests, stops } = known[workloadClass]!;
      const stoppedBy = stops.get(hostClassOf[host]!) ?? stoppersOf(tests, host);
      stops.set(hostClassOf[host]!, stoppedBy);
      return !stoppedBy.some((rule) => within.has(rule));
    },
  };
}

function stoppersOf(tests: readonly { at: number; test: HostTest }[], host: number): number[] {
  return [...new Set(tests.flatMap(({ at, test }) => (test(host) ? [at] : [])))];
}

function classify({ problem, initialHostOf, groupsOf, groupIndex }: PlacementView): {
  classOf: Int32Array;
  first: number[];
} {
  const telling = new Set(
    problem.rules.flatMap((spec) =>
      (spec.kind === 'eligibility' || spec.kind === 'domainCapacity') && spec.groups
        ? spec.groups.map((id) => groupIndex.get(id) ?? -1)
        : [],
    ),
  );
  const during = problem.rules.some(({ kind, when }) => when === 'during' && ALONE.has(kind));
  const number = numbering();
  const first: number[] = [];
  const classOf = Int32Array.from(problem.workloads, ({ demand, attributes, pinned }, workload) => {
    const home = initialHostOf[workload]!;
    const tied = home >= 0 && (pinned || during || problem.hosts[home]!.closed);
    const groups = telling.size > 0 ? Array.from(groupsOf(workload)).filter((group) => telling.has(group)) : [];
    const key = [number.of(demand), number.of(attributes), tied ? home : -1, pinned ? 1 : 0, ...groups].join();
    const known = number.of(key);
    first[known] ??= workload;
    return known;
  });
  return compact(classOf, first);
}

/** Numbers without holes. */
function compact(classOf: Int32Array, first: number[]): { classOf: Int32Array; first: number[] } {
  const used = Object.keys(first).map(Number);
  const rank = new Map(used.map((old, at) => [old, at]));
  return { classOf: classOf.map((old) => rank.get(old)!), first: used.map((old) => first[old]!) };
}

function classifyHosts(problem: Problem, { topologies }: PlacementView): Int32Array {
  const levels = [
    ...new Set(problem.rules.flatMap((spec) => (spec.kind === 'domainCapacity' ? [spec.topology] : []))),
  ].flatMap((id) => topologies.get(id) ?? []);
  const number = numbering();
  return Int32Array.from(problem.hosts, ({ capacity, attributes }, host) =>
    number.of([number.of(capacity), number.of(attributes), ...levels.map(({ domainOf }) => domainOf[host]!)].join()),
  );
}

/** Equal references and equal texts get equal numbers. */
function numbering(): { of(value: unknown): number } {
  const known = new Map<unknown, number>();
  return {
    of(value) {
      const number = known.get(value) ?? known.size;
      known.set(value, number);
      return number;
    },
  };
}
