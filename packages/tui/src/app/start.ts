import { WriteStream } from 'node:tty';
import { simulatedDriver } from '@yunqian/runbook';
import { render } from 'ink';
import { createElement } from 'react';
import { textsFor } from '../messages/messages.ts';
import { createModel } from '../model/model.ts';
import type { TuiOptions } from '../options.ts';
import { createController } from '../runs/controller.ts';
import { themeFor } from '../theme/theme.ts';
import { App } from './app.ts';
import { createScreenStore } from './screen-store.ts';

/** How often the journals are read; the screen follows at most at `maxFps`. */
const pollMs = 150;
const maxFps = 10;

/** Draws until the user quits; the terminal is as it was on every way out. */
export async function start(options: TuiOptions): Promise<void> {
  const { stdin = process.stdin, stdout = process.stdout, env = process.env, lang } = options;
  const texts = textsFor(lang);
  const controller = createController({
    store: options.store,
    waves: options.waves,
    wavesSha256: options.wavesSha256 ?? '',
    actor: options.actor,
    openDriver:
      options.openDriver ??
      (() =>
        simulatedDriver({
          seed: 1,
          speed: options.speed,
          failRate: 0,
          ...(options.worldPath === undefined ? {} : { statePath: options.worldPath }),
        })),
    onEnd: (run, ended) =>
      screens.say(
        ended === 'completed' ? 'good' : ended === 'stopped' ? 'warn' : 'bad',
        ended instanceof Error ? texts.ended.error(run, ended.message) : texts.ended[ended](run),
      ),
  });
  const screens = createScreenStore({
    model: createModel(options, lang),
    texts,
    cols: stdout.columns,
    rows: stdout.rows,
    perform: (command) => {
      const result = controller.perform(command);
      screens.runs(controller.poll());
      return result;
    },
    quit: () => app.unmount(),
  });
  screens.runs(controller.poll());
  const depth = WriteStream.prototype.getColorDepth.call(stdout, env);
  const app = render(createElement(App, { store: screens, theme: themeFor(depth) }), {
    stdin: stdin as NodeJS.ReadStream,
    stdout: stdout as NodeJS.WriteStream,
    alternateScreen: true,
    interactive: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps,
  });
  // Asked to end, or the terminal went away: the operators still stop in order.
  const close = () => app.unmount();
  stdout.on('error', close);
  options.signal?.addEventListener('abort', close, { once: true });
  const timer = setInterval(() => screens.runs(controller.poll()), pollMs);
  try {
    await app.waitUntilExit();
  } finally {
    clearInterval(timer);
    stdout.off('error', close);
    options.signal?.removeEventListener('abort', close);
    await controller.stop();
  }
}
