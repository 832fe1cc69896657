/**
 * A fresh host is filled by the set of unplaced workloads that leaves least of it: minimum bin slack (Gupta and Ho 1999; Fleszar and
 * Hindi 2002) for several dimensions, by depth-first search over the candidates in their order, up to a number of nodes.
 */
import { HOME, addWork, find } from './find';
import { admits, hostAt, place, take } from '../state';
import { demandOf, fitsTight, within } from '../terms/capacity';
import { isCharged } from '../links';
import { countOn, dimensions, fillBest, fillList, fillRoom, fillStack, free, indexes, order, shapeOf, shapeSize, tight } from '../layout.gen';

const CANDIDATES: i32 = 1024;
const DEPTH: i32 = 63;

let listed: i32 = 0;
let nodes: f64 = 0;
let most: f64 = 0;
let bestDepth: i32 = 0;
let target: i32 = 0;

/** Like `construct` over `order[from..to)`; candidates for a fresh host come from as far as `end`. */
export function constructFilled(from: i32, to: i32, end: i32, limit: f64): i32 {
  let placed = 0;
  for (let at = from; at < to; at++) {
    const w = load<i32>(order + (<usize>at << 2));
    if (hostAt(w) >= 0) continue;
    const host = find(w, HOME);
    if (host < 0) continue;
    const fresh = load<i32>(countOn + (<usize>host << 2)) == 0;
    place(w, host);
    placed++;
    if (fresh) placed += fill(host, at + 1, end, limit);
  }
  return placed;
}

function fill(host: i32, from: i32, end: i32, limit: f64): i32 {
  listed = 0;
  for (let at = from; at < end && listed < CANDIDATES; at++) {
    const w = load<i32>(order + (<usize>at << 2));
    if (hostAt(w) >= 0 || !welcomes(w, host)) continue;
    store<i32>(fillList + (<usize>listed << 2), w);
    listed++;
  }
  memory.copy(fillRoom, (indexes > 1 ? tight : free) + (<usize>(host * dimensions) << 2), <usize>dimensions << 2);
  nodes = limit;
  most = 0;
  bestDepth = 0;
  target = host;
  extend(0, 0, 0);
  addWork(<f64>(end - from) * 0.25 + (limit - nodes) * 0.25);
  for (let depth = 0; depth < bestDepth; depth++) place(load<i32>(fillBest + (<usize>depth << 2)), host);
  return bestDepth;
}

/** Adds candidates from `from` on to those on the stack. */
function extend(depth: i32, from: i32, filled: f64): void {
  if (filled > most && holdsTogether(depth)) {
    most = filled;
    bestDepth = depth;
    memory.copy(fillBest, fillStack, <usize>depth << 2);
  }
  if (depth == DEPTH) return;
  const room = fillRoom + (<usize>(depth * dimensions) << 2);
  const left = room + (<usize>dimensions << 2);
  let refused = -1;
  for (let at = from; at < listed; at++) {
    nodes -= 1;
    if (nodes < 0) return;
    const w = load<i32>(fillList + (<usize>at << 2));
    const shape = load<i32>(shapeOf + (<usize>w << 2));
    if (shape == refused) continue;
    const demand = demandOf(w);
    if (!within(demand, room)) continue;
    refused = shape;
    for (let d = 0; d < dimensions; d++) {
      const cell = <usize>d << 2;
      store<i32>(left + cell, load<i32>(room + cell) - load<i32>(demand + cell));
    }
    store<i32>(fillStack + (<usize>depth << 2), w);
    extend(depth + 1, at + 1, filled + load<f64>(shapeSize + (<usize>shape << 3)));
    if (nodes < 0) return;
  }
}

function welcomes(w: i32, host: i32): bool {
  return admits(w, host) && fitsTight(demandOf(w), host) && !isCharged(w, host);
}

/** Whether the rules let all on the stack onto the host. */
function holdsTogether(depth: i32): bool {
  let placed = 0;
  while (placed < depth) {
    const w = load<i32>(fillStack + (<usize>placed << 2));
    if (!welcomes(w, target)) break;
    place(w, target);
    placed++;
  }
  const all = placed == depth;
  while (placed > 0) {
    placed--;
    take(load<i32>(fillStack + (<usize>placed << 2)));
  }
  return all;
}
