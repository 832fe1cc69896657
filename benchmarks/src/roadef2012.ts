import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Group,
  type Problem,
  type RuleSpec,
  solve,
  solvePortfolio,
  summarise,
  verify,
} from '@yunqian/scheduler-core';
import { type Clock, cpuSeconds } from './stopwatch.ts';
import { timedSolver } from './timed-solver.node.ts';

export interface RoadefRun {
  readonly instance: string;
  readonly cost: number;
  readonly lowerBound: number;
  readonly seconds: number;
  readonly seed: number;
  readonly threads: number;
  /** Of one thread. */
  readonly evaluations: number;
}

export interface RoadefOptions {
  readonly model: string;
  readonly assignment: string;
  readonly seconds: number;
  readonly seed: number;
  /** `cpu` counts processor time, of each thread by itself: for a busy machine. */
  readonly clock: Clock;
  /** Searches at once, with the seeds that follow; the best counts. */
  readonly threads: number;
  /** File for the new assignment; nothing is written without it. */
  readonly out?: string;
}

interface Machine {
  readonly neighbourhood: number;
  readonly location: number;
  readonly capacity: number[];
  readonly safety: number[];
  readonly moveCost: number[];
}

interface Instance {
  readonly resources: readonly { readonly transient: boolean; readonly weight: number }[];
  readonly machines: readonly Machine[];
  readonly services: readonly { readonly spread: number; readonly dependencies: number[] }[];
  readonly processes: readonly { readonly service: number; readonly demand: number[]; readonly moveCost: number }[];
  readonly balances: readonly {
    readonly a: number;
    readonly b: number;
    readonly target: number;
    readonly weight: number;
  }[];
  readonly weights: { readonly process: number; readonly service: number; readonly machine: number };
}

/** One instance of the Google/ROADEF challenge 2012 for so many seconds. Throws where the result would break a rule. */
export async function runRoadef(options: RoadefOptions): Promise<RoadefRun> {
  const { model, assignment, seconds, seed, clock, threads, out } = options;
  const time = clock === 'cpu' ? cpuSeconds : () => performance.now() / 1000;
  const started = time();
  const instance = parseModel(readFileSync(model, 'utf8'));
  const problem = roadefProblem(instance, integers(readFileSync(assignment, 'utf8')));
  const all = { seed, budget: Number.MAX_SAFE_INTEGER };
  const solution =
    threads > 1
      ? await solvePortfolio(problem, all, threads, timedSolver(clock, seconds - (time() - started)))
      : await solve(problem, { ...all, clock: () => (time() - started) / seconds });
  const took = time() - started;
  const violations = verify(problem, solution.hostOf);
  const broken = violations.find(({ mode }) => mode !== 'soft');
  if (broken || solution.unplaced.length > 0) throw new Error(`${model}: ${JSON.stringify(broken ?? 'unplaced')}`);
  const cost = summarise(problem, violations).costs.reduce((sum, level) => sum + level.cost, 0);
  if (out) writeFileSync(out, `${solution.hostOf.join(' ')}\n`);
  return {
    instance: basename(model).replace(/^model_|\.txt$/g, ''),
    cost,
    lowerBound: lowerBound(instance),
    seconds: Math.round(took * 1000) / 1000,
    seed,
    threads,
    evaluations: solution.workUnits,
  };
}

/** The same for every instance of a folder (`model_X.txt` with `assignment_X.txt`), or those named. */
export async function* runRoadefFolder(
  folder: string,
  names: readonly string[],
  options: Omit<RoadefOptions, 'model' | 'assignment' | 'out'> & { readonly out?: string },
): AsyncGenerator<RoadefRun> {
  const all = readdirSync(folder)
    .filter((file) => /^model_.*\.txt$/.test(file))
    .map((file) => file.slice(6, -4))
    .sort();
  for (const name of names.length > 0 ? names : all) {
    yield await runRoadef({
      ...options,
      model: join(folder, `model_${name}.txt`),
      assignment: join(folder, `assignment_${name}.txt`),
      ...(options.out === undefined ? {} : { out: join(options.out, `${name}.txt`) }),
    });
  }
}

/** Processes are workloads, machines hosts, services groups; every rule and cost of the challenge is a rule of ours. */
export function roadefProblem(instance: Instance, initial: readonly number[]): Problem {
  const { resources, machines, services, processes, balances, weights } = instance;
  const dimension = (r: number): string => `r${r}`;
  const hostId = (m: number): string => `m${m}`;
  const members: number[][] = services.map(() => []);
  processes.forEach(({ service }, p) => {
    members[service]!.push(p);
  });
  const group = (s: number): string => `s${s}`;
  const groups: Group[] = members.map((own, s) => ({ id: group(s), members: own }));
  const transient = resources.flatMap((resource, r) => (resource.transient ? [dimension(r)] : []));
  const lasting = resources.flatMap((resource, r) => (resource.transient ? [] : [dimension(r)]));
  const several = groups.filter((own) => own.members.length > 1).map(({ id }) => id);
  const spreads = new Map<number, string[]>();
  services.forEach(({ spread }, s) => {
    if (spread > 1) spreads.set(spread, [...(spreads.get(spread) ?? []), group(s)]);
  });
  const needs = Object.fromEntries(
    services.flatMap(({ dependencies }, s) => (dependencies.length > 0 ? [[group(s), dependencies.map(group)]] : [])),
  );
  const rules: RuleSpec[] = [
    { kind: 'capacity', id: 'capacity', dimensions: lasting },
    { kind: 'capacity', id: 'transient', dimensions: transient, when: 'during' },
    { kind: 'separate', id: 'conflict', topology: 'host', groups: several },
    ...[...spreads].map(
      ([minDomains, of]): RuleSpec => ({
        kind: 'spread',
        id: `spread-${minDomains}`,
        topology: 'location',
        groups: of,
        minDomains,
      }),
    ),
    { kind: 'dependency', id: 'dependency', topology: 'neighbourhood', needs },
    ...resources.flatMap(({ weight }, r): RuleSpec[] =>
      weight > 0
        ? [
            {
              kind: 'capacity',
              id: `load-${r}`,
              mode: 'soft',
              weight,
              dimensions: [dimension(r)],
              limitKey: `safety-${r}`,
            },
          ]
        : [],
    ),
    ...balances.flatMap(({ a, b, target, weight }, k): RuleSpec[] =>
      weight > 0
        ? [
            {
              kind: 'balance',
              id: `balance-${k}`,
              mode: 'soft',
              weight,
              dimensionA: dimension(a),
              dimensionB: dimension(b),
              target,
            },
          ]
        : [],
    ),
  ];
  if (weights.process > 0)
    rules.push({
      kind: 'moveCost',
      id: 'process-move',
      mode: 'soft',
      weight: weights.process,
      workloadKey: 'moveCost',
    });
  if (weights.service > 0)
    rules.push({
      kind: 'moveGroupMax',
      id: 'service-move',
      mode: 'soft',
      weight: weights.service,
      groups: groups.map(({ id }) => id),
    });
  if (weights.machine > 0)
    rules.push({
      kind: 'moveDistance',
      id: 'machine-move',
      mode: 'soft',
      weight: weights.machine,
      prices: machines.map(({ moveCost }) => moveCost),
    });
  return {
    formatVersion: '1.0',
    name: 'roadef2012',
    dimensions: resources.map((_, r) => dimension(r)),
    levels: ['location', 'neighbourhood'],
    hosts: machines.map(({ neighbourhood, location, capacity, safety }, m) => ({
      id: hostId(m),
      capacity,
      domains: [`l${location}`, `n${neighbourhood}`],
      attributes: Object.fromEntries(safety.map((limit, r) => [`safety-${r}`, limit])),
    })),
    workloads: processes.map(({ demand, moveCost }, p) => ({
      id: `p${p}`,
      demand,
      host: hostId(initial[p]!),
      attributes: { moveCost },
    })),
    groups,
    rules,
  };
}

/** No assignment costs less: sums are what they are, and max(0, x) is convex. */
function lowerBound({ resources, machines, processes, balances }: Instance): number {
  const total = (of: readonly number[][], r: number): number => of.reduce((sum, row) => sum + row[r]!, 0);
  const demands = processes.map(({ demand }) => demand);
  const capacities = machines.map(({ capacity }) => capacity);
  const safeties = machines.map(({ safety }) => safety);
  const free = (r: number): number => total(capacities, r) - total(demands, r);
  const load = resources.map(({ weight }, r) => weight * Math.max(0, total(demands, r) - total(safeties, r)));
  const balance = balances.map(({ a, b, target, weight }) => weight * Math.max(0, target * free(a) - free(b)));
  return [...load, ...balance].reduce((sum, part) => sum + part, 0);
}

function integers(text: string): number[] {
  return text.trim().split(/\s+/).map(Number);
}

/** A model file of the challenge. Throws where it is too short or too long. */
export function parseModel(text: string): Instance {
  const numbers = integers(text);
  let at = 0;
  const take = (): number => {
    if (at >= numbers.length) throw new Error('the model ends too early');
    return numbers[at++]!;
  };
  const list = <T>(count: number, read: () => T): T[] => Array.from({ length: count }, read);
  const resources = list(take(), () => ({ transient: take() === 1, weight: take() }));
  const perResource = (): number[] => list(resources.length, take);
  const count = take();
  const machines = list(count, () => ({
    neighbourhood: take(),
    location: take(),
    capacity: perResource(),
    safety: perResource(),
    moveCost: list(count, take),
  }));
  const services = list(take(), () => ({ spread: take(), dependencies: list(take(), take) }));
  const processes = list(take(), () => ({ service: take(), demand: perResource(), moveCost: take() }));
  const balances = list(take(), () => ({ a: take(), b: take(), target: take(), weight: take() }));
  const weights = { process: take(), service: take(), machine: take() };
  if (at < numbers.length) throw new Error(`the model has ${numbers.length - at} numbers too many`);
  return { resources, machines, services, processes, balances, weights };
}
