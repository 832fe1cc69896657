/**
 * Workload class x host, as bits. Hard classes are combined into one by the compiler and tested here for every
 * workload; a soft one is a term like any other, whose party is the workload's class and whose place is the host.
 */
import { TERM_EXTRA } from '../record';
import { eligibilityBits, eligibilityOf, eligibilityWords } from '../layout.gen';

function bit(words: usize, host: i32): i32 {
  return (load<i32>(words + (<usize>(host >> 5) << 2)) >> (host & 31)) & 1;
}

/** Whether the hard rules let the workload stand on the host at all. */
export function isEligible(w: i32, host: i32): bool {
  const row = load<i32>(eligibilityOf + (<usize>w << 2));
  return bit(eligibilityBits + (<usize>(row * eligibilityWords) << 2), host) != 0;
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  return <f64>(1 - bit(<usize>load<i32>(term, TERM_EXTRA) + (<usize>(party * eligibilityWords) << 2), place));
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {}

export function reset(term: usize, config: usize): void {}

export function record(term: usize, config: usize): void {}
