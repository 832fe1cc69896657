import { scaleUtc } from 'd3-scale';
import { utcFormat } from 'd3-time-format';

/**
 * Local date-times carry no zone. They are counted as if they were UTC, so that a drawing does not depend on the
 * machine's zone and no hour is skipped.
 */
export function instant(dateTime: string): number {
  const [date = '', time = '00:00:00'] = dateTime.split('T');
  return Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
}

export const dayMs = 86_400_000;

/** Midnight at the end of a date, which is included. */
export function endOfDate(date: string): number {
  return instant(date) + dayMs;
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

export interface TimeAxis {
  x(time: number): number;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
}

const month = utcFormat('%Y-%m');
const day = utcFormat('%m-%d');
const clock = utcFormat('%H:%M');
const year = utcFormat('%Y-%m-%d');

/** Ticks are as many as labels have room; dates are ISO in both languages. */
export function timeAxis(from: number, to: number, left: number, right: number): TimeAxis {
  const scale = scaleUtc().domain([from, to]).range([left, right]);
  const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / 90)));
  return {
    x: (time) => scale(time),
    from,
    to,
    ticks: ticks.map((tick, index) => ({ x: scale(tick), label: label(tick, index === 0) })),
  };
}

function label(tick: Date, first: boolean): string {
  if (tick.getUTCHours() !== 0 || tick.getUTCMinutes() !== 0) return clock(tick);
  if (tick.getUTCDate() === 1) return month(tick);
  return first ? year(tick) : day(tick);
}
