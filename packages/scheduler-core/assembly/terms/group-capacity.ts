/**
 * Sum of one dimension over the members of a group, in a set of domains, against one limit. TERM_TABLE: the sum, f64; TERM_EXTRA: the
 * limit, f64, then the bits of the domains unless all count; TERM_SLACK: what the start had beyond the limit, f64.
 */
import { CONFIG_DIMENSION, CONFIG_EVERYWHERE, TERM_EXTRA, TERM_SLACK, TERM_TABLE } from '../record';
import { demandOf } from './capacity';

function isInside(term: usize, config: usize, place: i32): bool {
  if (load<i32>(config, CONFIG_EVERYWHERE)) return true;
  const bits = <usize>load<i32>(term, TERM_EXTRA) + 8;
  return ((load<i32>(bits + (<usize>(place >> 5) << 2)) >> (place & 31)) & 1) != 0;
}

function quantity(config: usize, w: i32): f64 {
  return <f64>load<i32>(demandOf(w) + (<usize>load<i32>(config, CONFIG_DIMENSION) << 2));
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  if (!isInside(term, config, place)) return 0;
  const slack = <usize>load<i32>(term, TERM_SLACK);
  const over = load<f64>(<usize>load<i32>(term, TERM_TABLE)) - load<f64>(<usize>load<i32>(term, TERM_EXTRA)) - (slack ? load<f64>(slack) : 0);
  return max<f64>(0, over + quantity(config, w)) - max<f64>(0, over);
}

function change(term: usize, config: usize, w: i32, place: i32, sign: f64): void {
  if (!isInside(term, config, place)) return;
  const cell = <usize>load<i32>(term, TERM_TABLE);
  store<f64>(cell, load<f64>(cell) + sign * quantity(config, w));
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  change(term, config, w, place, 1);
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  change(term, config, w, place, -1);
}

export function reset(term: usize, config: usize): void {}

/** Takes the present amount as the allowance of a noWorse term. */
export function record(term: usize, config: usize): void {
  store<f64>(<usize>load<i32>(term, TERM_SLACK), max<f64>(0, load<f64>(<usize>load<i32>(term, TERM_TABLE)) - load<f64>(<usize>load<i32>(term, TERM_EXTRA))));
}
