import type { Phase, PhaseSummary } from '@yunqian/planner';
import type { Context } from '../context.ts';
import { show } from './output.ts';

export interface ShownPhase {
  readonly phase: Phase;
  /** Path of its plan; absent where there is none yet. */
  readonly plan?: string;
  readonly summary?: PhaseSummary;
  readonly checks?: { readonly verified: boolean; readonly failures: number; readonly broken: number };
}

/** Phases one a row, then what is bought for each. */
export function showPhases(context: Context, phases: readonly ShownPhase[]): void {
  const { t } = context;
  const right = 'right' as const;
  const checked = phases.some(({ checks }) => checks !== undefined);
  show(context, {
    data: phases.map(({ phase: { id, from, name }, plan, summary, checks }) => ({
      id,
      from,
      name,
      plan,
      ...summary,
      ...checks,
    })),
    table: {
      columns: [
        { key: 'phase', title: t({ en: 'PHASE', 'zh-CN': '阶段' }) },
        { key: 'from', title: t({ en: 'FROM', 'zh-CN': '起始' }) },
        { key: 'workloads', title: t({ en: 'WORKLOADS', 'zh-CN': '工作负载' }), align: right },
        { key: 'unplaced', title: t({ en: 'UNPLACED', 'zh-CN': '未放置' }), align: right },
        { key: 'hosts', title: t({ en: 'HOSTS', 'zh-CN': '主机' }), align: right },
        { key: 'used', title: t({ en: 'USED', 'zh-CN': '已用' }), align: right },
        { key: 'bound', title: t({ en: 'BOUND', 'zh-CN': '下界' }), align: right },
        { key: 'moved', title: t({ en: 'MOVE', 'zh-CN': '迁移' }), align: right },
        { key: 'started', title: t({ en: 'START', 'zh-CN': '启动' }), align: right },
        { key: 'stopped', title: t({ en: 'STOP', 'zh-CN': '停用' }), align: right },
        { key: 'steps', title: t({ en: 'STEPS', 'zh-CN': '步数' }), align: right },
        ...(checked
          ? [
              { key: 'verified', title: t({ en: 'VERIFIED', 'zh-CN': '校验' }) },
              { key: 'failures', title: t({ en: 'FAILURES HELD', 'zh-CN': '通过故障推演' }), align: right },
            ]
          : []),
      ],
      rows: phases.map(({ phase, summary, checks }) => ({
        phase: phase.id,
        from: phase.from,
        workloads: summary?.workloads,
        unplaced: summary?.unplaced,
        hosts: summary?.hosts,
        used: summary?.hostsUsed,
        bound: summary?.bound,
        moved: summary?.moved,
        started: summary?.started,
        stopped: summary?.stopped,
        steps: summary?.steps,
        verified: checks && (checks.verified ? t({ en: 'yes', 'zh-CN': '通过' }) : t({ en: 'NO', 'zh-CN': '未通过' })),
        failures: checks && `${checks.failures - checks.broken}/${checks.failures}`,
      })),
    },
    after: phases.flatMap(({ phase, summary }, at) =>
      summary === undefined || at === 0 ? [] : [boughtLine(context, phase, summary)],
    ),
  });
}

function boughtLine({ t }: Context, { id }: Phase, { bought }: PhaseSummary): string {
  const list = (sign: 1 | -1) =>
    bought
      .filter(({ count }) => count * sign > 0)
      .map(({ model, count }) => `${count * sign} x ${model}`)
      .join(', ');
  const [more, less] = [list(1), list(-1)];
  if (more === '' && less === '') return t({ en: `${id}: nothing is bought`, 'zh-CN': `${id}：无需采购` });
  const freed = less === '' ? '' : t({ en: `; becomes free: ${less}`, 'zh-CN': `；释放：${less}` });
  return t({ en: `${id}: to buy ${more || '-'}${freed}`, 'zh-CN': `${id}：采购 ${more || '-'}${freed}` });
}
