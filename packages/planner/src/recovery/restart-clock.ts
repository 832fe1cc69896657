import type { RecoveryModel } from './recovery-model.ts';

export interface Clock {
  /** Minutes after the failure at which the next workload of a site runs again; `restoreGiB` is read from a backup first. */
  restart(site: string, elsewhere: boolean, restoreGiB: number): number;
}

const mbitPerGiB = (2 ** 30 * 8) / 1e6;

/**
 * How fast things come back: the failure is noticed, another site takes over where one must, backups are read one
 * after the other, and a site starts `parallel` workloads at once, each in `minutesEach`.
 */
export function createClock(restart: RecoveryModel['restart']): Clock {
  const { detectMinutes, switchMinutes, parallel, minutesEach, restoreMbps } = restart;
  const started = new Map<string, number>();
  const readMinutes = new Map<string, number>();
  return {
    restart(site, elsewhere, restoreGiB) {
      const count = (started.get(site) ?? 0) + 1;
      started.set(site, count);
      const read = (readMinutes.get(site) ?? 0) + (restoreGiB * mbitPerGiB) / restoreMbps / 60;
      if (restoreGiB > 0) readMinutes.set(site, read);
      const ready = detectMinutes + (elsewhere ? switchMinutes : 0);
      const slots = Math.ceil(count / parallel) * minutesEach;
      const minutes = ready + Math.max(slots, restoreGiB > 0 ? read + minutesEach : 0);
      return Math.round(minutes * 10) / 10;
    },
  };
}
