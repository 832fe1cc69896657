import { resume } from '@yunqian/runbook';
import { arg, type Command } from '../../command.ts';
import { drive, driveOptions } from './drive.ts';
import { actorOf, actorOptions, journalOptions, reportResult, viewOfRun, withJournal } from './journal.ts';

export const runResume: Command = {
  path: 'run resume',
  describe: {
    en: 'Go on driving a run: after a pause, an approval or a crash',
    'zh-CN': '继续执行：在暂停、审批或崩溃之后',
  },
  positionals: [{ name: 'run', required: true, describe: { en: 'Name of the run', 'zh-CN': '执行名称' } }],
  options: { ...driveOptions, ...journalOptions, ...actorOptions },
  async run(args, context) {
    const run = arg.string(args, 'run');
    return withJournal(args, context, (store) => {
      if (viewOfRun(store, run, context).state === 'paused') {
        const resumed = resume(store, run, { actor: actorOf(args, context) });
        if (!resumed.ok) return reportResult(context, resumed);
      }
      return drive(store, run, args, context);
    });
  },
};
