import { listRuns } from '@yunqian/runbook';
import { type Command, exitCodes } from '../../command.ts';
import { show } from '../../views/output.ts';
import { runStates } from '../../views/run.ts';
import { journalOptions, withJournal } from './journal.ts';

export const runList: Command = {
  path: 'run list',
  describe: { en: 'List the runs of a journal', 'zh-CN': '列出日志中的全部执行' },
  options: journalOptions,
  async run(args, context) {
    const runs = await withJournal(args, context, listRuns);
    show(context, {
      data: runs,
      table: {
        columns: [
          { key: 'run', title: context.t({ en: 'RUN', 'zh-CN': '执行' }) },
          { key: 'wave', title: context.t({ en: 'WAVE', 'zh-CN': '波次' }) },
          { key: 'state', title: context.t({ en: 'STATE', 'zh-CN': '状态' }) },
          { key: 'steps', title: context.t({ en: 'STEPS DONE', 'zh-CN': '完成步骤' }), align: 'right' },
          { key: 'started', title: context.t({ en: 'STARTED', 'zh-CN': '开始时间' }) },
        ],
        rows: runs.map((run) => ({
          run: run.run,
          wave: run.wave,
          state: context.t(runStates[run.state]),
          steps: `${run.counts.succeeded}/${run.counts.total}`,
          started: run.createdAt,
        })),
      },
    });
    return exitCodes.done;
  },
};
