/** At most so many workloads move. TERM_USED counts them. */
import { CONFIG_LIMIT, TERM_USED } from '../record';
import { hasMoved } from './move-cost';

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  return hasMoved(w, place) && load<i32>(term, TERM_USED) >= load<i32>(config, CONFIG_LIMIT) ? 1 : 0;
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  if (hasMoved(w, place)) store<i32>(term, load<i32>(term, TERM_USED) + 1, TERM_USED);
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  if (hasMoved(w, place)) store<i32>(term, load<i32>(term, TERM_USED) - 1, TERM_USED);
}

export function reset(term: usize, config: usize): void {
  store<i32>(term, 0, TERM_USED);
}

export function record(term: usize, config: usize): void {}
