import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstVisible, layout, minCols, minRows, type Rect } from './layout.ts';

/** Each place as its letter, one character for `scale` columns. */
function drawing(cols: number, rows: number, scale: number): string[] {
  const places = layout(cols, rows);
  if (places.kind === 'tooSmall') return ['too small'];
  const canvas = Array.from({ length: rows }, () => Array.from({ length: cols }, () => ' '));
  const paint = ({ x, y, width, height }: Rect, letter: string) => {
    for (let row = y; row < y + height; row++) for (let col = x; col < x + width; col++) canvas[row]![col] = letter;
  };
  paint(places.header, 'H');
  paint(places.list, 'L');
  paint(places.detail, 'D');
  paint(places.notice, 'N');
  paint(places.footer, 'F');
  return canvas.map((row) => row.filter((_, col) => col % scale === 0).join('')).map((row) => row.trimEnd());
}

describe('layout', () => {
  it('puts the detail below the list on a narrow terminal', () => {
    expect(drawing(80, 24, 8)).toEqual([
      ...Array(2).fill('HHHHHHHHHH'),
      ...Array(11).fill('LLLLLLLLLL'),
      '',
      ...Array(8).fill('DDDDDDDDDD'),
      'NNNNNNNNNN',
      'FFFFFFFFFF',
    ]);
  });

  it('puts it beside the list on a wide one', () => {
    expect(drawing(140, 18, 10)).toEqual([
      ...Array(2).fill('HHHHHHHHHHHHHH'),
      ...Array(14).fill('LLLLLLLLLDDDDD'),
      'NNNNNNNNNNNNNN',
      'FFFFFFFFFFFFFF',
    ]);
  });

  it('gives up below 60 x 16', () => {
    expect(layout(59, 40).kind).toBe('tooSmall');
    expect(layout(200, 15).kind).toBe('tooSmall');
    expect(layout(60, 16).kind).toBe('full');
  });

  it('never overlaps and never leaves the screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: minCols, max: 400 }), fc.integer({ min: minRows, max: 200 }), (cols, rows) => {
        const places = layout(cols, rows);
        if (places.kind === 'tooSmall') throw new Error('too small');
        const all = [places.header, places.list, places.detail, places.notice, places.footer];
        for (const [index, a] of all.entries()) {
          expect(a.width).toBeGreaterThan(0);
          expect(a.height).toBeGreaterThan(0);
          expect(a.x + a.width).toBeLessThanOrEqual(cols);
          expect(a.y + a.height).toBeLessThanOrEqual(rows);
          for (const b of all.slice(index + 1)) {
            expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(
              true,
            );
          }
        }
      }),
    );
  });

  it('keeps the cursor in view and fills the window', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 80 }), fc.nat(1000), (count, height, at) => {
        const cursor = count === 0 ? 0 : at % count;
        const first = firstVisible(cursor, count, height);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(cursor - first).toBeLessThan(height);
        expect(cursor).toBeGreaterThanOrEqual(first);
        if (count >= height) expect(first + height).toBeLessThanOrEqual(count);
      }),
    );
  });
});
