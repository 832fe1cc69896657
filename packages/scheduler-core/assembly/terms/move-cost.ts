/** What it costs that a workload does not stay where it was at the start. The party is its price. */
import { initialOf } from '../layout.gen';

/** Whether the workload, standing on `place`, has moved. Only workloads that were somewhere link to the terms of movement. */
export function hasMoved(w: i32, place: i32): bool {
  return load<i32>(initialOf + (<usize>w << 2)) != place;
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  return hasMoved(w, place) ? <f64>party : 0;
}

export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {}

export function reset(term: usize, config: usize): void {}

export function record(term: usize, config: usize): void {}
