/** No domain holds members of both groups. Party 1: in A, 2: in B, 3: in both. Amount: the smaller count. */
import { addCount, getCount } from '../count-table';
import { CONFIG_DOMAINS, TERM_MASK, TERM_SLACK, TERM_TABLE } from '../record';

function excess(term: usize, place: i32, a: i32, b: i32): i32 {
  const amount = min(a, b);
  if (amount == 0) return 0;
  const slack = <usize>load<i32>(term, TERM_SLACK);
  return slack ? max(0, amount - getCount(slack, load<i32>(term, TERM_MASK), place * 2)) : amount;
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  const table = <usize>load<i32>(term, TERM_TABLE);
  const mask = load<i32>(term, TERM_MASK);
  const a = getCount(table, mask, place * 2);
  const b = getCount(table, mask, place * 2 + 1);
  return <f64>(excess(term, place, a + (party & 1), b + (party >> 1)) - excess(term, place, a, b));
}

function change(term: usize, party: i32, place: i32, by: i32): void {
  const table = <usize>load<i32>(term, TERM_TABLE);
  const mask = load<i32>(term, TERM_MASK);
  if (party & 1) addCount(table, mask, place * 2, by);
  if (party & 2) addCount(table, mask, place * 2 + 1, by);
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  change(term, party, place, 1);
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  change(term, party, place, -1);
}

export function reset(term: usize, config: usize): void {}

/** Takes the present amounts as the allowances of a noWorse term. */
export function record(term: usize, config: usize): void {
  const table = <usize>load<i32>(term, TERM_TABLE);
  const mask = load<i32>(term, TERM_MASK);
  const slack = <usize>load<i32>(term, TERM_SLACK);
  const domains = load<i32>(config, CONFIG_DOMAINS);
  for (let place = 0; place < domains; place++) {
    const amount = min(getCount(table, mask, place * 2), getCount(table, mask, place * 2 + 1));
    if (amount > 0) addCount(slack, mask, place * 2, amount);
  }
}
