/**
 * Price of the way from the initial host, by classes of hosts. The party is the class of the initial host. TERM_EXTRA: class of
 * each host, -1 where none, then the prices row by row; TERM_TABLE is not used. A price has 1, 2 or 4 bytes.
 */
import { CONFIG_CLASSES, CONFIG_PRICE_BYTES, TERM_EXTRA } from '../record';
import { hosts } from '../layout.gen';
import { hasMoved } from './move-cost';

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  if (!hasMoved(w, place)) return 0;
  const classes = <usize>load<i32>(term, TERM_EXTRA);
  const to = load<i32>(classes + (<usize>place << 2));
  if (to < 0) return 0;
  const at = <usize>(party * load<i32>(config, CONFIG_CLASSES) + to);
  const prices = classes + (<usize>hosts << 2);
  const bytes = load<i32>(config, CONFIG_PRICE_BYTES);
  if (bytes == 1) return <f64>load<u8>(prices + at);
  return bytes == 2 ? <f64>load<u16>(prices + (at << 1)) : <f64>load<i32>(prices + (at << 2));
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {}

export function reset(term: usize, config: usize): void {}

export function record(term: usize, config: usize): void {}
