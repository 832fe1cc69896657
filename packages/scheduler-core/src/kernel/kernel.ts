import type { Model } from '../compile/compile.ts';
import { type Columns, columnList, type Sizes, scalarNames } from './layout.gen.ts';
import type { LoadModule } from './lazy-module.ts';

/** Functions of assembly/index.ts; hosts and workloads are indices. */
export interface KernelCalls {
  reset(): void;
  recordStart(): void;
  /** Place what is unplaced in `order[from..to)`; returns how many were placed. */
  construct(from: number, to: number): number;
  /** The same, filling each fresh host with the set of workloads up to `order[end]` that leaves least of it, in so many nodes of search. */
  constructFilled(from: number, to: number, end: number, nodes: number): number;
  /** Let `order[from..to)` stay where they are at the start, where the rules allow it. */
  stay(from: number, to: number): number;
  /** Best host, -1 where none. Options: 1, trust the host that took the workload's class last; 2, first its initial host. */
  find(workload: number, options: number): number;
  /** The host on which it leaves least unusable, -1 where none; in a model that is `withFragmentation`. */
  findLeastFragmented(workload: number): number;
  findWithin(workload: number, topology: number, place: number): number;
  admits(workload: number, host: number): number;
  /** While 1, hard terms that only a whole group settles block nothing; `breachNow` tells whether they hold. */
  setLenient(value: 0 | 1): void;
  place(workload: number, host: number): void;
  take(workload: number): void;
  eject(workload: number, units: number): number;
  resetEjection(from: number): void;
  /** Reduction of hosts in use: opened once (seed; returns how many are in use), then one evacuation after another. */
  openReduction(seed: number): number;
  /** Take all off a host; 0 where somebody may not move. */
  evacuate(host: number): number;
  /** Work for about so many units: how many still wait for a host; -1 where it cannot succeed. */
  settle(units: number): number;
  /** End an evacuation: returns the hosts in use. */
  keepEvacuation(): number;
  undoEvacuation(): void;
  /** Improvement search over the placement as it stands; lists and grid are stale afterwards: `reset` and place what it found. */
  openSearch(seed: number): void;
  /** Try so many moves; how many were made. `hardPrice`: of a unit by which a hard term is broken. */
  anneal(moves: number, temperature: number, hardPrice: number): number;
  /** Change what it costs that a host is too full: factors where it is so, and elsewhere. */
  repriceAll(up: number, down: number): void;
  /** What one random relocation would cost; 0 where the host is too full. */
  probe(): number;
  /** Soft cost now and at best, less that of the start; sum of broken hard amounts; hosts that are too full. */
  nowCost(): number;
  bestCost(): number;
  nowBroken(): number;
  nowCrowded(): number;
  /** Fill `configDelta` and `levelDelta` for an unplaced workload on a host. */
  evaluate(workload: number, host: number): void;
  /** Whether a floor's term is broken where the placed workload counts, or for its whole group. */
  isBroken(record: number, workload: number): number;
  /** Sum of hard amounts that only a whole group can settle. */
  breachNow(): number;
  /** Hosts looked at since the last call; and a way to charge the caller's own. */
  takeWork(): number;
  addWork(units: number): void;
  setClosed(host: number, value: number): void;
  /** The host before this one in its list of an index, -1 at the head; and putting it back there. */
  previousOf(index: number, host: number): number;
  relinkBehind(index: number, host: number, previous: number): void;
}

export interface Kernel extends KernelCalls {
  readonly columns: Columns;
  readonly bytes: number;
}

/** Below it lie the module's own constants. */
const HEADER = 65536;
const PAGE = 65536;

/** An instance over memory of exactly the model's size, filled and reset. Throws a RangeError where 4 GiB do not suffice. */
export async function createKernel(model: Model, load: LoadModule): Promise<Kernel> {
  const { sizes } = model;
  const { offsets, end } = arrange(sizes);
  const pages = Math.ceil(end / PAGE);
  if (pages > 65536)
    throw new RangeError(`the problem needs ${Math.ceil(end / 2 ** 20)} MiB of kernel memory; 4096 is the most`);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = await WebAssembly.instantiate(await load(), { env: { memory, abort } });
  const calls = exports as unknown as KernelCalls & { bind(header: number): void };
  const columns = viewColumns(memory.buffer, sizes, offsets);
  const header = new Int32Array(memory.buffer, HEADER, scalarNames.length + columnList.length);
  scalarNames.forEach((name, word) => {
    header[word] = sizes[name];
  });
  columnList.forEach(([name], at) => {
    header[scalarNames.length + at] = offsets[name]!;
  });
  model.write(columns, (column) => offsets[column]!);
  calls.bind(HEADER);
  if (model.startMatters) {
    calls.reset();
    calls.recordStart();
  }
  calls.reset();
  return { ...calls, columns, bytes: memory.buffer.byteLength };
}

/** Byte offset of every column; each starts on its own cache line. */
function arrange(sizes: Sizes) {
  let end = HEADER + (scalarNames.length + columnList.length) * 4;
  const offsets: Record<string, number> = {};
  for (const [name, type, length] of columnList) {
    end = Math.ceil(end / 64) * 64;
    offsets[name] = end;
    end += length(sizes) * (type === 'i32' ? 4 : 8);
  }
  return { offsets, end };
}

function viewColumns(buffer: ArrayBuffer, sizes: Sizes, offsets: Record<string, number>): Columns {
  const views = { i32: Int32Array, u64: BigUint64Array, f64: Float64Array };
  return Object.fromEntries(
    columnList.map(([name, type, length]) => [name, new views[type](buffer, offsets[name]!, length(sizes))]),
  ) as unknown as Columns;
}

/** Only the debug build calls it: a broken assertion is a bug in the kernel. */
function abort(_message: number, _file: number, line: number, column: number): never {
  throw new Error(`kernel assertion failed at ${line}:${column}`);
}
