/** The placement and everything derived from it: one way in (`place`), one way out (`take`), and a fresh start. */
import { excess, record as recordTerm, reset as resetTerm } from './dispatch.gen';
import { clearGrid, relink } from './grid';
import { addLinks, breach, clearBreach, departedPlace, isBlocked, partyIn, placeIn, removeLinks } from './links';
import { CONFIG_KIND, CONFIG_TOPOLOGY, REMEMBERED, TERM_BYTES, TERM_SLACK } from './record';
import { apply, demandOf, fits, mayDepart, refresh } from './terms/capacity';
import { setListed } from './terms/card';
import { isEligible } from './terms/eligibility';
import { amounts, blockRevision, classes, closed, configs, countOn, dimensions, exhaustedAt, firstOn, hintOf, hostOf, hostOrder, hosts, initialOf, nextOn, online, previousOn,
  revision, tables, tablesBytes, termRecords, terms, transient, transientUse, used, workloads } from './layout.gen';

/** Stamps of host revisions. */
let changes: i32 = 1;
/** Grows whenever room appears: a class that was exhausted may be tried again. */
export let epoch: i32 = 1;

export function hostAt(w: i32): i32 {
  return load<i32>(hostOf + (<usize>w << 2));
}

export function initialAt(w: i32): i32 {
  return load<i32>(initialOf + (<usize>w << 2));
}

/** Whether the hard rules let the unplaced workload stand on the host, open or not. */
export function holds(w: i32, demand: usize, host: i32): bool {
  return fits(demand, host) && isEligible(w, host) && !isBlocked(w, host);
}

/** Whether the host may take it: `holds`, and open unless it was there from the start. */
export function admits(w: i32, host: i32): bool {
  const demand = demandOf(w);
  if (load<i32>(closed + (<usize>host << 2)) && initialAt(w) != host) return false;
  return mayDepart(w, demand, host) && holds(w, demand, host);
}

export function place(w: i32, host: i32): void {
  assert(hostAt(w) < 0);
  addLinks(w, host);
  store<i32>(hostOf + (<usize>w << 2), host);
  const first = load<i32>(firstOn + (<usize>host << 2));
  store<i32>(nextOn + (<usize>w << 2), first);
  store<i32>(previousOn + (<usize>w << 2), -1);
  if (first >= 0) store<i32>(previousOn + (<usize>first << 2), w);
  store<i32>(firstOn + (<usize>host << 2), w);
  count(host, 1);
  apply(w, demandOf(w), host, 1);
  settle(w, host);
}

/** Takes a placed workload off its host. */
export function take(w: i32): void {
  const host = hostAt(w);
  assert(host >= 0);
  const next = load<i32>(nextOn + (<usize>w << 2));
  const previous = load<i32>(previousOn + (<usize>w << 2));
  if (next >= 0) store<i32>(previousOn + (<usize>next << 2), previous);
  if (previous >= 0) store<i32>(nextOn + (<usize>previous << 2), next);
  else store<i32>(firstOn + (<usize>host << 2), next);
  count(host, -1);
  apply(w, demandOf(w), host, -1);
  store<i32>(hostOf + (<usize>w << 2), -1);
  removeLinks(w, host);
  settle(w, host);
  epoch++;
}

function count(host: i32, by: i32): void {
  const cell = countOn + (<usize>host << 2);
  store<i32>(cell, load<i32>(cell) + by);
}

/** Notes that the host is not what it was: scores of it, and of its block of 64, are void. */
function revise(host: i32): void {
  store<i32>(revision + (<usize>host << 2), ++changes);
  store<i32>(blockRevision + (<usize>(host >> 6) << 2), changes);
}

function settle(w: i32, host: i32): void {
  relink(host);
  if (online) revise(host);
  const initial = initialAt(w);
  if (!transientUse || initial < 0 || initial == host) return;
  relink(initial);
  if (online) revise(initial);
}

/** Opens or closes a host; what stands on it is not touched. */
export function setClosed(host: i32, value: i32): void {
  store<i32>(closed + (<usize>host << 2), value);
  relink(host);
  epoch++;
}

/** Everything unplaced, all open hosts empty. */
export function reset(): void {
  memory.fill(hostOf, 0xff, <usize>workloads << 2);
  memory.fill(firstOn, 0xff, <usize>hosts << 2);
  memory.fill(countOn, 0, <usize>hosts << 2);
  memory.fill(used, 0, <usize>(hosts * dimensions) << 2);
  if (transientUse) memory.fill(transient, 0, <usize>(hosts * dimensions) << 2);
  memory.fill(tables, 0, <usize>tablesBytes);
  memory.fill(amounts, 0, <usize>configs << 3);
  memory.fill(hintOf, 0xff, <usize>((classes + 1) * REMEMBERED) << 2);
  memory.fill(exhaustedAt, 0, <usize>(classes + 1) << 2);
  clearBreach();
  setListed(true);
  epoch = 1;
  if (online) for (let host = 0; host < hosts; host++) revise(host);
  for (let t = 0; t < terms; t++) {
    const term = termRecords + <usize>(t * TERM_BYTES);
    const config = <usize>load<i32>(term);
    resetTerm(load<i32>(config, CONFIG_KIND), term, config);
  }
  clearGrid();
  for (let host = 0; host < hosts; host++) for (let d = 0; d < dimensions; d++) refresh(host, d);
  for (let at = hosts - 1; at >= 0; at--) relink(load<i32>(hostOrder + (<usize>at << 2)));
}

/** Takes the start as the allowance of the noWorse terms; call once on a fresh state, and reset after it. */
export function recordStart(): void {
  for (let w = 0; w < workloads; w++) {
    const host = initialAt(w);
    if (host >= 0) addLinks(w, host);
  }
  for (let t = 0; t < terms; t++) {
    const term = termRecords + <usize>(t * TERM_BYTES);
    const config = <usize>load<i32>(term);
    if (load<i32>(term, TERM_SLACK)) recordTerm(load<i32>(config, CONFIG_KIND), term, config);
  }
}

/** Whether a hard term is broken where the placed workload counts, or for its group as a whole. */
export function isBroken(index: i32, w: i32): bool {
  const host = hostAt(w);
  if (host < 0) return false;
  const term = termRecords + <usize>(index * TERM_BYTES);
  const config = <usize>load<i32>(term);
  const place = placeIn(load<i32>(config, CONFIG_TOPOLOGY), host);
  const origin = departedPlace(config, w, host, place);
  const kind = load<i32>(config, CONFIG_KIND);
  const party = partyIn(term, w);
  return excess(kind, term, config, party, place) > 0 || excess(kind, term, config, party, origin) > 0;
}

export function breachNow(): f64 {
  return breach;
}
