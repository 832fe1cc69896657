import type { Line } from '../text/line.ts';
import type { Theme } from './theme.ts';

/** One line as a string with escape codes. */
export function paint(line: Line, theme: Theme): string {
  let text = '';
  for (const part of line) {
    const style = part.token === undefined ? '' : theme[part.token];
    text += style === '' || part.text === '' ? part.text : `\u001b[${style}m${part.text}\u001b[0m`;
  }
  return text;
}
