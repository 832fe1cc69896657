import type { LowerBounds } from '../bounds/lower-bounds.ts';
import type { Placement } from '../problem/problem.ts';

export interface SolveOptions {
  /** Default 1. */
  readonly seed?: number;
  /**
   * Work units (hosts looked at) after which no repair or new attempt begins; the first construction is always finished; 0: that
   * alone. Same
   * budget, same result on every machine. Default: 5 million, or 50 per workload if that is more.
   */
  readonly budget?: number;
  /** Whether workloads may leave the hosts where they run now to free hosts. Default: only new and moving ones are packed closer. */
  readonly consolidate?: boolean;
  /**
   * Share of the caller's time that has passed, 0 to 1: then the improvement of soft costs goes by it instead of the budget, and the
   * result depends on the machine.
   */
  readonly clock?: () => number;
  /** Cancels between slices; the best placement so far is returned, with `status: 'cancelled'`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: 'compile' | 'construct' | 'repair' | 'improve' | 'bound' | 'reduce' | 'done';
  readonly placed: number;
  readonly total: number;
  readonly hostsUsed: number;
  readonly workUnits: number;
}

export interface Solution {
  /** `complete`: all placed. `partial`: some unplaced. `cancelled`: stopped early, the best so far. */
  readonly status: 'complete' | 'partial' | 'cancelled';
  readonly hostOf: Placement;
  /** Indices of unplaced workloads, ascending. */
  readonly unplaced: readonly number[];
  readonly hostsUsed: number;
  /** Cost per soft level, lowest level first, as the kernel counts it. */
  readonly costs: readonly { readonly level: number; readonly cost: number }[];
  /** What no placement of all workloads can do better than. */
  readonly bounds: LowerBounds;
  readonly workUnits: number;
}
