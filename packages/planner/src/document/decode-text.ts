export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'latin1';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** The encoding was inferred from the bytes alone: neither a byte order mark nor valid UTF-8 vouches for it. */
  readonly guessed: boolean;
}

/**
 * Text of a file whose encoding is not declared: byte order mark, then UTF-8, then UTF-16 told by its zero bytes,
 * then GB18030, then Latin-1, which accepts every byte. The byte order mark is removed.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: decode('utf-16le', bytes) ?? '', encoding: 'utf-16le', guessed: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: decode('utf-16be', bytes) ?? '', encoding: 'utf-16be', guessed: false };
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== undefined) {
    const text = decode(utf16, bytes);
    if (text !== undefined) return { text, encoding: utf16, guessed: true };
  }
  const utf8 = decode('utf-8', bytes, true);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', guessed: false };
  const gb18030 = decode('gb18030', bytes, true);
  if (gb18030 !== undefined) return { text: gb18030, encoding: 'gb18030', guessed: true };
  return { text: decode('latin1', bytes) ?? '', encoding: 'latin1', guessed: true };
}

function decode(encoding: TextEncoding, bytes: Uint8Array, fatal = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** ASCII text in UTF-16 has a zero in every second byte. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 256) & ~1;
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > length * 0.3 && even === 0) return 'utf-16le';
  if (even > length * 0.3 && odd === 0) return 'utf-16be';
  return undefined;
}
