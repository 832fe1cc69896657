import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gapWaste } from './gap-waste.ts';

/** What is left of a gap that is filled as well as parts of these sizes can. */
function leastLeft(gap: number, parts: readonly number[]): number {
  const left = Array.from({ length: gap + 1 }, (_, size) => size);
  for (let size = 1; size <= gap; size++)
    for (const part of parts) if (part <= size) left[size] = Math.min(left[size]!, left[size - part]!);
  return left[gap]!;
}

it('lies between the best filling and none', () => {
  const weights = fc.dictionary(fc.integer({ min: 1, max: 60 }).map(String), fc.integer({ min: 1, max: 9 }), {
    minKeys: 1,
    maxKeys: 5,
  });
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 60 }), (record, capacity) => {
      const parts = new Map(Object.entries(record).map(([part, weight]) => [Number(part), weight]));
      const { scale, waste } = gapWaste(parts, capacity);
      expect(scale).toBe(1);
      expect(waste).toHaveLength(capacity + 1);
      waste.forEach((value, gap) => {
        expect(value).toBeLessThanOrEqual(gap);
        expect(value).toBeGreaterThanOrEqual(leastLeft(gap, [...parts.keys()]) - 1e-9);
      });
    }),
  );
});

it('is next to nothing where a common part fills the gap, all of it where none is small enough, and between where it is rare', () => {
  const { waste } = gapWaste(
    new Map([
      [470, 9],
      [190, 0.05],
    ]),
    1000,
  );
  expect(waste[470]).toBeLessThan(0.001);
  expect(waste[180]).toBe(180);
  expect(waste[190]).toBeGreaterThan(60);
  expect(waste[190]).toBeLessThan(190);
});

it('rounds cards of many units to a table of bounded size', () => {
  const { scale, waste } = gapWaste(new Map([[40_000, 1]]), 80_000);
  expect(waste).toHaveLength(1025);
  expect(waste[Math.floor(40_000 * scale)]).toBeLessThan(80);
});
