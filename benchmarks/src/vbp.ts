import { readFileSync, writeFileSync } from 'node:fs';
import { type Problem, solve } from '@yunqian/scheduler-core';
import { createRandom } from './random.ts';
import { type Clock, createStopwatch } from './stopwatch.ts';

export interface VbpOptions {
  readonly seconds: number;
  readonly seed: number;
  readonly clock: Clock;
  /** JSON lines {"name", "bins"}: the bin of each item; nothing is written without it. */
  readonly out?: string;
  /** Every so many-th instance only. */
  readonly every: number;
}

export interface VbpRun {
  readonly instance: string;
  readonly bins: number;
  readonly lowerBound: number;
  readonly seconds: number;
}

interface VbpInstance {
  readonly name: string;
  readonly cap: readonly number[];
  readonly items: readonly (readonly number[])[];
}

/** Vector bin packing: every instance of a JSONL file, each for at most so many seconds, its items shuffled. */
export async function* runVbp(path: string, options: VbpOptions): AsyncGenerator<VbpRun> {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const packings: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (at % options.every !== 0) continue;
    const instance = JSON.parse(line) as VbpInstance;
    const { run, binOf } = await pack(instance, options);
    packings.push(`${JSON.stringify({ name: instance.name, bins: binOf })}\n`);
    yield run;
  }
  if (options.out) writeFileSync(options.out, packings.join(''));
}

async function pack(
  { name, cap, items }: VbpInstance,
  { seconds, seed, clock }: VbpOptions,
): Promise<{ run: VbpRun; binOf: number[] }> {
  const order = shuffled(items.length, seed);
  const problem: Problem = {
    formatVersion: '1.0',
    name,
    dimensions: cap.map((_, d) => `d${d}`),
    levels: [],
    hosts: items.map((_, bin) => ({ id: `bin-${bin}`, capacity: cap, domains: [] })),
    workloads: order.map((item) => ({ id: `item-${item}`, demand: items[item]! })),
    groups: [],
    rules: [{ kind: 'capacity', id: 'capacity' }],
  };
  const elapsed = createStopwatch(clock);
  const controller = new AbortController();
  const { hostOf, hostsUsed, bounds } = await solve(problem, {
    seed,
    budget: Number.MAX_SAFE_INTEGER,
    signal: controller.signal,
    onProgress: () => {
      if (elapsed() >= seconds) controller.abort();
    },
  });
  const took = elapsed();
  const binOf: number[] = [];
  order.forEach((item, w) => {
    binOf[item] = hostOf[w]!;
  });
  const run: VbpRun = {
    instance: name,
    bins: hostsUsed,
    lowerBound: bounds.hosts.hosts,
    seconds: Math.round(took * 1000) / 1000,
  };
  return { run, binOf };
}

/** 0 .. count - 1 in random order. */
function shuffled(count: number, seed: number): number[] {
  const random = createRandom(seed);
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
