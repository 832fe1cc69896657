import { describe, expect, it } from 'vitest';
import { dayMs, endOfDate, instant, timeAxis } from './time.ts';

describe('time', () => {
  it('reads local date-times without a zone, with and without seconds', () => {
    expect(instant('2027-03-28T02:30')).toBe(Date.UTC(2027, 2, 28, 2, 30));
    expect(instant('2027-03-28T02:30:15')).toBe(Date.UTC(2027, 2, 28, 2, 30, 15));
    expect(endOfDate('2027-02-28')).toBe(Date.UTC(2027, 2, 1));
  });

  it('labels months, days and hours as the span needs', () => {
    const labels = (days: number) =>
      timeAxis(instant('2027-01-01'), instant('2027-01-01') + days * dayMs, 0, 600).ticks.map((tick) => tick.label);
    expect(labels(270)).toContain('2027-04');
    expect(labels(14)).toContainEqual(expect.stringMatching(/^01-\d\d$/));
    expect(labels(1)).toContain('12:00');
  });
});
