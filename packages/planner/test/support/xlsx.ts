import writeXlsxFile from 'write-excel-file/node';
import type { ImportFile } from '../../src/import/importer.ts';

type Value = string | number | boolean | null;

/** A workbook as an office program would write it. */
export async function workbook(path: string, sheets: Record<string, Value[][]>): Promise<ImportFile> {
  const list = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => (value === null ? null : { value, type: typeOf(value) }))),
  }));
  const file = await writeXlsxFile(list as Parameters<typeof writeXlsxFile>[0] & typeof list).toBuffer();
  return { path, bytes: new Uint8Array(file) };
}

const typeOf = (value: string | number | boolean) =>
  typeof value === 'number' ? Number : typeof value === 'boolean' ? Boolean : String;

/** A workbook whose sheets are given as XML: for what no program would write. */
export function rawWorkbook(path: string, sheets: Record<string, string>): ImportFile {
  const names = Object.keys(sheets);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
  };
  names.forEach((name, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet xmlns="${main}">${sheets[name]}</worksheet>`;
  });
  return { path, bytes: storedZip(files) };
}

/** Rows of text cells as sheet data. */
export function sheetData(rows: readonly (readonly string[])[]): string {
  const letters = (n: number): string =>
    (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));
  const cell = (value: string, row: number, column: number) =>
    /^\d+$/.test(value)
      ? `<c r="${letters(column)}${row + 1}"><v>${value}</v></c>`
      : `<c r="${letters(column)}${row + 1}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const body = rows.map(
    (row, r) => `<row r="${r + 1}">${row.map((value, c) => (value === '' ? '' : cell(value, r, c))).join('')}</row>`,
  );
  return `<sheetData>${body.join('')}</sheetData>`;
}

/** A zip archive without compression, so that a changed byte is a changed character. Checksums are left at zero. */
export function storedZip(files: Record<string, string | Uint8Array>, claimedSize?: number): Uint8Array {
  const encoder = new TextEncoder();
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const nameBytes = encoder.encode(name);
    const data = typeof content === 'string' ? encoder.encode(content) : content;
    const head = new DataView(new ArrayBuffer(30));
    head.setUint32(0, 0x04034b50, true);
    head.setUint32(18, data.length, true);
    head.setUint32(22, data.length, true);
    head.setUint16(26, nameBytes.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint32(20, data.length, true);
    entry.setUint32(24, claimedSize ?? data.length, true);
    entry.setUint16(28, nameBytes.length, true);
    entry.setUint32(42, offset, true);
    local.push(new Uint8Array(head.buffer), nameBytes, data);
    central.push(new Uint8Array(entry.buffer), nameBytes);
    offset += 30 + nameBytes.length + data.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, central.length / 2, true);
  end.setUint16(10, central.length / 2, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return Uint8Array.from([...local, ...central, new Uint8Array(end.buffer)].flatMap((part) => [...part]));
}

/** The csv tabs of an export as one uncompressed workbook; quoted cells become one word. */
export function workbookOf(path: string, tabs: readonly ImportFile[]): ImportFile {
  const sheets = tabs.map(({ path: name, bytes }) => {
    const text = new TextDecoder()
      .decode(bytes)
      .replace(/"[^"]*"/g, 'quoted')
      .trimEnd();
    return [name.replace(/^.*tab|\.csv$/g, ''), sheetData(text.split('\n').map((line) => line.split(',')))];
  });
  return rawWorkbook(path, Object.fromEntries(sheets));
}
