/** Minutes of the calendar on the wall: local date and time read as if every day had 24 hours. */
export function wallMinutes(local: string): number {
  return Math.floor(Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`) / 60_000);
}

export function wallText(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 16);
}

/** Minute of the day of `08:30`; 1440 for `24:00`. */
export function minuteOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** Monday is 1, Sunday 7. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** True minutes since 1970: the zone's offset is looked up until it explains the local time. */
export function instantMinutes(local: string, timeZone: string): number {
  const wall = wallMinutes(local);
  let instant = wall - offsetMinutes(wall, timeZone);
  instant = wall - offsetMinutes(instant, timeZone);
  return instant;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMinutes(instant: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(timeZone, format);
  const parts = new Map(format.formatToParts(instant * 60_000).map(({ type, value }) => [type, value]));
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map((type) =>
    parts.get(type as Intl.DateTimeFormatPartTypes),
  );
  return wallMinutes(`${year}-${month}-${day}T${hour}:${minute}`) - instant;
}
