/**
 * Emptying a host. What stood on it waits in a pool; each in turn goes to a host in use that has room, or takes the place of
 * those who are cheapest to displace, who then wait in its stead. Whoever finds no room grows dearer to displace, and small
 * exchanges between hosts after each displacement keep the search from going round in circles: the ejection pool of Nagata and
 * Bräysy (Operations Research Letters 37, 2009, for fleets of vehicles) with sizes as first penalties. No hard rule is broken and
 * no soft cost added on the way; an evacuation that does not come to an end is taken back.
 */
import { USED_ONLY, addWork, find, workDone } from '../construct/find';
import { breach, firstLink, firstLooseLink, isCharged } from '../links';
import { forgetVictims, isShort, noteShort, rivalOf, seekVictims, tried, victimA, victimB, victimC } from '../reduce/victims';
import { below, seed } from '../sequence/random';
import { admits, hostAt, place, take } from '../state';
import { demandOf, fits, fitsTight } from '../terms/capacity';
import { isEligible } from '../terms/eligibility';
import { cameFrom, closed, countOn, dimensions, firstOn, fixed, free, hosts, nextOn, penalty, shapeOf, shapeSize, touched, usedAt, usedHosts, waiting,
  workloads } from '../layout.gen';

/** Hosts looked at for one displacement. */
const SIGHT: i32 = 512;
/** Exchanges tried after each. */
const EXCHANGES: i32 = 24;
/** Work units of placing or taking a workload, beside the hosts looked at. */
const MOVE_UNITS: f64 = 6;

let usedCount: i32 = 0;
let waitingCount: i32 = 0;
let touchedCount: i32 = 0;
let emptied: i32 = -1;
/** Broken deferred rules when the evacuation began: as many may stay. */
let base: f64 = 0;
/** Workloads in a row that nobody made room for. */
let refused: i32 = 0;
/** The stretch of `usedHosts` that was looked at last. */
let from: i32 = 0;
let sight: i32 = 0;

/** Starts a reduction over the hosts now in use; returns how many they are. */
export function openReduction(value: i32): i32 {
  seed(<u32>value);
  usedCount = 0;
  for (let host = 0; host < hosts; host++) {
    store<i32>(usedAt + (<usize>host << 2), -1);
    if (load<i32>(countOn + (<usize>host << 2)) > 0) addUsed(host);
  }
  for (let w = 0; w < workloads; w++) store<f64>(penalty + (<usize>w << 3), sizeOf(w));
  memory.fill(cameFrom, 0xff, <usize>workloads << 2);
  return usedCount;
}

/** Takes all off the host; false, with nothing done, where somebody may not move. */
export function evacuate(host: i32): bool {
  for (let w = load<i32>(firstOn + (<usize>host << 2)); w >= 0; w = load<i32>(nextOn + (<usize>w << 2))) {
    if (load<i32>(fixed + (<usize>w << 2))) return false;
  }
  base = breach;
  emptied = host;
  waitingCount = 0;
  touchedCount = 0;
  refused = 0;
  dropUsed(host);
  while (load<i32>(countOn + (<usize>host << 2)) > 0) lift(load<i32>(firstOn + (<usize>host << 2)));
  return true;
}

/** Works off the pool for about so many units; returns how many still wait, or -1 where none of them can be helped. */
export function settle(units: f64): i32 {
  const end = workDone() + units;
  while (waitingCount > 0 && workDone() < end) {
    waitingCount--;
    const entry = load<i32>(waiting + (<usize>waitingCount << 2));
    const w = entry >> 1;
    const mends = (entry & 1) != 0;
    const host = find(w, USED_ONLY);
    if (host >= 0 && put(w, host, mends)) continue;
    const cell = penalty + (<usize>w << 3);
    store<f64>(cell, load<f64>(cell) + sizeOf(w));
    if (displace(w, mends)) {
      refused = 0;
      for (let step = 0; step < EXCHANGES; step++) exchange();
    } else {
      enqueue(entry);
      if (++refused > 2 * waitingCount) return -1;
    }
  }
  return waitingCount == 0 && breach > base ? -1 : waitingCount;
}

/** Leaves the placement as it has become; returns the hosts in use. */
export function keepEvacuation(): i32 {
  for (let at = 0; at < touchedCount; at++) {
    const w = load<i32>(touched + (<usize>at << 2));
    const cell = cameFrom + (<usize>w << 2);
    const host = load<i32>(cell);
    if (load<i32>(countOn + (<usize>host << 2)) == 0) dropUsed(host);
    store<i32>(cell, -1);
  }
  touchedCount = 0;
  return usedCount;
}

/** Puts everybody back where he was. */
export function undoEvacuation(): void {
  addWork(2 * MOVE_UNITS * <f64>touchedCount);
  for (let at = 0; at < touchedCount; at++) {
    const w = load<i32>(touched + (<usize>at << 2));
    if (hostAt(w) >= 0) take(w);
  }
  for (let at = 0; at < touchedCount; at++) {
    const w = load<i32>(touched + (<usize>at << 2));
    const cell = cameFrom + (<usize>w << 2);
    place(w, load<i32>(cell));
    store<i32>(cell, -1);
  }
  touchedCount = 0;
  waitingCount = 0;
  addUsed(emptied);
}

function sizeOf(w: i32): f64 {
  return load<f64>(shapeSize + (<usize>load<i32>(shapeOf + (<usize>w << 2)) << 3));
}

function addUsed(host: i32): void {
  store<i32>(usedAt + (<usize>host << 2), usedCount);
  store<i32>(usedHosts + (<usize>usedCount << 2), host);
  usedCount++;
}

function dropUsed(host: i32): void {
  const at = load<i32>(usedAt + (<usize>host << 2));
  if (at < 0) return;
  usedCount--;
  const last = load<i32>(usedHosts + (<usize>usedCount << 2));
  store<i32>(usedHosts + (<usize>at << 2), last);
  store<i32>(usedAt + (<usize>last << 2), at);
  store<i32>(usedAt + (<usize>host << 2), -1);
}

function note(w: i32): void {
  const cell = cameFrom + (<usize>w << 2);
  if (load<i32>(cell) >= 0) return;
  store<i32>(cell, hostAt(w));
  store<i32>(touched + (<usize>touchedCount << 2), w);
  touchedCount++;
}

/** Takes a workload into the pool, where the largest is next. */
function lift(w: i32): void {
  const before = breach;
  addWork(MOVE_UNITS);
  note(w);
  take(w);
  const entry = (w << 1) | i32(breach > before);
  const size = sizeOf(w);
  let at = waitingCount++;
  for (; at > 0; at--) {
    const other = load<i32>(waiting + (<usize>(at - 1) << 2));
    if (sizeOf(other >> 1) <= size) break;
    store<i32>(waiting + (<usize>at << 2), other);
  }
  store<i32>(waiting + (<usize>at << 2), entry);
}

/** Behind all others. */
function enqueue(entry: i32): void {
  memory.copy(waiting + 4, waiting, <usize>waitingCount << 2);
  store<i32>(waiting, entry);
  waitingCount++;
}

/** Places the workload unless that breaks a deferred rule, or fails to mend what its absence broke. */
function put(w: i32, host: i32, mends: bool): bool {
  const before = breach;
  addWork(MOVE_UNITS);
  place(w, host);
  if (mends ? breach < before || breach <= base : breach <= before) return true;
  take(w);
  return false;
}

/** Allowed by the hard rules, and at no soft cost. */
function welcomes(w: i32, host: i32): bool {
  return admits(w, host) && fitsTight(demandOf(w), host) && !isCharged(w, host);
}

/** Makes room on the host where that is cheapest. */
function displace(w: i32, mends: bool): bool {
  const demand = demandOf(w);
  const linked = firstLink(w) < firstLooseLink(w);
  sight = min(usedCount, SIGHT);
  if (sight == 0) return false;
  from = below(usedCount);
  const skip = below(1024);
  forgetVictims();
  let target = -1;
  for (let step = 0; step < sight; step++) {
    const host = sighted(step);
    if (load<i32>(closed + (<usize>host << 2)) || !isEligible(w, host) || !noteShort(demand, host)) continue;
    const rival = linked ? rivalOf(w, host) : -1;
    if (rival == -2) continue;
    if (rival == -1 && !isShort()) {
      if (welcomes(w, host) && put(w, host, mends)) return true;
      continue;
    }
    if (seekVictims(host, rival, skip)) target = host;
  }
  addWork(<f64>sight + tried * 0.25);
  return target >= 0 && swapIn(w, target, mends);
}

function sighted(step: i32): i32 {
  let at = from + step;
  if (at >= usedCount) at -= usedCount;
  return load<i32>(usedHosts + (<usize>at << 2));
}

function swapIn(w: i32, host: i32, mends: bool): bool {
  const a = victimA;
  const b = victimB;
  const c = victimC;
  take(a);
  if (b >= 0) take(b);
  if (c >= 0) take(c);
  const open = welcomes(w, host);
  if (c >= 0) place(c, host);
  if (b >= 0) place(b, host);
  place(a, host);
  const mark = waitingCount;
  if (open) {
    lift(a);
    if (b >= 0) lift(b);
    if (c >= 0) lift(c);
    if (put(w, host, mends)) return true;
    for (let at = 0; at < waitingCount; ) {
      const other = load<i32>(waiting + (<usize>at << 2)) >> 1;
      if (other != a && other != b && other != c) {
        at++;
        continue;
      }
      waitingCount--;
      memory.copy(waiting + (<usize>at << 2), waiting + (<usize>(at + 1) << 2), <usize>(waitingCount - at) << 2);
      place(other, host);
    }
  }
  assert(waitingCount == mark);
  dearer(a);
  if (b >= 0) dearer(b);
  if (c >= 0) dearer(c);
  return false;
}

function dearer(w: i32): void {
  const cell = penalty + (<usize>w << 3);
  store<f64>(cell, load<f64>(cell) + sizeOf(w));
}

function memberOf(host: i32): i32 {
  const count = load<i32>(countOn + (<usize>host << 2));
  if (count == 0) return -1;
  let w = load<i32>(firstOn + (<usize>host << 2));
  for (let step = below(min(count, 64)); step > 0; step--) w = load<i32>(nextOn + (<usize>w << 2));
  return load<i32>(fixed + (<usize>w << 2)) ? -1 : w;
}

/** Whether the demand fits where another one leaves. */
function fitsInstead(demand: usize, host: i32, left: usize): bool {
  const room = free + (<usize>(host * dimensions) << 2);
  for (let d = 0; d < dimensions; d++) {
    const at = <usize>d << 2;
    if (load<i32>(demand + at) > load<i32>(room + at) + load<i32>(left + at)) return false;
  }
  return true;
}

/** Two workloads of two hosts change places, or one moves over, if nothing speaks against it. */
function exchange(): void {
  const one = sighted(below(sight));
  const two = sighted(below(sight));
  if (one == two) return;
  const i = memberOf(one);
  const j = memberOf(two);
  addWork(1);
  if (i < 0) return;
  const before = breach;
  if (j >= 0 && fitsInstead(demandOf(i), two, demandOf(j)) && fitsInstead(demandOf(j), one, demandOf(i))) {
    addWork(4 * MOVE_UNITS);
    note(i);
    note(j);
    take(i);
    take(j);
    if (welcomes(i, two)) {
      place(i, two);
      if (welcomes(j, one)) {
        place(j, one);
        if (breach <= before) return;
        take(j);
      }
      take(i);
    }
    place(j, two);
    place(i, one);
    return;
  }
  if (!fits(demandOf(i), two)) return;
  addWork(2 * MOVE_UNITS);
  note(i);
  take(i);
  if (welcomes(i, two)) {
    place(i, two);
    if (breach <= before) return;
    take(i);
  }
  place(i, one);
}
