import type { Context } from '../context.ts';

/** One line that is rewritten in place; nothing at all when stderr is not a terminal. */
export interface ProgressLine {
  update(text: string): void;
  done(): void;
}

const intervalMs = 100;

export function progressLine(context: Context): ProgressLine {
  const stream = context.io.stderr;
  if (stream.isTTY !== true || context.quiet || context.io.env.TERM === 'dumb') return { update() {}, done() {} };
  let last = 0;
  let shown = false;
  return {
    update(text) {
      const now = performance.now();
      if (now - last < intervalMs) return;
      last = now;
      shown = true;
      stream.write(`\r\u001b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`);
    },
    done() {
      if (shown) stream.write('\r\u001b[2K');
    },
  };
}
