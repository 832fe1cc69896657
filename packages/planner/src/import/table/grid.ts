/** A cell as the file has it: csv cells are all text. */
export type Cell = string | number | boolean | null;

/** A row with its place: the line of a csv file or the row number of a sheet, both 1-based. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A csv file or one sheet of a workbook, blank rows included. */
export interface Grid {
  readonly file: string;
  /** The sheet's name; of a csv file its name without folder and extension. */
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** Of a csv file. */
  readonly delimiter?: Delimiter;
  /** The file ends in the middle of its last row. */
  readonly truncated?: boolean;
}

export type Delimiter = ',' | ';' | '\t' | '|';

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

export const isBlankRow = (row: GridRow): boolean => row.cells.every(isBlank);

/** Text on one line: control characters and line breaks become spaces. */
export const cellText = (cell: Cell | undefined): string =>
  cell === undefined || cell === null
    ? ''
    : String(cell)
        .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ')
        .trim();
