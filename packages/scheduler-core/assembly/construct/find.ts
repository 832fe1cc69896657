/**
 * The best host for one workload: none that breaks a hard rule; then the least soft cost by levels; then a host in use,
 * the one that is left with least (best fit); then the largest empty host. Every host is considered: pools, rows, columns and
 * cells are passed over only where no host in them can take the workload.
 */
import { ALL, EMPTY, USED, cellAt, columnsOf, firstIn, mayHold, nextOf, roomAt, rowsOf, stepsFor, tighten } from '../grid';
import { addLinkDeltas, firstLink, firstLooseLink, isBlocked, isCharged, linkParty, linkTerm, placeIn } from '../links';
import { CONFIG_DURING, CONFIG_KIND, CONFIG_MAX_DOMAINS, CONFIG_MODE, CONFIG_TOPOLOGY, REMEMBERED, SOFT, TERM_BYTES, TERM_GROUP_SLACK, TERM_USED } from '../record';
import { DOMAIN_COUNT, delta } from '../dispatch.gen';
import { admits, epoch, holds, initialAt } from '../state';
import { addDelta, demandOf, fits, fitsTight, mayDepart } from '../terms/capacity';
import { isEligible } from '../terms/eligibility';
import { bestDelta, classOf, closed, coarse, costLevels, countOn, dimensions, domainBase, domainHosts, domainStart, eligiblePoolStart,
  eligiblePools, eligibilityOf, exhaustedAt, fixed, free, hintOf, hostOf, indexes, levelDelta, memberStart, members, poolDimensions, poolDomain, pooled,
  shapeDimensions, shapeOf, termRecords, topologies } from '../layout.gen';

/** Hosts that a search by soft cost looks at before it takes the best of them. */
const SOFT_SIGHT: i32 = 4096;
/** A dimension that a host has and the workload does not want weighs more than any difference in size. */
const UNWANTED: i32 = 1 << 16;
/** Hosts without room that are looked at in one cell before an empty host is preferred; all of them are, before giving up. */
const GLANCE: i32 = 16;
/** The same over all cells, beyond which one in each is looked at. */
const GLANCES: i32 = 128;

/** Hosts looked at since the last `takeWork`. */
let work: f64 = 0;
/** What is left of `GLANCES`. */
let glances: i32 = 0;
/** Whether some cell was passed over after a glance. */
let skipped: bool = false;
let rejected: i32 = 0;
let charged: i32 = 0;
let bestHost: i32 = -1;
let bestScore: i32 = 0;

export function takeWork(): f64 {
  const done = work;
  work = 0;
  return done;
}

export function workDone(): f64 {
  return work;
}

export function addWork(units: f64): void {
  work += units;
}

/** Options of `find`. HINTS: trust the hosts that took the class last. HOME: first the host where it was at the start. */
export const HINTS: i32 = 1;
export const HOME: i32 = 2;
/** No empty host, and none that costs anything. */
export const USED_ONLY: i32 = 4;

/** Host for an unplaced workload, -1 where none will take it. A pinned one goes home or nowhere. */
export function find(w: i32, options: i32): i32 {
  const demand = demandOf(w);
  const home = initialAt(w);
  const pinned = load<i32>(fixed + (<usize>w << 2)) == 1;
  if (home >= 0 && (pinned || options & HOME) && admits(w, home)) return home;
  if (pinned) return -1;
  const classAt = <usize>load<i32>(classOf + (<usize>w << 2)) << 2;
  if (load<i32>(exhaustedAt + classAt) == epoch) return -1;
  const linked = firstLink(w) < firstLink(w + 1);
  const soft = indexes > 1 || firstLooseLink(w) < firstLink(w + 1);
  if (options & HINTS) {
    const hint = hinted(hintOf + classAt * REMEMBERED, w, demand);
    if (hint >= 0) return hint;
  }
  rejected = 0;
  charged = 0;
  bestHost = -1;
  const count = selectPools(w, linked);
  if (!mayDepart(w, demand, -2)) {
    rejected++;
  } else if (!linked || !searchConfined(w, demand)) {
    skipped = false;
    glances = GLANCES;
    searchUsed(w, demand, count, GLANCE);
    if (bestHost < 0 && !(options & USED_ONLY)) searchEmpty(w, demand, count);
    glances = i32.MAX_VALUE;
    if (bestHost < 0 && skipped) searchUsed(w, demand, count, i32.MAX_VALUE);
    if (bestHost < 0 && soft && !(options & USED_ONLY) && (charged > 0 || indexes > 1)) searchBySoftCost(w, demand, count);
  }
  if (options & USED_ONLY) return bestHost >= 0 && takesFreely(w, demand, bestHost) ? bestHost : -1;
  if (bestHost >= 0) remember(hintOf + classAt * REMEMBERED, bestHost);
  else if (rejected == 0 && charged == 0) store<i32>(exhaustedAt + classAt, epoch);
  return bestHost;
}

/** The latest of the hosts remembered that takes the workload freely, -1 where none does; those without room are forgotten. */
function hinted(hints: usize, w: i32, demand: usize): i32 {
  const last = hints + (<usize>(REMEMBERED - 1) << 2);
  for (let at = hints; at <= last; ) {
    const host = load<i32>(at);
    if (host < 0) break;
    work += 1;
    if (fits(demand, host)) {
      if (takesFreely(w, demand, host) && mayDepart(w, demand, host)) return host;
      at += 4;
    } else {
      memory.copy(at, at + 4, last - at);
      store<i32>(last, -1);
    }
  }
  return -1;
}

/** Remembers the host as the latest. */
function remember(hints: usize, host: i32): void {
  memory.copy(hints + 4, hints, <usize>(REMEMBERED - 1) << 2);
  store<i32>(hints, host);
}

/** Open, in use, breaks nothing and costs nothing. */
function takesFreely(w: i32, demand: usize, host: i32): bool {
  return (
    !load<i32>(closed + (<usize>host << 2)) && load<i32>(countOn + (<usize>host << 2)) > 0 && holds(w, demand, host) && fitsTight(demand, host) && !isCharged(w, host)
  );
}

/**
 * Where a colocate term has its domains already: looks in those alone. True if that settles the search: the term is
 * hard, or a host in them costs nothing. Levels that pools tell apart are left to `selectPools`.
 */
function searchConfined(w: i32, demand: usize): bool {
  const end = firstLink(w + 1);
  for (let link = firstLink(w); link < end; link++) {
    const term = linkTerm(link);
    const config = <usize>load<i32>(term);
    if (load<i32>(config, CONFIG_KIND) != DOMAIN_COUNT || load<i32>(config, CONFIG_DURING)) continue;
    const slack = <usize>load<i32>(term, TERM_GROUP_SLACK);
    if (load<i32>(term, TERM_USED) < load<i32>(config, CONFIG_MAX_DOMAINS) + (slack ? load<i32>(slack) : 0)) continue;
    const topology = load<i32>(config, CONFIG_TOPOLOGY);
    if (topology >= 0 && load<i32>(coarse + (<usize>topology << 2))) continue;
    const hard = load<i32>(config, CONFIG_MODE) != SOFT;
    visitDomains(term, topology, w, demand);
    if (hard) {
      rejected++;
      return true;
    }
    if (bestHost >= 0 && !isCharged(w, bestHost) && fitsTight(demand, bestHost)) return true;
    bestHost = -1;
  }
  return false;
}

/** The best host in the domains that hold members of the term. */
function visitDomains(term: usize, topology: i32, w: i32, demand: usize): void {
  const index = <i32>((term - termRecords) / TERM_BYTES);
  const end = load<i32>(memberStart + (<usize>(index + 1) << 2));
  let last = -1;
  let left = load<i32>(term, TERM_USED);
  for (let at = load<i32>(memberStart + (<usize>index << 2)); at < end && left > 0; at++) {
    const host = load<i32>(hostOf + (<usize>load<i32>(members + (<usize>at << 2)) << 2));
    if (host < 0) continue;
    const place = placeIn(topology, host);
    if (place < 0 || place == last) continue;
    last = place;
    left--;
    visitDomain(topology, place, w, demand);
  }
}

function visitDomain(topology: i32, place: i32, w: i32, demand: usize): void {
  if (topology < 0) {
    visit(place, w, demand);
    return;
  }
  const domain = <usize>(load<i32>(domainBase + (<usize>topology << 2)) + place) << 2;
  const end = load<i32>(domainStart + domain, 4);
  for (let at = load<i32>(domainStart + domain); at < end; at++) visit(load<i32>(domainHosts + (<usize>at << 2)), w, demand);
}

function visit(host: i32, w: i32, demand: usize): void {
  work += 1;
  if (load<i32>(closed + (<usize>host << 2)) || !holds(w, demand, host)) return;
  measure(w, demand, host);
  if (bestHost < 0 || isCheaper(host)) keep(host);
}

/** Host in one domain of a level for a workload, -1 where none: for groups that are placed domain by domain. */
export function findWithin(w: i32, topology: i32, place: i32): i32 {
  const demand = demandOf(w);
  bestHost = -1;
  if (mayDepart(w, demand, -2)) visitDomain(topology, place, w, demand);
  return bestHost;
}

/** Pools whose hosts are eligible and not all in domains that a rule has shut for the workload. */
function selectPools(w: i32, linked: bool): i32 {
  const row = load<i32>(eligibilityOf + (<usize>w << 2));
  const end = load<i32>(eligiblePoolStart + (<usize>(row + 1) << 2));
  let count = 0;
  for (let at = load<i32>(eligiblePoolStart + (<usize>row << 2)); at < end; at++) {
    const pool = load<i32>(eligiblePools + (<usize>at << 2));
    if (linked && isPoolBlocked(w, pool)) {
      rejected++;
      continue;
    }
    store<i32>(pooled + (<usize>count << 2), pool);
    count++;
  }
  return count;
}

function isPoolBlocked(w: i32, pool: i32): bool {
  const end = firstLooseLink(w);
  for (let link = firstLink(w); link < end; link++) {
    const term = linkTerm(link);
    const config = <usize>load<i32>(term);
    const topology = load<i32>(config, CONFIG_TOPOLOGY);
    if (topology < 0 || load<i32>(config, CONFIG_DURING)) continue;
    const place = load<i32>(poolDomain + (<usize>(pool * topologies + topology) << 2));
    if (place >= 0 && delta(load<i32>(config, CONFIG_KIND), term, config, linkParty(link), w, place, 1) > 0) return true;
  }
  return false;
}

/** Least room first. `glance`: hosts without room that are looked at in one cell before it is passed over. */
function searchUsed(w: i32, demand: usize, count: i32, glance: i32): void {
  const from = stepsFor(demand);
  const fromRow = from >> 6;
  const fromColumn = from & 63;
  bestScore = i32.MAX_VALUE;
  for (let at = 0; at < count; at++) {
    const pool = load<i32>(pooled + (<usize>at << 2));
    for (let rows = rowsOf(USED, pool) & (~<u64>0 << fromRow); rows; rows &= rows - 1) {
      const row = <i32>ctz(rows);
      if (roomAt(row, fromColumn) >= bestScore) break;
      for (let columns = columnsOf(USED, pool, row) & (~<u64>0 << fromColumn); columns; columns &= columns - 1) {
        const column = <i32>ctz(columns);
        const score = roomAt(row, column);
        if (score >= bestScore) break;
        const host = scan(USED, cellAt(USED, pool, row, column), w, demand, glance);
        if (host < 0) continue;
        bestHost = host;
        bestScore = score;
        break;
      }
    }
  }
}

/** Most room first, among pools without dimensions that the workload has no use for before those that have them. */
function searchEmpty(w: i32, demand: usize, count: i32): void {
  const from = stepsFor(demand);
  const fromRow = from >> 6;
  const fromColumn = from & 63;
  const wanted = load<i32>(shapeDimensions + (<usize>load<i32>(shapeOf + (<usize>w << 2)) << 2));
  bestScore = i32.MIN_VALUE;
  for (let at = 0; at < count; at++) {
    const pool = load<i32>(pooled + (<usize>at << 2));
    const unwanted = UNWANTED * popcnt(load<i32>(poolDimensions + (<usize>pool << 2)) & ~wanted);
    for (let rows = rowsOf(EMPTY, pool) & (~<u64>0 << fromRow); rows; ) {
      const row = 63 - <i32>clz(rows);
      rows &= ~(<u64>1 << row);
      if (roomAt(row, 63) - unwanted <= bestScore) break;
      for (let columns = columnsOf(EMPTY, pool, row) & (~<u64>0 << fromColumn); columns; ) {
        const column = 63 - <i32>clz(columns);
        columns &= ~(<u64>1 << column);
        const score = roomAt(row, column) - unwanted;
        if (score <= bestScore) break;
        const host = scan(EMPTY, cellAt(EMPTY, pool, row, column), w, demand, i32.MAX_VALUE);
        if (host < 0) continue;
        bestHost = host;
        bestScore = score;
        break;
      }
    }
  }
}

/** First host of the cell that takes the workload free of soft cost. */
function scan(group: i32, cell: i32, w: i32, demand: usize, glance: i32): i32 {
  if (!mayHold(cell, demand)) return -1;
  let roomy = 0;
  for (let host = firstIn(cell); host >= 0; host = nextOf(group, host)) {
    work += 1;
    if (!fits(demand, host)) {
      if (--glances > 0 && --glance > 0) continue;
      skipped = true;
      return -1;
    }
    roomy++;
    if (!isEligible(w, host) || isBlocked(w, host)) {
      rejected++;
    } else if (!fitsTight(demand, host) || isCharged(w, host)) {
      if (++charged > SOFT_SIGHT) return -1;
    } else {
      return host;
    }
  }
  if (roomy == 0) tighten(group, cell);
  return -1;
}

/** Where every host costs something: the cheapest of those in sight, tightest first. */
function searchBySoftCost(w: i32, demand: usize, count: i32): void {
  let sight = SOFT_SIGHT;
  const first = indexes > 1 ? ALL : USED;
  const last = indexes > 1 ? ALL : EMPTY;
  const from = stepsFor(demand);
  const fromRow = from >> 6;
  const fromColumn = from & 63;
  for (let group = first; group <= last; group++) {
    for (let at = 0; at < count; at++) {
      const pool = load<i32>(pooled + (<usize>at << 2));
      for (let rows = rowsOf(group, pool) & (~<u64>0 << fromRow); rows; rows &= rows - 1) {
        const row = <i32>ctz(rows);
        for (let columns = columnsOf(group, pool, row) & (~<u64>0 << fromColumn); columns; columns &= columns - 1) {
          const cell = cellAt(group, pool, row, <i32>ctz(columns));
          if (!mayHold(cell, demand)) continue;
          for (let host = firstIn(cell); host >= 0; host = nextOf(group, host)) {
            work += 1;
            if (!holds(w, demand, host)) continue;
            measure(w, demand, host);
            if (bestHost < 0 || isCheaper(host)) keep(host);
            if (--sight == 0) return;
          }
        }
      }
    }
  }
}

/** Writes to `levelDelta` what the host would cost per level. */
export function measure(w: i32, demand: usize, host: i32): void {
  memory.fill(levelDelta, 0, <usize>costLevels << 3);
  if (indexes > 1) addDelta(w, demand, host);
  addLinkDeltas(w, host, firstLooseLink(w));
}

function roomScore(host: i32): i32 {
  const room = free + (<usize>(host * dimensions) << 2);
  const steps = stepsFor(room);
  return roomAt(steps >> 6, steps & 63);
}

/** Cheaper than the best so far by levels; at equal cost, in use rather than empty; then the one with less room. */
function isCheaper(host: i32): bool {
  for (let level = 0; level < costLevels; level++) {
    const at = <usize>level << 3;
    const change = load<f64>(levelDelta + at) - load<f64>(bestDelta + at);
    if (change != 0) return change < 0;
  }
  const used = load<i32>(countOn + (<usize>host << 2)) > 0;
  if (used != load<i32>(countOn + (<usize>bestHost << 2)) > 0) return used;
  return roomScore(host) < roomScore(bestHost);
}

function keep(host: i32): void {
  bestHost = host;
  memory.copy(bestDelta, levelDelta, <usize>costLevels << 3);
}
