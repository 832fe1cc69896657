import { describe, expect, it } from 'vitest';
import { span } from '../text/line.ts';
import { heatCell, percent } from './heat.ts';
import { paint } from './paint.ts';
import { basicTheme, indexedTheme, plainTheme, themeFor, tokens, trueColourTheme } from './theme.ts';

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance([red, green, blue]: readonly number[]): number {
  const [r, g, b] = [red, green, blue].map((value) => {
    const share = (value ?? 0) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function colour(style: string, kind: '38' | '48'): number[] | null {
  const match = new RegExp(`(?:^|;)${kind};2;(\\d+);(\\d+);(\\d+)`).exec(style);
  return match === null ? null : match.slice(1).map(Number);
}

describe('themes', () => {
  it('has no colour at all where none is wanted', () => {
    expect(themeFor(1)).toBe(plainTheme);
    for (const token of tokens) expect(plainTheme[token]).toMatch(/^(1|7|1;7)?$/);
  });

  it('goes with the depth of the terminal', () => {
    expect([1, 4, 8, 24].map(themeFor)).toEqual([plainTheme, basicTheme, indexedTheme, trueColourTheme]);
  });

  it('can be read: contrast of text on its ground is at least 4.5, heat steps differ in lightness', () => {
    const grounds: number[] = [];
    for (const token of tokens) {
      const front = colour(trueColourTheme[token], '38');
      const ground = colour(trueColourTheme[token], '48');
      if (front === null) continue;
      expect(contrast(front, ground ?? [16, 16, 16]), token).toBeGreaterThanOrEqual(4.5);
      if (ground !== null && token !== 'heatOver') grounds.push(luminance(ground));
    }
    expect(grounds).toEqual([...grounds].sort((a, b) => b - a));
  });

  it('shows a share as a digit, so that no colour is needed', () => {
    expect([0, 0.09, 0.1, 0.55, 0.999, 1, 1.01].map((share) => heatCell(share).text)).toEqual([
      '0',
      '0',
      '1',
      '5',
      '9',
      'F',
      '!',
    ]);
    expect([0, 0.001, 0.999, 1].map(percent)).toEqual(['0 %', '<1 %', '99 %', '100 %']);
  });

  it('resets each style', () => {
    expect(paint([span('a', 'title'), span('b')], plainTheme)).toBe('\u001b[1ma\u001b[0mb');
  });
});
