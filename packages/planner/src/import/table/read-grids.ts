import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { ImportFile } from '../importer.ts';
import { trouble } from './file-trouble.ts';
import { type Grid, isBlankRow } from './grid.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

export interface ReadGrids {
  readonly grids: readonly Grid[];
  readonly diagnostics: readonly Diagnostic[];
}

const memo = new WeakMap<Uint8Array, Promise<ReadGrids>>();

/** The tables of a file by what its first bytes say it is. Detection and reading share the work. Never throws. */
export function readGrids(file: ImportFile): Promise<ReadGrids> {
  const known = memo.get(file.bytes);
  if (known !== undefined) return known;
  const read = readFresh(file);
  memo.set(file.bytes, read);
  return read;
}

async function readFresh(file: ImportFile): Promise<ReadGrids> {
  const fail = (code: string, params: Diagnostic['params'] = {}) => ({
    grids: [],
    diagnostics: [trouble('error', code, file.path, 0, params)],
  });
  const { bytes } = file;
  if (bytes.length === 0) return fail('YQ1405');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return readXlsx(file);
  // An OLE container: an old .xls, or an .xlsx with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail('YQ1406');
  if (looksLikeMarkup(bytes)) return fail('YQ1411');
  const { grid, diagnostics } = readCsv(file);
  if (grid.rows.every(isBlankRow)) return fail('YQ1405');
  return { grids: [grid], diagnostics };
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);

/** JSON, YAML documents with a header, XML and HTML: their readers are elsewhere, and a guess at columns would be noise. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  return /^[\ufeff\ufffd]*\s*(?:[[{]\s*["[{\]}]|<[?!a-z]|---\s|apiVersion:)/i.test(
    new TextDecoder().decode(bytes.subarray(0, 256)).replaceAll('\u0000', ''),
  );
}
