import { type Span, span } from '../text/line.ts';
import type { Token } from './theme.ts';

const steps: readonly Token[] = ['heat0', 'heat1', 'heat2', 'heat3', 'heat4'];

/** Colour of a share 0..1; over 1 has its own. */
export function heatToken(share: number): Token {
  if (share > 1 + 1e-9) return 'heatOver';
  return steps[Math.min(steps.length - 1, Math.max(0, Math.floor(share * steps.length)))] ?? 'heat0';
}

/** One column: tens of percent as a digit, `F` full, `!` over. Readable without any colour. */
export function heatCell(share: number): Span {
  const token = heatToken(share);
  if (token === 'heatOver') return span('!', token);
  const tens = Math.floor(share * 10 + 1e-9);
  return span(tens >= 10 ? 'F' : Math.max(0, tens), token);
}

/** A bar of `columns` columns with the share behind it: `██████░░░░  63 %`. */
export function shareBar(share: number, columns: number): Span[] {
  const bar = Math.max(0, columns - 6);
  const filled = Math.min(bar, Math.round(share * bar));
  const token: Token = share > 1 + 1e-9 ? 'bad' : share >= 0.9 ? 'warn' : 'accent';
  return [
    span('█'.repeat(filled), token),
    span('░'.repeat(bar - filled), 'muted'),
    span(percent(share).padStart(6), share > 1 + 1e-9 ? 'bad' : undefined),
  ];
}

/** Never rounded up to 100 from below, nor down to 0 from above. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 1) return '<1 %';
  if (value > 99 && value < 100) return '99 %';
  return `${Math.round(value)} %`;
}
