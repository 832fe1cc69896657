/** What the host may call. Coarse calls: a chunk of workloads each, so that the host can report progress and cancel. */
import { HINTS, HOME, find } from './construct/find';
import { admits, hostAt, initialAt, place, take } from './state';
import { addLinkDeltas, firstLink, setLenient } from './links';
import { addDelta, demandOf } from './terms/capacity';
import { configDelta, configs, costLevels, indexes, levelDelta, order } from './layout.gen';

export { bind } from './layout.gen';
export { setLenient } from './links';
export { admits, breachNow, isBroken, place, recordStart, reset, setClosed, take } from './state';
export { addWork, find, findWithin, takeWork } from './construct/find';
export { constructFilled } from './construct/fill';
export { eject, resetEjection } from './construct/eject';
export { evacuate, keepEvacuation, openReduction, settle, undoEvacuation } from './moves/evacuate';
export { findLeastFragmented } from './online/fragmentation';
export { anneal } from './search/anneal';
export { bestCost, nowBroken, nowCost, nowCrowded, openSearch, probe, repriceAll } from './search/state';
export { previousOf, relinkBehind } from './grid';

function orderAt(at: i32): i32 {
  return load<i32>(order + (<usize>at << 2));
}

/** Places what is unplaced in `order[from..to)`; returns how many it placed. */
export function construct(from: i32, to: i32): i32 {
  let placed = 0;
  for (let at = from; at < to; at++) {
    const w = orderAt(at);
    if (hostAt(w) >= 0) continue;
    const host = find(w, HINTS | HOME);
    if (host < 0) continue;
    place(w, host);
    placed++;
  }
  return placed;
}

/**
 * Lets `order[from..to)` stay where they are at the start, where the rules allow it; returns how many stay. What only a whole group
 * settles is not looked at: the caller takes off what is broken once all are there.
 */
export function stay(from: i32, to: i32): i32 {
  let placed = 0;
  setLenient(true);
  for (let at = from; at < to; at++) {
    const w = orderAt(at);
    const host = initialAt(w);
    if (host < 0 || hostAt(w) >= 0 || !admits(w, host)) continue;
    place(w, host);
    placed++;
  }
  setLenient(false);
  return placed;
}

/** Writes to `configDelta` and `levelDelta` what placing the unplaced workload on the host would change. */
export function evaluate(w: i32, host: i32): void {
  memory.fill(configDelta, 0, <usize>configs << 3);
  memory.fill(levelDelta, 0, <usize>costLevels << 3);
  if (indexes > 1) addDelta(w, demandOf(w), host);
  addLinkDeltas(w, host, firstLink(w));
}
