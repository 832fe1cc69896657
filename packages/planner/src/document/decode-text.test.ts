import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
};

describe('decodeText', () => {
  test('reads UTF-8 and drops its mark', () => {
    expect(decodeText(utf8('名称: 云'), 'a.yaml')).toEqual({ text: '名称: 云', encoding: 'utf-8', diagnostics: [] });
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), 'a').text).toBe('a');
    expect(decodeText(new Uint8Array(), 'a')).toEqual({ text: '', encoding: 'utf-8', diagnostics: [] });
  });

  test.each([true, false])(
    'reads UTF-16, marked without a word, unmarked with a warning (little endian %s)',
    (littleEndian) => {
      expect(decodeText(utf16('\uFEFFVM,CPUs 深圳', littleEndian), 'a')).toMatchObject({
        text: 'VM,CPUs 深圳',
        diagnostics: [],
      });
      const unmarked = decodeText(utf16('Name,CPUs,Memory', littleEndian), 'a.csv');
      expect(unmarked.text).toBe('Name,CPUs,Memory');
      expect(unmarked.diagnostics).toMatchObject([{ code: 'YQ1032', severity: 'warning', document: 'a.csv' }]);
    },
  );

  test('reads GB18030 and says that it assumed so', () => {
    // 名称 (name) in GB18030
    const decoded = decodeText(new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6]), 'a.csv');
    expect(decoded.text).toBe('名称');
    expect(decoded.diagnostics).toMatchObject([{ code: 'YQ1032', params: { encoding: 'GB18030' } }]);
  });

  test('keeps UTF-8 with a few damaged bytes as UTF-8', () => {
    const good = utf8('第一行\n深圳市政务云平台业务系统');
    const decoded = decodeText(good.slice(0, good.length - 1), 'a.csv');
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text).toContain('第一行\n深圳市政务云平台业务系');
    expect(decoded.diagnostics).toMatchObject([{ code: 'YQ1033', line: 2, params: { count: 1 } }]);
  });

  test('falls back to Windows-1252', () => {
    expect(decodeText(new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x78]), 'a')).toMatchObject({
      text: 'café x',
      encoding: 'windows-1252',
    });
  });
});
