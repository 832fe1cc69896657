/**
 * Sum of one dimension over a domain against its limit. Sums are f64 (TERM_TABLE): they may pass 2^31; limits are i32
 * (TERM_EXTRA), 2147483647 where there is none. A noWorse term gets its start's sum as its limit from the compiler.
 */
import { CONFIG_DIMENSION, TERM_EXTRA, TERM_TABLE } from '../record';
import { demandOf } from './capacity';

function quantity(config: usize, w: i32): f64 {
  return <f64>load<i32>(demandOf(w) + (<usize>load<i32>(config, CONFIG_DIMENSION) << 2));
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  const limit = load<i32>(<usize>load<i32>(term, TERM_EXTRA) + (<usize>place << 2));
  if (limit == i32.MAX_VALUE) return 0;
  const sum = load<f64>(<usize>load<i32>(term, TERM_TABLE) + (<usize>place << 3)) - <f64>limit;
  return max<f64>(0, sum + quantity(config, w)) - max<f64>(0, sum);
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
