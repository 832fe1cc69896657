import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProfile } from './profile.ts';

const horizon = 40;
const capacity = 5;
const uses = fc.array(
  fc.record({
    start: fc.nat(horizon - 1),
    length: fc.integer({ min: 1, max: 12 }),
    amount: fc.integer({ min: 1, max: 3 }),
  }),
  {
    maxLength: 12,
  },
);

/** The same by counting minute by minute. */
function naive(reserved: readonly { start: number; length: number; amount: number }[]) {
  const used = (time: number): number =>
    reserved.reduce((sum, { start, length, amount }) => sum + (start <= time && time < start + length ? amount : 0), 0);
  const fits = (start: number, end: number, amount: number): boolean => {
    for (let time = start; time < end; time++) if (used(time) + amount > capacity) return false;
    return true;
  };
  return { used, fits };
}

describe('createProfile', () => {
  it('finds the earliest and the latest place, as counting does', () => {
    fc.assert(
      fc.property(
        uses,
        fc.record({
          from: fc.nat(horizon),
          room: fc.integer({ min: 1, max: horizon }),
          duration: fc.integer({ min: 1, max: 15 }),
        }),
        fc.integer({ min: 1, max: 6 }),
        (wanted, { from, room, duration }, amount) => {
          const profile = createProfile(capacity);
          const reserved: typeof wanted = [];
          for (const use of wanted) {
            const fits = naive(reserved).fits(use.start, use.start + use.length, use.amount);
            expect(profile.fits(use.start, use.start + use.length, use.amount)).toBe(fits);
            if (!fits) continue;
            profile.reserve(use.start, use.start + use.length, use.amount);
            reserved.push(use);
          }
          const endBy = from + room;
          const starts = Array.from({ length: Math.max(0, room - duration + 1) }, (_, i) => from + i).filter(
            (start) => amount <= capacity && naive(reserved).fits(start, start + duration, amount),
          );
          expect(profile.earliest(from, endBy, duration, amount)).toBe(starts[0] ?? null);
          expect(profile.latest(from, endBy, duration, amount)).toBe(starts.at(-1) ?? null);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('names the next time at which something changes', () => {
    const profile = createProfile(1);
    profile.reserve(10, 20, 1);
    expect([profile.nextChange(0), profile.nextChange(10), profile.nextChange(15), profile.nextChange(20)]).toEqual([
      10,
      20,
      20,
      null,
    ]);
  });
});
