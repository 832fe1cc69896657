/**
 * Sum of one dimension over a domain against its limit. Sums (TERM_TABLE) and limits (TERM_EXTRA) are f64: they may pass 2^31; Infinity
 * is no limit. A noWorse term gets its start's sum as its limit from the compiler.
 */
import { CONFIG_DIMENSION, TERM_EXTRA, TERM_TABLE } from '../record';
import { demandOf } from './capacity';

function quantity(config: usize, w: i32): f64 {
  return <f64>load<i32>(demandOf(w) + (<usize>load<i32>(config, CONFIG_DIMENSION) << 2));
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  const limit = load<f64>(<usize>load<i32>(term, TERM_EXTRA) + (<usize>place << 3));
  const over = load<f64>(<usize>load<i32>(term, TERM_TABLE) + (<usize>place << 3)) - limit;
  return max<f64>(0, over + quantity(config, w)) - max<f64>(0, over);
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  const cell = <usize>load<i32>(term, TERM_TABLE) + (<usize>place << 3);
  store<f64>(cell, load<f64>(cell) + quantity(config, w));
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  const cell = <usize>load<i32>(term, TERM_TABLE) + (<usize>place << 3);
  assert(load<f64>(cell) >= quantity(config, w));
  store<f64>(cell, load<f64>(cell) - quantity(config, w));
}

export function reset(term: usize, config: usize): void {}

export function record(term: usize, config: usize): void {}
