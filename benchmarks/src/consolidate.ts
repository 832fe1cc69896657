import { type Problem, solve, verify } from '@yunqian/scheduler-core';
import { createFleetProblem } from './fleet-problem.ts';
import { createRandom } from './random.ts';
import { type Clock, createStopwatch } from './stopwatch.ts';

export interface ConsolidateOptions {
  readonly hosts: number;
  readonly workloads: number;
  readonly seed: number;
  readonly clock: Clock;
  /** Zones, replicas on different hosts and racks; otherwise capacities alone, as the peer knows them. */
  readonly rules: boolean;
  /** Work units; default: the solver's. */
  readonly budget?: number;
}

/** Share of the fleet that the workloads take. */
const FILL = 0.55;
const MOST_TRIES = 10_000;

/** Workloads spread at random over all hosts are moved together onto as few as possible. */
export async function runConsolidate(options: ConsolidateOptions): Promise<Record<string, unknown>> {
  const { hosts, workloads, seed, clock, rules, budget } = options;
  const whole = createFleetProblem({ hosts, workloads, seed, fill: FILL });
  const kept = whole.rules.filter(({ id }) => id === 'capacity' || (rules && id !== 'sites'));
  const problem = spread({ ...whole, rules: kept, ...(rules ? {} : { groups: [] }) }, seed);
  const hostIndex = new Map(problem.hosts.map(({ id }, at) => [id, at]));
  const start = problem.workloads.map(({ host }) => hostIndex.get(host!)!);
  const elapsed = createStopwatch(clock);
  const solution = await solve(problem, { seed, consolidate: true, ...(budget === undefined ? {} : { budget }) });
  const seconds = Math.round(elapsed() * 1000) / 1000;
  return {
    hosts,
    workloads,
    seed,
    rules,
    ...(budget === undefined ? {} : { budget }),
    hostsBefore: new Set(start).size,
    hostsAfter: solution.hostsUsed,
    lowerBound: solution.bounds.hosts.hosts,
    moves: start.filter((host, w) => host !== solution.hostOf[w]).length,
    seconds,
    violations: verify(problem, solution.hostOf).length,
  };
}

/** The problem with every workload on a random host that takes it. */
function spread(problem: Problem, seed: number): Problem {
  const random = createRandom(seed + 1);
  const { hosts, workloads, groups, rules } = problem;
  const free = hosts.map(({ capacity }) => [...capacity]);
  const zoned = rules.some(({ id }) => id === 'zone');
  const racked = new Set(rules.flatMap((rule) => (rule.kind === 'spread' ? rule.groups : [])));
  const groupOf = new Map(groups.flatMap((group) => Array.from(group.members, (w) => [w, group] as const)));
  const hostOf = new Int32Array(workloads.length).fill(-1);
  const takes = (w: number, host: number): boolean => {
    const { demand, attributes } = workloads[w]!;
    if (!demand.every((asked, d) => asked <= free[host]![d]!)) return false;
    if (zoned && attributes?.zone !== hosts[host]!.attributes?.zone) return false;
    const group = groupOf.get(w);
    const rack = group && racked.has(group.id);
    return Array.from(group?.members ?? []).every((mate) => {
      const other = hostOf[mate]!;
      return other < 0 || (other !== host && !(rack && hosts[other]!.domains[1] === hosts[host]!.domains[1]));
    });
  };
  for (let w = 0; w < workloads.length; w++) {
    let host = Math.floor(random() * hosts.length);
    for (let tries = 0; !takes(w, host); tries++) {
      if (tries > MOST_TRIES) throw new Error(`no host found for ${workloads[w]!.id}`);
      host = Math.floor(random() * hosts.length);
    }
    hostOf[w] = host;
    workloads[w]!.demand.forEach((asked, d) => {
      free[host]![d]! -= asked;
    });
  }
  return { ...problem, workloads: workloads.map((workload, w) => ({ ...workload, host: hosts[hostOf[w]!]!.id })) };
}
