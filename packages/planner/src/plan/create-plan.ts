import type { ExpandedFleet } from '@yunqian/hw-model';
import { engine, type MoveOptions, type Progress, solve, solvePortfolio, solveWhole } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import type { Lowered } from '../lower/lowered.ts';
import { withTrafficFirst } from '../lower/site-traffic.ts';
import { lower } from '../lower.ts';
import { type Policy, policySchema } from '../policy/schema.ts';
import { checkReservations, keepingPlaces, promisedHosts } from '../portal/reservations.ts';
import { solveWithReserve } from '../recovery/solve-with-reserve.ts';
import { type BuiltPlan, buildPlan } from './build-plan.ts';
import { atStart, type MoveGoals, planMoves } from './live.ts';
import type { InputRef, Plan } from './schema.ts';
import { wholeSystems } from './whole-systems.ts';

export interface CreatePlanOptions {
  readonly estate: Estate;
  readonly fleet: ExpandedFleet;
  /** Default: the built-in rules alone. */
  readonly policy?: Policy;
  /** The documents as the plan records them; their paths also appear in diagnostics. */
  readonly inputs?: readonly InputRef[];
  /** Default 1. */
  readonly seed?: number;
  /** Work units for repair. Default 2,000,000. */
  readonly budget?: number;
  /** Cancels: the best placement so far becomes the plan, with status `cancelled`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Runs the kernel in a worker thread (Node only); the plan has the same bytes. */
  readonly worker?: boolean;
  /** Searches at once with the seeds that follow, each in a worker thread (Node only); the best one counts. Default 1. */
  readonly threads?: number;
  /** The live placement: workloads run where this plan has them, and only what pays moves. The new plan lists the moves in order. */
  readonly from?: Plan;
  readonly moves?: MoveGoals & MoveOptions;
}

export interface CreatedPlan {
  /** Absent where the documents are in error or no valid plan came about; then a diagnostic of severity error says why. */
  readonly plan?: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

/** A policy that adds nothing to the built-in rules. */
export const defaultPolicy: Policy = policySchema.parse({
  kind: 'policy',
  formatVersion: '1.0',
  name: 'built-in rules',
});

/** Places an estate onto a fleet: lower, solve, verify, explain. Same documents, seed and budget give the same plan. */
export async function createPlan(options: CreatePlanOptions): Promise<CreatedPlan> {
  const {
    estate,
    fleet,
    policy = defaultPolicy,
    inputs = [],
    seed = 1,
    budget = 2_000_000,
    signal,
    onProgress,
    worker = false,
    threads = 1,
    from,
    moves = {},
  } = options;
  const fresh = keepingPlaces(lower(estate, fleet, policy), promisedHosts(estate));
  const live = from && new Map(from.placements.map(({ workload, host }) => [workload, host]));
  const lowered = live ? atStart(fresh, live, moves) : fresh;
  const named = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map((diagnostic) => ({
      ...diagnostic,
      document: inputs.find(({ kind }) => kind === diagnostic.document)?.path ?? diagnostic.document,
    }));
  const found = named([...fleetErrors(fleet), ...lowered.diagnostics]);
  if (found.some(({ severity }) => severity === 'error')) return { diagnostics: found };

  const solver = worker || threads > 1 ? await loadWorkerSolver() : solve;
  const consolidate = moves.limit !== undefined || moves.price !== undefined;
  const attempt = async (goals: Lowered): Promise<BuiltPlan> => {
    const { solution, diagnostics: reserve } = await solveWithReserve(goals, fleet, policy, (problem) =>
      solveWhole(
        problem,
        { seed, budget, consolidate, ...(signal && { signal }), ...(onProgress && { onProgress }) },
        wholeSystems(goals, policy),
        (part, given) => solvePortfolio(part, given, threads, solver),
      ),
    );
    const head = { name: estate.name, engine, seed, budget, inputs: [...inputs] };
    const built = buildPlan(lowered, policy, solution, head);
    return { ...built, diagnostics: [...reserve, ...built.diagnostics] };
  };
  const first = await attempt(lowered);
  const second = isLinkTooNarrow(first) ? await attempt(trafficFirst(lowered)) : first;
  const built = second.plan === undefined ? first : second;
  const open = new Set(fleet.hosts.flatMap(({ id, closed }) => (closed ? [] : [id])));
  const promises = built.plan === undefined ? [] : checkReservations(built.plan, estate, open);
  const diagnostics = [...found, ...named([...built.diagnostics, ...promises])];
  if (built.plan === undefined || live === undefined) return { ...built, diagnostics };
  return { plan: await withMoves(lowered, built.plan, moves), diagnostics };
}

/** Links between sites that do not carry what the goals left apart, or the copies beside it. */
const isLinkTooNarrow = ({ plan, diagnostics }: BuiltPlan): boolean =>
  plan === undefined && diagnostics.some(({ code }) => code === 'YQ2103' || code === 'YQ3203');

const trafficFirst = (lowered: Lowered): Lowered => ({
  ...lowered,
  problem: { ...lowered.problem, rules: withTrafficFirst(lowered.problem.rules) },
});

async function withMoves(lowered: Lowered, plan: Plan, goals: MoveGoals & MoveOptions): Promise<Plan> {
  const hostAt = new Map(lowered.problem.hosts.map(({ id }, at) => [id, at]));
  const placedOn = new Map(plan.placements.map(({ workload, host }) => [workload, hostAt.get(host)!]));
  const target = lowered.problem.workloads.map(({ id }) => placedOn.get(id) ?? -1);
  return { ...plan, moves: await planMoves(lowered, target, goals) };
}

/** A fleet in error is not planned onto; readers have shown its lesser findings already. */
function fleetErrors(fleet: ExpandedFleet): Diagnostic[] {
  return fleet.findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => ({ ...finding, document: 'fleet', line: 0, column: 0 }));
}

/** Named through a variable: a bundler for browsers, which have no such module, must not follow it. */
async function loadWorkerSolver(): Promise<typeof solve> {
  const module = '@yunqian/scheduler-core/worker';
  const { solveInWorker } = (await import(/* @vite-ignore */ module)) as { solveInWorker: typeof solve };
  return solveInWorker;
}
