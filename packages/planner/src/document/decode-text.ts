import type { Diagnostic } from '../diagnostic/diagnostic.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';
  /** A warning wherever the encoding was assumed or characters were lost. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Bytes of a text file to text without a byte order mark. UTF-8 and marked UTF-16 are certain; unmarked UTF-16,
 * GB18030 and Windows-1252 are guesses and say so. Never throws.
 */
export function decodeText(bytes: Uint8Array, path = ''): DecodedText {
  const utf16 = utf16Order(bytes);
  if (utf16 !== null) {
    const text = new TextDecoder(utf16.encoding).decode(bytes);
    return { text, encoding: utf16.encoding, diagnostics: utf16.marked ? [] : [assumed(path, utf16.encoding)] };
  }
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', diagnostics: [] };

  const damaged = new TextDecoder().decode(bytes);
  const lost = count(damaged, /\uFFFD/g);
  if (count(damaged, /[\u0080-\uFFFC]/g) >= 4 * lost) {
    const line = count(damaged.slice(0, damaged.indexOf('\uFFFD')), /\n/g) + 1;
    return { text: damaged, encoding: 'utf-8', diagnostics: [warning('YQ1033', path, line, { count: lost })] };
  }
  const gb18030 = strict('gb18030', bytes);
  if (gb18030 !== null) return { text: gb18030, encoding: 'gb18030', diagnostics: [assumed(path, 'gb18030')] };
  const text = new TextDecoder('windows-1252').decode(bytes);
  return { text, encoding: 'windows-1252', diagnostics: [assumed(path, 'windows-1252')] };
}

function utf16Order(bytes: Uint8Array): { encoding: 'utf-16le' | 'utf-16be'; marked: boolean } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', marked: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', marked: true };
  // Text in Latin letters leaves every other byte zero.
  const sample = Math.min(bytes.length & ~1, 512);
  if (sample < 8) return null;
  const zeros = [0, 0];
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) zeros[i & 1] = zeros[i & 1]! + 1;
  const most = sample * 0.35;
  if (zeros[1]! > most && zeros[0] === 0) return { encoding: 'utf-16le', marked: false };
  if (zeros[0]! > most && zeros[1] === 0) return { encoding: 'utf-16be', marked: false };
  return null;
}

function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

const assumed = (path: string, encoding: string) => warning('YQ1032', path, 0, { encoding: encoding.toUpperCase() });

function warning(code: string, document: string, line: number, params: Diagnostic['params']): Diagnostic {
  return { code, severity: 'warning', document, pointer: '', line, column: line === 0 ? 0 : 1, params };
}
