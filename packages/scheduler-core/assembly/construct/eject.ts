/**
 * Room for a workload that no host takes: on a host that misses by little, those in the way are evicted and placed elsewhere,
 * each by the same means one level less deep. All or nothing, except that a workload may displace ones of lower priority.
 */
import { DEPENDENCY, DOMAIN_COUNT, MOVE_COST, MOVE_DISTANCE } from '../dispatch.gen';
import { firstLink, firstLooseLink, linkDelta, linkTerm, placeIn, breach } from '../links';
import { CONFIG_KIND, CONFIG_MAX_DOMAINS, CONFIG_TOPOLOGY } from '../record';
import { admits, hostAt, initialAt, place, take } from '../state';
import { demandOf, fits, mayDepart } from '../terms/capacity';
import { isEligible } from '../terms/eligibility';
import { HOME, addWork, find } from './find';
import { closed, dimensions, domainBase, domainHosts, domainStart, firstOn, fixed, free, hosts, limit, nextOn, priorityOf, undoLog } from '../layout.gen';

const DEPTH: i32 = 3;
/** Hosts tried per workload and level. */
const CANDIDATES: i32 = 96;
const EVICTIONS: i32 = 4;
/** Words of `undoLog` for moves, three each; candidate lists of each level follow. */
const LOG_WORDS: i32 = 7200;

let logged: i32 = 0;
let spent: f64 = 0;
let allowance: f64 = 0;
/** Where the next ranking starts, so that equal hosts take turns. */
let cursor: i32 = 0;

/** Places the workload at the cost of moving others, within `units` of work; leaves everything as it was if it cannot. */
export function eject(w: i32, units: f64): bool {
  logged = 0;
  spent = 0;
  allowance = units;
  const before = breach;
  let done = false;
  for (let depth = 1; depth <= DEPTH && !done && spent < allowance; depth++) {
    done = settleOne(w, w, depth) && breach <= before;
    if (!done) rollBack(0);
  }
  addWork(spent);
  return done;
}

export function resetEjection(from: i32): void {
  cursor = from;
}

function move(w: i32, to: i32): void {
  const from = hostAt(w);
  const entry = undoLog + (<usize>logged << 2);
  store<i32>(entry, w);
  store<i32>(entry, from, 4);
  store<i32>(entry, to, 8);
  logged += 3;
  if (from >= 0) take(w);
  if (to >= 0) place(w, to);
}

function rollBack(mark: i32): void {
  while (logged > mark) {
    logged -= 3;
    const entry = undoLog + (<usize>logged << 2);
    const w = load<i32>(entry);
    if (load<i32>(entry, 8) >= 0) take(w);
    if (load<i32>(entry, 4) >= 0) place(w, load<i32>(entry, 4));
  }
}

function settleOne(w: i32, cause: i32, depth: i32): bool {
  const host = find(w, HOME);
  if (host >= 0) {
    move(w, host);
    return true;
  }
  if (depth == 0) return false;
  const list = undoLog + (<usize>(LOG_WORDS + (depth - 1) * CANDIDATES * 2) << 2);
  const count = rank(w, list);
  for (let at = 0; at < count && spent < allowance; at++) {
    const mark = logged;
    if (settleOn(w, load<i32>(list + (<usize>at << 3)), cause, depth)) return true;
    rollBack(mark);
  }
  return false;
}

/** Evicts what stops the workload on the host, places it there, and finds the evicted new places. */
function settleOn(w: i32, host: i32, cause: i32, depth: i32): bool {
  const mark = logged;
  hold(w, 2);
  let evictions = 0;
  let open = admits(w, host);
  while (!open && evictions < EVICTIONS && logged + 12 < LOG_WORDS) {
    const victim = chooseVictim(w, host);
    if (victim < 0) break;
    move(victim, -1);
    evictions++;
    open = admits(w, host);
  }
  let done = open;
  if (done) {
    move(w, host);
    const end = mark + evictions * 3;
    for (let at = mark; at < end && done; at += 3) {
      const victim = load<i32>(undoLog + (<usize>at << 2));
      if (hostAt(victim) >= 0) continue;
      const from = logged;
      if (settleOne(victim, cause, depth - 1)) continue;
      rollBack(from);
      done = priority(victim) < priority(cause);
    }
  }
  hold(w, 0);
  return done;
}

function hold(w: i32, value: i32): void {
  const cell = fixed + (<usize>w << 2);
  if (load<i32>(cell) != 1) store<i32>(cell, value);
}

function priority(w: i32): i32 {
  return load<i32>(priorityOf + (<usize>w << 2));
}

/** Not pinned, and not held by this ejection. */
function isEvictable(victim: i32): bool {
  return load<i32>(fixed + (<usize>victim << 2)) == 0;
}

/** Writes the hosts that miss by least, as (host, lack) pairs, nearest first; returns how many. */
function rank(w: i32, list: usize): i32 {
  const demand = demandOf(w);
  const pinned = load<i32>(fixed + (<usize>w << 2)) == 1;
  let count = 0;
  if (hosts == 0 || (!pinned && !mayDepart(w, demand, -2))) return 0;
  if (hosts == 0) return 0;
  cursor = (cursor + 1) % hosts;
  for (let step = 0; step < hosts; step++) {
    let host = cursor + step;
    if (host >= hosts) host -= hosts;
    if (!isEligible(w, host) || (pinned && initialAt(w) != host)) continue;
    if (load<i32>(closed + (<usize>host << 2)) && initialAt(w) != host) continue;
    const missing = lack(demand, host);
    if (missing > 1 || isConfinedElsewhere(w, host)) continue;
    if (count == CANDIDATES && missing >= load<f32>(list + (<usize>(count - 1) << 3), 4)) continue;
    if (count < CANDIDATES) count++;
    let at = count - 1;
    for (; at > 0 && missing < load<f32>(list + (<usize>(at - 1) << 3), 4); at--) {
      store<u64>(list + (<usize>at << 3), load<u64>(list + (<usize>(at - 1) << 3)));
    }
    store<i32>(list + (<usize>at << 3), host);
    store<f32>(list + (<usize>at << 3), missing, 4);
  }
  spent += <f64>hosts * 0.25;
  return count;
}

/** Whether a term keeps the workload out of the host's domain or on its initial host: nothing that leaves the host changes that. */
function isConfinedElsewhere(w: i32, host: i32): bool {
  const end = firstLooseLink(w);
  for (let link = firstLink(w); link < end; link++) {
    const term = linkTerm(link);
    const config = <usize>load<i32>(term);
    const kind = load<i32>(config, CONFIG_KIND);
    const confines = kind == DOMAIN_COUNT ? load<i32>(config, CONFIG_MAX_DOMAINS) < i32.MAX_VALUE : kind == DEPENDENCY || kind == MOVE_COST || kind == MOVE_DISTANCE;
    if (confines && linkDelta(link, w, host) > 0) return true;
  }
  return false;
}

/** What is missing, as the greatest share of a host's capacity; above 1 the host is too small even when empty. */
function lack(demand: usize, host: i32): f32 {
  let missing: f32 = 0;
  for (let d = 0; d < dimensions; d++) {
    const at = <usize>(host * dimensions + d) << 2;
    const asked = load<i32>(demand + (<usize>d << 2));
    const most = load<i32>(limit + at);
    if (asked > most) return 2;
    const short = asked - load<i32>(free + at);
    if (short > 0) missing = max<f32>(missing, min<f32>(1, <f32>short / <f32>most));
  }
  return missing;
}

function chooseVictim(w: i32, host: i32): i32 {
  const demand = demandOf(w);
  return fits(demand, host) ? chooseRival(w, host) : chooseBySize(w, demand, host);
}

/** The smallest workload that alone makes room, else the one that gives most of what is missing. */
function chooseBySize(w: i32, demand: usize, host: i32): i32 {
  let victim = -1;
  let best: f32 = 0;
  let covers = false;
  for (let other = load<i32>(firstOn + (<usize>host << 2)); other >= 0; other = load<i32>(nextOn + (<usize>other << 2))) {
    spent += 1;
    if (!isEvictable(other)) continue;
    const given = demandOf(other);
    let enough = true;
    let help: f32 = 0;
    let size: f32 = 0;
    for (let d = 0; d < dimensions; d++) {
      const at = <usize>(host * dimensions + d) << 2;
      const short = load<i32>(demand + (<usize>d << 2)) - load<i32>(free + at);
      const gives = load<i32>(given + (<usize>d << 2));
      const scale = <f32>max(1, load<i32>(limit + at));
      size += <f32>gives / scale;
      if (short <= 0) continue;
      if (gives < short) enough = false;
      help += <f32>min(gives, short) / scale;
    }
    if (help == 0 || (covers && !enough)) continue;
    const merit = enough ? -size : help;
    if (victim < 0 || (enough && !covers) || merit > best) {
      victim = other;
      best = merit;
      covers = enough;
    }
  }
  return victim;
}

/** A workload in the domain of the first term that blocks, and linked to that term. */
function chooseRival(w: i32, host: i32): i32 {
  const end = firstLooseLink(w);
  for (let link = firstLink(w); link < end; link++) {
    if (linkDelta(link, w, host) <= 0) continue;
    const term = linkTerm(link);
    const config = <usize>load<i32>(term);
    const topology = load<i32>(config, CONFIG_TOPOLOGY);
    if (topology < 0) return rivalOn(term, host);
    const place = placeIn(topology, host);
    if (place < 0) return -1;
    const domain = <usize>(load<i32>(domainBase + (<usize>topology << 2)) + place) << 2;
    const last = load<i32>(domainStart + domain, 4);
    for (let at = load<i32>(domainStart + domain); at < last; at++) {
      const rival = rivalOn(term, load<i32>(domainHosts + (<usize>at << 2)));
      if (rival >= 0) return rival;
    }
    return -1;
  }
  return -1;
}

function rivalOn(term: usize, host: i32): i32 {
  for (let other = load<i32>(firstOn + (<usize>host << 2)); other >= 0; other = load<i32>(nextOn + (<usize>other << 2))) {
    spent += 1;
    if (!isEvictable(other)) continue;
    const end = firstLooseLink(other);
    for (let link = firstLink(other); link < end; link++) if (linkTerm(link) == term) return other;
  }
  return -1;
}
