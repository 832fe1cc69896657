import { DateTime } from 'luxon';
import type { CutoverWindow, Programme, ProgrammeLink } from './programme-schema.ts';
import type { Crew } from './teams.ts';

/** Half-open, in minutes since 1970-01-01T00:00Z. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** A stretch of time for cutovers, inside one wave's days (0, 1, 2 ... from the programme's start). */
export interface Opening extends Interval {
  readonly wave: number;
}

/** From a minute on, the share of a link that copies may use. */
export interface ShareFrom {
  readonly from: number;
  readonly share: number;
}

/** Whose cutovers: their own windows and freezes count. */
export interface Owners {
  readonly tenants: readonly string[];
  readonly systems: readonly string[];
}

export interface Calendar {
  readonly start: number;
  /** Nothing may end later: the end of the deadline's day, or of the horizon. */
  readonly end: number;
  /** Number of waves until then, those without an opening counted. */
  readonly waves: number;
  /** When cutovers may run that nothing particular is said about: windows without freezes, cut where a wave ends, apart and in order. */
  readonly openings: readonly Opening[];
  /** The same for cutovers of some tenants and systems; equal lists are the same object. */
  openingsFor(owners: Owners): readonly Opening[];
  /** When a team works. */
  shiftsOf(crew: Crew): readonly Interval[];
  /** Changes of what copies may use of a link, from the programme's start on. */
  sharesOf(link: ProgrammeLink): readonly ShareFrom[];
  /** The hours that the clocks repeat: their local times name two instants. */
  readonly repeated: readonly Interval[];
  isUnambiguous(minute: number): boolean;
  /** The wave in whose days a minute lies. */
  waveAt(minute: number): number;
  /** Local date-time of the programme's zone. */
  toLocal(minute: number): string;
  /** The instant of a local date-time, or of the midnight that begins a date. */
  toMinute(local: string): number;
}

/** How far a programme without a deadline is looked ahead. */
const horizonYears = 5;
const day = 24 * 60;

export function createCalendar(programme: Programme): Calendar {
  const zone = programme.timeZone;
  const first = DateTime.fromISO(programme.start, { zone: 'utc' });
  const last =
    programme.deadline === undefined
      ? first.plus({ years: horizonYears })
      : DateTime.fromISO(programme.deadline, { zone: 'utc' }).plus({ days: 1 });
  // Windows and freezes are laid out on the wall, where every day has 24 hours, and then read in the zone.
  const wall = { start: minutes(first), end: minutes(last) };
  const inZone = (wallMinute: number): number =>
    minutes(DateTime.fromMillis(wallMinute * 60_000, { zone: 'utc' }).setZone(zone, { keepLocalTime: true }));
  const read = (intervals: readonly Interval[]): Interval[] =>
    intervals
      .map(({ start, end }) => ({ start: inZone(start), end: inZone(end) }))
      .filter(({ start, end }) => start < end);
  const toMinute = (local: string): number => minutes(DateTime.fromISO(local, { zone }));
  const range = { start: inZone(wall.start), end: inZone(wall.end) };
  const repeated = repeatedHours(range, zone);
  const holidays = datesOnWall(programme.holidays);

  const layOut = (windows: readonly CutoverWindow[], closed: readonly Interval[]): Opening[] =>
    without(windowsOnWall(windows, wall, first.weekday), closed)
      .flatMap((opening) => cutAtWaves(opening, wall.start, programme.waveDays * day))
      .map(({ start, end, wave }) => ({ start: inZone(start), end: inZone(end), wave }))
      .filter(({ start, end }) => start < end);
  const known = new Map<string, readonly Opening[]>();
  const openingsFor = (owners: Owners): readonly Opening[] => {
    const sets = windowSets(programme, owners);
    const closed = datesOnWall(programme.freezes.filter((freeze) => concerns(freeze, owners)));
    const key = JSON.stringify([sets, closed]);
    const found =
      known.get(key) ??
      layOut(sets[0]!, merged([...closed, ...sets.slice(1).flatMap((set) => closedOnWall(set, wall, first.weekday))]));
    known.set(key, found);
    return found;
  };

  return {
    ...range,
    waves: Math.max(1, Math.ceil((wall.end - wall.start) / (programme.waveDays * day))),
    openings: openingsFor({ tenants: [], systems: [] }),
    openingsFor,
    shiftsOf: (crew) => {
      const windows = crew.windows ?? [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
      const free = merged([...datesOnWall(crew.away), ...(crew.onHolidays ? [] : holidays)]);
      return merged(read(without(windowsOnWall(windows, wall, first.weekday), free)));
    },
    sharesOf: ({ patterns }) => {
      const stretches = patterns.map(({ share, ...window }) => ({
        share,
        times: windowsOnWall([window], wall, first.weekday),
      }));
      const changes = new Set([
        wall.start,
        ...stretches.flatMap(({ times }) => times.flatMap((t) => [t.start, t.end])),
      ]);
      const shares = [...changes]
        .filter((at) => at < wall.end)
        .sort((a, b) => a - b)
        .map((at) => ({ from: inZone(at), share: shareAt(stretches, at) }));
      return shares.filter(({ share }, i) => share !== shares[i - 1]?.share);
    },
    repeated,
    isUnambiguous: (minute) => !repeated.some(({ start, end }) => start <= minute && minute < end),
    waveAt: (minute) => {
      const local = DateTime.fromMillis(minute * 60_000, { zone }).setZone('utc', { keepLocalTime: true });
      return Math.floor((minutes(local) - wall.start) / (programme.waveDays * day));
    },
    toLocal: (minute) => DateTime.fromMillis(minute * 60_000, { zone }).toFormat("yyyy-MM-dd'T'HH:mm"),
    toMinute,
  };
}

/** Those that name one of the systems, else those that name one of the tenants, else the common ones; of several only what all share. */
function windowSets({ ownWindows, windows }: Programme, { tenants, systems }: Owners): CutoverWindow[][] {
  const ofSystems = ownWindows.filter((own) => own.systems.some((system) => systems.includes(system)));
  const own =
    ofSystems.length > 0 ? ofSystems : ownWindows.filter((of) => of.tenants.some((id) => tenants.includes(id)));
  return own.length > 0 ? own.map((set) => set.windows) : [windows];
}

function concerns({ tenants, systems }: Programme['freezes'][number], owners: Owners): boolean {
  if (tenants === undefined && systems === undefined) return true;
  return (
    (tenants ?? []).some((id) => owners.tenants.includes(id)) ||
    (systems ?? []).some((id) => owners.systems.includes(id))
  );
}

function windowsOnWall(windows: readonly CutoverWindow[], range: Interval, firstWeekday: number): Interval[] {
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

function closedOnWall(windows: readonly CutoverWindow[], range: Interval, firstWeekday: number): Interval[] {
  return without([range], windowsOnWall(windows, range, firstWeekday));
}

function shareAt(
  stretches: readonly { readonly share: number; readonly times: readonly Interval[] }[],
  at: number,
): number {
  const holding = stretches.filter(({ times }) => {
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle]!.start <= at) low = middle + 1;
      else high = middle;
    }
    return low > 0 && at < times[low - 1]!.end;
  });
  return Math.min(1, ...holding.map(({ share }) => share));
}

function cutAtWaves({ start, end }: Interval, first: number, length: number): Opening[] {
  const wave = Math.floor((start - first) / length);
  const boundary = first + (wave + 1) * length;
  return boundary >= end
    ? [{ start, end, wave }]
    : [{ start, end: boundary, wave }, ...cutAtWaves({ start: boundary, end }, first, length)];
}

function datesOnWall(dates: readonly { readonly from: string; readonly to: string }[]): Interval[] {
  const midnight = (date: string): number => minutes(DateTime.fromISO(date, { zone: 'utc' }));
  return merged(dates.map(({ from, to }) => ({ start: midnight(from), end: midnight(to) + day })));
}

/** Where a zone's clocks are put back, found week by week; the hours before and after that read alike. */
function repeatedHours({ start, end }: Interval, zone: string): Interval[] {
  const offsetAt = (minute: number): number => DateTime.fromMillis(minute * 60_000, { zone }).offset;
  const found: Interval[] = [];
  for (let from = start - day; from < end + day; from += 7 * day) {
    let [low, high] = [from, from + 7 * day];
    const shift = offsetAt(low) - offsetAt(high);
    if (shift <= 0) continue;
    const before = offsetAt(low);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    found.push({ start: high - shift, end: high + shift });
  }
  return found;
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

/** Both apart and in order. */
function without(intervals: readonly Interval[], holes: readonly Interval[]): Interval[] {
  const rest: Interval[] = [];
  let hole = 0;
  for (const { start, end } of intervals) {
    let from = start;
    while (hole < holes.length && holes[hole]!.end <= from) hole++;
    for (let h = hole; h < holes.length && holes[h]!.start < end; h++) {
      if (holes[h]!.start > from) rest.push({ start: from, end: holes[h]!.start });
      from = Math.max(from, holes[h]!.end);
    }
    if (from < end) rest.push({ start: from, end });
  }
  return rest;
}
