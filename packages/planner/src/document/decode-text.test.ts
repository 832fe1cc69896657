import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = new TextEncoder();
const utf16le = (text: string) =>
  Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]));
const swap = (bytes: Uint8Array) => bytes.map((_, i) => bytes[i ^ 1]!);

describe('decodeText', () => {
  it('reads UTF-8 and drops its mark', () => {
    expect(decodeText(utf8.encode('\ufeff名称'))).toEqual({ text: '名称', encoding: 'utf-8', guessed: false });
  });

  it('reads UTF-16 with a mark, both ways round', () => {
    expect(decodeText(utf16le('\ufeffVM,名'))).toEqual({ text: 'VM,名', encoding: 'utf-16le', guessed: false });
    expect(decodeText(swap(utf16le('\ufeffVM,名')))).toEqual({ text: 'VM,名', encoding: 'utf-16be', guessed: false });
  });

  it('tells UTF-16 without a mark by its zeros', () => {
    expect(decodeText(utf16le('{"servers": []}'))).toEqual({
      text: '{"servers": []}',
      encoding: 'utf-16le',
      guessed: true,
    });
  });

  it('falls back to GB18030, then Latin-1, and says that it guessed', () => {
    expect(decodeText(Uint8Array.of(0xd4, 0xc6, 0xc7, 0xa8))).toEqual({
      text: '云迁',
      encoding: 'gb18030',
      guessed: true,
    });
    expect(decodeText(Uint8Array.of(0x66, 0xfc, 0x20)).encoding).toBe('latin1');
  });

  it('reads nothing as nothing', () => {
    expect(decodeText(new Uint8Array()).text).toBe('');
  });
});
