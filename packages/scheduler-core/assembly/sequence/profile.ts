/**
 * What is free of every resource over time: a linked list of nodes, each holding from its time to the next node's; the last
 * one has everything free for ever. A node: time, next node (0 at the end), then the free amounts in vectors of four.
 */
import { activities, at, blocks, capacities, demands, durations, endNodes, nodes, put, windowFrom, windowOffset, windowStartOf, windowTo } from './layout';

const FREE: usize = 16;

let stride: usize = 0;
let last: usize = 0;

// @ts-ignore: decorator
@inline
function timeOf(node: usize): i32 {
  return load<i32>(node);
}

// @ts-ignore: decorator
@inline
function nextOf(node: usize): usize {
  return <usize>load<u32>(node, 4);
}

// @ts-ignore: decorator
@inline
function demandOf(activity: i32): usize {
  return demands + (<usize>(activity * blocks) << 4);
}

/** Empties the profile: everything is free from `time` on. */
export function clear(time: i32): void {
  stride = FREE + (<usize>blocks << 4);
  last = nodes;
  store<i32>(last, time);
  store<u32>(last, 0, 4);
  memory.copy(last + FREE, capacities, <usize>blocks << 4);
}

export function firstNode(): usize {
  return nodes;
}

// @ts-ignore: decorator
@inline
function fits(demand: usize, node: usize): bool {
  for (let b: usize = 0; b < <usize>blocks << 4; b += 16) {
    if (v128.any_true(i32x4.gt_s(v128.load(demand + b), v128.load(node + FREE + b)))) return false;
  }
  return true;
}

/** A node at `time` right behind `node`, with the same free. */
function split(node: usize, time: i32): usize {
  last += stride;
  assert(last < nodes + <usize>(activities * 2 + 2) * stride);
  store<i32>(last, time);
  store<u32>(last, load<u32>(node, 4), 4);
  store<u32>(node, <u32>last, 4);
  for (let b: usize = FREE; b < stride; b += 16) v128.store(last + b, v128.load(node + b));
  return last;
}

/**
 * Starts the activity as early as its windows and the resources allow, not before `earliest`; `node` is one at or before
 * that. Returns the start, -1 where there is none.
 */
export function place(activity: i32, side: i32, node: usize, earliest: i32): i32 {
  const duration = at(durations, activity);
  const demand = demandOf(activity);
  const ends = windowStartOf(side);
  const offset = windowOffset(side);
  const windowEnd = at(ends, activity + 1);
  let window = at(ends, activity);
  let start = earliest;
  while (true) {
    while (window < windowEnd && at(windowTo + offset, window) < start) window++;
    if (window == windowEnd) return -1;
    start = max(start, at(windowFrom + offset, window));
    for (let next = nextOf(node); next != 0 && timeOf(next) <= start; next = nextOf(node)) node = next;
    if (duration == 0) {
      put(endNodes, activity, <i32>node);
      return start;
    }
    const end = start + duration;
    let late = node;
    let next = nextOf(late);
    let fit = fits(demand, late);
    while (fit && next != 0 && timeOf(next) < end) {
      late = next;
      next = nextOf(late);
      fit = fits(demand, late);
    }
    if (fit) {
      occupy(activity, demand, node, start, end);
      return start;
    }
    // The last node has everything free: what does not fit into it is not a valid project.
    assert(next != 0);
    node = next;
    start = timeOf(next);
  }
}

function occupy(activity: i32, demand: usize, node: usize, start: i32, end: i32): void {
  if (timeOf(node) < start) node = split(node, start);
  while (true) {
    const next = nextOf(node);
    const isLast = next == 0 || timeOf(next) >= end;
    const behind = !isLast || (next != 0 && timeOf(next) == end) ? next : split(node, end);
    for (let b: usize = 0; b < <usize>blocks << 4; b += 16) {
      v128.store(node + FREE + b, i32x4.sub(v128.load(node + FREE + b), v128.load(demand + b)));
    }
    node = behind;
    if (isLast) break;
  }
  put(endNodes, activity, <i32>node);
}
