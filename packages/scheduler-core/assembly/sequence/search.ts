/**
 * A population of lists, each sorted by the starts of its justified schedule. A child keeps a stretch of one parent's list
 * in its place and has everything before and behind it in the order of the other (Hartmann 1998); all are justified in both
 * directions until nothing is gained (Valls, Ballestin, Quintanilla 2005).
 */
import { activities, at, bestStarts, costs, free, list, lists, marks, POPULATION, predecessors, predecessorStart, priorities, put, spare, starts, topological } from './layout';
import { generate, justify, makespan, missing, sortByStart, takeWork } from './generate';
import { below, seed } from './random';

/** What one activity without a start costs. */
const MISSING: f64 = 4294967296;
/** Children in a row that do not enter before the population is made anew, per list. */
const PATIENCE: i32 = 30;

let filled: i32 = 0;
let idle: i32 = 0;
let bestCost: f64 = Infinity;
let target: f64 = 0;

/** Begins a search that may stop at a makespan of `bound`. */
export function begin(seedValue: i32, bound: i32): void {
  seed(<u32>seedValue);
  target = bound;
  filled = 0;
  idle = 0;
  bestCost = Infinity;
}

export function best(): f64 {
  return bestCost;
}

/** Searches until so many activities were placed or the target is met; returns how many were. */
export function run(units: i32): i32 {
  let done = 0;
  while (done < units && bestCost > target) {
    if (filled < POPULATION) fill();
    else breed();
    done += max(takeWork(), 1);
  }
  return done;
}

// @ts-ignore: decorator
@inline
function costOf(member: i32): f64 {
  return load<f64>(costs + (<usize>member << 3));
}

// @ts-ignore: decorator
@inline
function listOf(member: i32): usize {
  return lists + (<usize>(member * activities) << 2);
}

/** Schedules and justifies `list`, sorts it by its starts; returns its cost. */
function evaluate(): f64 {
  generate(0, 0);
  if (missing == 0) {
    let before: i32;
    do {
      before = makespan;
      justify(before);
    } while (makespan < before);
    sortByStart();
  }
  const cost = <f64>missing * MISSING + <f64>makespan;
  if (cost < bestCost) {
    bestCost = cost;
    memory.copy(bestStarts, starts, <usize>activities << 2);
  }
  return cost;
}

function keep(member: i32, cost: f64): void {
  memory.copy(listOf(member), list, <usize>free << 2);
  store<f64>(costs + (<usize>member << 3), cost);
}

/** One more member: by urgency, disturbed more and more. */
function fill(): void {
  let low = i32.MAX_VALUE;
  let high = i32.MIN_VALUE;
  for (let i = 0; i < free; i++) {
    const priority = at(priorities, at(topological, i));
    low = min(low, priority);
    high = max(high, priority);
  }
  const noise = filled == 0 ? 0 : 1 + <i32>(<i64>(high - low) * filled / POPULATION / 2);
  for (let a = 0; a < activities; a++) put(spare, a, at(priorities, a) + below(noise + 1));
  order();
  keep(filled, evaluate());
  filled++;
}

/** Fills `list` by the least of `spare` among those whose predecessors are in it. */
function order(): void {
  memory.fill(marks, 0, <usize>activities << 2);
  memory.copy(list, topological, <usize>free << 2);
  for (let i = free; i < activities; i++) put(marks, at(topological, i), 1);
  for (let i = 0; i < free; i++) {
    // Marked is whatever is in its place.
    let chosen = -1;
    for (let j = i; j < free; j++) {
      const a = at(list, j);
      if (chosen >= 0 && at(spare, a) >= at(spare, at(list, chosen))) continue;
      if (isReady(a)) chosen = j;
    }
    const a = at(list, chosen);
    for (let j = chosen; j > i; j--) put(list, j, at(list, j - 1));
    put(list, i, a);
    put(marks, a, 1);
  }
}

function isReady(a: i32): bool {
  for (let e = at(predecessorStart, a), stop = at(predecessorStart, a + 1); e < stop; e++) {
    if (at(marks, at(predecessors, e)) == 0) return false;
  }
  return true;
}

function tournament(): i32 {
  const a = below(POPULATION);
  const b = below(POPULATION);
  return costOf(a) <= costOf(b) ? a : b;
}

function breed(): void {
  const father = tournament();
  let mother = tournament();
  if (mother == father) mother = (mother + 1) % POPULATION;
  cross(listOf(father), listOf(mother));
  mutate();
  const cost = evaluate();
  let worst = 0;
  for (let m = 0; m < POPULATION; m++) {
    if (costOf(m) > costOf(worst)) worst = m;
    if (costOf(m) == cost && memory.compare(listOf(m), list, <usize>free << 2) == 0) {
      idle++;
      renew();
      return;
    }
  }
  if (cost < costOf(worst)) idle = 0;
  else idle++;
  if (cost <= costOf(worst)) keep(worst, cost);
  renew();
}

function renew(): void {
  if (idle < PATIENCE * POPULATION) return;
  idle = 0;
  filled = 0;
}

function cross(father: usize, mother: usize): void {
  const length = free / 4 + below(free / 2 + 1);
  const from = below(free - length + 1);
  const to = from + length;
  memory.fill(marks, 0, <usize>activities << 2);
  for (let i = 0; i < from; i++) put(marks, at(father, i), 1);
  for (let i = from; i < to; i++) put(marks, at(father, i), 2);
  let early = 0;
  let late = to;
  for (let i = 0; i < free; i++) {
    const a = at(mother, i);
    const mark = at(marks, a);
    if (mark == 1) put(list, early++, a);
    else if (mark == 0) put(list, late++, a);
  }
  memory.copy(list + (<usize>from << 2), father + (<usize>from << 2), <usize>length << 2);
}

/** Moves some activities forward in the list, as far as a chosen distance and their predecessors let them. */
function mutate(): void {
  for (let n = below(3 + free / 16); n > 0; n--) {
    let i = below(free);
    const a = at(list, i);
    for (let steps = below(min(free, 12)); steps > 0 && i > 0; steps--, i--) {
      const before = at(list, i - 1);
      if (precedes(before, a)) break;
      put(list, i, before);
    }
    put(list, i, a);
  }
}

function precedes(a: i32, b: i32): bool {
  for (let e = at(predecessorStart, b), stop = at(predecessorStart, b + 1); e < stop; e++) {
    if (at(predecessors, e) == a) return true;
  }
  return false;
}
