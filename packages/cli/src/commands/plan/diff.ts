import { diffPlans } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';
import type { Row } from '../../views/table.ts';

export const planDiff: Command = {
  path: 'plan diff',
  describe: {
    en: 'What changed between two plans; exit code 5 if anything did',
    'zh-CN': '比较两份规划；有差异时退出码为 5',
  },
  positionals: [
    { name: 'before', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } },
    { name: 'after', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } },
  ],
  async run(args, context) {
    const before = loadDocuments(context, [arg.string(args, 'before')], ['plan']).plan!;
    const after = loadDocuments(context, [arg.string(args, 'after')], ['plan']).plan!;
    const diff = diffPlans(before.value, after.value);
    const rows: Row[] = [
      ...diff.moved.map(
        ({ workload, from, to }): Row => ({ change: context.t({ en: 'moved', 'zh-CN': '移动' }), workload, from, to }),
      ),
      ...diff.placed.map(
        ({ workload, to }): Row => ({ change: context.t({ en: 'placed', 'zh-CN': '新放置' }), workload, from: '', to }),
      ),
      ...diff.lost.map(
        ({ workload, from }): Row => ({ change: context.t({ en: 'lost', 'zh-CN': '移除' }), workload, from, to: '' }),
      ),
    ];
    show(context, {
      data: diff,
      before: [
        context.t({
          en: `${diff.moved.length} moved, ${diff.placed.length} placed, ${diff.lost.length} lost; hosts ${diff.hostsUsed[0]} -> ${diff.hostsUsed[1]}`,
          'zh-CN': `移动 ${diff.moved.length}，新放置 ${diff.placed.length}，移除 ${diff.lost.length}；主机 ${diff.hostsUsed[0]} -> ${diff.hostsUsed[1]}`,
        }),
      ],
      table: {
        columns: [
          { key: 'change', title: context.t({ en: 'CHANGE', 'zh-CN': '变化' }) },
          { key: 'workload', title: context.t({ en: 'WORKLOAD', 'zh-CN': '工作负载' }) },
          { key: 'from', title: context.t({ en: 'FROM', 'zh-CN': '原主机' }) },
          { key: 'to', title: context.t({ en: 'TO', 'zh-CN': '新主机' }) },
        ],
        rows,
      },
    });
    return rows.length > 0 ? exitCodes.changes : exitCodes.done;
  },
};
