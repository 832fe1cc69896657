import type { ImportSession } from '../object/session.ts';
import type { Spot } from '../object/spot.ts';
import type { ColumnSpecs } from './columns.ts';
import { type BoundColumn, findHeader, type Header, requiredMissing } from './find-header.ts';
import { type Cell, type Grid, type GridRow, isBlank, isBlankRow } from './grid.ts';
import { isDecimalUnit, type SizeUnit } from './header.ts';
import { type LeftOutReason, leftOutReasons, type RowOutcome } from './left-out.ts';
import { decimalMark } from './numbers.ts';
import { createTableReport, type TableReport } from './table-report.ts';
import { createRow, type TableRow } from './table-row.ts';

export interface Table<K extends string> {
  readonly file: string;
  readonly name: string;
  readonly report: TableReport;
  readonly rows: readonly TableRow<K>[];
  /** Asks for every row what became of it, in order, and counts it. */
  take(outcome: (row: TableRow<K>) => RowOutcome): void;
}

export interface OpenOptions {
  /** The importer reads the columns that nothing claims itself. */
  readonly keepOthers?: boolean;
  /** Rows of the format may be shorter than the header, also the last one. */
  readonly shortRows?: boolean;
}

/**
 * Finds the header, binds the columns and counts what is no row of data. Without its required columns a table stays
 * undefined: one error, all rows counted as left out. Columns that nothing claims are listed as ignored. A last row
 * that the end of the file cuts short is left out: its last figure may have lost digits.
 */
export function openTable<K extends string>(
  session: ImportSession,
  grid: Grid,
  specs: ColumnSpecs<K>,
  options: OpenOptions = {},
): Table<K> | undefined {
  const { file, name } = grid;
  const header = findHeader(grid, specs);
  const missing = requiredMissing(header, specs);
  if (missing.length > 0) {
    const params = { table: name, columns: missing.map((key) => specs[key].names[0]).join(', ') };
    session.report('error', 'YQ1414', spotOf(grid, header.row), params);
    leaveOutGrid(session, grid, 'unusable', header.row + 1);
    return undefined;
  }
  const report = createTableReport(session, file, name);
  reportHeader(session, grid, header, specs);
  if (options.keepOthers !== true) for (const other of header.others) session.ignore(`${name}!${other.header}`);

  for (const row of grid.rows.slice(0, header.row))
    if (!isBlankRow(row)) session.see(file, name).leaveOut(reason('beforeHeader'));
  const data = grid.rows.slice(header.row + 1);
  const mark = decimalMark(numericCells(data, header, specs), grid.delimiter);
  const rows: TableRow<K>[] = [];
  const cut = grid.truncated === true && options.shortRows !== true ? data.at(-1) : undefined;
  for (const row of data) {
    if (isBlankRow(row)) session.see(file, name).leaveOut(reason('blank'));
    else if (row === cut) session.see(file, name).leaveOut(reason('cutShort'));
    else rows.push(createRow(grid, row, header, specs, mark, report));
  }
  if (cut !== undefined) report.add('warning', 'YQ1413', { ...spotOf(grid, 0), line: cut.line }, { table: name });
  reportLongRows(grid, header, data, report);
  return {
    file,
    name,
    report,
    rows,
    take(outcome) {
      for (const row of rows) {
        const result = outcome(row);
        const seen = session.see(file, name);
        if (result === 'used') seen.use();
        else seen.leaveOut(reason(result));
      }
      report.flush();
    },
  };
}

/** Counts every row of a table that is not read, blank ones apart. */
export function leaveOutGrid(session: ImportSession, grid: Grid, why: LeftOutReason, firstRow = 0): void {
  for (const row of grid.rows.slice(firstRow))
    session.see(grid.file, grid.name).leaveOut(reason(isBlankRow(row) ? 'blank' : why));
}

const reason = (id: LeftOutReason): string => leftOutReasons[id].en;

function* numericCells<K extends string>(
  rows: readonly GridRow[],
  header: Header<K>,
  specs: ColumnSpecs<K>,
): Iterable<Cell> {
  const indexes = [...header.columns]
    .filter(([key]) => specs[key].kind === 'number' || specs[key].kind === 'size')
    .map(([, { index }]) => index);
  for (const { cells } of rows) for (const index of indexes) yield cells[index] ?? null;
}

function reportHeader<K extends string>(
  session: ImportSession,
  grid: Grid,
  header: Header<K>,
  specs: ColumnSpecs<K>,
): void {
  const at = (column: BoundColumn): Spot => ({
    ...spotOf(grid, header.row),
    pointer: `${grid.name}!${column.header}`,
    column: column.index + 1,
  });
  for (const column of header.repeated) session.report('warning', 'YQ1415', at(column), { column: column.header });
  const decimal = new Map<SizeUnit, string[]>();
  for (const [key, column] of header.columns) {
    const unit = column.unit ?? specs[key].unit;
    if (specs[key].kind === 'size' && isDecimalUnit(unit))
      decimal.set(unit, [...(decimal.get(unit) ?? []), column.header]);
  }
  for (const [unit, columns] of decimal) {
    const written = unit.toUpperCase();
    const binary = written.replace('B', 'iB');
    session.report('info', 'YQ1416', spotOf(grid, header.row), { columns: columns.join(', '), unit: written, binary });
    session.assume(
      `${grid.name}!${columns.join(', ')}`,
      'unit',
      binary,
      `the tool writes ${written} and counts in powers of two`,
    );
  }
}

/** Cells to the right of the last header have no name; told once a table. */
function reportLongRows<K extends string>(
  grid: Grid,
  header: Header<K>,
  data: readonly GridRow[],
  report: TableReport,
): void {
  const width = grid.rows[header.row]!.cells.length;
  const long = data.filter((row) => row.cells.slice(width).some((cell) => !isBlank(cell)));
  if (long.length === 0) return;
  report.add(
    'warning',
    'YQ1417',
    { ...spotOf(grid, 0), line: long[0]!.line },
    { table: grid.name, count: long.length, width },
  );
}

const spotOf = (grid: Grid, row: number): Spot => ({
  document: grid.file,
  pointer: grid.name,
  line: grid.rows[row]?.line ?? 0,
  column: 1,
});
