/** Price of a host that holds any workload. TERM_TABLE: workloads that count on each host; TERM_EXTRA: its price; TERM_SLACK: 1 where used at the start. */
import { TERM_EXTRA, TERM_SLACK, TERM_TABLE } from '../record';
import { hosts } from '../layout.gen';

function at(base: i32, place: i32): usize {
  return <usize>base + (<usize>place << 2);
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  if (load<i32>(at(load<i32>(term, TERM_TABLE), place)) > 0) return 0;
  const slack = load<i32>(term, TERM_SLACK);
  if (slack && load<i32>(at(slack, place))) return 0;
  return <f64>load<i32>(at(load<i32>(term, TERM_EXTRA), place));
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  const cell = at(load<i32>(term, TERM_TABLE), place);
  store<i32>(cell, load<i32>(cell) + 1);
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  const cell = at(load<i32>(term, TERM_TABLE), place);
  store<i32>(cell, load<i32>(cell) - 1);
}

export function reset(term: usize, config: usize): void {}

/** Takes the hosts in use as the allowances of a noWorse term. */
export function record(term: usize, config: usize): void {
  for (let host = 0; host < hosts; host++) {
    if (load<i32>(at(load<i32>(term, TERM_TABLE), host)) > 0) store<i32>(at(load<i32>(term, TERM_SLACK), host), 1);
  }
}
