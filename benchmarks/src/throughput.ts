import { setFlagsFromString } from 'node:v8';
import { type Problem, type Progress, solve, verify } from '@yunqian/scheduler-core';
import { createFleetProblem } from './fleet-problem.ts';
import { referenceBestFit } from './reference-best-fit.ts';

export interface ThroughputOptions {
  readonly hosts: number;
  readonly workloads: number;
  readonly seed: number;
  /** Every workload a size of its own. */
  readonly distinct: boolean;
}

/** Host scans that the reference is given; beyond that it runs on the largest workloads only. */
const REFERENCE_SCANS = 3e8;
const VERIFIED_HOSTS = 200_000;

/** One problem solved by the kernel and by the plain reference, with the figures of both. */
export async function runThroughput(options: ThroughputOptions): Promise<Record<string, unknown>> {
  // Short kernel calls would otherwise run in V8's baseline code at first; a planner's process lives long enough not to care.
  setFlagsFromString('--no-liftoff');
  await solve(createFleetProblem({ hosts: 200, workloads: 1000, seed: options.seed }), { budget: 0 });
  const problem = createFleetProblem(options);

  const before = peakMiB();
  const times = new Map<Progress['phase'], Instant>();
  const started = now();
  const solution = await solve(problem, {
    seed: options.seed,
    onProgress: ({ phase }) => {
      if (!times.has(phase)) times.set(phase, now());
    },
  });
  const ended = now();
  const compiled = times.get('construct') ?? started;
  const seconds = ended.wall - started.wall;
  const compileSeconds = compiled.wall - started.wall;
  const solveSeconds = ended.wall - compiled.wall;
  const placed = problem.workloads.length - solution.unplaced.length;
  const peak = peakMiB();

  const reference = runReference(problem);
  const hard =
    options.hosts <= VERIFIED_HOSTS ? verify(problem, solution.hostOf).filter(({ mode }) => mode !== 'soft') : null;
  return {
    hosts: options.hosts,
    workloads: options.workloads,
    seed: options.seed,
    distinct: options.distinct,
    placed,
    unplaced: solution.unplaced.length,
    seconds: round(seconds),
    compileSeconds: round(compileSeconds),
    solveSeconds: round(solveSeconds),
    cpuSeconds: round(ended.cpu - started.cpu),
    solveCpuSeconds: round(ended.cpu - compiled.cpu),
    peakMiB: peak,
    problemMiB: before,
    placementsPerSecond: Math.round(placed / solveSeconds),
    placementsPerSecondWithCompile: Math.round(placed / seconds),
    ...reference,
    hostsUsed: solution.hostsUsed,
    violations: hard?.length ?? null,
  };
}

function runReference(problem: Problem): Record<string, unknown> {
  const sample = Math.min(problem.workloads.length, Math.floor(REFERENCE_SCANS / problem.hosts.length));
  const { placed, seconds, hostOf } = referenceBestFit(problem, sample);
  return {
    referencePlacementsPerSecond: Math.round(placed / seconds),
    referencePlaced: placed,
    referenceSample: sample,
    ...(sample === problem.workloads.length
      ? { referenceHostsUsed: new Set(hostOf.filter((host) => host >= 0)).size }
      : {}),
  };
}

interface Instant {
  readonly wall: number;
  /** Of all threads, V8's own included: on a busy machine the steadier figure. */
  readonly cpu: number;
}

function now(): Instant {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, cpu: (user + system) / 1e6 };
}

/** Greatest resident size of this process so far. */
function peakMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function round(seconds: number): number {
  return Math.round(seconds * 10_000) / 10_000;
}
