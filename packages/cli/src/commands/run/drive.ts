import { approve, createOperator, type JournalStore, type OperatorResult, simulatedDriver } from '@yunqian/runbook';
import { type Args, arg, type ExitCode, exitCodes, type Option } from '../../command.ts';
import type { Context } from '../../context.ts';
import { progressLine } from '../../io/progress.ts';
import { runLine, sayNext, showRun } from '../../views/run.ts';
import { actorOf, viewOfRun, worldPath } from './journal.ts';

export const driveOptions: Readonly<Record<string, Option>> = {
  speed: {
    type: 'number',
    min: 1,
    describe: { en: 'Simulated seconds per second; default: no waiting', 'zh-CN': '每秒模拟的秒数；缺省为不等待' },
  },
  'fail-rate': {
    type: 'number',
    default: 0,
    min: 0,
    max: 1,
    describe: { en: 'Share of attempts that the simulation fails, 0 to 1', 'zh-CN': '模拟失败的比例，0 到 1' },
  },
  'approve-all': {
    type: 'boolean',
    describe: { en: 'Approve every step that asks (rehearsals)', 'zh-CN': '自动批准所有待审批步骤（演练用）' },
  },
  parallel: {
    type: 'number',
    default: 8,
    integer: true,
    min: 1,
    describe: { en: 'Steps under way at once', 'zh-CN': '同时执行的步骤数' },
  },
};

/** Drives a run on the simulated driver until it ends or only people can move it, then shows it. */
export async function drive(store: JournalStore, run: string, args: Args, context: Context): Promise<ExitCode> {
  const actor = actorOf(args, context);
  const driver = simulatedDriver({
    seed: viewOfRun(store, run, context).seed,
    statePath: worldPath(args, context),
    speed: arg.number(args, 'speed') ?? Number.POSITIVE_INFINITY,
    failRate: arg.number(args, 'fail-rate') ?? 0,
  });
  const operator = createOperator({
    store,
    run,
    driver,
    actor,
    parallel: arg.number(args, 'parallel') ?? 8,
    untilWaiting: true,
  });
  const progress = progressLine(context);
  const ticker = setInterval(() => progress.update(runLine(context, operator.view())), 200);
  try {
    let result: OperatorResult;
    do {
      result = await operator.start(context.signal);
    } while (
      arg.flag(args, 'approve-all') &&
      result.ended === 'waiting' &&
      approveWaiting(store, run, result, actor) > 0
    );
    progress.done();
    showRun(context, result.view);
    return finish(context, run, result);
  } finally {
    clearInterval(ticker);
    driver.close();
  }
}

function approveWaiting(store: JournalStore, run: string, result: OperatorResult, actor: string): number {
  const waiting = result.view.steps.filter(({ state }) => state === 'awaitingApproval');
  return waiting.filter((step) => approve(store, run, step.id, { actor, comment: '--approve-all' }).ok).length;
}

function finish(context: Context, run: string, { ended, view }: OperatorResult): ExitCode {
  switch (ended) {
    case 'completed':
    case 'cancelled':
      return view.counts.failed > 0 ? exitCodes.error : exitCodes.done;
    case 'waiting':
      sayNext(context, view);
      return view.counts.failed > 0 ? exitCodes.error : exitCodes.done;
    case 'stopped':
      context.say({
        en: `Stopped; nothing is lost. Next: yunqian run resume ${run}`,
        'zh-CN': `已停止，未丢失任何内容。下一步：yunqian run resume ${run}`,
      });
      return exitCodes.interrupted;
    case 'fenced':
      context.say({ en: 'Another operator took over this run.', 'zh-CN': '另一个操作者已接管此执行。' });
      return exitCodes.error;
    case 'unsound':
      context.say({
        en: `The journal is broken and is not driven: yunqian run verify ${run}`,
        'zh-CN': `日志已损坏，不予执行：yunqian run verify ${run}`,
      });
      return exitCodes.violations;
  }
}
