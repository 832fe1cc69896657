import { cancel, pause } from '@yunqian/runbook';
import { arg, type Command } from '../../command.ts';
import { actorOf, actorOptions, journalOptions, reportResult, withJournal } from './journal.ts';

const positionals = [{ name: 'run', required: true, describe: { en: 'Name of the run', 'zh-CN': '执行名称' } }];
const options = {
  reason: { type: 'string', describe: { en: 'Why; part of the record', 'zh-CN': '原因；写入记录' } },
  ...journalOptions,
  ...actorOptions,
} as const;

export const runPause: Command = {
  path: 'run pause',
  describe: { en: 'Start nothing new; what runs is finished', 'zh-CN': '不再启动新步骤；进行中的步骤执行完毕' },
  positionals,
  options,
  run: (args, context) =>
    withJournal(args, context, (store) =>
      reportResult(context, pause(store, arg.string(args, 'run'), reasoned(args, actorOf(args, context))), {
        en: `Paused. Next: yunqian run resume ${arg.string(args, 'run')}`,
        'zh-CN': `已暂停。下一步：yunqian run resume ${arg.string(args, 'run')}`,
      }),
    ),
};

export const runCancel: Command = {
  path: 'run cancel',
  describe: { en: 'Roll back every group whose cutover has not begun', 'zh-CN': '回退所有尚未开始割接的迁移组' },
  positionals,
  options,
  run: (args, context) =>
    withJournal(args, context, (store) =>
      reportResult(context, cancel(store, arg.string(args, 'run'), reasoned(args, actorOf(args, context))), {
        en: `Cancelling; the groups still have to be taken back. Next: yunqian run resume ${arg.string(args, 'run')}`,
        'zh-CN': `正在取消，迁移组尚待回退。下一步：yunqian run resume ${arg.string(args, 'run')}`,
      }),
    ),
};

function reasoned(args: Parameters<Command['run']>[0], actor: string): { actor: string; reason?: string } {
  const reason = arg.optional(args, 'reason');
  return reason === undefined ? { actor } : { actor, reason };
}
