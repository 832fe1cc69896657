import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFile } from '../../../test/support/inventory.ts';
import { readCsv } from './read-csv.ts';

const cells = (text: string) => readCsv(textFile('t.csv', text)).grid.rows.map((row) => row.cells);
const codes = (bytes: Uint8Array) => readCsv({ path: 't.csv', bytes }).diagnostics.map(({ code }) => code);

describe('readCsv', () => {
  it.each([
    [',', 'a,b\n1,2\n'],
    [';', 'a;b\n1;2\n'],
    ['\t', 'a\tb\n1\t2\n'],
    ['|', 'a|b\n1|2\n'],
  ])('finds the delimiter %j', (delimiter, text) => {
    expect(readCsv(textFile('t.csv', text)).grid.delimiter).toBe(delimiter);
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('is not misled by commas in quotes or by decimal commas', () => {
    expect(cells('"a, b, c";d\n1,5;2,5\n')).toEqual([
      ['a, b, c', 'd'],
      ['1,5', '2,5'],
    ]);
  });

  it('takes CRLF, CR and LF in one file, blank lines and line breaks in quotes, and counts lines as an editor does', () => {
    const { rows } = readCsv(textFile('t.csv', 'a,b\r\n"x\ny",1\r\rlast,2\n')).grid;
    expect(rows.map(({ line, cells: c }) => [line, ...c])).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny', '1'],
      [4, ''],
      [5, 'last', '2'],
    ]);
  });

  it('loses one row, not the file, to a quotation mark that is never closed', () => {
    const { grid, diagnostics } = readCsv(textFile('t.csv', 'a,b\n1,2\n"open,3\n4,5\n'));
    expect(grid.rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['"open', '3'],
      ['4', '5'],
    ]);
    expect(grid.rows.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    expect(diagnostics).toMatchObject([{ code: 'YQ1409', line: 3 }]);
  });

  it('warns where two stray quotation marks join rows, and not of a comment of several lines', () => {
    const joined = readCsv(textFile('t.csv', 'a,b,c\n1,2,"3\n4,5,6\n7,8,9"\n'));
    expect(joined.diagnostics).toMatchObject([{ code: 'YQ1446', line: 2, params: { to: 4 } }]);
    expect(readCsv(textFile('t.csv', 'a,b,c\n1,2,"one,\ntwo\nthree"\n')).diagnostics).toEqual([]);
  });

  it('reads UTF-8 and UTF-16 with their marks, GB18030 and Latin-1 with a warning', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...'a,b\n'].flatMap((c) => [c.charCodeAt(0), 0])]);
    expect(readCsv({ path: 't.csv', bytes: utf16 }).grid.rows[0]!.cells).toEqual(['a', 'b']);
    expect(cells('\ufeffa,b\n')[0]).toEqual(['a', 'b']);
    // 名称,内存 in GB18030
    const gb18030 = new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc4, 0xda, 0xb4, 0xe6, 0x0a]);
    expect(readCsv({ path: 't.csv', bytes: gb18030 }).grid.rows[0]!.cells).toEqual(['名称', '内存']);
    expect(codes(gb18030)).toEqual(['YQ1032']);
    expect(codes(new Uint8Array([0x6e, 0x61, 0xef, 0x76, 0x65, 0x2c, 0x62, 0x0a]))).toHaveLength(1);
  });

  it('removes NUL bytes and says how many', () => {
    const { grid, diagnostics } = readCsv(textFile('t.csv', 'a,b\n1\u0000,2\u0000\n'));
    expect(grid.rows[1]!.cells).toEqual(['1', '2']);
    expect(diagnostics).toMatchObject([{ code: 'YQ1410', params: { count: 2 } }]);
  });

  it('sees that the last row is cut, and that a short last row with its line end is not', () => {
    expect(readCsv(textFile('t.csv', 'a,b,c\n1,2,3\n4,5')).grid.truncated).toBe(true);
    expect(readCsv(textFile('t.csv', 'a,b,c\n1,2,3\n4,5\n')).grid.truncated).toBe(false);
    expect(readCsv(textFile('t.csv', 'a,b,c\n1,2,3')).grid.truncated).toBe(false);
  });

  it('gives back what a csv writer wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', '名', "'") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const all = [['h1', 'h2', 'h3', 'h4'], ...rows];
        const text = all.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(cells(`${text}\n`)).toEqual(all);
      }),
    );
  });
});
