/** How long leads take: work done at a rate that follows a pattern, less what drains away meanwhile. */
import { at, blindFrom, blinds, blindTo, modeDrain, modePattern, modeRate, modeWork, NEVER, patternFrom, patternSpeed, patternStart, real } from './layout';

// @ts-ignore: decorator
@inline
export function hasLead(mode: i32): bool {
  return real(modeWork, mode) > 0;
}

/** The first time from which the pattern's stretch holds `time`. */
function stretchOf(pattern: i32, time: i32): i32 {
  let low = at(patternStart, pattern);
  let high = at(patternStart, pattern + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(patternFrom, middle) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** End of a lead that starts at `start`; NEVER where it never gets done. */
export function leadEndOf(mode: i32, start: i32, horizon: i32): i32 {
  const pattern = at(modePattern, mode);
  const rate = real(modeRate, mode);
  const drain = real(modeDrain, mode);
  let left = real(modeWork, mode);
  if (pattern < 0) {
    const minutes = Math.ceil(left / (rate - drain));
    return rate <= drain || minutes > <f64>(horizon - start) ? NEVER : afterBlind(start + max(1, <i32>minutes));
  }
  const last = at(patternStart, pattern + 1) - 1;
  let i = stretchOf(pattern, start);
  for (let time = start; time < horizon; i++) {
    const until = i < last ? min(at(patternFrom, i + 1), horizon) : horizon;
    const net = rate * real(patternSpeed, i) - drain;
    const can = net * <f64>(until - time);
    if (net > 0 && can >= left) return afterBlind(time + max(1, <i32>Math.ceil(left / net)));
    left -= can;
    time = until;
  }
  return NEVER;
}

/** Latest start of a lead that ends by `end`, or -1. */
export function leadStartOf(mode: i32, end: i32): i32 {
  const pattern = at(modePattern, mode);
  const rate = real(modeRate, mode);
  const drain = real(modeDrain, mode);
  let left = real(modeWork, mode);
  if (pattern < 0) {
    const minutes = Math.ceil(left / (rate - drain));
    return rate <= drain || minutes > <f64>end ? -1 : end - max(1, <i32>minutes);
  }
  const first = at(patternStart, pattern);
  let i = stretchOf(pattern, end - 1);
  for (let time = end; time > 0; i--) {
    const from = i > first ? at(patternFrom, i) : 0;
    const net = rate * real(patternSpeed, i) - drain;
    const can = net * <f64>(time - from);
    if (net > 0 && can >= left) return time - max(1, <i32>Math.ceil(left / net));
    left -= can;
    time = from;
  }
  return -1;
}

/** The time itself, or the end of the stretch that hides it. */
export function afterBlind(time: i32): i32 {
  for (let b = 0; b < blinds; b++) {
    if (at(blindFrom, b) <= time && time < at(blindTo, b)) return at(blindTo, b);
  }
  return time;
}

/** The time itself, or the last one before the stretch that hides it. */
export function beforeBlind(time: i32): i32 {
  for (let b = 0; b < blinds; b++) {
    if (at(blindFrom, b) <= time && time < at(blindTo, b)) return at(blindFrom, b) - 1;
  }
  return time;
}
