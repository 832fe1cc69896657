import stringWidth from 'string-width';
import type { Token } from '../theme/theme.ts';

/** A piece of text in one style. Screens are made of lines of spans; only the last step turns them into escape codes. */
export interface Span {
  readonly text: string;
  readonly token?: Token;
}

export type Line = readonly Span[];

/** Text from a document or a person, made fit for a terminal: no escape codes, no line breaks, no direction overrides. */
export function clean(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu,
    '\ufffd',
  );
}

export function span(text: string | number, token?: Token): Span {
  const cleaned = clean(String(text));
  return token === undefined ? { text: cleaned } : { text: cleaned, token };
}

export function width(text: string): number {
  return stringWidth(text);
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + width(text), 0);
}

/** Graphemes, so that a cut never splits one. */
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The longest start of `text` that takes at most `columns`, and what it takes. */
function take(text: string, columns: number): { text: string; width: number } {
  const whole = width(text);
  if (whole <= columns) return { text, width: whole };
  let kept = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    const next = width(segment);
    if (used + next > columns) break;
    kept += segment;
    used += next;
  }
  return { text: kept, width: used };
}

/** Text in exactly `columns` columns: padded, or cut with an ellipsis. Chinese characters are two columns wide. */
export function fit(text: string, columns: number, align: 'start' | 'end' = 'start'): string {
  if (columns <= 0) return '';
  const cleaned = clean(text);
  const whole = width(cleaned);
  if (whole <= columns) {
    const padding = ' '.repeat(columns - whole);
    return align === 'start' ? cleaned + padding : padding + cleaned;
  }
  const cut = take(cleaned, columns - 1);
  return `${cut.text}…${' '.repeat(columns - 1 - cut.width)}`;
}

/** A line in exactly `columns` columns. */
export function fitLine(line: Line, columns: number): Line {
  const total = lineWidth(line);
  if (total === columns) return line;
  if (total < columns) return [...line, { text: ' '.repeat(columns - total) }];
  const kept: Span[] = [];
  let left = columns - 1;
  for (const part of line) {
    const cut = take(part.text, left);
    kept.push({ ...part, text: cut.text });
    left -= cut.width;
    if (cut.text !== part.text) break;
  }
  return [...kept, { text: `…${' '.repeat(Math.max(0, left))}` }];
}

/** Breaks a text at spaces, and anywhere in Chinese text, into lines of at most `columns`. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of clean(text).match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    let rest = word;
    if (width(line + rest.trimEnd()) > columns && line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    while (width(rest.trimEnd()) > columns) {
      const part = take(rest, columns);
      if (part.text === '') break;
      lines.push(part.text);
      rest = rest.slice(part.text.length);
    }
    line += line === '' ? rest.trimStart() : rest;
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines.length === 0 ? [''] : lines;
}

/** Exactly `height` lines of exactly `columns` columns. */
export function block(lines: readonly Line[], columns: number, height: number): Line[] {
  return Array.from({ length: Math.max(0, height) }, (_, index) => fitLine(lines[index] ?? [], columns));
}

/** Puts blocks of one height side by side, with `gap` between. */
export function beside(left: readonly Line[], right: readonly Line[], gap: Span): Line[] {
  return left.map((line, index) => [...line, gap, ...(right[index] ?? [])]);
}

export function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}
