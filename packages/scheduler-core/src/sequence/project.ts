/** Largest time, duration sum, demand and capacity: the kernel counts in i32, and mirrors time at 2^30. */
export const MAX_TIME = 2 ** 29;

/** Something that a fixed amount of is there at all times, and comes back when an activity ends. */
export interface Resource {
  readonly id: string;
  readonly capacity: number;
}

/** When an activity may start: both ends count. */
export interface StartWindow {
  readonly from: number;
  readonly to: number;
}

/** Runs without interruption once started. Times are whole, in whatever unit the project chooses, counted from 0. */
export interface Activity {
  readonly id: string;
  readonly duration: number;
  /** Of each resource while it runs, in the order of `resources`. */
  readonly demands: readonly number[];
  /** Indices of the activities that must have ended when this one starts. */
  readonly predecessors: readonly number[];
  /** Not to be started before. Default 0. */
  readonly release?: number;
  /** Apart and in order; without them any time is allowed. */
  readonly windows?: readonly StartWindow[];
  /** Done or decided: stays there, whatever release and windows say. Its demand counts. */
  readonly fixedStart?: number;
}

/** A resource-constrained project; a capacity that changes over time is one with fixed activities that take a part of it. */
export interface Project {
  readonly resources: readonly Resource[];
  readonly activities: readonly Activity[];
}

/** Start of each activity, in their order; -1 where it has none. */
export interface Schedule {
  readonly startOf: ArrayLike<number>;
}
