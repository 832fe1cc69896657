import { setTimeout as sleep } from 'node:timers/promises';
import { isOver } from '@yunqian/runbook';
import { arg, type Command, exitCodes } from '../../command.ts';
import { progressLine } from '../../io/progress.ts';
import { runLine, sayNext, showRun } from '../../views/run.ts';
import { journalOptions, viewOfRun, withJournal } from './journal.ts';

export const runShow: Command = {
  path: 'run show',
  describe: { en: 'Show a run: its groups and what waits', 'zh-CN': '显示执行：迁移组及等待事项' },
  positionals: [{ name: 'run', required: true, describe: { en: 'Name of the run', 'zh-CN': '执行名称' } }],
  options: {
    watch: { type: 'boolean', describe: { en: 'Follow it to its end', 'zh-CN': '持续跟踪直到结束' } },
    ...journalOptions,
  },
  async run(args, context) {
    const run = arg.string(args, 'run');
    return withJournal(args, context, async (store) => {
      const progress = progressLine(context);
      while (arg.flag(args, 'watch') && !context.signal.aborted && !isOver(viewOfRun(store, run, context))) {
        progress.update(runLine(context, viewOfRun(store, run, context)));
        await sleep(500, undefined, { signal: context.signal }).catch(() => undefined);
      }
      progress.done();
      const view = viewOfRun(store, run, context);
      showRun(context, view);
      sayNext(context, view);
      return exitCodes.done;
    });
  },
};
