/** Use of each resource over time: a step function in two columns; nothing is used before its first node. */
import { at, capacities, NEVER, nodeCount, nodeStart, nodeTimes, nodeUsed, put, resources, templateCount, templateTimes, templateUsed } from './layout';

/** All resources as they are before anything is placed. */
export function resetProfiles(): void {
  let from: usize = 0;
  for (let r = 0; r < resources; r++) {
    const count = at(templateCount, r);
    const to = <usize>at(nodeStart, r) << 2;
    memory.copy(nodeTimes + to, templateTimes + from, <usize>count << 2);
    memory.copy(nodeUsed + to, templateUsed + from, <usize>count << 2);
    put(nodeCount, r, count);
    from += <usize>count << 2;
  }
}

/** Index in the columns of the stretch that holds `time`; one below the first where none does. */
function stretchAt(r: i32, time: i32): i32 {
  let low = at(nodeStart, r);
  let high = low + at(nodeCount, r);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(nodeTimes, middle) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** -1 where the amount is free from `start` to `end`; else the end of the first stretch where it is not, perhaps NEVER. */
export function conflictEnd(r: i32, start: i32, end: i32, amount: i32): i32 {
  const free = at(capacities, r) - amount;
  const first = at(nodeStart, r);
  const stop = first + at(nodeCount, r);
  let i = stretchAt(r, start);
  if (i < first) {
    if (free < 0) return stop > first ? at(nodeTimes, first) : NEVER;
    i++;
  }
  for (; i < stop && at(nodeTimes, i) < end; i++) {
    if (at(nodeUsed, i) > free) return i + 1 < stop ? at(nodeTimes, i + 1) : NEVER;
  }
  return -1;
}

/** -1 where the amount is free from `start` to `end`; else the beginning of the last stretch where it is not, perhaps 0. */
export function conflictStart(r: i32, start: i32, end: i32, amount: i32): i32 {
  const free = at(capacities, r) - amount;
  const first = at(nodeStart, r);
  for (let i = stretchAt(r, end - 1); i >= first; i--) {
    if (at(nodeUsed, i) > free) return at(nodeTimes, i);
    if (at(nodeTimes, i) <= start) return -1;
  }
  return free < 0 ? 0 : -1;
}

/** First time from which on the amount stays free for ever; NEVER if there is none. */
export function freeFrom(r: i32, amount: i32): i32 {
  const free = at(capacities, r) - amount;
  const first = at(nodeStart, r);
  const last = first + at(nodeCount, r) - 1;
  for (let i = last; i >= first; i--) {
    if (at(nodeUsed, i) > free) return i == last ? NEVER : at(nodeTimes, i + 1);
  }
  return free < 0 && last < first ? NEVER : 0;
}

/** First time after `time` at which the use changes, or NEVER. */
export function nextChange(r: i32, time: i32): i32 {
  const i = stretchAt(r, time) + 1;
  return i < at(nodeStart, r) + at(nodeCount, r) ? at(nodeTimes, i) : NEVER;
}

export function occupy(r: i32, start: i32, end: i32, amount: i32): void {
  if (start >= end || amount == 0) return;
  const first = cut(r, start);
  const stop = end == NEVER ? at(nodeStart, r) + at(nodeCount, r) : cut(r, end);
  for (let i = first; i < stop; i++) put(nodeUsed, i, at(nodeUsed, i) + amount);
}

/** The node at exactly this time, made where there is none. */
function cut(r: i32, time: i32): i32 {
  const i = stretchAt(r, time);
  const first = at(nodeStart, r);
  if (i >= first && at(nodeTimes, i) == time) return i;
  const count = at(nodeCount, r);
  assert(first + count < at(nodeStart, r + 1));
  const behind = <usize>(i + 1) << 2;
  const bytes = <usize>(first + count - i - 1) << 2;
  memory.copy(nodeTimes + behind + 4, nodeTimes + behind, bytes);
  memory.copy(nodeUsed + behind + 4, nodeUsed + behind, bytes);
  put(nodeTimes, i + 1, time);
  put(nodeUsed, i + 1, i < first ? 0 : at(nodeUsed, i));
  put(nodeCount, r, count + 1);
  return i + 1;
}
