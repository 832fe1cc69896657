import type { Problem } from '../../src/problem/problem.ts';
import { summarise } from '../../src/verify/summarise.ts';
import { verify } from '../../src/verify/verify.ts';

export interface Score {
  /** Placed workloads per priority, highest priority first. */
  readonly placed: readonly number[];
  /** Cost per soft level, lowest level first. */
  readonly costs: readonly number[];
  readonly hostsUsed: number;
}

export interface Best {
  readonly hostOf: Int32Array;
  readonly score: Score;
}

/** The best of all placements without a hard or noWorse breach, by trying each: (hosts + 1) ^ workloads of them. */
export function bestPlacement(problem: Problem): Best {
  const hostOf = new Int32Array(problem.workloads.length).fill(-1);
  let best: Best | null = null;
  do {
    const score = scoreOf(problem, hostOf);
    if (score && (!best || compareScores(score, best.score) < 0)) best = { hostOf: hostOf.slice(), score };
  } while (advance(hostOf, problem.hosts.length));
  if (!best) throw new Error('the empty placement must be allowed');
  return best;
}

/** Null: a hard or noWorse rule is broken. */
export function scoreOf(problem: Problem, hostOf: Int32Array): Score | null {
  const { count, costs } = summarise(problem, verify(problem, hostOf));
  if (count.hard + count.noWorse > 0) return null;
  const priorities = [...new Set(problem.workloads.map(({ priority = 0 }) => priority))].sort((a, b) => b - a);
  return {
    placed: priorities.map(
      (level) => problem.workloads.filter(({ priority = 0 }, at) => priority === level && hostOf[at]! >= 0).length,
    ),
    costs: costs.map(({ cost }) => cost),
    hostsUsed: new Set(hostOf.filter((host) => host >= 0)).size,
  };
}

/** Negative where `a` is better: more placed by priority, then lower costs by level, then fewer hosts. */
export function compareScores(a: Score, b: Score): number {
  const keys = ({ placed, costs, hostsUsed }: Score) => [...placed.map((count) => -count), ...costs, hostsUsed];
  const other = keys(b);
  return (
    keys(a)
      .map((key, at) => key - other[at]!)
      .find((difference) => difference !== 0) ?? 0
  );
}

/** Counts through all placements like an odometer; false after the last one. */
function advance(hostOf: Int32Array, hosts: number): boolean {
  for (let at = 0; at < hostOf.length; at++) {
    if (++hostOf[at]! < hosts) return true;
    hostOf[at] = -1;
  }
  return false;
}
