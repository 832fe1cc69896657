import type { LoadModule } from '../kernel/lazy-module.ts';
import type { Project, StartWindow } from './project.ts';
import { findStartWindows } from './start-windows.ts';

/** The search over one project, in the kernel's memory. */
export interface SequenceKernel {
  /** `bound`: a makespan at which the search may stop. */
  begin(seed: number, bound: number): void;
  /** Goes on until so many activities were placed or the bound is met; returns how many were. */
  run(units: number): number;
  /** Starts of the best schedule so far, -1 where an activity has none. */
  bestStarts(): Int32Array;
}

const COLUMNS = [
  'durations',
  'demands',
  'capacities',
  'priorities',
  'topological',
  'predecessorStart',
  'predecessors',
  'windowStart',
  'windowFrom',
  'windowTo',
  'bestStarts',
] as const;

type Exports = Readonly<Record<(typeof COLUMNS)[number] | 'HORIZON', WebAssembly.Global<'i32'>>> & {
  layout(activities: number, free: number, blocks: number, edges: number, windows: number): number;
  begin(seed: number, bound: number): void;
  run(units: number): number;
};

const PAGE = 65536;
/** Resources in a vector of the kernel's. */
const LANES = 4;

export async function createSequenceKernel(project: Project, load: LoadModule): Promise<SequenceKernel> {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
  const instance = await WebAssembly.instantiate(await load(), { env: { memory, abort } });
  const kernel = instance.exports as unknown as Exports;
  const { activities, resources } = project;
  const { order, successors, windows, tails } = findStartWindows(project);
  const isFree = (a: number): boolean => activities[a]!.fixedStart === undefined;
  const free = order.filter(isFree);
  const count = activities.length;
  const blocks = Math.ceil(resources.length / LANES);
  const edges = successors.reduce((sum, list) => sum + list.length, 0);
  const windowCount = windows.reduce((sum, list) => sum + list.length, 0);
  const bytes = kernel.layout(count, free.length, blocks, edges, windowCount);
  memory.grow(Math.max(0, Math.ceil(bytes / PAGE) - 1));

  const write = (column: (typeof COLUMNS)[number], values: readonly number[]): void => {
    new Int32Array(memory.buffer, kernel[column].value, values.length).set(values);
  };
  const mirror = kernel.HORIZON.value;
  const mirrored = windows.map((list, a) => {
    const last = mirror - activities[a]!.duration;
    return list.toReversed().map(({ from, to }): StartWindow => ({ from: last - to, to: last - from }));
  });
  const pad = (values: readonly number[]): number[] => Array.from({ length: blocks * LANES }, (_, r) => values[r] ?? 0);
  const predecessors = activities.map((activity) => activity.predecessors);
  const length = activities.reduce((most, _, a) => Math.max(most, (windows[a]![0]?.from ?? 0) + tails[a]!), 0);

  write(
    'durations',
    activities.map(({ duration }) => duration),
  );
  write(
    'demands',
    activities.flatMap(({ demands }) => pad(demands)),
  );
  write('capacities', pad(resources.map(({ capacity }) => capacity)));
  write(
    'priorities',
    activities.map((_, a) => Math.min(length - tails[a]!, windows[a]!.at(-1)?.to ?? 0)),
  );
  write('topological', [...free, ...order.filter((a) => !isFree(a))]);
  write('predecessorStart', [...offsets(predecessors), ...offsets(successors)]);
  write('predecessors', [...predecessors.flat(), ...successors.flat()]);
  write('windowStart', [...offsets(windows), ...offsets(mirrored)]);
  write(
    'windowFrom',
    [...windows.flat(), ...mirrored.flat()].map(({ from }) => from),
  );
  write(
    'windowTo',
    [...windows.flat(), ...mirrored.flat()].map(({ to }) => to),
  );
  return {
    begin: kernel.begin,
    run: kernel.run,
    bestStarts: () => new Int32Array(memory.buffer, kernel.bestStarts.value, count).slice(),
  };
}

/** Where each list begins once they lie one behind the other, and where the last one ends. */
function offsets(lists: readonly (readonly unknown[])[]): number[] {
  let end = 0;
  return [0, ...lists.map((list) => (end += list.length))];
}

/** Only the debug build calls it: a broken assertion is a bug in the kernel. */
function abort(_message: number, _file: number, line: number, column: number): never {
  throw new Error(`kernel assertion failed at ${line}:${column}`);
}
