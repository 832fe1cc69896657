import { columns } from '../format.ts';
import { type Markup, markup } from '../markup.ts';
import { heatSteps, px } from './theme.ts';

export interface LegendEntry {
  /** Class of the swatch. */
  readonly mark: string;
  readonly shape?: 'box' | 'line' | 'diamond';
  readonly text: string;
}

/** The sequential scale with its ends named, and where it ends. */
export function scaleLegend(x: number, y: number): { drawn: Markup; end: number } {
  const start = x + 26;
  const end = start + heatSteps * 16;
  const steps = Array.from(
    { length: heatSteps },
    (_, index) => markup`<rect class="h${index}" x="${start + index * 16}" y="${y}" width="16" height="10"/>`,
  );
  return {
    drawn: markup`<text class="muted" x="${x}" y="${y + 9}">0 %</text>${steps}<text class="muted" x="${end + 5}" y="${y + 9}">100 %</text>`,
    end: end + 36,
  };
}

/** Swatches with words, left to right. */
export function legendEntries(x: number, y: number, entries: readonly LegendEntry[]): Markup[] {
  let at = x;
  return entries.map(({ mark, shape = 'box', text }) => {
    const left = px(at);
    at += 22 + columns(text) * 5.6 + 18;
    return markup`${swatch(shape, mark, left, y)}<text x="${px(left + 22)}" y="${y + 9}">${text}</text>`;
  });
}

function swatch(shape: LegendEntry['shape'], mark: string, x: number, y: number): Markup {
  if (shape === 'line') return markup`<line class="${mark}" x1="${x}" y1="${y + 5}" x2="${x + 17}" y2="${y + 5}"/>`;
  if (shape === 'diamond') return markup`<path class="${mark}" d="${diamond(x + 8, y + 5, 5)}"/>`;
  return markup`<rect class="${mark}" x="${x}" y="${y}" width="17" height="10"/>`;
}

export function diamond(x: number, y: number, radius: number): string {
  return `M${px(x - radius)} ${px(y)}L${px(x)} ${px(y - radius)}L${px(x + radius)} ${px(y)}L${px(x)} ${px(y + radius)}Z`;
}
