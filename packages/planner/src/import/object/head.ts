import type { ImportFile } from '../importer.ts';

const headBytes = 65_536;

/** The beginning of a file as text, good enough to tell a format by its key words: zero bytes of UTF-16 are dropped. */
export function headOf(file: ImportFile): string {
  return new TextDecoder('latin1').decode(file.bytes.subarray(0, headBytes)).replaceAll('\u0000', '');
}
