import type { EventEmitter } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { Terminal } from '@xterm/headless';

/** A terminal without a pty: what the program writes is drawn by xterm, keys are written to its input. */
export interface TestTerminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** The rows on screen, without trailing spaces. */
  rows(): string[];
  text(): string;
  /** Everything that was written, escape codes and all. */
  written(): string;
  press(...keys: string[]): Promise<void>;
  resize(cols: number, rows: number): void;
  /** Waits until the screen shows this; fails with the screen in the message. */
  until(shown: string | RegExp | ((text: string) => boolean), milliseconds?: number): Promise<void>;
  readonly alternate: boolean;
}

const codes: Readonly<Record<string, string>> = {
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  enter: '\r',
  esc: '\u001b',
  tab: '\t',
  backspace: '\u007f',
  'ctrl+c': '\u0003',
};

export function openTerminal(cols: number, rows: number): TestTerminal {
  const terminal = new Terminal({ cols, rows, allowProposedApi: true, convertEol: true });
  let written = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      terminal.write(String(chunk), done);
    },
  });
  Object.assign(stdout, { isTTY: true, columns: cols, rows });
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
  const screen = () => {
    const { active } = terminal.buffer;
    return Array.from(
      { length: terminal.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    );
  };
  const text = () => screen().join('\n');
  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    rows: screen,
    text,
    written: () => written,
    async press(...keys) {
      for (const key of keys) {
        stdin.write(codes[key] ?? key);
        // A lone escape is told from the start of a sequence by the pause after it.
        await sleep(key === 'esc' ? 120 : 30);
      }
    },
    resize(newCols, newRows) {
      Object.assign(stdout, { columns: newCols, rows: newRows });
      terminal.resize(newCols, newRows);
      (stdout as unknown as EventEmitter).emit('resize');
    },
    async until(shown, milliseconds = 10_000) {
      const holds = () =>
        typeof shown === 'string'
          ? text().includes(shown)
          : shown instanceof RegExp
            ? shown.test(text())
            : shown(text());
      for (const end = performance.now() + milliseconds; performance.now() < end; ) {
        if (holds()) return;
        await sleep(20);
      }
      throw new Error(`never shown: ${String(shown)}\n${text()}`);
    },
    get alternate() {
      return terminal.buffer.active.type === 'alternate';
    },
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
