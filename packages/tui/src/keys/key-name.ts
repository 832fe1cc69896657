import type { Key } from 'ink';

/** A key press: its name in the table of keys, and the text that it types, if any. */
export interface KeyPress {
  readonly name: string;
  readonly text: string;
}

const named: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageUp'],
  ['pageDown', 'pageDown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'return'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
];

/** Ink's account of a key press as one name: `up`, `ctrl+c`, `shift+tab`, `j`. */
export function keyPress(input: string, key: Key): KeyPress {
  if (key.tab) return { name: key.shift ? 'shift+tab' : 'tab', text: '' };
  for (const [flag, name] of named) if (key[flag]) return { name, text: '' };
  if (key.ctrl) return { name: `ctrl+${input}`, text: '' };
  return { name: input, text: key.meta ? '' : input };
}
