/**
 * The most moves within one group. The party is the group. TERM_TABLE: moved members of each group; TERM_EXTRA: groups by that
 * number, none counted for 0; TERM_MAX: the largest of them.
 */
import { CONFIG_LIMIT, TERM_EXTRA, TERM_MAX, TERM_TABLE } from '../record';
import { hasMoved } from './move-cost';

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  if (!hasMoved(w, place)) return 0;
  const moved = load<i32>(<usize>load<i32>(term, TERM_TABLE) + (<usize>party << 2));
  return moved == load<i32>(term, TERM_MAX) && moved >= load<i32>(config, CONFIG_LIMIT) ? 1 : 0;
}

/** Change of the amount if a member came from one host to another. */
export function moved(term: usize, config: usize, party: i32, w: i32, from: i32, to: i32): f64 {
  const before = hasMoved(w, from);
  if (before == hasMoved(w, to)) return 0;
  const moves = load<i32>(<usize>load<i32>(term, TERM_TABLE) + (<usize>party << 2));
  const most = load<i32>(term, TERM_MAX);
  const limit = load<i32>(config, CONFIG_LIMIT);
  if (!before) return moves == most && moves >= limit ? 1 : 0;
  return moves == most && moves > limit && groupsWith(term, most) == 1 ? -1 : 0;
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  if (!hasMoved(w, place)) return;
  const moved = shift(term, party, 1);
  if (moved > load<i32>(term, TERM_MAX)) store<i32>(term, moved, TERM_MAX);
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  if (!hasMoved(w, place)) return;
  const moved = shift(term, party, -1);
  const most = load<i32>(term, TERM_MAX);
  if (moved + 1 == most && groupsWith(term, most) == 0) store<i32>(term, moved, TERM_MAX);
}

function groupsWith(term: usize, moved: i32): i32 {
  return load<i32>(<usize>load<i32>(term, TERM_EXTRA) + (<usize>moved << 2));
}

/** One move more or less in the group; its new number. */
function shift(term: usize, party: i32, by: i32): i32 {
  const cell = <usize>load<i32>(term, TERM_TABLE) + (<usize>party << 2);
  const before = load<i32>(cell);
  const histogram = <usize>load<i32>(term, TERM_EXTRA);
  store<i32>(cell, before + by);
  if (before > 0) count(histogram, before, -1);
  if (before + by > 0) count(histogram, before + by, 1);
  return before + by;
}

function count(histogram: usize, moved: i32, by: i32): void {
  const cell = histogram + (<usize>moved << 2);
  store<i32>(cell, load<i32>(cell) + by);
}

export function reset(term: usize, config: usize): void {
  store<i32>(term, 0, TERM_MAX);
}

export function record(term: usize, config: usize): void {}
