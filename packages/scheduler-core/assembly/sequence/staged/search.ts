/**
 * Late-acceptance hill climbing (Burke and Bykov 2017) over genes: the order of the list, and per activity the level of its
 * modes, the first period, and whether its lead is late. A candidate is kept if it is no worse than the current solution, or
 * than the one some steps ago.
 */
import {
  activities, at, bestCosts, bestGenes, bestSchedule, costs, currentCosts, currentEnds, currentGenes, currentPeriods, chosenPeriod, fixedStarts, geneLate, geneLevel, genePeriod, HISTORY, history, LEVELS,
  modeLevel, modeStart, order, placed, put, starts, tieA, tieB, ties,
} from './layout';
import { below, seed } from '../random';
import { endOf, generateStaged, setHorizon, takeStagedWork } from './generate';
import { compare, evaluate } from './objective';

let step: i32 = 0;
let begun: bool = false;

export function beginStaged(seedValue: i32, horizon: i32): void {
  seed(<u32>seedValue);
  setHorizon(horizon);
  step = 0;
  begun = false;
}

/** Schedules the genes that the host wrote; they become the current ones where they are the best so far. */
export function offer(): i32 {
  evaluate(generateStaged());
  if (!begun || compare(costs, bestCosts) < 0) {
    begun = true;
    accept();
    keepBest();
    for (let h = 0; h < HISTORY; h++) memory.copy(entry(h), costs, <usize>LEVELS << 3);
  }
  return takeStagedWork();
}

/** Goes on from the best offered until so many activities were placed; returns how many were. */
export function runStaged(units: i32): i32 {
  let done = 0;
  while (done < units) {
    memory.copy(order, currentGenes, <usize>activities << 4);
    change();
    evaluate(generateStaged());
    done += max(1, takeStagedWork());
    const late = entry(step % HISTORY);
    if (compare(costs, currentCosts) <= 0 || compare(costs, late) <= 0) accept();
    if (compare(currentCosts, late) < 0) memory.copy(late, currentCosts, <usize>LEVELS << 3);
    if (compare(currentCosts, bestCosts) < 0) keepBest();
    step++;
  }
  return done;
}

// @ts-ignore: decorator
@inline
function entry(h: i32): usize {
  return history + <usize>(h * LEVELS * 8);
}

function accept(): void {
  memory.copy(currentGenes, order, <usize>activities << 4);
  memory.copy(currentCosts, costs, <usize>LEVELS << 3);
  memory.copy(currentPeriods, chosenPeriod, <usize>activities << 2);
  for (let a = 0; a < activities; a++) put(currentEnds, a, at(placed, a) == 1 ? endOf(a) : i32.MAX_VALUE);
}

/** The candidate was accepted just now, so that its schedule is still in work. */
function keepBest(): void {
  memory.copy(bestGenes, currentGenes, <usize>activities << 4);
  memory.copy(bestCosts, currentCosts, <usize>LEVELS << 3);
  memory.copy(bestSchedule, starts, <usize>activities * 24);
  for (let a = 0; a < activities; a++) if (at(placed, a) != 1) put(bestSchedule, a, -1);
}

function change(): void {
  const kind = below(16);
  if (kind < 5 && ties > 0) meet();
  else if (kind < 9) insert(below(activities), below(activities));
  else if (kind < 11) hasten();
  else if (kind < 13) relevel(below(activities));
  else if (kind < 15) postpone();
  else {
    const a = below(activities);
    put(geneLate, a, 1 - at(geneLate, a));
  }
}

/** Puts one activity of a tie beside the other, in the list and in time. */
function meet(): void {
  const t = below(ties);
  const swap = below(2) == 0;
  const a = at(swap ? tieA : tieB, t);
  const b = at(swap ? tieB : tieA, t);
  const to = positionOf(b);
  insert(positionOf(a), to);
  put(genePeriod, a, at(currentPeriods, a) < at(currentPeriods, b) ? at(currentPeriods, b) : 0);
}

/** The last activity to end, earlier in the list or in another mode. */
function hasten(): void {
  let last = 0;
  for (let a = 1; a < activities; a++) {
    if (at(fixedStarts, a) < 0 && at(currentEnds, a) > at(currentEnds, last)) last = a;
  }
  put(genePeriod, last, 0);
  if (below(3) == 0) relevel(last);
  const from = positionOf(last);
  insert(from, below(from + 1));
}

function relevel(a: i32): void {
  const first = at(modeStart, a);
  put(geneLevel, a, at(modeLevel, first + below(at(modeStart, a + 1) - first)));
}

function postpone(): void {
  const a = below(activities);
  put(genePeriod, a, at(genePeriod, a) > 0 ? 0 : max(0, at(currentPeriods, a) + 1 + below(2)));
}

function positionOf(a: i32): i32 {
  let i = 0;
  while (at(order, i) != a) i++;
  return i;
}

/** Moves what is at one place of the list to another. */
function insert(from: i32, to: i32): void {
  const a = at(order, from);
  if (from < to) memory.copy(order + (<usize>from << 2), order + (<usize>(from + 1) << 2), <usize>(to - from) << 2);
  else memory.copy(order + (<usize>(to + 1) << 2), order + (<usize>to << 2), <usize>(from - to) << 2);
  put(order, to, a);
}
