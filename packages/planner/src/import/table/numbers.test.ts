import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalMark, readFlag, readNumber } from './numbers.ts';

describe('readNumber', () => {
  it.each([
    ['1,234', '.', 1234],
    ['1.234', ',', 1234],
    ['1,5', ',', 1.5],
    ['1.234.567,25', ',', 1234567.25],
    ["1'234", '.', 1234],
    ['1 234', '.', 1234],
    ['12 %', '.', 12],
    ['１２', '.', 12],
    ['-1', '.', -1],
    ['1e3', '.', 1000],
  ] as const)('%j with the mark %j', (text, mark, value) => {
    expect(readNumber(text, mark)).toBe(value);
  });

  it.each(['', 'n/a', '1,23', '12,34,567', '1.2.3', '0x10', 'Infinity', '--1', '4 GB', '=1+1'])(
    '%j is none',
    (text) => {
      expect(readNumber(text, '.')).toBeUndefined();
    },
  );

  it('reads what a locale writes', () => {
    const value = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(value, (n) => {
        expect(readNumber(n.toLocaleString('en-US'), '.')).toBe(n);
        expect(readNumber(n.toLocaleString('de-DE'), ',')).toBe(n);
        expect(readNumber(n, '.')).toBe(n);
      }),
    );
  });
});

describe('decimalMark', () => {
  it('follows what can only be read one way', () => {
    expect(decimalMark(['1.234', '2,5'], ',')).toBe(',');
    expect(decimalMark(['1,234', '2.5'], ';')).toBe('.');
  });

  it('without evidence follows the delimiter', () => {
    expect(decimalMark(['1.234', 7], ';')).toBe(',');
    expect(decimalMark(['1,234'], ',')).toBe('.');
  });
});

it('readFlag', () => {
  expect(['True', 'TRUE', true, 'yes', '是'].map(readFlag)).toEqual([true, true, true, true, true]);
  expect(['False', false, '', null, '否'].map(readFlag)).toEqual([false, false, false, false, false]);
  expect(readFlag('perhaps')).toBeUndefined();
});
