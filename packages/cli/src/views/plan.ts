import { countMoves, dimensionName, explanationText, type Plan } from '@yunqian/planner';
import type { Context } from '../context.ts';
import { show } from './output.ts';
import type { Table } from './table.ts';

const maxUnplacedShown = 20;

/** A plan in one screen: the counts, utilisation, and why the first unplaced workloads did not fit. */
export function showPlan(context: Context, plan: Plan, path: string): void {
  const { summary } = plan;
  const hidden = plan.unplaced.length - maxUnplacedShown;
  show(context, {
    data: {
      path,
      status: plan.status,
      summary,
      utilisation: Object.fromEntries(
        plan.utilisation.dimensions.map((dimension, i) => [dimension, plan.utilisation.total[i]]),
      ),
      pools: plan.utilisation.pools ?? [],
      unplaced: plan.unplaced,
      ...(plan.moves && {
        moves: { ...countMoves(plan), steps: plan.moves.steps.length, impossible: plan.moves.impossible },
      }),
    },
    before: [summaryLine(context, plan), ...movesLine(context, plan, path)],
    table: utilisationTable(context, plan),
    after: [
      ...plan.unplaced
        .slice(0, maxUnplacedShown)
        .map((unplaced) => `${unplaced.workload}: ${explanationText(unplaced, context.lang)}`),
      ...(hidden > 0
        ? [
            context.t({
              en: `... and ${hidden} more: yunqian plan show ${path} --what unplaced`,
              'zh-CN': `……另有 ${hidden} 个：yunqian plan show ${path} --what unplaced`,
            }),
          ]
        : []),
      ...(summary.softViolations > 0
        ? [
            context.t({
              en: `${summary.softViolations} soft goals not met: yunqian plan show ${path} --what violations`,
              'zh-CN': `${summary.softViolations} 项软目标未达成：yunqian plan show ${path} --what violations`,
            }),
          ]
        : []),
      ...(plan.assumptions.length > 0
        ? [
            context.t({
              en: `rests on ${plan.assumptions.length} assumed figures: yunqian plan show ${path} --what assumptions`,
              'zh-CN': `依赖 ${plan.assumptions.length} 项假定数据：yunqian plan show ${path} --what assumptions`,
            }),
          ]
        : []),
    ],
  });
}

export function summaryLine(context: Context, plan: Plan): string {
  const { workloads, placed, unplaced, hosts, hostsUsed, hostsBound, hardViolations } = plan.summary;
  const bound = hostsBound && {
    en: hostsBound.hosts === hostsUsed ? ' (the fewest possible)' : ` (bound ${hostsBound.hosts})`,
    'zh-CN': hostsBound.hosts === hostsUsed ? '（已是最少）' : `（下界 ${hostsBound.hosts} 台）`,
  };
  return context.t({
    en: `${plan.status}: ${placed} of ${workloads} placed, ${unplaced} unplaced, ${hostsUsed} of ${hosts} hosts used${bound?.en ?? ''}, ${hardViolations} violations`,
    'zh-CN': `${{ complete: '完成', partial: '部分完成', cancelled: '已取消' }[plan.status]}：${workloads} 个工作负载已放置 ${placed} 个，未放置 ${unplaced} 个，使用 ${hosts} 台主机中的 ${hostsUsed} 台${bound?.['zh-CN'] ?? ''}，违规 ${hardViolations} 项`,
  });
}

/** What changes against the live placement; nothing where the plan did not start from one. */
function movesLine(context: Context, plan: Plan, path: string): string[] {
  if (plan.moves === undefined) return [];
  const { moved, started, stopped, detours } = countMoves(plan);
  const steps = plan.moves.steps.length;
  const impossible = plan.moves.impossible.length;
  return [
    context.t({
      en: `${moved} move, ${started} start, ${stopped} shut down, in ${steps} steps with ${detours} detours: yunqian plan show ${path} --what moves`,
      'zh-CN': `迁移 ${moved} 个，启动 ${started} 个，停用 ${stopped} 个，共 ${steps} 步，绕行 ${detours} 次：yunqian plan show ${path} --what moves`,
    }),
    ...(impossible > 0
      ? [
          context.t({
            en: `${impossible} cannot reach their place in any order that keeps the rules: ${plan.moves.impossible.join(' ')}`,
            'zh-CN': `${impossible} 个工作负载在不违反规则的任何顺序下都无法到位：${plan.moves.impossible.join(' ')}`,
          }),
        ]
      : []),
  ];
}

/** What is used of the hosts by dimension, then of the storage pools. */
function utilisationTable(context: Context, plan: Plan): Table {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const { dimensions, total, pools = [] } = plan.utilisation;
  return {
    columns: [
      { key: 'dimension', title: context.t({ en: 'CAPACITY', 'zh-CN': '资源' }) },
      { key: 'used', title: context.t({ en: 'USED', 'zh-CN': '已用' }), align: 'right' },
    ],
    rows: [
      ...dimensions.map((dimension, i) => ({
        dimension: dimensionName(dimension, context.lang),
        used: percent(total[i] ?? 0),
      })),
      ...pools.map(({ pool, usedGiB, usableGiB }) => ({
        dimension: pool,
        used: percent(usableGiB > 0 ? usedGiB / usableGiB : 0),
      })),
    ],
  };
}
