import { parse } from 'csv-parse/sync';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { decodeText } from '../../document/decode-text.ts';
import type { ImportFile } from '../importer.ts';
import { fileStem, trouble } from './file-trouble.ts';
import type { Delimiter, Grid, GridRow } from './grid.ts';

/**
 * A csv file of unknown encoding, delimiter and line ends. Quotes that are never closed cost their own row, not the
 * rest of the file; rows may be shorter or longer than the header. Never throws.
 */
export function readCsv(file: ImportFile): { grid: Grid; diagnostics: Diagnostic[] } {
  const decoded = decodeText(file.bytes, file.path);
  const diagnostics = [...decoded.diagnostics];
  const text = decoded.text.replaceAll('\u0000', '');
  const zeros = decoded.text.length - text.length;
  if (zeros > 0) diagnostics.push(trouble('warning', 'YQ1410', file.path, 0, { count: zeros }));

  const delimiter = sniffDelimiter(text);
  const rows = readRows(text, delimiter, 1, true);
  if (rows.openQuote !== undefined) {
    diagnostics.push(trouble('warning', 'YQ1409', file.path, rows.openQuote, {}));
    const rest = text.split(/\r\n|\n|\r/).slice(rows.openQuote - 1);
    for (const row of readRows(rest.join('\n'), delimiter, rows.openQuote, false).rows) rows.rows.push(row);
  }
  for (const { line, to } of swallowed(rows.rows, delimiter))
    diagnostics.push(trouble('warning', 'YQ1446', file.path, line, { to }));
  const grid: Grid = {
    file: file.path,
    name: fileStem(file.path),
    rows: rows.rows,
    delimiter,
    truncated: isTruncated(text, rows.rows),
  };
  return { grid, diagnostics };
}

/** Rows up to the end, or up to the row with the quote that is never closed, whose line is then `openQuote`. */
function readRows(
  text: string,
  delimiter: Delimiter,
  firstLine: number,
  quotes: boolean,
): { rows: GridRow[]; openQuote?: number } {
  const rows: GridRow[] = [];
  let line = firstLine;
  try {
    parse(text, {
      delimiter,
      quote: quotes ? '"' : null,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line, cells });
        line = firstLine + lines;
        return null;
      },
    });
    return { rows };
  } catch {
    // With everything relaxed there is one error left: the end of the file inside quotes.
    return { rows, openQuote: line };
  }
}

/** The delimiter that splits most of the first lines alike; a comma where nothing splits. */
export function sniffDelimiter(text: string): Delimiter {
  const sample = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 10);
  const delimiters: Delimiter[] = [',', ';', '\t', '|'];
  const score = (delimiter: Delimiter) => {
    const counts = sample.map((line) => line.split(delimiter).length - 1);
    const header = counts[0] ?? 0;
    return header * 1000 + counts.filter((count) => count > 0).length;
  };
  return delimiters.reduce((best, next) => (score(next) > score(best) ? next : best));
}

/** Rows with a cell of several lines of which one has as many delimiters as a row: two stray quotation marks may join rows. */
function swallowed(rows: readonly GridRow[], delimiter: Delimiter): { line: number; to: number }[] {
  const delimiters = (rows[0]?.cells.length ?? 0) - 1;
  if (delimiters < 2) return [];
  const found: { line: number; to: number }[] = [];
  for (const { line, cells } of rows) {
    const lines = cells.flatMap((cell) => String(cell).split('\n').slice(1, -1));
    if (lines.some((text) => text.split(delimiter).length > delimiters))
      found.push({ line, to: line + lines.length + 1 });
  }
  return found;
}

/** No line end after the last row, and that row shorter than the header and than its neighbour. */
function isTruncated(text: string, rows: readonly GridRow[]): boolean {
  if (rows.length < 2 || /[\r\n]$/.test(text)) return false;
  const last = rows.at(-1)!.cells.length;
  return last < rows[0]!.cells.length && (rows.length === 2 || last < rows.at(-2)!.cells.length);
}
