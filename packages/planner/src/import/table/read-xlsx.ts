import readXlsxFile from 'read-excel-file/universal';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { ImportFile } from '../importer.ts';
import { trouble } from './file-trouble.ts';
import type { Cell, Grid } from './grid.ts';
import { inflateEntry, readZipDirectory } from './zip-directory.ts';

const maxBytes = 512 * 2 ** 20;
const maxEntries = 10_000;
/** Limits of the format itself (ECMA-376 as Excel has it). */
const maxRows = 1_048_576;
const maxColumns = 16_384;
/** Rows and columns multiply: a value in the far corner of a sheet would fill the memory with nothing. */
const maxCells = 20_000_000;

/** Every sheet of a workbook. What is damaged, locked or too large becomes a diagnostic. Never throws. */
export async function readXlsx(file: ImportFile): Promise<{ grids: Grid[]; diagnostics: Diagnostic[] }> {
  const fail = (code: string, params: Diagnostic['params']) => ({
    grids: [],
    diagnostics: [trouble('error', code, file.path, 0, params)],
  });
  const refused = await findRefusal(file.bytes);
  if (refused !== undefined) return fail(refused.code, refused.params);
  try {
    const sheets = await readXlsxFile(new Uint8Array(file.bytes).buffer, { trim: false });
    const grids = sheets.map(({ sheet, data }) => ({
      file: file.path,
      name: sheet,
      rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(toCell) })),
    }));
    return { grids, diagnostics: [] };
  } catch (error) {
    return fail('YQ1407', { detail: error instanceof Error ? error.message : String(error) });
  }
}

function toCell(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Why a workbook must not be given to the reader, which trusts sizes, row numbers and cell addresses. */
async function findRefusal(bytes: Uint8Array): Promise<{ code: string; params: Diagnostic['params'] } | undefined> {
  const entries = readZipDirectory(bytes);
  if (entries === undefined) return { code: 'YQ1407', params: { detail: 'the zip directory is missing or damaged' } };
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > maxBytes || entries.length > maxEntries) {
    return {
      code: 'YQ1408',
      params: { size: `${Math.ceil(total / 2 ** 20)} MiB`, limit: `${maxBytes / 2 ** 20} MiB` },
    };
  }
  for (const entry of entries) {
    if (!/\.xml$/i.test(entry.name)) continue;
    const xml = await inflateEntry(bytes, entry);
    if (xml === undefined) return { code: 'YQ1407', params: { detail: `${entry.name} does not unpack` } };
    const sheet = extent(new TextDecoder().decode(xml));
    if (sheet === undefined)
      return { code: 'YQ1407', params: { detail: `${entry.name} has a cell without a proper address` } };
    if (sheet.rows > maxRows || sheet.columns > maxColumns || sheet.valueRows * sheet.columns > maxCells) {
      return { code: 'YQ1408', params: { size: `${sheet.rows} x ${sheet.columns}`, limit: `${maxCells}` } };
    }
  }
  return undefined;
}

/**
 * The last row number of a sheet, and the last row and column that hold a value; undefined where a row or a cell has
 * an address that is none.
 */
function extent(xml: string): { rows: number; valueRows: number; columns: number } | undefined {
  let rows = 0;
  let valueRows = 0;
  let columns = 0;
  for (const [, tag, attributes = ''] of xml.matchAll(/<(?:[\w.-]+:)?(row|c)\s([^<>]*)>/g)) {
    const address = /(?:^|\s)r\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    if (address === undefined) continue;
    const parts = (tag === 'row' ? /^()(\d{1,7})$/ : /^([A-Z]{1,3})(\d{1,7})$/).exec(address);
    if (parts === null) return undefined;
    const row = Number(parts[2]);
    rows = Math.max(rows, row);
    if (tag === 'row' || attributes.endsWith('/')) continue;
    valueRows = Math.max(valueRows, row);
    columns = Math.max(columns, columnNumber(parts[1]!));
  }
  return { rows, valueRows, columns };
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
