import { type CommandResult, type JournalStore, reject, retry, rollback } from '@yunqian/runbook';
import { type Args, arg, type Command } from '../../command.ts';
import type { Text } from '../../text.ts';
import { actorOf, actorOptions, journalOptions, reportResult, withJournal } from '../run/journal.ts';

const run = { name: 'run', required: true, describe: { en: 'Name of the run', 'zh-CN': '执行名称' } };
const step = { name: 'step', required: true, describe: { en: 'Step id', 'zh-CN': '步骤标识' } };
const comment = {
  comment: { type: 'string', describe: { en: 'Part of the record', 'zh-CN': '写入记录的说明' } },
} as const;

export const stepReject: Command = decision(
  {
    path: 'step reject',
    describe: { en: 'Reject a step that waits for approval', 'zh-CN': '驳回等待审批的步骤' },
    positionals: [run, step],
    options: comment,
  },
  { en: 'Rejected', 'zh-CN': '已驳回' },
  (store, args, actor) =>
    reject(store, arg.string(args, 'run'), arg.string(args, 'step'), { actor, ...commented(args) }),
);

export const stepRetry: Command = decision(
  {
    path: 'step retry',
    describe: { en: 'One more attempt at a failed step', 'zh-CN': '对失败的步骤再试一次' },
    positionals: [run, step],
    options: comment,
  },
  { en: 'Will be tried again', 'zh-CN': '将再次尝试' },
  (store, args, actor) =>
    retry(store, arg.string(args, 'run'), arg.string(args, 'step'), { actor, ...commented(args) }),
);

export const stepRollback: Command = decision(
  {
    path: 'step rollback',
    describe: { en: 'Take one move group back to its source', 'zh-CN': '将一个迁移组回退到源端' },
    positionals: [run, { name: 'group', required: true, describe: { en: 'Move group', 'zh-CN': '迁移组' } }],
    options: {
      reason: {
        type: 'string',
        required: true,
        describe: { en: 'Why; part of the record', 'zh-CN': '原因；写入记录' },
      },
    },
  },
  { en: 'To be rolled back', 'zh-CN': '将回退' },
  (store, args, actor) =>
    rollback(store, arg.string(args, 'run'), arg.string(args, 'group'), { actor, reason: arg.string(args, 'reason') }),
);

/** A command that writes one decision of a person into the journal, and names the next command. */
function decision(
  command: Omit<Command, 'run'>,
  done: Text,
  decide: (store: JournalStore, args: Args, actor: string) => CommandResult,
): Command {
  return {
    ...command,
    options: { ...command.options, ...journalOptions, ...actorOptions },
    run: (args, context) =>
      withJournal(args, context, (store) =>
        reportResult(context, decide(store, args, actorOf(args, context)), {
          en: `${done.en}. Next: yunqian run resume ${arg.string(args, 'run')}`,
          'zh-CN': `${done['zh-CN']}。下一步：yunqian run resume ${arg.string(args, 'run')}`,
        }),
      ),
  };
}

function commented(args: Args): { comment?: string } {
  const text = arg.optional(args, 'comment');
  return text === undefined ? {} : { comment: text };
}
