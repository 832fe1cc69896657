import type { Rect } from '../layout/layout.ts';
import { firstVisible } from '../layout/layout.ts';
import type { Texts } from '../messages/messages.ts';
import { fit, fitLine, type Line, type Span, span, width, wrap } from '../text/line.ts';

/** What the screens are drawn with. */
export interface Pane {
  readonly rect: Rect;
  readonly texts: Texts;
}

export function formatNumber(value: number, digits = 0): string {
  const [whole = '', fraction] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function formatGiB(sizeGiB: number): string {
  return sizeGiB >= 10_240 ? `${formatNumber(sizeGiB / 1024, 1)} TiB` : `${formatNumber(sizeGiB)} GiB`;
}

/** An amount of a dimension as planners count it: whole vCPUs and cards, GiB. */
export function formatAmount(amount: number, dimension: string): string {
  if (dimension === 'memMiB') return amount < 1024 ? `${formatNumber(amount)} MiB` : formatGiB(amount / 1024);
  if (dimension === 'localDiskGiB' || dimension.startsWith('storage:')) return formatGiB(amount);
  if (dimension === 'cpuMilli' || dimension.startsWith('gpuMilli:'))
    return formatNumber(amount / 1000, amount % 1000 === 0 ? 0 : 1);
  if (dimension === 'nicMbps') return `${formatNumber(amount)} Mbit/s`;
  return formatNumber(amount, Number.isInteger(amount) ? 0 : 1);
}

/** `2027-01-20T22:00:00` -> `01-20 22:00`. */
export function shortTime(dateTime: string): string {
  return dateTime.slice(5, 16).replace('T', ' ');
}

/** `2027-01-20T22:00:00` -> `2027-01-20 22:00`. */
export function longTime(dateTime: string): string {
  return dateTime.slice(0, 16).replace('T', ' ');
}

/** Time of day of an instant of the journal, in the zone that the waves are planned in. */
export function clock(at: string, timeZone: string): string {
  const known = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' });
  clocks.set(timeZone, known);
  return known.format(new Date(at));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

export function dimensionLabel(dimension: string, texts: Texts): string {
  const named = texts.dimensions[dimension];
  if (named !== undefined) return named;
  return dimension.startsWith('storage:')
    ? texts.storage(dimension.slice('storage:'.length))
    : dimension.replace(/^gpuMilli:/, '');
}

export function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Label and value, labels in one column, values wrapped. Pairs without a value are left out. */
export function facts(pairs: readonly (readonly [string, string | undefined])[], columns: number): Line[] {
  const shown = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined && pair[1] !== '');
  const label = Math.max(0, ...shown.map(([name]) => width(name))) + 2;
  return shown.flatMap(([name, value]) =>
    wrap(value, Math.max(8, columns - label)).map((part, index) => [
      span(fit(index === 0 ? name : '', label), 'muted'),
      span(part),
    ]),
  );
}

/** A paragraph. */
export function paragraph(text: string, columns: number, token?: Span['token']): Line[] {
  return wrap(text, columns).map((part) => [span(part, token)]);
}

/** The visible part of a list under its heads, with the cursor's row inverse and a mark for what is cut off. */
export function list(
  heads: readonly Line[],
  rows: { readonly count: number; row(index: number): Line },
  cursor: number,
  { width: columns, height }: Rect,
): Line[] {
  const room = Math.max(0, height - heads.length);
  const first = firstVisible(cursor, rows.count, room);
  const shown = Math.min(room, rows.count - first);
  const lines = Array.from({ length: shown }, (_, offset) => {
    const index = first + offset;
    const line = fitLine(rows.row(index), columns - 2);
    const mark =
      index === cursor
        ? span('▸ ', 'accent')
        : offset === 0 && first > 0
          ? span('↑ ', 'muted')
          : offset === shown - 1 && index < rows.count - 1
            ? span('↓ ', 'muted')
            : span('  ');
    return [mark, ...(index === cursor ? selected(line) : line)];
  });
  return [...heads, ...lines];
}

/** Text of a chosen row, inverse; cells with a meaning of their own keep it. */
export function selected(line: Line): Line {
  return line.map((part) => (part.token?.startsWith('heat') ? part : { text: part.text, token: 'selected' as const }));
}
