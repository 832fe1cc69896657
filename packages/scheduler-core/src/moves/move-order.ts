import type { Move } from '../solve/session.ts';

/** How to get from one placement to another without breaking a rule on the way. */
export interface MoveOrder {
  /** One after another; the moves of one step may run at once and end in any order. `from` -1: it starts; `to` -1: it is shut down. */
  readonly steps: readonly (readonly Move[])[];
  /** Moves that waited for each other, and who made room. */
  readonly deadlocks: readonly Deadlock[];
  /** Workloads whose target no order reaches: the target itself breaks a rule. They stay where they are, or off. */
  readonly impossible: readonly number[];
}

export interface Deadlock {
  /** Workloads that wait for each other, ascending. */
  readonly waiting: readonly number[];
  /** Who made room: by a detour over another host, or by being shut down for as long as it took (`via` -1). */
  readonly workload: number;
  readonly via: number;
}

export interface MoveOptions {
  /** Moves at once. Default: no limit. */
  readonly maxPerStep?: number;
  /** Moves at once that leave from or come to one host. Default: no limit. */
  readonly maxPerHost?: number;
}
