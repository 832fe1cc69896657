import stringWidth from 'string-width';

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly align?: 'left' | 'right';
}

export type Cell = string | number | boolean | null | undefined;
export type Row = Readonly<Record<string, Cell>>;

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const gap = '  ';

/** Aligned by terminal cells, so that Chinese text lines up. */
export function tableText(table: Table): string {
  if (table.rows.length === 0) return '';
  const cells = table.rows.map((row) => table.columns.map((column) => cellText(row[column.key])));
  const widths = table.columns.map((column, i) =>
    cells.reduce((width, row) => Math.max(width, stringWidth(row[i]!)), stringWidth(column.title)),
  );
  const line = (values: readonly string[]): string =>
    values
      .map((value, i) => pad(value, widths[i]!, table.columns[i]!.align ?? 'left'))
      .join(gap)
      .trimEnd();
  return `${[table.columns.map((column) => column.title), ...cells].map(line).join('\n')}\n`;
}

/** RFC 4180; a cell that a spreadsheet would take for a formula gets a leading apostrophe. */
export function tableCsv(table: Table): string {
  const rows = [
    table.columns.map((column) => column.key),
    ...table.rows.map((row) => table.columns.map((column) => row[column.key])),
  ];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

export function cellText(value: Cell): string {
  return value === null || value === undefined ? '' : String(value);
}

function csvCell(value: Cell): string {
  const text = cellText(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}
