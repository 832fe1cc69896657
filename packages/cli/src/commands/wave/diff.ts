import { describe, diffWaves, isSameWaves } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import type { Context } from '../../context.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';
import type { Row } from '../../views/table.ts';

export const waveDiff: Command = {
  path: 'wave diff',
  describe: {
    en: 'What changed between two schedules, and why; exit code 5 if anything did',
    'zh-CN': '比较两份波次文档并说明原因；有差异时退出码为 5',
  },
  positionals: [
    { name: 'before', required: true, describe: { en: 'Wave document', 'zh-CN': '波次文档' } },
    { name: 'after', required: true, describe: { en: 'Wave document', 'zh-CN': '波次文档' } },
  ],
  async run(args, context) {
    const before = loadDocuments(context, [arg.string(args, 'before')], ['waves']).waves!;
    const after = loadDocuments(context, [arg.string(args, 'after')], ['waves']).waves!;
    const diff = diffWaves(before.value, after.value);
    const causes = diff.causes.map(({ code, params }) => describe(code, params, context.lang).text);
    const end = diff.summary.find(({ field }) => field === 'end');
    show(context, {
      data: diff,
      before: [
        context.t({
          en: `${diff.moved.length} moved, ${diff.changed.length} changed, ${diff.added.length} added, ${diff.removed.length} removed, ${diff.lost.length} lost, ${diff.gained.length} gained`,
          'zh-CN': `移动 ${diff.moved.length}，变更 ${diff.changed.length}，新增 ${diff.added.length}，移除 ${diff.removed.length}，失去排期 ${diff.lost.length}，获得排期 ${diff.gained.length}`,
        }),
        ...(end === undefined
          ? []
          : [context.t({ en: `End ${end.from} -> ${end.to}`, 'zh-CN': `结束时间 ${end.from} -> ${end.to}` })]),
        ...causes,
      ],
      table: {
        columns: [
          { key: 'change', title: context.t({ en: 'CHANGE', 'zh-CN': '变化' }) },
          { key: 'group', title: context.t({ en: 'GROUP', 'zh-CN': '迁移组' }) },
          { key: 'from', title: context.t({ en: 'FROM', 'zh-CN': '原' }) },
          { key: 'to', title: context.t({ en: 'TO', 'zh-CN': '新' }) },
          { key: 'why', title: context.t({ en: 'WHY', 'zh-CN': '原因' }) },
        ],
        rows: rowsOf(context, diff),
      },
    });
    return isSameWaves(diff) ? exitCodes.done : exitCodes.changes;
  },
};

function rowsOf(context: Context, diff: ReturnType<typeof diffWaves>): Row[] {
  type Slot = { readonly wave: string; readonly cutoverStart: string } | null;
  const at = (slot: Slot): string => (slot === null ? '' : `${slot.wave} ${slot.cutoverStart}`);
  const why = (reasons: readonly { code: string; params: Record<string, string | number> }[]): string =>
    reasons
      .map(({ code, params }) => describe(code, params, context.lang).text)
      .join(context.t({ en: '; ', 'zh-CN': '；' }));
  const row = (change: string, group: string, from: string, to: string, reason: string): Row => ({
    change,
    group,
    from,
    to,
    why: reason,
  });
  const t = (en: string, zh: string): string => context.t({ en, 'zh-CN': zh });
  return [
    ...diff.moved.map(({ group, from, to, reasons }) => row(t('moved', '移动'), group, at(from), at(to), why(reasons))),
    ...diff.changed.map(({ group, fields, reasons }) => {
      const side = (key: 'from' | 'to'): string => fields.map((change) => `${change.field} ${change[key]}`).join(', ');
      return row(t('changed', '变更'), group, side('from'), side('to'), why(reasons));
    }),
    ...diff.added.map(({ group, to, reasons }) => row(t('added', '新增'), group, '', at(to), why(reasons))),
    ...diff.removed.map(({ group, from }) => row(t('removed', '移除'), group, at(from), '', '')),
    ...diff.lost.map(({ group, from, reasons }) => row(t('lost', '失去排期'), group, at(from), '', why(reasons))),
    ...diff.gained.map(({ group, to, reasons }) => row(t('gained', '获得排期'), group, '', at(to), why(reasons))),
    ...diff.regrouped.map(({ system, from, to }) => row(t('regrouped', '换组'), system, from, to, '')),
  ];
}
