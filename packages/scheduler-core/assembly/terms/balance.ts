/**
 * Room of one dimension that lacks its counterpart in another, per host: max(0, target x free(A) - free(B)) with free = capacity - used.
 * Keeps no state of its own: it reads the sums of `used`, which change after a workload's links are added and before they are removed.
 * TERM_EXTRA: target x capacity(A) - capacity(B) of each host, in f64.
 */
import { CONFIG_DIMENSION, CONFIG_DIMENSION_B, CONFIG_INDEX, CONFIG_TARGET, TERM_EXTRA } from '../record';
import { demandOf } from './capacity';
import { amounts, dimensions, hosts, used } from '../layout.gen';

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  const a = <usize>load<i32>(config, CONFIG_DIMENSION) << 2;
  const b = <usize>load<i32>(config, CONFIG_DIMENSION_B) << 2;
  const target = <f64>load<i32>(config, CONFIG_TARGET);
  const sums = used + (<usize>(place * dimensions) << 2);
  const demand = demandOf(w);
  const before = load<f64>(<usize>load<i32>(term, TERM_EXTRA) + (<usize>place << 3)) - target * <f64>load<i32>(sums + a) + <f64>load<i32>(sums + b);
  const after = before - target * <f64>load<i32>(demand + a) + <f64>load<i32>(demand + b);
  return max<f64>(0, after) - max<f64>(0, before);
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {}

/** Empty hosts may well be out of balance. */
export function reset(term: usize, config: usize): void {
  const cell = amounts + (<usize>load<i32>(config, CONFIG_INDEX) << 3);
  const base = <usize>load<i32>(term, TERM_EXTRA);
  let sum: f64 = 0;
  for (let host = 0; host < hosts; host++) sum += max<f64>(0, load<f64>(base + (<usize>host << 3)));
  store<f64>(cell, load<f64>(cell) + sum);
}

export function record(term: usize, config: usize): void {}
