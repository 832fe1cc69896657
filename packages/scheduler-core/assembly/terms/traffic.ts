/**
 * Rates between workloads, each at the price of the distance of their hosts. TERM_TABLE: host of each workload that counts, plus 1; 0
 * where none. TERM_EXTRA, in words: (level, price) of each distance, cheapest first; then the lists of the workloads, each with its
 * length first: (other workload, rate). The party is the offset of the workload's list.
 */
import { domainOf, hosts } from '../layout.gen';
import { CONFIG_APART, CONFIG_DISTANCES, TERM_EXTRA, TERM_TABLE } from '../record';

function priceBetween(config: usize, distances: usize, a: i32, b: i32): f64 {
  if (a == b) return 0;
  const end = distances + (<usize>load<i32>(config, CONFIG_DISTANCES) << 3);
  for (let at = distances; at < end; at += 8) {
    const row = domainOf + (<usize>(load<i32>(at) * hosts) << 2);
    const domain = load<i32>(row + (<usize>a << 2));
    if (domain >= 0 && domain == load<i32>(row + (<usize>b << 2))) return <f64>load<i32>(at, 4);
  }
  return <f64>load<i32>(config, CONFIG_APART);
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  const words = <usize>load<i32>(term, TERM_EXTRA);
  const standing = <usize>load<i32>(term, TERM_TABLE);
  const list = words + (<usize>party << 2);
  const end = list + 4 + (<usize>load<i32>(list) << 3);
  let sum: f64 = 0;
  for (let at = list + 4; at < end; at += 8) {
    const other = load<i32>(standing + (<usize>load<i32>(at) << 2)) - 1;
    if (other >= 0) sum += <f64>load<i32>(at, 4) * priceBetween(config, words, place, other);
  }
  return sum;
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  store<i32>(<usize>load<i32>(term, TERM_TABLE) + (<usize>w << 2), place + 1);
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  store<i32>(<usize>load<i32>(term, TERM_TABLE) + (<usize>w << 2), 0);
}

export function reset(term: usize, config: usize): void {}

export function record(term: usize, config: usize): void {}
