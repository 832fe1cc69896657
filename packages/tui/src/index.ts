import { textsFor } from './messages/messages.ts';
import type { TuiOptions, TuiResult } from './options.ts';

export type { TuiOptions, TuiResult } from './options.ts';

/** Opens the screens and stays until the user quits. Operators started here are stopped before it returns. */
export async function runTui(options: TuiOptions): Promise<TuiResult> {
  const { stdin = process.stdin, stdout = process.stdout } = options;
  if (stdin.isTTY !== true || stdout.isTTY !== true) {
    return { ok: false, code: 'noTerminal', message: textsFor(options.lang).noTerminal };
  }
  // React decides between its development and its production build when it is loaded.
  process.env.NODE_ENV ??= 'production';
  const { start } = await import('./app/start.ts');
  await start(options);
  return { ok: true };
}
