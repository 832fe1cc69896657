/** Lets the event loop run between slices of work, so that a signal can arrive and progress can be drawn. */
export interface Pacer {
  readonly cancelled: boolean;
  /** Notes `units` done; true after a slice, when control was given away. */
  turn(units: number): Promise<boolean> | boolean;
}

const SLICE = 1 << 16;

export function createPacer(signal: AbortSignal | undefined): Pacer {
  let done = 0;
  return {
    get cancelled() {
      return signal?.aborted ?? false;
    },
    turn(units) {
      done += units;
      if (done < SLICE) return false;
      done = 0;
      return new Promise((resolve) => setTimeout(() => resolve(true), 0));
    },
  };
}
