/**
 * Sum of one dimension over the members of a group, in a set of domains, against one limit. TERM_TABLE: the sum, f64; TERM_EXTRA: bits of
 * the domains, 0 where all count; TERM_SLACK: what the start had beyond the limit, f64.
 */
import { CONFIG_DIMENSION, CONFIG_LIMIT, TERM_EXTRA, TERM_SLACK, TERM_TABLE } from '../record';
import { demandOf } from './capacity';

function isInside(term: usize, place: i32): bool {
  const bits = <usize>load<i32>(term, TERM_EXTRA);
  return !bits || ((load<i32>(bits + (<usize>(place >> 5) << 2)) >> (place & 31)) & 1) != 0;
}

function quantity(config: usize, w: i32): f64 {
  return <f64>load<i32>(demandOf(w) + (<usize>load<i32>(config, CONFIG_DIMENSION) << 2));
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  if (!isInside(term, place)) return 0;
  const slack = <usize>load<i32>(term, TERM_SLACK);
  const over = load<f64>(<usize>load<i32>(term, TERM_TABLE)) - <f64>load<i32>(config, CONFIG_LIMIT) - (slack ? load<f64>(slack) : 0);
  return max<f64>(0, over + quantity(config, w)) - max<f64>(0, over);
}

function change(term: usize, config: usize, w: i32, place: i32, sign: f64): void {
  if (!isInside(term, place)) return;
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
  store<f64>(<usize>load<i32>(term, TERM_SLACK), max<f64>(0, load<f64>(<usize>load<i32>(term, TERM_TABLE)) - <f64>load<i32>(config, CONFIG_LIMIT)));
}
