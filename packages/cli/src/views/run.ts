import type { GroupState, RunState, RunView, StepState } from '@yunqian/runbook';
import type { Context } from '../context.ts';
import type { Text } from '../text.ts';
import { show } from './output.ts';

export const groupStates: Readonly<Record<GroupState, Text>> = {
  scheduled: { en: 'scheduled', 'zh-CN': '已排期' },
  seeding: { en: 'seeding', 'zh-CN': '全量同步中' },
  synced: { en: 'synced', 'zh-CN': '已同步' },
  armed: { en: 'armed', 'zh-CN': '待割接' },
  cuttingOver: { en: 'cutting over', 'zh-CN': '割接中' },
  onTrial: { en: 'on trial', 'zh-CN': '试运行' },
  committed: { en: 'committed', 'zh-CN': '已提交' },
  rollingBack: { en: 'rolling back', 'zh-CN': '回退中' },
  rolledBack: { en: 'rolled back', 'zh-CN': '已回退' },
  failed: { en: 'failed', 'zh-CN': '失败' },
};

export const runStates: Readonly<Record<RunState, Text>> = {
  active: { en: 'active', 'zh-CN': '进行中' },
  paused: { en: 'paused', 'zh-CN': '已暂停' },
  cancelling: { en: 'cancelling', 'zh-CN': '取消中' },
  completed: { en: 'completed', 'zh-CN': '已完成' },
  cancelled: { en: 'cancelled', 'zh-CN': '已取消' },
};

export const stepStates: Readonly<Record<StepState, Text>> = {
  standby: { en: 'standby', 'zh-CN': '备用' },
  pending: { en: 'pending', 'zh-CN': '等待' },
  ready: { en: 'ready', 'zh-CN': '就绪' },
  awaitingApproval: { en: 'awaiting approval', 'zh-CN': '待审批' },
  running: { en: 'running', 'zh-CN': '执行中' },
  succeeded: { en: 'succeeded', 'zh-CN': '成功' },
  failed: { en: 'failed', 'zh-CN': '失败' },
  rejected: { en: 'rejected', 'zh-CN': '已驳回' },
  cancelled: { en: 'cancelled', 'zh-CN': '已取消' },
  compensated: { en: 'undone', 'zh-CN': '已撤销' },
};

/** A run as a board: one row a group, then what waits for a person. */
export function showRun(context: Context, view: RunView): void {
  const waiting = view.steps.filter(({ state }) => state === 'awaitingApproval' || state === 'failed');
  show(context, {
    data: view,
    before: [runLine(context, view)],
    table: {
      columns: [
        { key: 'group', title: context.t({ en: 'GROUP', 'zh-CN': '迁移组' }) },
        { key: 'state', title: context.t({ en: 'STATE', 'zh-CN': '状态' }) },
        { key: 'workloads', title: context.t({ en: 'WORKLOADS', 'zh-CN': '工作负载' }), align: 'right' },
        { key: 'steps', title: context.t({ en: 'STEPS DONE', 'zh-CN': '完成步骤' }), align: 'right' },
        { key: 'since', title: context.t({ en: 'SINCE', 'zh-CN': '起始时间' }) },
      ],
      rows: view.groups.map((group) => {
        const steps = view.steps.filter((step) => step.group === group.id && step.state !== 'standby');
        return {
          group: group.id,
          state: context.t(groupStates[group.state]),
          workloads: group.workloads,
          steps: `${steps.filter(({ state }) => state === 'succeeded').length}/${steps.length}`,
          since: group.since,
        };
      }),
    },
    after: waiting
      .slice(0, 10)
      .map(
        (step) =>
          `${context.t(stepStates[step.state])}${context.t({ en: ': ', 'zh-CN': '：' })}${step.id}${step.error === undefined ? '' : ` (${step.error})`}`,
      )
      .concat(waiting.length > 10 ? [`... +${waiting.length - 10}`] : []),
  });
}

/** What a person can decide now, as the commands to type. */
export function sayNext(context: Context, { run, steps }: RunView): void {
  const failed = steps.find(({ state }) => state === 'failed');
  if (failed !== undefined) {
    context.say({
      en: `Failed: yunqian step retry ${run} ${failed.id}, or yunqian step rollback ${run} ${failed.group} --reason WHY`,
      'zh-CN': `失败：yunqian step retry ${run} ${failed.id}，或 yunqian step rollback ${run} ${failed.group} --reason 原因`,
    });
  }
  if (steps.some(({ state }) => state === 'awaitingApproval')) {
    context.say({
      en: `Waiting for a decision. Next: yunqian step approve ${run} --all, then yunqian run resume ${run}`,
      'zh-CN': `等待决定。下一步：yunqian step approve ${run} --all，然后 yunqian run resume ${run}`,
    });
  }
}

export function runLine(context: Context, view: RunView): string {
  const { total, succeeded, running, failed, awaiting } = view.counts;
  return context.t({
    en: `run ${view.run}, wave ${view.wave} (${view.waveName}): ${runStates[view.state].en}; ${succeeded} of ${total} steps done, ${running} running, ${awaiting} awaiting a decision, ${failed} failed`,
    'zh-CN': `执行 ${view.run}，波次 ${view.wave}（${view.waveName}）：${runStates[view.state]['zh-CN']}；共 ${total} 步，完成 ${succeeded}，执行中 ${running}，待决定 ${awaiting}，失败 ${failed}`,
  });
}
