/** Serial generation: activities in the order of a list, each as early as it can; and justification, which repeats it in turn. */
import { activities, at, durations, endNodes, free, HORIZON, keys, list, predecessorsOf, predecessorStartOf, put, starts, startsOf, topological } from './layout';
import { clear, firstNode, place } from './profile';

/** Activities placed since the last call of `takeWork`. */
let work: i32 = 0;

/** End of the last activity, and the number of activities without a start, of the last generation. */
export let makespan: i32 = 0;
export let missing: i32 = 0;

export function takeWork(): i32 {
  const done = work;
  work = 0;
  return done;
}

/** Schedules `list` on a side, from `time` on, around the fixed activities. */
export function generate(side: i32, time: i32): void {
  const start = startsOf(side);
  const edgeStart = predecessorStartOf(side);
  const edges = predecessorsOf(side);
  let end = time;
  missing = 0;
  clear(time);
  for (let i = free; i < activities; i++) {
    const a = at(topological, i);
    const placed = place(a, side, firstNode(), time);
    assert(placed >= 0);
    put(start, a, placed);
    end = max(end, placed + at(durations, a));
  }
  for (let i = 0; i < free; i++) {
    const a = at(list, i);
    let node = firstNode();
    let earliest = time;
    let possible = true;
    for (let e = at(edgeStart, a), stop = at(edgeStart, a + 1); e < stop; e++) {
      const before = at(edges, e);
      const started = at(start, before);
      if (started < 0) possible = false;
      const ended = started + at(durations, before);
      if (ended > earliest) {
        earliest = ended;
        node = <usize><u32>at(endNodes, before);
      }
    }
    const placed = possible ? place(a, side, node, earliest) : -1;
    put(start, a, placed);
    if (placed < 0) missing++;
    else end = max(end, placed + at(durations, a));
  }
  makespan = end - time;
  work += free;
}

/** Sorts `list` by `keys`, leaving equal ones in their order; it is nearly sorted. */
function sort(): void {
  for (let i = 1; i < free; i++) {
    const a = at(list, i);
    const key = at(keys, a);
    let to = i;
    for (; to > 0 && at(keys, at(list, to - 1)) > key; to--) put(list, to, at(list, to - 1));
    put(list, to, a);
  }
}

/** Orders `list` for the other side: whoever ends last comes first. */
function turn(side: i32): void {
  const start = startsOf(side);
  for (let i = 0, j = free - 1; i < j; i++, j--) {
    const a = at(list, i);
    put(list, i, at(list, j));
    put(list, j, a);
  }
  for (let i = 0; i < free; i++) {
    const a = at(list, i);
    put(keys, a, HORIZON - at(start, a) - at(durations, a));
  }
  sort();
}

/**
 * Moves everything as late as it can without ending later, then as early as it can: never longer than before. Each activity
 * can at least stay, since those placed before it were beside it already. All must have a start on side 0.
 */
export function justify(end: i32): void {
  turn(0);
  generate(1, HORIZON - end);
  turn(1);
  generate(0, 0);
}

/** Orders `list` by the starts on side 0. */
export function sortByStart(): void {
  memory.copy(keys, starts, <usize>activities << 2);
  sort();
}
