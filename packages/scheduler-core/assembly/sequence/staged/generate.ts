/**
 * Serial generation: activities in the order of a list, each with its lead, at its earliest end. A lead is as early as it
 * can be, and moved as late as the activity's start allows where the gene says so.
 */
import {
  activities, at, before, beforeLag, beforeLead, beforeStart, budgets, calendarOf, chosenCrew, chosenMode, chosenPeriod, crewOf, crewStart, demandAmount, demandOf, demandStart, durations,
  firstPeriods, fixedCrews, fixedLeads, fixedModes, fixedStarts, gaps, geneLate, geneLevel, genePeriod, giveAmount, giveLag, giveOf, giveStart, holdAmount, holdOf, holdStart, lastPeriods, latestEnds, leadAmount, leadEnds, leadOf,
  leadStart, leadStarts, limitCapacity, limits, limitUse, modeExtra, modeLevel, modeStart, NEVER, order, periods, placed, put, rankOf, ranks, releases, risks, riskUse, starts, takeAmount, takeOf,
  takeStart, windowFrom, windowPeriod, windowStart, windowTo,
} from './layout';
import { afterBlind, beforeBlind, hasLead, leadEndOf, leadStartOf } from './lead';
import { conflictEnd, conflictStart, freeFrom, nextChange, occupy, resetProfiles } from './profile';

/** Leads tried for one mode until what is to be held behind them fits. */
const TRIES: i32 = 48;
const UNKNOWN: i32 = -2;
const MISSING: i32 = -1;

let horizon: i32 = 0;
/** Activities placed since the last `takeWork`. */
let work: i32 = 0;

/** What the last try found. */
let foundLead: i32 = 0;
let foundLeadEnd: i32 = 0;
let foundStart: i32 = 0;
let foundCrew: i32 = -1;
let foundPeriod: i32 = -1;

/** First period of the rank in work. */
let rankPeriod: i32 = 0;
let lastPeriod: i32 = -1;

export function setHorizon(time: i32): void {
  horizon = time;
}

export function takeStagedWork(): i32 {
  const done = work;
  work = 0;
  return done;
}

/** Schedules the candidate's genes; returns how many activities have no start. */
export function generateStaged(): i32 {
  resetProfiles();
  memory.fill(limitUse, 0, <usize>(limits * periods) << 2);
  memory.fill(riskUse, 0, <usize>periods << 2);
  for (let a = 0; a < activities; a++) put(placed, a, UNKNOWN);
  lastPeriod = -1;
  rankPeriod = 0;
  for (let a = 0; a < activities; a++) if (at(fixedStarts, a) >= 0 && at(fixedLeads, a) >= 0) placeFixed(a);
  for (let a = 0; a < activities; a++) if (at(fixedStarts, a) >= 0) visit(a);
  for (let rank = 0; rank < ranks; rank++) {
    rankPeriod = lastPeriod + 1;
    let left = -1;
    // Again while that helps: what waits for room may have come before those who give it.
    for (let before = -2; left != before && left != 0 && (left < 0 || at(takeStart, activities) > 0); ) {
      before = left;
      left = 0;
      for (let i = 0; i < activities; i++) {
        const a = at(order, i);
        if (at(rankOf, a) != rank || at(placed, a) == 1) continue;
        put(placed, a, UNKNOWN);
        visit(a);
        if (at(placed, a) != 1) left++;
      }
    }
  }
  return countMissing();
}

function countMissing(): i32 {
  let missing = 0;
  for (let a = 0; a < activities; a++) if (at(placed, a) == MISSING) missing++;
  return missing;
}

/** Places an activity behind whatever must come before it. */
function visit(a: i32): void {
  if (at(placed, a) != UNKNOWN) return;
  put(placed, a, MISSING);
  put(starts, a, -1);
  for (let e = at(beforeStart, a), stop = at(beforeStart, a + 1); e < stop; e++) {
    const other = at(before, e);
    if (at(rankOf, other) > at(rankOf, a)) return;
    visit(other);
    if (at(placed, other) == MISSING) return;
  }
  work++;
  place(a);
}

function placeFixed(a: i32): void {
  foundStart = at(fixedStarts, a);
  foundLead = at(fixedLeads, a);
  const mode = at(fixedModes, a);
  foundLeadEnd = hasLead(mode) ? leadEndOf(mode, foundLead, NEVER - 1) : foundStart;
  foundCrew = at(fixedCrews, a);
  foundPeriod = periodAt(a, foundStart);
  commit(a, mode);
}

function periodAt(a: i32, time: i32): i32 {
  const calendar = at(calendarOf, a);
  for (let w = at(windowStart, calendar), stop = at(windowStart, calendar + 1); w < stop; w++) {
    if (time < at(windowTo, w)) return at(windowPeriod, w);
  }
  return periods - 1;
}

function place(a: i32): void {
  let leadReady = 0;
  let ready = at(releases, a);
  for (let e = at(beforeStart, a), stop = at(beforeStart, a + 1); e < stop; e++) {
    const other = at(before, e);
    const end = endOf(other) + at(beforeLag, e);
    if (at(beforeLead, e) != 0) leadReady = max(leadReady, end);
    ready = max(ready, end);
  }
  for (let t = at(takeStart, a), stop = at(takeStart, a + 1); t < stop; t++) {
    const from = freeFrom(at(takeOf, t), at(takeAmount, t));
    if (from == NEVER) return;
    leadReady = max(leadReady, from);
  }
  const first = max(max(rankPeriod, at(firstPeriods, a)), at(genePeriod, a));
  if (tryModes(a, leadReady, ready, first, at(geneLevel, a))) return;
  // The genes may have asked for too much.
  if (tryModes(a, leadReady, ready, first, -1)) return;
  if (at(genePeriod, a) > 0) tryModes(a, leadReady, ready, max(rankPeriod, at(firstPeriods, a)), -1);
}

/** Places an activity in the mode of a level (-1: of any) that ends first; true if one is possible. */
function tryModes(a: i32, leadReady: i32, ready: i32, firstPeriod: i32, level: i32): bool {
  let best = -1;
  let end = NEVER;
  let leadEnd = NEVER;
  let lead = 0;
  let start = 0;
  let crew = -1;
  let period = -1;
  for (let m = at(modeStart, a), stop = at(modeStart, a + 1); m < stop; m++) {
    if (level >= 0 && at(modeLevel, m) != level) continue;
    if (at(fixedModes, a) >= 0 && at(fixedModes, a) != m) continue;
    if (!tryMode(a, m, leadReady, ready, firstPeriod)) continue;
    const ends = foundStart + at(durations, a) + at(modeExtra, m);
    if (ends > end || (ends == end && foundLeadEnd >= leadEnd)) continue;
    best = m;
    end = ends;
    leadEnd = foundLeadEnd;
    lead = foundLead;
    start = foundStart;
    crew = foundCrew;
    period = foundPeriod;
  }
  if (best < 0) return false;
  foundLead = lead;
  foundLeadEnd = leadEnd;
  foundStart = start;
  foundCrew = crew;
  foundPeriod = period;
  if (at(geneLate, a) != 0 && hasLead(best)) moveLate(a, best);
  commit(a, best);
  return true;
}

function tryMode(a: i32, mode: i32, leadReady: i32, ready: i32, firstPeriod: i32): bool {
  if (!hasLead(mode)) {
    if (!findStart(a, mode, max(leadReady, ready), firstPeriod)) return false;
    foundLead = foundStart;
    foundLeadEnd = foundStart;
    return true;
  }
  let lead = leadReady;
  for (let tries = 0; tries < TRIES; tries++) {
    lead = earliestLead(mode, lead);
    if (lead < 0) return false;
    const end = leadEndOf(mode, lead, horizon);
    if (!findStart(a, mode, max(end + at(gaps, a), ready), firstPeriod)) return false;
    foundLead = lead;
    foundLeadEnd = end;
    if (holds(mode, end, foundStart + at(durations, a) + at(modeExtra, mode))) return true;
    // The lead could also be later, for the same start.
    if (moveLate(a, mode)) return true;
    let next = NEVER;
    for (let h = at(holdStart, mode), stop = at(holdStart, mode + 1); h < stop; h++) next = min(next, nextChange(at(holdOf, h), lead));
    if (next == NEVER) return false;
    lead = next;
  }
  return false;
}

/** Earliest start of a lead from `from` on, or -1. */
function earliestLead(mode: i32, from: i32): i32 {
  let start = afterBlind(from);
  while (true) {
    const end = leadEndOf(mode, start, horizon);
    if (end > horizon) return -1;
    let next = -1;
    for (let d = at(leadStart, mode), stop = at(leadStart, mode + 1); d < stop; d++) {
      next = max(next, conflictEnd(at(leadOf, d), start, end, at(leadAmount, d)));
    }
    if (next < 0) return start;
    if (next == NEVER) return -1;
    start = afterBlind(next);
  }
}

function holds(mode: i32, from: i32, to: i32): bool {
  for (let h = at(holdStart, mode), stop = at(holdStart, mode + 1); h < stop; h++) {
    if (conflictEnd(at(holdOf, h), from, to, at(holdAmount, h)) >= 0) return false;
  }
  return true;
}

/** Moves the lead that was found as close to the start as it goes; true if there is one that holds. */
function moveLate(a: i32, mode: i32): bool {
  const limit = foundStart - at(gaps, a);
  let end = limit;
  while (true) {
    const start = beforeBlind(leadStartOf(mode, end));
    if (start < foundLead || start < 0) return false;
    let conflict = -1;
    for (let d = at(leadStart, mode), stop = at(leadStart, mode + 1); d < stop; d++) {
      conflict = max(conflict, conflictStart(at(leadOf, d), start, end, at(leadAmount, d)));
    }
    if (conflict >= 0) {
      end = conflict;
      continue;
    }
    const ends = leadEndOf(mode, start, horizon);
    if (ends > end || !holds(mode, ends, foundStart + at(durations, a) + at(modeExtra, mode))) return false;
    foundLead = start;
    foundLeadEnd = ends;
    return true;
  }
}

/** Earliest start of the activity itself from `from` on: in a window, with a crew, inside the limits of the period. */
function findStart(a: i32, mode: i32, from: i32, firstPeriod: i32): bool {
  const duration = at(durations, a) + at(modeExtra, mode);
  const fixed = at(fixedStarts, a);
  if (fixed >= 0) {
    foundStart = fixed;
    foundCrew = at(fixedCrews, a) >= 0 || at(crewStart, a) == at(crewStart, a + 1) ? at(fixedCrews, a) : at(crewOf, at(crewStart, a));
    foundPeriod = periodAt(a, fixed);
    return from <= fixed;
  }
  const calendar = at(calendarOf, a);
  const stop = at(windowStart, calendar + 1);
  let low = at(windowStart, calendar);
  let high = stop;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(windowTo, middle) <= from) low = middle + 1;
    else high = middle;
  }
  const lastEnd = min(at(latestEnds, a), horizon);
  const finalPeriod = at(lastPeriods, a);
  for (let w = low; w < stop && at(windowFrom, w) + duration <= lastEnd; w++) {
    const period = at(windowPeriod, w);
    if (period < firstPeriod || period > finalPeriod || !fitsPeriod(a, period)) continue;
    const until = min(at(windowTo, w), lastEnd);
    for (let start = max(from, at(windowFrom, w)); start + duration <= until; ) {
      const next = conflictOf(a, mode, start, start + duration);
      if (next < 0) {
        foundStart = start;
        foundPeriod = period;
        return true;
      }
      start = next == NEVER ? until : next;
    }
  }
  return false;
}

function fitsPeriod(a: i32, period: i32): bool {
  for (let l = 0; l < limits; l++) {
    if (at(limitUse, l * periods + period) + at(budgets, a * limits + l) > at(limitCapacity, l)) return false;
  }
  return true;
}

/** -1 where the activity can run from `start` to `end`; else when to try again. */
function conflictOf(a: i32, mode: i32, start: i32, end: i32): i32 {
  let next = -1;
  for (let d = at(demandStart, a), stop = at(demandStart, a + 1); d < stop; d++) {
    next = max(next, conflictEnd(at(demandOf, d), start, end, at(demandAmount, d)));
  }
  if (!hasLead(mode)) {
    for (let h = at(holdStart, mode), stop = at(holdStart, mode + 1); h < stop; h++) {
      next = max(next, conflictEnd(at(holdOf, h), start, end, at(holdAmount, h)));
    }
  }
  if (next >= 0) return next;
  foundCrew = -1;
  let free = NEVER;
  for (let c = at(crewStart, a), stop = at(crewStart, a + 1); c < stop; c++) {
    const crew = at(crewOf, c);
    const until = conflictEnd(crew, start, end, 1);
    if (until < 0) {
      foundCrew = crew;
      return -1;
    }
    free = min(free, until);
  }
  return at(crewStart, a) == at(crewStart, a + 1) ? -1 : free;
}

// @ts-ignore: decorator
@inline
export function endOf(a: i32): i32 {
  return at(starts, a) + at(durations, a) + at(modeExtra, at(chosenMode, a));
}

function commit(a: i32, mode: i32): void {
  put(placed, a, 1);
  put(starts, a, foundStart);
  put(chosenMode, a, mode);
  put(leadStarts, a, foundLead);
  put(leadEnds, a, foundLeadEnd);
  put(chosenCrew, a, foundCrew);
  put(chosenPeriod, a, foundPeriod);
  const end = endOf(a);
  for (let d = at(leadStart, mode), stop = at(leadStart, mode + 1); d < stop; d++) occupy(at(leadOf, d), foundLead, foundLeadEnd, at(leadAmount, d));
  for (let h = at(holdStart, mode), stop = at(holdStart, mode + 1); h < stop; h++) occupy(at(holdOf, h), foundLeadEnd, end, at(holdAmount, h));
  for (let d = at(demandStart, a), stop = at(demandStart, a + 1); d < stop; d++) occupy(at(demandOf, d), foundStart, end, at(demandAmount, d));
  if (foundCrew >= 0) occupy(foundCrew, foundStart, end, 1);
  for (let t = at(takeStart, a), stop = at(takeStart, a + 1); t < stop; t++) occupy(at(takeOf, t), foundLead, NEVER, at(takeAmount, t));
  for (let g = at(giveStart, a), stop = at(giveStart, a + 1); g < stop; g++) occupy(at(giveOf, g), end + at(giveLag, g), NEVER, -at(giveAmount, g));
  if (foundPeriod < 0) return;
  for (let l = 0; l < limits; l++) {
    const use = l * periods + foundPeriod;
    put(limitUse, use, at(limitUse, use) + at(budgets, a * limits + l));
  }
  put(riskUse, foundPeriod, at(riskUse, foundPeriod) + at(risks, a));
  if (at(rankOf, a) < ranks - 1) lastPeriod = max(lastPeriod, foundPeriod);
}
