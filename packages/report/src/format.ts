import type { Messages } from './messages/messages.ts';

/** `1234567.8` -> `1,234,568`; digits after the point only where asked. The same in both languages. */
export function formatNumber(value: number, digits = 0): string {
  const [whole = '', fraction] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Share 0..1 -> `63 %`. Never rounds up to 100 what is below, nor down to 0 what is above. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return '<1 %';
  if (percent > 99 && percent < 100) return '99 %';
  return `${Math.round(percent)} %`;
}

/** An amount of a dimension as planners count it: `8192` of memMiB -> `8 GiB`, `1500` of cpuMilli -> `1.50`. */
export function formatAmount(amount: number, dimension: string): string {
  switch (dimension) {
    case 'memMiB':
      return amount < 1024
        ? `${formatNumber(amount)} MiB`
        : `${formatNumber(amount / 1024, amount % 1024 === 0 ? 0 : 1)} GiB`;
    case 'cpuMilli':
      return formatNumber(amount / 1000, amount % 1000 === 0 ? 0 : 2);
    case 'localDiskGiB':
      return formatSizeGiB(amount);
    case 'nicMbps':
      return `${formatNumber(amount)} Mbit/s`;
    default:
      if (dimension.startsWith('gpuMilli:')) return formatNumber(amount / 1000, amount % 1000 === 0 ? 0 : 2);
      if (dimension.startsWith('storage:')) return formatSizeGiB(amount);
      return formatNumber(amount, Number.isInteger(amount) ? 0 : 2);
  }
}

export function formatSizeGiB(sizeGiB: number): string {
  return sizeGiB >= 10_240 ? `${formatNumber(sizeGiB / 1024, 1)} TiB` : `${formatNumber(sizeGiB)} GiB`;
}

/** `2026-03-01T22:00:00` -> `2026-03-01 22:00`. */
export function formatDateTime(dateTime: string): string {
  return dateTime.slice(0, 16).replace('T', ' ');
}

export function dimensionLabel(dimension: string, messages: Messages): string {
  const named = messages.dimensions[dimension];
  if (named !== undefined) return named;
  return dimension.startsWith('storage:')
    ? messages.storage(dimension.slice('storage:'.length))
    : dimension.replace(/^gpuMilli:/, '');
}

/** At most three columns wide, for the head of a heat map. */
export function dimensionShort(dimension: string, messages: Messages): string {
  return messages.dimensionsShort[dimension] ?? (dimension.split(/[:/]/).at(-1) ?? dimension).slice(0, 3);
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes: a Chinese character is two. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** Cuts to a number of columns. For labels in drawings, which cannot wrap. */
export function clip(text: string, limit: number): string {
  if (columns(text) <= limit) return text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += columns(character);
    if (width > limit - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Last segment of a path: `city/meilin/r-03` -> `r-03`. */
export function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
