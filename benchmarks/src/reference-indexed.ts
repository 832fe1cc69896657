import type { Problem } from '@yunqian/scheduler-core';
import type { ReferenceResult } from './reference-best-fit.ts';
import { createStopwatch } from './stopwatch.ts';

const STEPS = 64;
const CELLS = STEPS * STEPS;
const UNITS = 1023;

/**
 * The kernel's own way in plain TypeScript over typed arrays: hosts in grids of 64 x 64 cells by the room that they have left, one pair of grids
 * (in use, empty) a zone; a class of equal workloads tries the host of its last one first (ADR 7). So that on small fleets the ratio to it
 * is WebAssembly's and not the index's. Knows capacity and zones, not groups; has no bounds of what a cell can offer, which the kernel
 * needs on large fleets.
 */
export function referenceIndexed(problem: Problem): ReferenceResult {
  const prepare = createStopwatch('cpu');
  const { hosts, workloads, dimensions } = problem;
  const width = dimensions.length;
  const free = Int32Array.from(hosts.flatMap(({ capacity }) => [...capacity]));
  const asked = Int32Array.from({ length: workloads.length * width }, (_, at) => {
    return workloads[Math.floor(at / width)]!.demand[at % width]!;
  });
  const demand = sums(asked, width);
  const room = sums(free, width);
  const zoned = problem.rules.some(({ kind }) => kind === 'eligibility');
  const zones = new Map<unknown, number>();
  const zoneOf = (zone: unknown): number => {
    if (!zoned) return 0;
    if (!zones.has(zone)) zones.set(zone, zones.size);
    return zones.get(zone)!;
  };
  const poolOfHost = Int32Array.from(hosts, ({ attributes }) => zoneOf(attributes?.zone));
  const poolOf = Int32Array.from(workloads, ({ attributes }) => zoneOf(attributes?.zone));
  const pools = Math.max(1, zones.size);

  // Units of the grid: an average workload measures the same in every dimension, the roomiest host measures the most there are.
  const scale = Float64Array.from(demand, (sum) => workloads.length / Math.max(1, sum));
  let most = 0;
  for (let host = 0; host < hosts.length; host++) most = Math.max(most, scarcest(free, host * width, scale));
  for (let d = 0; d < width; d++) scale[d]! *= UNITS / Math.max(1e-9, most);
  const size = Float64Array.from(workloads, ({ demand: own }) =>
    own.reduce((sum, value, d) => sum + (value * demand[d]!) / room[d]! / room[d]!, 0),
  );
  const classes = new Map<string, number>();
  const classOf = Int32Array.from(workloads, (workload, w) => {
    const key = `${workload.demand}:${poolOf[w]}`;
    if (!classes.has(key)) classes.set(key, classes.size);
    return classes.get(key)!;
  });
  const order = Int32Array.from(workloads.keys()).sort(
    (a, b) => size[b]! - size[a]! || classOf[a]! - classOf[b]! || a - b,
  );
  const prepareSeconds = prepare();

  const place = createStopwatch('cpu');
  const groups = 2 * pools;
  const head = new Int32Array(groups * CELLS).fill(-1);
  const filledRows = new Uint8Array(groups * STEPS);
  const next = new Int32Array(hosts.length).fill(-1);
  const previous = new Int32Array(hosts.length).fill(-1);
  const cellOf = new Int32Array(hosts.length).fill(-1);
  const used = new Uint8Array(hosts.length);
  const hint = new Int32Array(classes.size).fill(-1);
  const hostOf = new Int32Array(workloads.length).fill(-1);

  const relink = (host: number): void => {
    const at = host * width;
    const group = poolOfHost[host]! * 2 + used[host]!;
    const cell = (group * STEPS + rowAt(free, at, scale)) * STEPS + columnAt(free, at, scale);
    const old = cellOf[host]!;
    if (cell === old) return;
    if (old >= 0) {
      const [before, after] = [previous[host]!, next[host]!];
      if (after >= 0) previous[after] = before;
      if (before >= 0) next[before] = after;
      else {
        head[old] = after;
        if (after < 0) filledRows[old >> 6]!--;
      }
    }
    const first = head[cell]!;
    if (first >= 0) previous[first] = host;
    else filledRows[cell >> 6]!++;
    next[host] = first;
    previous[host] = -1;
    head[cell] = host;
    cellOf[host] = cell;
  };
  const fits = (from: number, host: number): boolean => {
    const row = host * width;
    for (let d = 0; d < width; d++) if (asked[from + d]! > free[row + d]!) return false;
    return true;
  };
  const scan = (cell: number, from: number): number => {
    for (let host = head[cell]!; host >= 0; host = next[host]!) if (fits(from, host)) return host;
    return -1;
  };
  /** Least room first. */
  const searchUsed = (group: number, from: number, row: number, column: number): number => {
    let best = -1;
    let score = Number.POSITIVE_INFINITY;
    for (let r = row; r < STEPS && edge(r) + edge(column) < score; r++) {
      if (filledRows[group * STEPS + r] === 0) continue;
      for (let c = column; c < STEPS && edge(r) + edge(c) < score; c++) {
        const host = scan((group * STEPS + r) * STEPS + c, from);
        if (host < 0) continue;
        best = host;
        score = edge(r) + edge(c);
      }
    }
    return best;
  };
  /** Most room first. */
  const searchEmpty = (group: number, from: number, row: number, column: number): number => {
    let best = -1;
    let score = -1;
    for (let r = STEPS - 1; r >= row && edge(r) + edge(STEPS - 1) > score; r--) {
      if (filledRows[group * STEPS + r] === 0) continue;
      for (let c = STEPS - 1; c >= column && edge(r) + edge(c) > score; c--) {
        const host = scan((group * STEPS + r) * STEPS + c, from);
        if (host < 0) continue;
        best = host;
        score = edge(r) + edge(c);
      }
    }
    return best;
  };

  for (let host = hosts.length - 1; host >= 0; host--) relink(host);
  let placed = 0;
  for (let at = 0; at < order.length; at++) {
    const w = order[at]!;
    const from = w * width;
    const group = poolOf[w]! * 2;
    let host = hint[classOf[w]!]!;
    if (host < 0 || !fits(from, host)) {
      const [row, column] = [rowAt(asked, from, scale), columnAt(asked, from, scale)];
      host = searchUsed(group + 1, from, row, column);
      if (host < 0) host = searchEmpty(group, from, row, column);
    }
    if (host < 0) continue;
    hint[classOf[w]!] = host;
    hostOf[w] = host;
    placed++;
    used[host] = 1;
    for (let d = 0; d < width; d++) free[host * width + d]! -= asked[from + d]!;
    relink(host);
  }
  return { hostOf, placed, prepareSeconds, placeSeconds: place() };
}

function sums(rows: Int32Array, width: number): Float64Array {
  const total = new Float64Array(width);
  for (let at = 0; at < rows.length; at++) total[at % width]! += rows[at]!;
  return total;
}

function scarcest(rows: Int32Array, at: number, scale: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let d = 0; d < scale.length; d++) least = Math.min(least, rows[at + d]! * scale[d]!);
  return least;
}

function rowAt(rows: Int32Array, at: number, scale: Float64Array): number {
  return quantise(scarcest(rows, at, scale));
}

function columnAt(rows: Int32Array, at: number, scale: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < scale.length; d++) sum += rows[at + d]! * scale[d]!;
  return quantise(sum / scale.length);
}

/** Eight steps an octave, exact below 8, the last step open-ended. */
function quantise(units: number): number {
  const value = Math.min(UNITS, units) | 0;
  if (value < 8) return value;
  const octave = 31 - Math.clz32(value);
  return Math.min(STEPS - 1, ((octave - 2) << 3) | ((value >> (octave - 3)) & 7));
}

function edge(step: number): number {
  return step < 8 ? step : (8 + (step & 7)) << ((step >> 3) - 1);
}
