import { describe } from '@yunqian/planner';
import { verifyJournal } from '@yunqian/runbook';
import { arg, type Command, exitCodes } from '../../command.ts';
import { show } from '../../views/output.ts';
import { journalOptions, viewOfRun, withJournal } from './journal.ts';

export const runVerify: Command = {
  path: 'run verify',
  describe: {
    en: 'Check the journal of a run: hash chain and every transition',
    'zh-CN': '校验执行日志：哈希链与每次状态变化',
  },
  positionals: [{ name: 'run', required: true, describe: { en: 'Name of the run', 'zh-CN': '执行名称' } }],
  options: journalOptions,
  async run(args, context) {
    const run = arg.string(args, 'run');
    return withJournal(args, context, (store) => {
      viewOfRun(store, run, context);
      const events = store.read(run);
      const faults = verifyJournal(run, events);
      show(context, {
        data: { run, events: events.length, faults },
        after: [
          ...faults.map(
            (fault) => `${fault.seq}: ${fault.code} ${describe(fault.code, fault.params, context.lang).text}`,
          ),
          context.t({
            en: `${events.length} events, ${faults.length} faults`,
            'zh-CN': `事件 ${events.length} 条，问题 ${faults.length} 项`,
          }),
        ],
      });
      return faults.length === 0 ? exitCodes.done : exitCodes.violations;
    });
  },
};
