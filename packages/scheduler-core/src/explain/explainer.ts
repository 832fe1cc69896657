import type { Problem } from '../problem/problem.ts';
import { rules } from '../rules/registry.ts';
import type { Block, Blocker, HostTest, PlacementView } from '../rules/rule.ts';
import { createContext } from '../rules/support/context.ts';
import { createView } from '../rules/support/view.ts';
import { BUILTIN_RULES } from '../verify/verify.ts';
import type { BlockCount, Explanation, HostExplanation } from './explanation.ts';

/** Answers about one placement; the sums over it are made once. */
export interface Explainer {
  /** `workload`: index into the problem's workloads. */
  workload(workload: number): Explanation;
  /** Every rule that stops the workload on this host, everything else staying where it is. */
  host(workload: number, host: number): HostExplanation;
}

/** Only hard and noWorse rules stop a workload; soft ones do not appear. */
export function createExplainer(problem: Problem, hostOf: ArrayLike<number>): Explainer {
  const view = createView(createContext(problem), hostOf);
  const blockers = [
    builtinBlocker(view),
    ...problem.rules.filter(({ mode }) => mode !== 'soft').map((spec) => rules[spec.kind].block(spec, view)),
  ];
  const testsOf = (workload: number) => blockers.flatMap((blocker) => blocker(workload));
  return {
    workload: (workload) => explain(view, workload, testsOf(workload)),
    host: (workload, host) => explainOnHost(view, workload, host, testsOf(workload)),
  };
}

/** One question; for many about the same placement use `createExplainer`. */
export function explainWorkload(problem: Problem, hostOf: ArrayLike<number>, workload: number): Explanation {
  return createExplainer(problem, hostOf).workload(workload);
}

/** One question; for many about the same placement use `createExplainer`. */
export function explainHost(
  problem: Problem,
  hostOf: ArrayLike<number>,
  workload: number,
  host: number,
): HostExplanation {
  return createExplainer(problem, hostOf).host(workload, host);
}

/** Closed hosts and pinned workloads, which no written rule speaks of. */
function builtinBlocker({ problem: { hosts, workloads }, initialHostOf }: PlacementView): Blocker {
  const stop = (rule: string): Block => ({ rule, kind: 'eligibility', reason: rule, unresolvable: true, amount: 0 });
  const closed = stop(BUILTIN_RULES.closed);
  const pinned = stop(BUILTIN_RULES.pinned);
  return (workload) => {
    const home = initialHostOf[workload]!;
    const tests: HostTest[] = [(host) => (hosts[host]!.closed && host !== home ? closed : null)];
    if (workloads[workload]!.pinned && home >= 0) tests.push((host) => (host === home ? null : pinned));
    return tests;
  };
}

function explain(view: PlacementView, workload: number, tests: readonly HostTest[]): Explanation {
  const { problem, hostOf } = view;
  const { demand, id } = problem.workloads[workload]!;
  const demandOf = new Map(problem.dimensions.map((dimension, at) => [dimension, demand[at]!]));
  const stoppedBy = tests.map((): { hosts: number; block: Block | null } => ({ hosts: 0, block: null }));
  let feasible = 0;
  let nearest: Miss | null = null;

  for (let host = 0; host < problem.hosts.length; host++) {
    const miss: Miss = { host, unresolvable: 0, blocks: 0, shortage: 0 };
    for (let at = 0; at < tests.length; at++) {
      const block = tests[at]!(host);
      if (!block) continue;
      if (miss.blocks === 0) {
        stoppedBy[at]!.hosts++;
        stoppedBy[at]!.block ??= block;
      }
      miss.blocks++;
      miss.unresolvable += Number(block.unresolvable);
      miss.shortage += Math.max(0, block.amount) / Math.max(1, demandOf.get(block.reason) ?? 1);
      if (nearest && compareMisses(miss, nearest) >= 0) break;
    }
    if (miss.blocks === 0) feasible++;
    if (!nearest || compareMisses(miss, nearest) < 0) nearest = miss;
  }

  const placed = hostOf[workload]! >= 0;
  return {
    workload: id,
    hosts: problem.hosts.length,
    feasible,
    blockedBy: sumByReason(stoppedBy),
    verdict: placed ? 'placed' : nearest?.unresolvable === 0 ? 'contended' : 'unresolvable',
    nearest: placed || !nearest ? null : explainOnHost(view, workload, nearest.host, tests),
  };
}

/** How far a host is from taking the workload. Every part can only grow as more tests are made. */
interface Miss {
  readonly host: number;
  unresolvable: number;
  blocks: number;
  /** Missing amounts, those of a dimension as a share of the workload's demand. */
  shortage: number;
}

/** Negative where `a` is nearer: what others can make room for first, then fewer obstacles, then smaller ones. */
function compareMisses(a: Miss, b: Miss): number {
  return a.unresolvable - b.unresolvable || a.blocks - b.blocks || a.shortage - b.shortage;
}

function sumByReason(stoppedBy: readonly { hosts: number; block: Block | null }[]): BlockCount[] {
  const sums = new Map<string, { rule: string; reason: string; hosts: number }>();
  for (const { hosts, block } of stoppedBy) {
    if (!block) continue;
    const key = JSON.stringify([block.rule, block.reason]);
    const sum = sums.get(key);
    if (sum) sum.hosts += hosts;
    else sums.set(key, { rule: block.rule, reason: block.reason, hosts });
  }
  return [...sums.values()].sort((a, b) => b.hosts - a.hosts);
}

function explainOnHost(
  { problem }: PlacementView,
  workload: number,
  host: number,
  tests: readonly HostTest[],
): HostExplanation {
  return {
    workload: problem.workloads[workload]!.id,
    host: problem.hosts[host]!.id,
    blocks: tests.flatMap((test) => {
      const block = test(host);
      if (!block) return [];
      const { rule, reason, amount, unresolvable } = block;
      return { rule, reason, amount, unresolvable };
    }),
  };
}
