import { type MoveOptions, type MoveOrder, orderMoves, type RuleSpec } from '@yunqian/scheduler-core';
import type { Lowered } from '../lower/lowered.ts';
import { siteTrafficRule } from '../lower/site-traffic.ts';
import type { Plan } from './schema.ts';

/** What a live placement may change: by default a move is made only where a goal of the policy, or a place for somebody, asks for it. */
export interface MoveGoals {
  /** At most so many workloads move. */
  readonly limit?: number | undefined;
  /** A move is worth it where it saves as many hosts, or as much of the policy's first goals. */
  readonly price?: number | undefined;
}

export const MOVE_RULES = { limit: 'moveLimit', price: 'movePrice', host: 'hostPrice' } as const;

/** The problem with workloads where they run today (host id by workload id), and the goals as rules. Hosts that are gone free their workloads. */
export function atStart(lowered: Lowered, start: ReadonlyMap<string, string>, goals: MoveGoals): Lowered {
  const { problem } = lowered;
  const hosts = new Set(problem.hosts.map(({ id }) => id));
  const workloads = problem.workloads.map((workload) => {
    const host = start.get(workload.id);
    return host !== undefined && hosts.has(host) ? { ...workload, host } : workload;
  });
  return {
    ...lowered,
    problem: { ...problem, workloads, rules: withMoveRules(problem.rules, goals) },
  };
}

/** Nobody moves for the sake of flows between sites alone, unless moves have a price or a limit. */
function withMoveRules(rules: readonly RuleSpec[], goals: MoveGoals): RuleSpec[] {
  const traffic = rules.filter(({ id }) => id === siteTrafficRule);
  const others = rules.filter(({ id }) => id !== siteTrafficRule);
  const moving = moveRules(others, goals);
  const last = lastGoal([...others, ...moving]);
  return [...others, ...moving, ...traffic.map((rule): RuleSpec => ({ ...rule, level: last + 1 }))];
}

const lastGoal = (rules: readonly RuleSpec[]): number =>
  Math.max(0, ...rules.map(({ mode, level = 1 }) => (mode === 'soft' ? level : 0)));

function moveRules(written: readonly RuleSpec[], { limit, price }: MoveGoals): RuleSpec[] {
  const limited: RuleSpec[] = limit === undefined ? [] : [{ id: MOVE_RULES.limit, kind: 'moveLimit', limit }];
  if (price !== undefined) {
    return [
      ...limited,
      { id: MOVE_RULES.price, kind: 'moveCost', mode: 'soft', level: 1, weight: Math.max(price, 1e-6) },
      { id: MOVE_RULES.host, kind: 'activation', mode: 'soft', level: 1 },
    ];
  }
  if (limit !== undefined) return limited;
  return [{ id: MOVE_RULES.price, kind: 'moveCost', mode: 'soft', level: lastGoal(written) + 1 }];
}

/** The moves from where workloads run to where the plan has them, in an order that breaks nothing on the way. */
export async function planMoves(
  { problem }: Lowered,
  hostOf: ArrayLike<number>,
  goals: MoveGoals,
  options: MoveOptions = {},
): Promise<NonNullable<Plan['moves']>> {
  return writeMoves(problem, await orderMoves(problem, hostOf, options), goals);
}

function writeMoves(problem: Lowered['problem'], order: MoveOrder, goals: MoveGoals): NonNullable<Plan['moves']> {
  const workload = (at: number) => problem.workloads[at]!.id;
  const host = (at: number) => problem.hosts[at]?.id ?? null;
  return {
    ...(goals.limit !== undefined && { limit: goals.limit }),
    ...(goals.price !== undefined && { price: goals.price }),
    steps: order.steps.map((moves) =>
      moves.map((move) => ({ workload: workload(move.workload), from: host(move.from), to: host(move.to) })),
    ),
    deadlocks: order.deadlocks.map((deadlock) => ({
      waiting: deadlock.waiting.map(workload),
      workload: workload(deadlock.workload),
      via: host(deadlock.via),
    })),
    impossible: order.impossible.map(workload),
  };
}

/** Where workloads ran before the plan's moves: the first host of each mover; everybody else stands where they stood. */
export function startOf({ placements, moves }: Plan): Map<string, string> {
  const start = new Map(placements.map(({ workload, host }) => [workload, host]));
  const met = new Set<string>();
  for (const { workload, from } of moves?.steps.flat() ?? []) {
    if (met.has(workload)) continue;
    met.add(workload);
    if (from === null) start.delete(workload);
    else start.set(workload, from);
  }
  return start;
}

/** How many workloads change hosts, start and are shut down. */
export function countMoves(plan: Plan): { moved: number; started: number; stopped: number; detours: number } {
  const start = startOf(plan);
  const end = new Map(plan.placements.map(({ workload, host }) => [workload, host]));
  const movers = [...new Set(plan.moves?.steps.flat().map(({ workload }) => workload))];
  const of = (test: (from: string | undefined, to: string | undefined) => boolean) =>
    movers.filter((workload) => test(start.get(workload), end.get(workload))).length;
  return {
    moved: of((from, to) => from !== undefined && to !== undefined && from !== to),
    started: of((from, to) => from === undefined && to !== undefined),
    stopped: of((from, to) => from !== undefined && to === undefined),
    detours: plan.moves?.deadlocks.length ?? 0,
  };
}
