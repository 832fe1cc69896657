import type { ExpandedFleet, FleetHost } from '@yunqian/hw-model';
import type { Problem, RuleSpec, Solution } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { commonPool } from '../lower/host-attributes.ts';
import type { Lowered } from '../lower/lowered.ts';
import { siteTrafficRule } from '../lower/site-traffic.ts';
import { trouble } from '../lower/trouble.ts';
import { assignVolumes } from '../plan/assign-volumes.ts';
import type { Policy } from '../policy/schema.ts';
import { declaredFailures } from './failures.ts';
import { networkFaults } from './network-faults.ts';
import type { FailureOutcome } from './outcome.ts';
import { pairLoads } from './pair-load.ts';
import type { RecoveryModel } from './recovery-model.ts';
import { createSimulator } from './simulate.ts';

type Solve = (problem: Problem) => Promise<Solution>;

/** Solutions that are tried before the best one is taken as it is. */
const rounds = 8;
/** What is kept free goes a little beyond what was missing, because what is left over comes in pieces. */
const margin = 1.1;

/**
 * A solution with room for every declared failure: solve, let everything fail, and where something found no room, keep
 * that much free among the hosts of its kind; again, until nothing is lost. Capacity kept free is never worth leaving
 * out a workload: then the reserve cannot be had from this fleet, and a warning says so.
 */
export async function solveWithReserve(
  lowered: Lowered,
  fleet: ExpandedFleet,
  policy: Policy,
  solve: Solve,
): Promise<{ solution: Solution; diagnostics: readonly Diagnostic[] }> {
  const first = await solve(lowered.problem);
  const model = lowered.index.recovery;
  if (model === undefined || model.recovery.reserve === 'report' || first.status === 'cancelled')
    return { solution: first, diagnostics: [] };

  const found = await keepRoom(lowered, fleet, model, policy, solve, first);
  // Flows between sites are the least of the goals: they give way where they leave one site too full for a failure.
  const free = withoutSiteTraffic(lowered);
  const best =
    brokenOf(found.outcomes) === 0 || free === undefined
      ? found
      : better(found, await keepRoom(free, fleet, model, policy, solve, await solve(free.problem)));
  const failing = best.outcomes.filter(({ broken }) => broken > 0);
  return {
    solution: best.solution,
    diagnostics:
      failing.length === 0
        ? []
        : [
            trouble('YQ3201', 'warning', 'policy', '/recovery/failures', {
              count: failing.length,
              failures: best.outcomes.length,
              first: failing[0]!.failure.ids.join(', '),
            }),
          ],
  };
}

interface Tried {
  readonly solution: Solution;
  readonly outcomes: readonly FailureOutcome[];
}

/** From a first solution, round by round, with more kept free where something found no room; the best of all rounds. */
async function keepRoom(
  lowered: Lowered,
  fleet: ExpandedFleet,
  model: RecoveryModel,
  policy: Policy,
  solve: Solve,
  first: Solution,
): Promise<Tried> {
  let best: Tried = { solution: first, outcomes: await failAll(lowered, fleet, model, policy, first.hostOf) };
  let last = best;
  const kept = new Map<string, Map<string, number>>();
  for (let round = 1; round < rounds && brokenOf(best.outcomes) > 0; round++) {
    if (!tighten(kept, lowered, last)) break;
    const solution = await solve(withLimits(lowered, kept));
    if (solution.status === 'cancelled' || solution.unplaced.length > first.unplaced.length) break;
    last = { solution, outcomes: await failAll(lowered, fleet, model, policy, solution.hostOf) };
    if (brokenOf(last.outcomes) < brokenOf(best.outcomes)) best = last;
  }
  return best;
}

function better(a: Tried, b: Tried): Tried {
  const [left, right] = [a, b].map(({ solution }) => solution.unplaced.length) as [number, number];
  return right < left || (right === left && brokenOf(b.outcomes) < brokenOf(a.outcomes)) ? b : a;
}

function withoutSiteTraffic(lowered: Lowered): Lowered | undefined {
  const rules = lowered.problem.rules.filter(({ id }) => id !== siteTrafficRule);
  if (rules.length === lowered.problem.rules.length) return undefined;
  return { ...lowered, problem: { ...lowered.problem, rules } };
}

const brokenOf = (outcomes: readonly FailureOutcome[]): number => outcomes.reduce((sum, { broken }) => sum + broken, 0);

async function failAll(
  lowered: Lowered,
  fleet: ExpandedFleet,
  model: RecoveryModel,
  policy: Policy,
  hostOf: Int32Array,
): Promise<FailureOutcome[]> {
  const { volumesOf } = assignVolumes(lowered, hostOf, { space: false, iops: false });
  const simulator = createSimulator({
    lowered,
    fleet,
    model,
    hostOf,
    poolsOf: (w) => volumesOf.get(w)?.map(({ pool }) => pool) ?? [],
    loads: pairLoads(lowered, fleet, model, hostOf),
    network: networkFaults(lowered, policy),
  });
  const outcomes: FailureOutcome[] = [];
  for (const failure of declaredFailures(model.recovery, fleet)) outcomes.push(await simulator.simulate(failure));
  return outcomes;
}

/** Hosts that can stand in for each other: of one site, zone, pool, architecture and use. */
const kindOf = ({ site, zone, pool, arch, role }: FleetHost): string =>
  [site, zone, pool || commonPool, arch, role].join(' ');

/** Limits by dimension and kind of hosts; false where nothing more can be kept free. */
function tighten(
  kept: Map<string, Map<string, number>>,
  { problem, index }: Lowered,
  { solution, outcomes }: { solution: Solution; outcomes: readonly FailureOutcome[] },
): boolean {
  const workloadAt = new Map(problem.workloads.map(({ id }, w) => [id, w]));
  const kindAt = (w: number) => kindOf(index.hosts[solution.hostOf[w]!]!);
  let tightened = false;
  index.dimensions.forEach(({ id, onHosts }, d) => {
    if (!onHosts) return;
    const missing = new Map<string, number>();
    for (const { losses } of outcomes) {
      const here = new Map<string, number>();
      for (const { workload, reason, allowed } of losses) {
        if (allowed || reason !== 'noRoom') continue;
        const w = workloadAt.get(workload)!;
        here.set(kindAt(w), (here.get(kindAt(w)) ?? 0) + problem.workloads[w]!.demand[d]!);
      }
      for (const [kind, amount] of here) missing.set(kind, Math.max(missing.get(kind) ?? 0, amount));
    }
    if (missing.size === 0) return;
    const used = new Map<string, number>();
    problem.workloads.forEach(({ demand }, w) => {
      if (solution.hostOf[w]! >= 0) used.set(kindAt(w), (used.get(kindAt(w)) ?? 0) + demand[d]!);
    });
    const limits = kept.get(id) ?? new Map<string, number>();
    kept.set(id, limits);
    for (const [kind, amount] of missing) {
      if (amount === 0) continue;
      limits.set(kind, Math.max(0, Math.floor(used.get(kind)! - amount * margin)));
      tightened = true;
    }
  });
  return tightened;
}

const level = 'reserveKind';

function withLimits({ problem, index }: Lowered, kept: ReadonlyMap<string, ReadonlyMap<string, number>>): Problem {
  const rules = [...kept].map(
    ([dimension, limits]): RuleSpec => ({
      kind: 'domainCapacity',
      id: `reserve:${dimension}`,
      mode: 'hard',
      topology: level,
      dimension,
      limits: Object.fromEntries(limits),
    }),
  );
  return {
    ...problem,
    levels: [...problem.levels, level],
    hosts: problem.hosts.map((host, h) => ({ ...host, domains: [...host.domains, kindOf(index.hosts[h]!)] })),
    rules: [...problem.rules, ...rules],
  };
}
