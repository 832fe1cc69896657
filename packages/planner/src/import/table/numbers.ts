import type { Cell } from './grid.ts';

export type DecimalMark = '.' | ',';

const certainComma = /^-?\d+,\d{1,2}$|^-?\d+,\d{4,}$|^-?0,\d+$|^-?\d{1,3}(?:\.\d{3})+,\d+$|^-?\d{1,3}(?:\.\d{3}){2,}$/;
const certainPoint =
  /^-?\d+\.\d{1,2}$|^-?\d+\.\d{4,}$|^-?0\.\d+$|^-?\d{1,3}(?:,\d{3})+\.\d+$|^-?\d{1,3}(?:,\d{3}){2,}$/;

/**
 * The decimal mark of a table, from the cells where it can only be one: `1.234` alone could be either. Without
 * evidence a point, but a comma in a file that separates its cells with semicolons, as office programs of those
 * languages do.
 */
export function decimalMark(cells: Iterable<Cell>, delimiter: string | undefined): DecimalMark {
  let commas = 0;
  let points = 0;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const text = cell.trim();
    if (certainComma.test(text)) commas++;
    else if (certainPoint.test(text)) points++;
  }
  if (commas !== points) return commas > points ? ',' : '.';
  return delimiter === ';' ? ',' : '.';
}

/** A number as people and programs write it, thousands separated or not; undefined where it is none. */
export function readNumber(cell: Cell, mark: DecimalMark): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/\s*%$/, '')
    .replaceAll(/[\s'\u2019]/g, '');
  const thousands = mark === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = text.split(mark);
  if (more.length > 0 || fraction?.includes(thousands)) return undefined;
  if (whole.includes(thousands) && !/^[-+]?\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return undefined;
  const plain = whole.replaceAll(thousands, '') + (fraction === undefined ? '' : `.${fraction}`);
  return /^[-+]?\d+(?:\.\d*)?(?:e[-+]?\d{1,3})?$/i.test(plain) ? Number(plain) : undefined;
}

const yes = new Set(['true', 'yes', 'y', '1', '真', '是']);
const no = new Set(['false', 'no', 'n', '0', '假', '否', '']);

export function readFlag(cell: Cell): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  const text = String(cell ?? '')
    .trim()
    .toLowerCase();
  if (yes.has(text)) return true;
  return no.has(text) ? false : undefined;
}
