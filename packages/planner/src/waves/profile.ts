/**
 * Use of one renewable resource over time, a step function. Times and amounts are whole numbers; intervals are
 * half-open. Searches answer null when there is no such time.
 */
export interface Profile {
  fits(start: number, end: number, amount: number): boolean;
  /** Earliest start at or after `from`, ending by `endBy`. */
  earliest(from: number, endBy: number, duration: number, amount: number): number | null;
  /** Latest start at or after `from`, ending by `endBy`. */
  latest(from: number, endBy: number, duration: number, amount: number): number | null;
  /** First time after `time` at which the use changes. */
  nextChange(time: number): number | null;
  reserve(start: number, end: number, amount: number): void;
}

export function createProfile(capacity: number): Profile {
  // used[i] holds from times[i] to times[i + 1]; nothing is used before times[0] and in the last stretch.
  const times: number[] = [];
  const used: number[] = [];

  /** Index of the stretch that holds `time`, -1 before the first. */
  const stretchAt = (time: number): number => {
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle]! <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const usedIn = (stretch: number): number => used[stretch] ?? 0;
  const cut = (time: number): number => {
    const stretch = stretchAt(time);
    if (stretch >= 0 && times[stretch] === time) return stretch;
    times.splice(stretch + 1, 0, time);
    used.splice(stretch + 1, 0, usedIn(stretch));
    return stretch + 1;
  };

  return {
    fits(start, end, amount) {
      if (amount > capacity) return false;
      for (let i = stretchAt(start); i < times.length && (i < 0 || times[i]! < end); i++) {
        if (usedIn(i) + amount > capacity) return false;
      }
      return true;
    },
    earliest(from, endBy, duration, amount) {
      if (amount > capacity) return null;
      let start = from;
      for (let i = stretchAt(from); i < times.length && (i < 0 || times[i]! < start + duration); i++) {
        if (usedIn(i) + amount > capacity) start = times[i + 1]!;
        if (start + duration > endBy) return null;
      }
      return start + duration <= endBy ? start : null;
    },
    latest(from, endBy, duration, amount) {
      if (amount > capacity) return null;
      let end = endBy;
      for (let i = stretchAt(endBy - 1); i >= 0; i--) {
        if ((times[i + 1] ?? Number.POSITIVE_INFINITY) <= end - duration) break;
        if (usedIn(i) + amount > capacity) end = times[i]!;
        if (end - duration < from) return null;
      }
      return end - duration >= from ? end - duration : null;
    },
    nextChange: (time) => times[stretchAt(time) + 1] ?? null,
    reserve(start, end, amount) {
      if (start >= end || amount === 0) return;
      const first = cut(start);
      const last = cut(end);
      for (let i = first; i < last; i++) used[i]! += amount;
    },
  };
}
