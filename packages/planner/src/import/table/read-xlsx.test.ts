import { describe, expect, it } from 'vitest';
import { createRandom, mutate } from '../../../test/support/fuzz.ts';
import { rawWorkbook, sheetData, storedZip, workbook } from '../../../test/support/xlsx.ts';
import { readGrids } from './read-grids.ts';
import { readXlsx } from './read-xlsx.ts';
import { inflateEntry, readZipDirectory } from './zip-directory.ts';

const fails = async (bytes: Uint8Array) => {
  const { grids, diagnostics } = await readGrids({ path: 'x.xlsx', bytes });
  expect(grids).toEqual([]);
  return diagnostics.map(({ code }) => code);
};
const sheet = (rows: string) => rawWorkbook('x.xlsx', { vInfo: `<sheetData>${rows}</sheetData>` }).bytes;

describe('readXlsx', () => {
  it('reads every sheet with types and row numbers', async () => {
    const file = await workbook('x.xlsx', {
      vInfo: [
        ['VM', 'CPUs'],
        ['a', 2],
      ],
      other: [['on'], [null], [true]],
    });
    const { grids, diagnostics } = await readXlsx(file);
    expect(diagnostics).toEqual([]);
    expect(grids.map(({ name }) => name)).toEqual(['vInfo', 'other']);
    expect(grids[0]!.rows).toEqual([
      { line: 1, cells: ['VM', 'CPUs'] },
      { line: 2, cells: ['a', 2] },
    ]);
    expect(grids[1]!.rows.at(-1)).toEqual({ line: 3, cells: [true] });
  });

  it('the workbooks made by hand for the cases below are good ones', async () => {
    const { grids } = await readXlsx(
      rawWorkbook('x.xlsx', {
        vInfo: sheetData([
          ['VM', 'CPUs'],
          ['a', '2'],
        ]),
      }),
    );
    expect(grids[0]!.rows[1]!.cells).toEqual(['a', 2]);
  });

  it('names what cannot be a workbook', async () => {
    expect(await fails(new Uint8Array())).toEqual(['YQ1405']);
    expect(await fails(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toEqual(['YQ1406']);
    expect(await fails(new TextEncoder().encode('{"items": []}'))).toEqual(['YQ1411']);
    expect(await fails(new TextEncoder().encode('PK\u0003\u0004 not really'))).toEqual(['YQ1407']);
    expect(await fails(storedZip({ 'a.txt': 'a zip, but no workbook' }))).toEqual(['YQ1407']);
  });

  it('refuses a truncated one at any length', async () => {
    const { bytes } = await workbook('x.xlsx', {
      vInfo: [
        ['VM', 'CPUs'],
        ['a', 2],
      ],
    });
    for (let length = 4; length < bytes.length; length += 97)
      expect(await fails(bytes.slice(0, length))).toEqual(['YQ1407']);
  });

  it('takes a csv file whose first column is called PK for a csv file', async () => {
    const { grids } = await readGrids({ path: 'x.csv', bytes: new TextEncoder().encode('PK,[name]\n1,a\n') });
    expect(grids[0]!.rows).toHaveLength(2);
  });

  it('refuses what claims to be enormous before unpacking it', async () => {
    expect(await fails(storedZip({ 'xl/workbook.xml': 'x' }, 0x7fffffff))).toEqual(['YQ1408']);
  });

  it('refuses rows and columns that would fill the memory with nothing', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await fails(sheet(far))).toEqual(['YQ1408']);
    expect(await fails(sheet('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'))).toEqual(['YQ1408']);
    for (const address of ['1e9', '0x7fffffff', ' 99999999', '-1', '&#57;99999999']) {
      expect(await fails(sheet(`<row r="${address}"><c r="A1"><v>1</v></c></row>`))).toEqual(['YQ1407']);
    }
  });

  it('takes a last row that is styled and empty for what it is', async () => {
    const { grids } = await readXlsx({
      path: 'x.xlsx',
      bytes: sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"/>'),
    });
    expect(grids[0]!.rows).toHaveLength(1);
  });

  it('survives mutated members: cells, shared strings, styles, relations', async () => {
    const { bytes } = await workbook('x.xlsx', {
      vInfo: [
        ['VM', 'CPUs', 'Template'],
        ['a', 2, false],
        ['b', 4, true],
      ],
    });
    const members: Record<string, Uint8Array> = {};
    for (const entry of readZipDirectory(bytes)!) members[entry.name] = (await inflateEntry(bytes, entry))!;
    const names = Object.keys(members);
    const read = async (changed: Record<string, Uint8Array>) => readXlsx({ path: 'x.xlsx', bytes: storedZip(changed) });
    expect((await read(members)).grids[0]!.rows).toHaveLength(3);
    let readable = 0;
    for (let seed = 0; seed < 500; seed++) {
      const random = createRandom(seed);
      const name = names[random(names.length)]!;
      const start = performance.now();
      const { grids, diagnostics } = await read({ ...members, [name]: mutate(members[name]!, random) });
      expect(performance.now() - start).toBeLessThan(5_000);
      expect(grids.length > 0 || diagnostics.some(({ severity }) => severity === 'error'), `seed ${seed}`).toBe(true);
      if (grids.length > 0) readable++;
    }
    expect(readable).toBeGreaterThan(100);
  });
});
