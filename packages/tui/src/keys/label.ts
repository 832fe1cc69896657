import type { Texts } from '../messages/messages.ts';

/** A key as people write it: `return` -> `Enter`, `ctrl+b` -> `Ctrl+B`. */
export function keyLabel(key: string, texts: Texts): string {
  return texts.keyNames[key] ?? key.replace(/^ctrl\+./, (name) => `Ctrl+${name.slice(-1).toUpperCase()}`);
}
