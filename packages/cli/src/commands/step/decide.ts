import { reject, retry, rollback } from '@yunqian/runbook';
import { arg, type Command } from '../../command.ts';
import type { Text } from '../../text.ts';
import { actorOf, actorOptions, journalOptions, reportResult, withJournal } from '../run/journal.ts';

const run = { name: 'run', required: true, describe: { en: 'Name of the run', 'zh-CN': '执行名称' } };
const step = { name: 'step', required: true, describe: { en: 'Step id', 'zh-CN': '步骤标识' } };
const options = {
  comment: { type: 'string', describe: { en: 'Part of the record', 'zh-CN': '写入记录的说明' } },
  ...journalOptions,
  ...actorOptions,
} as const;

export const stepReject: Command = {
  path: 'step reject',
  describe: { en: 'Reject a step that waits for approval', 'zh-CN': '驳回等待审批的步骤' },
  positionals: [run, step],
  options,
  run: (args, context) =>
    withJournal(args, context, (store) =>
      reportResult(
        context,
        reject(store, arg.string(args, 'run'), arg.string(args, 'step'), {
          actor: actorOf(args, context),
          ...commented(args),
        }),
        next('Rejected', '已驳回', arg.string(args, 'run')),
      ),
    ),
};

export const stepRetry: Command = {
  path: 'step retry',
  describe: { en: 'One more attempt at a failed step', 'zh-CN': '对失败的步骤再试一次' },
  positionals: [run, step],
  options,
  run: (args, context) =>
    withJournal(args, context, (store) =>
      reportResult(
        context,
        retry(store, arg.string(args, 'run'), arg.string(args, 'step'), {
          actor: actorOf(args, context),
          ...commented(args),
        }),
        next('Will be tried again', '将再次尝试', arg.string(args, 'run')),
      ),
    ),
};

export const stepRollback: Command = {
  path: 'step rollback',
  describe: { en: 'Take one move group back to its source', 'zh-CN': '将一个迁移组回退到源端' },
  positionals: [run, { name: 'group', required: true, describe: { en: 'Move group', 'zh-CN': '迁移组' } }],
  options: {
    reason: { type: 'string', required: true, describe: { en: 'Why; part of the record', 'zh-CN': '原因；写入记录' } },
    ...journalOptions,
    ...actorOptions,
  },
  run: (args, context) =>
    withJournal(args, context, (store) =>
      reportResult(
        context,
        rollback(store, arg.string(args, 'run'), arg.string(args, 'group'), {
          actor: actorOf(args, context),
          reason: arg.string(args, 'reason'),
        }),
        next('To be rolled back', '将回退', arg.string(args, 'run')),
      ),
    ),
};

const next = (en: string, zh: string, run: string): Text => ({
  en: `${en}. Next: yunqian run resume ${run}`,
  'zh-CN': `${zh}。下一步：yunqian run resume ${run}`,
});

function commented(args: Parameters<Command['run']>[0]): { comment?: string } {
  const comment = arg.optional(args, 'comment');
  return comment === undefined ? {} : { comment };
}
