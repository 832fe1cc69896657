import { expect, test } from 'vitest';
import { parseQuantity } from './quantity.ts';

test.each([
  ['500m', 0.5],
  ['1', 1],
  ['0.1', 0.1],
  ['.5', 0.5],
  ['1e3', 1000],
  ['1E3', 1000],
  ['12E', 12e18],
  ['128974848', 128974848],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['129M', 129e6],
  ['123Mi', 123 * 2 ** 20],
  ['1k', 1000],
  ['2Ki', 2048],
  ['100n', 1e-7],
  ['-1', -1],
  [' 5Gi ', 5 * 2 ** 30],
])('%s is %d', (text, value) => {
  expect(parseQuantity(text)).toBeCloseTo(value, 12);
});

test.each(['', 'Gi', '1 Gi', '1gi', '1K', '1KB', 'many', '1e', '0x10', '1e400', '1,5'])('%j is no quantity', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
});
