import type { Spot } from '../object/spot.ts';
import type { ColumnSpecs } from './columns.ts';
import type { Header } from './find-header.ts';
import { type Cell, cellText, type Grid, type GridRow, isBlank } from './grid.ts';
import { miBPer } from './header.ts';
import { type DecimalMark, readFlag, readNumber } from './numbers.ts';
import type { TableReport } from './table-report.ts';

/** One row: cells by the key of their column. */
export interface TableRow<K extends string> {
  readonly line: number;
  /** '' where the cell is empty or the column absent. */
  text(column: K): string;
  /** Sizes in MiB. Undefined where empty or absent, and, with a diagnostic, where it is no number from 0 to the column's limit. */
  number(column: K): number | undefined;
  /** False where empty or absent. Undefined, with a diagnostic, where it is neither yes nor no. */
  flag(column: K): boolean | undefined;
  /** Tells that the text of a cell is none of the words that its column may hold. */
  notUnderstood(column: K): void;
  /** Headers and texts of the cells that no column claims, blank ones left out. */
  others(): readonly (readonly [header: string, value: string])[];
  spot(column?: K): Spot;
}

export function createRow<K extends string>(
  grid: Grid,
  row: GridRow,
  header: Header<K>,
  specs: ColumnSpecs<K>,
  mark: DecimalMark,
  report: TableReport,
): TableRow<K> {
  const cell = (column: K): Cell => {
    const bound = header.columns.get(column);
    return bound === undefined ? null : (row.cells[bound.index] ?? null);
  };
  const spot = (column?: K): Spot => {
    const bound = column === undefined ? undefined : header.columns.get(column);
    const pointer = bound === undefined ? grid.name : `${grid.name}!${bound.header}`;
    return { document: grid.file, pointer, line: row.line, column: bound === undefined ? 1 : bound.index + 1 };
  };
  // A cell that is asked for twice is told once.
  const once = (column: K, code: string, more: Readonly<Record<string, number>> = {}) => {
    const params = { column: header.columns.get(column)!.header, value: cellText(cell(column)).slice(0, 60), ...more };
    report.addOnce(`${row.line} ${column}`, 'warning', code, spot(column), params);
  };
  const notUnderstood = (column: K) => once(column, 'YQ1447');
  return {
    line: row.line,
    spot,
    text: (column) => cellText(cell(column)),
    flag(column) {
      const value = readFlag(cell(column));
      if (value === undefined) notUnderstood(column);
      return value;
    },
    notUnderstood,
    number(column) {
      const value = cell(column);
      if (isBlank(value)) return undefined;
      const plain = readNumber(value, mark);
      const bound = header.columns.get(column)!;
      const scaled =
        plain === undefined || specs[column].kind !== 'size' ? plain : plain * miBPer(bound.unit ?? specs[column].unit);
      if (scaled !== undefined && scaled >= 0 && scaled <= specs[column].max) return scaled;
      once(column, 'YQ1412', { max: specs[column].max });
      return undefined;
    },
    others: () =>
      header.others
        .map(({ index, header: name }) => [name, cellText(row.cells[index])] as const)
        .filter(([, value]) => value !== ''),
  };
}
