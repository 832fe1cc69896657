import { createHash } from 'node:crypto';

/** Lower-case hex digest of the text's UTF-8 bytes. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
