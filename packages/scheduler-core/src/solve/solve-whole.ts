import type { Problem } from '../problem/problem.ts';
import type { Solver } from './portfolio.ts';
import type { Solution, SolveOptions } from './solution.ts';

/** Workloads that are placed all or not at all: a business system. */
export interface Whole {
  readonly id: string;
  /** Indices into the problem's workloads. */
  readonly members: readonly number[];
}

export interface WholeSolution extends Solution {
  /** Wholes that were left out, in the order in which they gave way, with the member that found no place. */
  readonly gaveWay: readonly { readonly whole: string; readonly workload: number }[];
}

/**
 * Solves so that of each whole all members are placed or none. A whole that came out in part gives way: the one of lowest priority
 * first (that of its most important member), then the largest. What gave way is tried once more at the end, highest priority first, so that nobody stays out for
 * whom there is room after all.
 */
export async function solveWhole(
  problem: Problem,
  options: SolveOptions,
  wholes: readonly Whole[],
  solver: Solver,
): Promise<WholeSolution> {
  const out = new Set<Whole>();
  const missing = new Map<Whole, number>();
  const priorityOf = ({ members }: Whole) => Math.max(...members.map((w) => problem.workloads[w]!.priority ?? 0));
  let best = await solveWithout(problem, options, out, solver);
  for (;;) {
    const broken = wholes.filter((whole) => !out.has(whole) && whole.members.some((w) => best.hostOf[w]! < 0));
    if (broken.length === 0) break;
    const [weakest] = broken.sort((a, b) => priorityOf(a) - priorityOf(b) || b.members.length - a.members.length);
    missing.set(weakest!, weakest!.members.find((w) => best.hostOf[w]! < 0)!);
    out.add(weakest!);
    best = await solveWithout(problem, options, out, solver);
  }
  for (const whole of [...out].sort((a, b) => priorityOf(b) - priorityOf(a))) {
    if (out.size < 2 || best.status === 'cancelled') break;
    const again = new Set([...out].filter((other) => other !== whole));
    const solution = await solveWithout(problem, options, again, solver);
    const holds = wholes.every((one) => again.has(one) || one.members.every((w) => solution.hostOf[w]! >= 0));
    if (!holds || solution.unplaced.length >= best.unplaced.length) continue;
    out.delete(whole);
    best = solution;
  }
  return { ...best, gaveWay: [...out].map((whole) => ({ whole: whole.id, workload: missing.get(whole)! })) };
}

/** The solution of the problem without some workloads, in the whole problem's numbers. */
async function solveWithout(
  problem: Problem,
  options: SolveOptions,
  out: ReadonlySet<Whole>,
  solver: Solver,
): Promise<Solution> {
  if (out.size === 0) return solver(problem, options);
  const left = new Set([...out].flatMap(({ members }) => members));
  const kept = [...problem.workloads.keys()].filter((workload) => !left.has(workload));
  const position = new Map(kept.map((workload, at) => [workload, at]));
  const solution = await solver(
    {
      ...problem,
      workloads: kept.map((workload) => problem.workloads[workload]!),
      groups: problem.groups.map(({ id, members }) => ({
        id,
        members: Int32Array.from(Array.from(members).flatMap((member) => position.get(member) ?? [])),
      })),
    },
    options,
  );
  const hostOf = new Int32Array(problem.workloads.length).fill(-1);
  kept.forEach((workload, at) => {
    hostOf[workload] = solution.hostOf[at]!;
  });
  const unplaced = [...hostOf.keys()].filter((workload) => hostOf[workload]! < 0);
  return { ...solution, status: solution.status === 'cancelled' ? 'cancelled' : 'partial', hostOf, unplaced };
}
