import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, columns, formatAmount, formatNumber, formatShare, formatSizeGiB } from './format.ts';

describe('format', () => {
  it('groups thousands', () => {
    expect([0, 999, 1_000, 1_234_567.8, -12_345].map((value) => formatNumber(value))).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,568',
      '-12,345',
    ]);
    expect(formatNumber(1234.567, 2)).toBe('1,234.57');
  });

  it('does not round a share to a limit that it has not reached', () => {
    expect([0, 0.004, 0.5, 0.996, 1, 1.2].map(formatShare)).toEqual(['0 %', '<1 %', '50 %', '99 %', '100 %', '120 %']);
  });

  it('gives amounts the unit of their dimension', () => {
    expect(formatAmount(8_192, 'memMiB')).toBe('8 GiB');
    expect(formatAmount(512, 'memMiB')).toBe('512 MiB');
    expect(formatAmount(1_500, 'cpuMilli')).toBe('1.50');
    expect(formatAmount(2_000, 'gpuMilli:Atlas 300')).toBe('2');
    expect(formatSizeGiB(20_480)).toBe('20.0 TiB');
  });

  it('clips to columns, Chinese counting twice', () => {
    expect(columns('深圳 A')).toBe(6);
    expect(clip('深圳市政务云', 7)).toBe('深圳市…');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 1, max: 40 }),
        (text, limit) => columns(clip(text, limit)) <= limit,
      ),
    );
  });
});
