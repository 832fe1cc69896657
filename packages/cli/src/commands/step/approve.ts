import { approve } from '@yunqian/runbook';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { actorOf, actorOptions, journalOptions, reportResult, viewOfRun, withJournal } from '../run/journal.ts';

export const stepApprove: Command = {
  path: 'step approve',
  describe: { en: 'Approve steps that wait for it', 'zh-CN': '批准等待审批的步骤' },
  positionals: [
    { name: 'run', required: true, describe: { en: 'Name of the run', 'zh-CN': '执行名称' } },
    { name: 'steps', variadic: true, describe: { en: 'Step ids', 'zh-CN': '步骤标识' } },
  ],
  options: {
    all: { type: 'boolean', describe: { en: 'Every step that waits now', 'zh-CN': '当前等待的全部步骤' } },
    comment: { type: 'string', describe: { en: 'Part of the record', 'zh-CN': '写入记录的说明' } },
    ...journalOptions,
    ...actorOptions,
  },
  async run(args, context) {
    const run = arg.string(args, 'run');
    return withJournal(args, context, (store) => {
      const waiting = viewOfRun(store, run, context)
        .steps.filter(({ state }) => state === 'awaitingApproval')
        .map(({ id }) => id);
      const steps = arg.flag(args, 'all') ? waiting : arg.list(args, 'steps');
      if (steps.length === 0) {
        throw new UsageError(
          waiting.length === 0
            ? context.t({ en: 'no step waits for approval', 'zh-CN': '没有等待审批的步骤' })
            : context.t({
                en: `name the steps, or --all; waiting: ${waiting.join(', ')}`,
                'zh-CN': `请指定步骤或使用 --all；等待审批：${waiting.join('、')}`,
              }),
        );
      }
      const comment = arg.optional(args, 'comment');
      const results = steps.map((step) =>
        approve(store, run, step, { actor: actorOf(args, context), ...(comment === undefined ? {} : { comment }) }),
      );
      const codes = results.map((result) => reportResult(context, result));
      const approved = codes.filter((code) => code === exitCodes.done).length;
      context.say({
        en: `${approved} of ${steps.length} approved. Next: yunqian run resume ${run}`,
        'zh-CN': `已批准 ${approved}/${steps.length}。下一步：yunqian run resume ${run}`,
      });
      return approved === steps.length ? exitCodes.done : exitCodes.error;
    });
  },
};
