import { describe, expect, it } from 'vitest';
import { createCalendar } from './calendar.ts';
import { seedMinutes } from './replication.ts';
import type { ProgrammeInput } from './schema.ts';
import { programmeSchema } from './schema.ts';

const programme = (more: Partial<ProgrammeInput>) =>
  programmeSchema.parse({
    kind: 'programme',
    formatVersion: '1.0',
    name: 'test',
    start: '2026-01-05',
    deadline: '2026-01-18',
    links: [{ id: 'line', bandwidthMbps: 1 }],
    ...more,
  });

/** Openings as local times. */
function openings(more: Partial<ProgrammeInput>): string[] {
  const calendar = createCalendar(programme(more));
  return calendar.openings.map(({ start, end, wave }) => `${calendar.toLocal(start)} ${calendar.toLocal(end)} ${wave}`);
}

describe('createCalendar', () => {
  it('lays out the windows of a week, over midnight too, without the freezes', () => {
    const freezes = [{ from: '2026-01-10', to: '2026-01-10', reason: 'audit' }];
    expect(openings({ windows: [{ days: [5], from: '22:00', to: '04:00' }], freezes })).toEqual([
      '2026-01-09T22:00 2026-01-10T00:00 0',
      '2026-01-16T22:00 2026-01-17T04:00 0',
    ]);
  });

  it('joins windows that touch, lets the evening before reach in, and cuts where a wave ends', () => {
    expect(openings({ deadline: '2026-01-07', waveDays: 2 })).toEqual([
      '2026-01-05T00:00 2026-01-07T00:00 0',
      '2026-01-07T00:00 2026-01-08T00:00 1',
    ]);
    expect(openings({ deadline: '2026-01-05', windows: [{ days: [7], from: '20:00', to: '02:00' }] })).toEqual([
      '2026-01-05T00:00 2026-01-05T02:00 0',
    ]);
  });

  it('goes by the clocks of the zone when they change', () => {
    const spring = createCalendar(
      programme({
        timeZone: 'Europe/Berlin',
        start: '2026-03-28',
        deadline: '2026-03-29',
        windows: [{ days: [7], from: '01:00', to: '04:00' }],
      }),
    );
    // From 02:00 to 03:00 there is nothing: two hours are open, not three.
    expect(spring.openings.map(({ start, end }) => end - start)).toEqual([120]);
    expect(spring.end - spring.start).toBe(47 * 60);
    const autumn = createCalendar(
      programme({ timeZone: 'Europe/Berlin', start: '2026-10-24', deadline: '2026-10-25' }),
    );
    const twice = Date.parse('2026-10-25T00:30Z') / 60_000;
    expect([twice, twice + 60].map((minute) => autumn.toLocal(minute))).toEqual([
      '2026-10-25T02:30',
      '2026-10-25T02:30',
    ]);
    expect([twice, twice + 60].map((minute) => autumn.isUnambiguous(minute))).toEqual([false, false]);
    expect(autumn.isUnambiguous(twice - 60)).toBe(true);
    expect(autumn.isUnambiguous(twice + 120)).toBe(true);
  });
});

describe('programme', () => {
  it('refuses zones, dates and clocks that do not exist', () => {
    const wrong: Partial<ProgrammeInput>[] = [
      { timeZone: 'Asia/Atlantis' },
      { start: '2026-02-30' },
      { start: '2026-02-01' },
      { windows: [{ days: [1], from: '25:00', to: '26:00' }] },
      { freezes: [{ from: '2026-01-09', to: '2026-01-08', reason: 'backwards' }] },
    ];
    for (const more of wrong) expect(() => programme(more)).toThrow();
  });
});

describe('seedMinutes', () => {
  it('is the vendor formula: about 1,160 TB over 1 Gbit/s at 0.7 take 153 days', () => {
    expect(seedMinutes(1_160_000 / 1.073741824, 0, 700) / 60 / 24).toBeCloseTo(153.4, 1);
  });

  it('sends again what changes meanwhile, and never ends when too much does', () => {
    expect(seedMinutes(1000, 350, 700)).toBeGreaterThanOrEqual(2 * seedMinutes(1000, 0, 700) - 1);
    expect(seedMinutes(1000, 561, 700)).toBe(Number.POSITIVE_INFINITY);
    expect(seedMinutes(0, 0, 700)).toBe(1);
  });
});
