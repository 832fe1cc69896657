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

/** What a control character means when it comes in one chunk with others. */
const controls: Readonly<Record<string, string>> = {
  '\r': 'return',
  '\n': 'return',
  '\t': 'tab',
  '\u007f': 'backspace',
  '\b': 'backspace',
  '\u0003': 'ctrl+c',
  '\u001b': 'escape',
};

/**
 * Ink's account of input as names of keys: `up`, `ctrl+c`, `shift+tab`, `j`. Keys that were pressed faster than they
 * were read come as one text and are told apart here; a composed word of an input method becomes its characters.
 */
export function keyPresses(input: string, key: Key): KeyPress[] {
  if (key.tab) return [{ name: key.shift ? 'shift+tab' : 'tab', text: '' }];
  for (const [flag, name] of named) if (key[flag]) return [{ name, text: '' }];
  if (key.ctrl) return [{ name: `ctrl+${input}`, text: '' }];
  if (key.meta) return [{ name: `alt+${input}`, text: '' }];
  return [...input].map((character) => {
    const name = controls[character];
    return name === undefined ? { name: character, text: character } : { name, text: '' };
  });
}

/** Pasted text: typed where something is being typed, no key anywhere else. */
export function pasted(text: string): KeyPress {
  return { name: '', text: text.replace(/\s+/g, ' ') };
}
