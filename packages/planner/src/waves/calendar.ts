import { DateTime } from 'luxon';
import type { Programme } from './schema.ts';

/** Half-open, in minutes since 1970-01-01T00:00Z. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** A stretch of time for cutovers, inside one wave's days (0, 1, 2 ... from the programme's start). */
export interface Opening extends Interval {
  readonly wave: number;
}

export interface Calendar {
  readonly start: number;
  /** Nothing may end later: the end of the deadline's day, or of the horizon. */
  readonly end: number;
  /** When cutovers may run: windows without freezes, cut where a wave ends, apart and in order. */
  readonly openings: readonly Opening[];
  /** Local date-time of the programme's zone. */
  toLocal(minute: number): string;
  /** False in the hour that the clocks repeat: its local times name two instants. */
  isUnambiguous(minute: number): boolean;
}

/** How far a programme without a deadline is looked ahead. */
const horizonYears = 5;
const day = 24 * 60;
/** By how many minutes clocks are put back, anywhere. */
const clockShifts = [30, 60];

export function createCalendar(programme: Programme): Calendar {
  const zone = programme.timeZone;
  const first = DateTime.fromISO(programme.start, { zone: 'utc' });
  const last =
    programme.deadline === undefined
      ? first.plus({ years: horizonYears })
      : DateTime.fromISO(programme.deadline, { zone: 'utc' }).plus({ days: 1 });
  // Windows and freezes are laid out on the wall, where every day has 24 hours, and then read in the zone.
  const wall = { start: minutes(first), end: minutes(last) };
  const openings = without(windowsOnWall(programme, wall, first.weekday), freezesOnWall(programme));
  const inZone = (wallMinute: number): number =>
    minutes(DateTime.fromMillis(wallMinute * 60_000, { zone: 'utc' }).setZone(zone, { keepLocalTime: true }));
  const toLocal = (minute: number): string =>
    DateTime.fromMillis(minute * 60_000, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
  const offsetAt = (minute: number): number => DateTime.fromMillis(minute * 60_000, { zone }).offset;
  const steady = new Map<number, boolean>();
  /** Around most days nothing happens to the clocks; found once a day, as looking up a zone is slow. */
  const keepsItsClocks = (at: number): boolean => {
    const known = steady.get(at) ?? offsetAt((at - 1) * day) === offsetAt((at + 2) * day);
    steady.set(at, known);
    return known;
  };
  return {
    start: inZone(wall.start),
    end: inZone(wall.end),
    openings: openings
      .flatMap((opening) => cutAtWaves(opening, wall.start, programme.waveDays * day))
      .map(({ start, end, wave }) => ({ start: inZone(start), end: inZone(end), wave }))
      .filter(({ start, end }) => start < end),
    toLocal,
    isUnambiguous: (minute) =>
      keepsItsClocks(Math.floor(minute / day)) ||
      clockShifts.every(
        (shift) => toLocal(minute - shift) !== toLocal(minute) && toLocal(minute + shift) !== toLocal(minute),
      ),
  };
}

function windowsOnWall({ windows }: Programme, range: Interval, firstWeekday: number): Interval[] {
  const found: Interval[] = [];
  // From one day ahead of the start: a window of the evening before may reach into it.
  for (let i = -1; range.start + i * day < range.end; i++) {
    const midnight = range.start + i * day;
    const weekday = ((firstWeekday - 1 + i + 7) % 7) + 1;
    for (const { days, from, to } of windows) {
      if (!days.includes(weekday)) continue;
      const [opens, closes] = [minuteOfDay(from), minuteOfDay(to)];
      const start = Math.max(midnight + opens, range.start);
      const end = Math.min(midnight + closes + (closes <= opens ? day : 0), range.end);
      if (start < end) found.push({ start, end });
    }
  }
  return merged(found);
}

function cutAtWaves({ start, end }: Interval, first: number, length: number): Opening[] {
  const wave = Math.floor((start - first) / length);
  const boundary = first + (wave + 1) * length;
  return boundary >= end
    ? [{ start, end, wave }]
    : [{ start, end: boundary, wave }, ...cutAtWaves({ start: boundary, end }, first, length)];
}

function freezesOnWall({ freezes }: Programme): Interval[] {
  const midnight = (date: string): number => minutes(DateTime.fromISO(date, { zone: 'utc' }));
  return merged(freezes.map(({ from, to }) => ({ start: midnight(from), end: midnight(to) + day })));
}

function minuteOfDay(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number);
  return hour! * 60 + minute!;
}

function minutes(time: DateTime): number {
  return Math.floor(time.toMillis() / 60_000);
}

/** In order; those that touch become one. */
function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const interval of intervals.toSorted((a, b) => a.start - b.start)) {
    const previous = result.at(-1);
    if (previous === undefined || interval.start > previous.end) result.push(interval);
    else result[result.length - 1] = { start: previous.start, end: Math.max(previous.end, interval.end) };
  }
  return result;
}

function without(intervals: readonly Interval[], holes: readonly Interval[]): Interval[] {
  return holes.reduce<Interval[]>(
    (rest, hole) =>
      rest.flatMap(({ start, end }) =>
        [
          { start, end: Math.min(end, hole.start) },
          { start: Math.max(start, hole.end), end },
        ].filter((part) => part.start < part.end),
      ),
    [...intervals],
  );
}
