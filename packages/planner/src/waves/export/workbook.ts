import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import type { WaveTable } from './wave-tables.ts';

/** Excel's own limit of a sheet. */
const maxRows = 1_048_576;
const maxWidth = 60;

/** Tables as an xlsx workbook, a sheet each, with a fixed header row. Same tables, same bytes. */
export async function workbook(tables: readonly WaveTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, header, rows }) => ({
    sheet: name,
    data: [
      header.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.slice(0, maxRows - 1).map((row) => row.map((value) => ({ value }))),
    ] as SheetData,
    columns: header.map((title, c) => ({ width: widthOf([title, ...rows.slice(0, 200).map((row) => row[c] ?? '')]) })),
    stickyRowsCount: 1,
  }));
  const blob = await writeXlsxFile(sheets).toBlob();
  return withoutTimes(new Uint8Array(await blob.arrayBuffer()));
}

/** In characters; Chinese ones are two wide. */
function widthOf(values: readonly (string | number)[]): number {
  const widths = values.map((value) => [...String(value)].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0));
  return Math.min(maxWidth, Math.max(...widths) + 2);
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
/** 1980-01-01, the first day that a zip can name. */
const firstDay = (1 << 5) | 1;

/** The zip's directory names when each part was written: all get one date (APPNOTE 4.3.7, 4.3.12). */
function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end > 0 && view.getUint32(end, true) !== signatures.end) end--;
  let at = view.getUint32(end + 16, true);
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
    const local = view.getUint32(at + 42, true);
    for (const time of [at + 12, local + 10]) {
      view.setUint16(time, 0, true);
      view.setUint16(time + 2, firstDay, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}
