import { writeFileSync } from 'node:fs';
import {
  type CardRule,
  createSession,
  type EligibilityRule,
  type Host,
  type PlacePolicy,
  type Problem,
  type Workload,
} from '@yunqian/scheduler-core';
import { createRandom, shuffle } from './random.ts';
import { type Clock, createStopwatch } from './stopwatch.ts';
import { type Row, readTable } from './table.ts';

export interface OpenbOptions {
  readonly nodes: string;
  readonly pods: string;
  readonly seed: number;
  readonly policy: PlacePolicy;
  readonly clock: Clock;
  /** Arrivals in order: pod, node, GPUs joined by |. */
  readonly out?: string;
}

export interface OpenbRun {
  readonly workload: string;
  readonly policy: PlacePolicy;
  readonly allocatedPct: number;
  readonly allocatedPctAt100: number;
  readonly podsPerSecond: number;
  readonly seed: number;
}

/** Arrivals end before they would ask for more than this share of the cluster's GPUs. */
const ARRIVAL_SHARE = 1.3;
const MILLI = 1000;
const SET = 'gpu';
const CARDS: CardRule = { id: 'gpus', kind: 'card', cards: SET, dimensions: ['gpuMilli'] };
const MODELS: EligibilityRule = { id: 'model', kind: 'eligibility', hostKey: 'model', op: 'in', workloadKey: 'models' };

/**
 * The online protocol of the openb cluster: pods in a shuffled order, then copies drawn from the list up to 130 % of the cluster's GPUs, each placed
 * once or never. The session knows the hosts, and as typical workloads the list of pods (which FGD uses, too); neither the order nor the copies.
 */
export async function runOpenb({ nodes, pods, seed, policy, clock, out }: OpenbOptions): Promise<OpenbRun> {
  const random = createRandom(seed);
  const hosts = shuffle(readTable(nodes), random).map(hostOf);
  const rows = readTable(pods);
  const share = shareAlike(rows.map(workloadOf));
  const total = hosts.reduce((sum, { cards }) => sum + cards![SET]!.length * MILLI, 0);
  const arrivals = arrive(share, total * ARRIVAL_SHARE, random);
  const problem: Problem = {
    formatVersion: '1.0',
    name: 'openb',
    dimensions: ['cpuMilli', 'memMiB', 'gpuMilli'],
    levels: [],
    hosts,
    workloads: [...share, ...arrivals.slice(rows.length).map((row, copy) => ({ ...share[row]!, id: `copy-${copy}` }))],
    groups: [],
    rules: [{ id: 'capacity', kind: 'capacity' }, CARDS, MODELS],
  };
  const session = await createSession(problem, undefined, { policy, typical: rows.map((_, row) => row) });

  const gpuMilli = arrivals.map((row) => share[row]!.demand[2]!);
  const placed = new Int32Array(arrivals.length);
  const elapsed = createStopwatch(clock);
  arrivals.forEach((row, at) => {
    placed[at] = session.place(at < rows.length ? row : at);
  });
  const seconds = elapsed();

  let arrived = 0;
  let allocated = 0;
  let at100 = Number.NaN;
  placed.forEach((host, at) => {
    arrived += gpuMilli[at]!;
    if (host >= 0) allocated += gpuMilli[at]!;
    if (Number.isNaN(at100) && arrived >= total) at100 = allocated;
  });
  if (out) {
    const lines = arrivals.map((row, at) => {
      const cards = session.cardsOf(at < rows.length ? row : at)[CARDS.id] ?? [];
      return `${rows[row]!.name},${placed[at]! < 0 ? '' : hosts[placed[at]!]!.id},${cards.join('|')}\n`;
    });
    writeFileSync(out, `pod,node,gpus\n${lines.join('')}`);
  }
  const percent = (milli: number) => Math.round((100_000 * milli) / total) / 1000;
  return {
    workload: /([^_/]+)\.csv$/.exec(pods)?.[1] ?? pods,
    policy,
    allocatedPct: percent(allocated),
    allocatedPctAt100: percent(at100),
    podsPerSecond: Math.round(arrivals.length / seconds),
    seed,
  };
}

function hostOf({ sn, cpu_milli, memory_mib, gpu, model }: Row): Host {
  const cards = Array.from({ length: Number(gpu) }, () => [MILLI]);
  return {
    id: sn!,
    capacity: [Number(cpu_milli), Number(memory_mib), Number(gpu) * MILLI],
    domains: [],
    attributes: { model: model! },
    cards: { [SET]: cards },
  };
}

function workloadOf({ name, cpu_milli, memory_mib, num_gpu, gpu_milli, gpu_spec }: Row): Workload {
  const gpus = Number(num_gpu);
  const demand = [Number(cpu_milli), Number(memory_mib), gpus > 0 ? gpus * Number(gpu_milli) : 0];
  if (gpus === 0) return { id: name!, demand };
  return {
    id: name!,
    demand,
    cards: { [SET]: gpus },
    ...(gpu_spec && { attributes: { models: gpu_spec.split('|') } }),
  };
}

/** Equal demands become one object, as the core likes them. */
function shareAlike(workloads: readonly Workload[]): Workload[] {
  const known = new Map<string, readonly number[]>();
  return workloads.map((workload) => {
    const key = workload.demand.join();
    if (!known.has(key)) known.set(key, workload.demand);
    return { ...workload, demand: known.get(key)! };
  });
}

/** Rows of the list in the order of arrival: each once, shuffled, and then copies. */
function arrive(workloads: readonly Workload[], limit: number, random: () => number): number[] {
  const arrivals = shuffle(workloads.keys(), random);
  let asked = workloads.reduce((sum, { demand }) => sum + demand[2]!, 0);
  while (true) {
    const row = Math.floor(random() * workloads.length);
    asked += workloads[row]!.demand[2]!;
    if (asked > limit) return arrivals;
    arrivals.push(row);
  }
}
