import { setFlagsFromString } from 'node:v8';
import { type Progress, solve, verify } from '@yunqian/scheduler-core';
import { createFleetProblem, type RuleMix } from './fleet-problem.ts';
import { constructInKernel } from './kernel-construction.ts';
import { type ReferenceResult, referenceBestFit } from './reference-best-fit.ts';
import { referenceIndexed } from './reference-indexed.ts';
import { createStopwatch } from './stopwatch.ts';

export interface ThroughputOptions {
  readonly hosts: number;
  readonly workloads: number;
  readonly seed: number;
  readonly mix: RuleMix;
  /** Every workload a size of its own. */
  readonly distinct: boolean;
}

/** Host scans that the reference is given; beyond that it runs on the largest workloads only. */
const REFERENCE_SCANS = 3e8;
const VERIFIED_HOSTS = 200_000;
/** Constructions are repeated until they have taken so long together, at most so often. */
const ENOUGH_SECONDS = 0.5;
const MOST_RUNS = 40;

/**
 * One problem solved whole, with repair, bounds and reduction; and constructed alone, by the kernel and by the plain reference: these two do
 * the same work, in the same run, both warm, so that their ratio says something. CPU time of all threads, medians of several constructions.
 */
export async function runThroughput(options: ThroughputOptions): Promise<Record<string, unknown>> {
  // Short kernel calls would otherwise run in V8's baseline code at first; a planner's process lives long enough not to care.
  setFlagsFromString('--no-liftoff');
  await solve(createFleetProblem({ hosts: 200, workloads: 1000, seed: options.seed }), { budget: 0 });
  const problem = createFleetProblem(options);

  const problemMiB = peakMiB();
  const began = new Map<Progress['phase'], number>();
  const stopwatch = createStopwatch('cpu');
  const solution = await solve(problem, {
    seed: options.seed,
    onProgress: ({ phase }) => {
      if (!began.has(phase)) began.set(phase, stopwatch());
    },
  });
  const seconds = stopwatch();
  const peak = peakMiB();
  const compileSeconds = began.get('construct')!;
  const hard =
    options.hosts <= VERIFIED_HOSTS ? verify(problem, solution.hostOf).filter(({ mode }) => mode !== 'soft') : null;

  const kernel = await constructInKernel(problem, isTooShort);
  const sample = Math.min(problem.workloads.length, Math.floor(REFERENCE_SCANS / problem.hosts.length));
  const plain = repeat(() => referenceBestFit(problem, sample));
  const kernelSeconds = median(kernel.placeSeconds);
  const plainSeconds = median(plain.map(({ placeSeconds }) => placeSeconds));
  const plainHostOf = plain[0]!.hostOf;
  const perSecond = placedIn(kernel.hostOf) / kernelSeconds;
  const plainPerSecond = placedIn(plainHostOf) / plainSeconds;
  const isGroupless = options.mix === 'capacity' || options.mix === 'zones';
  const indexed = isGroupless ? repeat(() => referenceIndexed(problem)) : [];
  return {
    ...options,
    seconds: round(seconds),
    compileSeconds: round(compileSeconds),
    solveSeconds: round(seconds - compileSeconds),
    placed: placedIn(solution.hostOf),
    hostsUsed: solution.hostsUsed,
    hostsBound: solution.bounds.hosts.hosts,
    violations: hard?.length ?? null,
    peakMiB: peak,
    problemMiB,
    kernelPrepareSeconds: round(kernel.prepareSeconds),
    kernelSeconds: round(kernelSeconds),
    kernelPlaced: placedIn(kernel.hostOf),
    kernelHostsUsed: usedIn(kernel.hostOf),
    kernelPerSecond: Math.round(perSecond),
    plainPrepareSeconds: round(median(plain.map(({ prepareSeconds }) => prepareSeconds))),
    plainSeconds: round(plainSeconds),
    plainPlaced: placedIn(plainHostOf),
    ...(sample === problem.workloads.length ? { plainHostsUsed: usedIn(plainHostOf) } : { plainSample: sample }),
    plainPerSecond: Math.round(plainPerSecond),
    ratio: Math.round((perSecond / plainPerSecond) * 10) / 10,
    ...indexedFigures(indexed, perSecond),
  };
}

/** The same algorithm in plain TypeScript. */
function indexedFigures(indexed: readonly ReferenceResult[], perSecond: number): Record<string, number> {
  if (indexed.length === 0) return {};
  const seconds = median(indexed.map(({ placeSeconds }) => placeSeconds));
  const { placed, hostOf } = indexed[0]!;
  return {
    indexedSeconds: round(seconds),
    indexedPlaced: placed,
    indexedHostsUsed: usedIn(hostOf),
    indexedRatio: Math.round((perSecond * seconds * 10) / placed) / 10,
  };
}

function isTooShort(seconds: readonly number[]): boolean {
  return seconds.length < MOST_RUNS && seconds.reduce((sum, value) => sum + value, 0) < ENOUGH_SECONDS;
}

function repeat<T extends { readonly placeSeconds: number }>(run: () => T): T[] {
  const all: T[] = [];
  do all.push(run());
  while (isTooShort(all.map(({ placeSeconds }) => placeSeconds)));
  return all;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function placedIn(hostOf: Int32Array): number {
  return hostOf.reduce((count, host) => count + Number(host >= 0), 0);
}

function usedIn(hostOf: Int32Array): number {
  return new Set(hostOf.filter((host) => host >= 0)).size;
}

/** Greatest resident size of this process so far. */
function peakMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function round(seconds: number): number {
  return Math.round(seconds * 100_000) / 100_000;
}
