/**
 * Simulated annealing over relocations and swaps, each priced by what it changes on two hosts and in the links of the workloads
 * that move. Broken hard rules have a price too, which the caller raises; only placements that break none count as found.
 */
import { addWork } from '../construct/find';
import { relocate } from '../moves/relocate';
import { swap } from '../moves/swap';
import { isEligible } from '../terms/eligibility';
import { closed, hosts, movable, peerCount, peerStart, peers, thresholds } from '../layout.gen';
import { cell } from './host-row';
import { next, pick } from './random';
import { hostAt, initialAt, movables } from './state';

/** Of 64 moves: swaps, some of them with a peer where there is one; of the others: home to the initial host. */
const SWAPS: u32 = 32;
const PEER_SWAPS: u32 = 8;
const HOMEWARD: u32 = 6;

function mayStand(w: i32, host: i32): bool {
  return isEligible(w, host) && (!load<i32>(closed + (<usize>host << 2)) || initialAt(w) == host);
}

function anyMovable(): i32 {
  return load<i32>(movable + (<usize>pick(movables) << 2));
}

function peerOf(w: i32, at: i32): i32 {
  return load<i32>(peers + (<usize>(load<i32>(peerStart + (<usize>w << 2)) + at) << 2));
}

/** Tries so many moves at a temperature; returns how many were made. */
export function anneal(moves: i32, temperature: f64, hardPrice: f64): i32 {
  let made = 0;
  addWork(<f64>moves);
  if (movables == 0) return 0;
  for (let turn = 0; turn < moves; turn++) {
    const dice = next();
    const threshold = temperature * load<f64>(cell(thresholds, <i32>(dice & 4095)));
    const mending = ((dice >> 24) & 7) == 0;
    const w = anyMovable();
    const from = hostAt(w);
    const kind = (dice >> 12) & 63;
    if (kind < SWAPS) {
      const choices = kind < PEER_SWAPS ? load<i32>(peerCount + (<usize>w << 2)) : 0;
      const other = choices > 0 ? peerOf(w, pick(choices)) : anyMovable();
      const to = hostAt(other);
      if (to == from || !mayStand(w, to) || !mayStand(other, from)) continue;
      if (swap(w, other, from, to, threshold, hardPrice, mending, choices > 0)) made++;
    } else {
      let to = ((dice >> 18) & 63) < HOMEWARD ? initialAt(w) : pick(hosts);
      if (to < 0 || to == from || !mayStand(w, to)) continue;
      if (relocate(w, from, to, threshold, hardPrice, mending)) made++;
    }
  }
  return made;
}
