import { expandFleet } from '@yunqian/hw-model';
import { arg, type Command, exitCodes, UsageError } from '../command.ts';
import { loadPlanOrWaves } from './report/html.ts';
import { actorOf, actorOptions, journalOptions, withJournal, worldPath } from './run/journal.ts';

export const tui: Command = {
  path: 'tui',
  describe: { en: 'Fleet, plan and waves on live screens', 'zh-CN': '以实时界面查看资源池、规划与波次' },
  positionals: [
    { name: 'document', required: true, describe: { en: 'Plan or wave document', 'zh-CN': '规划或波次文档' } },
  ],
  options: {
    speed: {
      type: 'number',
      min: 1,
      default: 3600,
      describe: { en: 'Simulated seconds per second', 'zh-CN': '每秒模拟的秒数' },
    },
    ...journalOptions,
    ...actorOptions,
  },
  async run(args, context) {
    if (context.io.stdin.isTTY !== true || context.io.stdout.isTTY !== true) {
      throw new UsageError(
        context.t({
          en: 'the terminal UI needs a terminal; `plan show`, `wave show` and `run show` print the same',
          'zh-CN': '终端界面需要在终端中运行；`plan show`、`wave show` 和 `run show` 可输出相同内容',
        }),
      );
    }
    const { plan, estate, fleet, waves, programme, policy } = loadPlanOrWaves(context, arg.string(args, 'document'));
    const { runTui } = await import('@yunqian/tui');
    return withJournal(
      args,
      context,
      async (store) => {
        const result = await runTui({
          plan: plan!.value,
          estate: estate!.value,
          fleet: expandFleet(fleet!.value),
          ...(policy === undefined ? {} : { policy: policy.value }),
          ...(waves === undefined ? {} : { waves: waves.value, wavesSha256: waves.sha256 }),
          ...(programme === undefined ? {} : { programme: programme.value }),
          store,
          worldPath: worldPath(args, context),
          actor: actorOf(args, context),
          speed: arg.number(args, 'speed')!,
          lang: context.lang,
          signal: context.signal,
        });
        return result.ok ? exitCodes.done : exitCodes.error;
      },
      true,
    );
  },
};
