import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareNatural, parseTags } from './applications.ts';

it('orders waves as people count', () => {
  expect(['Wave 10', 'Wave 2', 'Wave 1b', 'Wave 1', 'pilot'].sort(compareNatural)).toEqual([
    'Wave 1',
    'Wave 1b',
    'Wave 2',
    'Wave 10',
    'pilot',
  ]);
});

it('is an order', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '0', '1', '2', ' '), maxLength: 5 });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(compareNatural(a, b))).toBe(-Math.sign(compareNatural(b, a)) + 0);
      if (compareNatural(a, b) <= 0 && compareNatural(b, c) <= 0) expect(compareNatural(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

it('reads tags in both spellings', () => {
  expect(parseTags('CostCenter=123;BU=IT; ')).toEqual([
    ['CostCenter', '123'],
    ['BU', 'IT'],
  ]);
  expect(parseTags('Env:prod, Url: http://x')).toEqual([
    ['Env', 'prod'],
    ['Url', 'http://x'],
  ]);
  expect(parseTags('__proto__=1;none;=x')).toEqual([]);
});
