/**
 * Open hosts by what they have left: per group and pool a grid of 64 x 64 cells over the room in the scarcest dimension and in all of them, each
 * quantised with eight steps an octave, so that "hosts with room for this" is a corner of the grid and moving a host is
 * O(1). Cells are linked lists; masks tell which rows and columns hold any; `cellMax` bounds what a cell can offer.
 * Groups: hosts in use, empty hosts, and (index 1, where soft capacities exist) all hosts by their hard capacities.
 */
import { cellHead, cellMax, cellOf, closed, columnMask, columnShare, countOn, dimensions, free, hosts, indexes, nextIn, poolOf, pools,
  previousIn, rowMask, rowScale, tight } from './layout.gen';

export const USED: i32 = 0;
export const EMPTY: i32 = 1;
export const ALL: i32 = 2;

const STEPS: i32 = 64;
const CELLS: i32 = 4096;

/** Eight steps an octave, exact below 8, the last step open-ended. */
function quantise(units: f64): i32 {
  const value = <i32>min<f64>(units, 1023);
  if (value < 8) return max(0, value);
  const octave = 31 - clz(value);
  return min(STEPS - 1, ((octave - 2) << 3) | ((value >> (octave - 3)) & 7));
}

/**
 * Cell of a vector of demands or of room within its grid, row * 64 + column, in average workloads: row, the scarcest dimension; column,
 * all of them together. Whoever has room for a demand has at least its row and its column.
 */
export function stepsFor(vector: usize): i32 {
  let least: f64 = 1023;
  let sum: f64 = 0;
  for (let d = 0; d < dimensions; d++) {
    const scale = load<f64>(rowScale + (<usize>d << 3));
    if (scale == 0) continue;
    const units = <f64>load<i32>(vector + (<usize>d << 2)) * scale;
    least = min<f64>(least, units);
    sum += units;
  }
  return (quantise(least) << 6) | quantise(sum * load<f64>(columnShare));
}

/** Least room in a row and column together: what best fit makes small. */
export function roomAt(row: i32, column: i32): i32 {
  return lowerEdge(row) + lowerEdge(column);
}

function lowerEdge(step: i32): i32 {
  return step < 8 ? step : (8 + (step & 7)) << ((step >> 3) - 1);
}

export function rowsOf(group: i32, pool: i32): u64 {
  return load<u64>(rowMask + (<usize>(group * pools + pool) << 3));
}

export function columnsOf(group: i32, pool: i32, row: i32): u64 {
  return load<u64>(columnMask + (<usize>((group * pools + pool) * STEPS + row) << 3));
}

export function cellAt(group: i32, pool: i32, row: i32, column: i32): i32 {
  return (group * pools + pool) * CELLS + row * STEPS + column;
}

export function firstIn(cell: i32): i32 {
  return load<i32>(cellHead + (<usize>cell << 2)) - 1;
}

export function nextOf(group: i32, host: i32): i32 {
  return load<i32>(nextIn + (<usize>(group == ALL ? hosts + host : host) << 2));
}

/** Room by hard capacities, per dimension: what `fits` looks at. */
function boundOf(cell: i32): usize {
  return cellMax + (<usize>(cell * dimensions) << 2);
}

/** False only if no host of the cell can have room. */
export function mayHold(cell: i32, demand: usize): bool {
  const bound = boundOf(cell);
  for (let d = 0; d < dimensions; d++) {
    if (load<i32>(demand + (<usize>d << 2)) > load<i32>(bound + (<usize>d << 2))) return false;
  }
  return true;
}

/** Makes the bound exact, after a scan that found no room. */
export function tighten(group: i32, cell: i32): void {
  const bound = boundOf(cell);
  let host = firstIn(cell);
  memory.copy(bound, free + (<usize>(host * dimensions) << 2), <usize>dimensions << 2);
  for (host = nextOf(group, host); host >= 0; host = nextOf(group, host)) raise(bound, host);
}

function raise(bound: usize, host: i32): void {
  const room = free + (<usize>(host * dimensions) << 2);
  for (let d = 0; d < dimensions; d++) {
    const at = <usize>d << 2;
    if (load<i32>(room + at) > load<i32>(bound + at)) store<i32>(bound + at, load<i32>(room + at));
  }
}

function unlink(index: i32, host: i32): void {
  const at = <usize>(index * hosts + host) << 2;
  const cell = load<i32>(cellOf + at);
  if (cell < 0) return;
  const next = load<i32>(nextIn + at);
  const previous = load<i32>(previousIn + at);
  const base = <usize>(index * hosts) << 2;
  if (next >= 0) store<i32>(previousIn + base + (<usize>next << 2), previous);
  if (previous >= 0) {
    store<i32>(nextIn + base + (<usize>previous << 2), next);
  } else {
    store<i32>(cellHead + (<usize>cell << 2), next + 1);
    if (next < 0) clearCell(cell);
  }
  store<i32>(cellOf + at, -1);
}

function clearCell(cell: i32): void {
  const row = <usize>(cell >> 6);
  const mask = columnMask + (row << 3);
  store<u64>(mask, load<u64>(mask) & ~(<u64>1 << (cell & 63)));
  if (load<u64>(mask)) return;
  const rows = rowMask + ((row >> 6) << 3);
  store<u64>(rows, load<u64>(rows) & ~(<u64>1 << (row & 63)));
}

/** Links a host into a cell behind `previous`, or at the head where that is -1. */
function link(index: i32, host: i32, cell: i32, previous: i32): void {
  const base = <usize>(index * hosts) << 2;
  const at = base + (<usize>host << 2);
  const head = cellHead + (<usize>cell << 2);
  const next = previous < 0 ? load<i32>(head) - 1 : load<i32>(nextIn + base + (<usize>previous << 2));
  store<i32>(cellOf + at, cell);
  store<i32>(nextIn + at, next);
  store<i32>(previousIn + at, previous);
  if (next >= 0) store<i32>(previousIn + base + (<usize>next << 2), host);
  if (previous >= 0) {
    store<i32>(nextIn + base + (<usize>previous << 2), host);
    return;
  }
  store<i32>(head, host + 1);
  if (next >= 0) return;
  const row = <usize>(cell >> 6);
  const mask = columnMask + (row << 3);
  store<u64>(mask, load<u64>(mask) | (<u64>1 << (cell & 63)));
  const rows = rowMask + ((row >> 6) << 3);
  store<u64>(rows, load<u64>(rows) | (<u64>1 << (row & 63)));
  memory.fill(boundOf(cell), 0, <usize>dimensions << 2);
}

function cellFor(index: i32, host: i32): i32 {
  const vector = (index == 0 && indexes > 1 ? tight : free) + (<usize>(host * dimensions) << 2);
  const group = index > 0 ? ALL : load<i32>(countOn + (<usize>host << 2)) > 0 ? USED : EMPTY;
  return (group * pools + load<i32>(poolOf + (<usize>host << 2))) * CELLS + stepsFor(vector);
}

/** Puts a host where its room now belongs; closed hosts are in no cell. */
export function relink(host: i32): void {
  const open = !load<i32>(closed + (<usize>host << 2));
  for (let index = 0; index < indexes; index++) {
    const at = <usize>(index * hosts + host) << 2;
    const cell = open ? cellFor(index, host) : -1;
    if (cell != load<i32>(cellOf + at)) {
      unlink(index, host);
      if (cell >= 0) link(index, host, cell, -1);
    }
    if (cell >= 0) raise(boundOf(cell), host);
  }
}

/** The neighbour before the host in its cell, for `relinkBehind`. */
export function previousOf(index: i32, host: i32): i32 {
  const at = <usize>(index * hosts + host) << 2;
  return load<i32>(cellOf + at) < 0 ? -1 : load<i32>(previousIn + at);
}

/** Restores a host's place in its list when a change is undone, so that later choices are the same as without it. */
export function relinkBehind(index: i32, host: i32, previous: i32): void {
  const cell = load<i32>(cellOf + (<usize>(index * hosts + host) << 2));
  if (cell < 0) return;
  unlink(index, host);
  link(index, host, cell, previous);
  raise(boundOf(cell), host);
}

export function clearGrid(): void {
  const groups = <usize>((indexes + 1) * pools);
  memory.fill(cellHead, 0, (groups * CELLS) << 2);
  memory.fill(columnMask, 0, (groups * STEPS) << 3);
  memory.fill(rowMask, 0, groups << 3);
  for (let at = 0; at < indexes * hosts; at++) store<i32>(cellOf + (<usize>at << 2), -1);
}
