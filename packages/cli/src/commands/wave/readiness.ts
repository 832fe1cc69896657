import { describe } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';
import { findingStatus } from '../../views/wave-words.ts';

export const waveReadiness: Command = {
  path: 'wave readiness',
  describe: {
    en: 'Readiness checks that are not met, waived ones with who answers; exit code 4 if one blocks',
    'zh-CN': '未通过的就绪检查及豁免责任人；存在阻断项时退出码为 4',
  },
  positionals: [
    { name: 'waves', required: true, describe: { en: 'Wave document', 'zh-CN': '波次文档' } },
    { name: 'wave', describe: { en: 'Wave id; default: all', 'zh-CN': '波次标识；缺省为全部' } },
  ],
  examples: ['wave readiness waves.json w02'],
  async run(args, context) {
    const waves = loadDocuments(context, [arg.string(args, 'waves')], ['waves']).waves!.value;
    const wave = arg.optional(args, 'wave');
    const waveOf = new Map(waves.activities.map((activity) => [activity.group, activity.wave]));
    const findings = (waves.findings ?? []).filter(({ group }) => wave === undefined || waveOf.get(group) === wave);
    const count = (status: string): number => findings.filter((finding) => finding.status === status).length;
    const blocking = count('blocking');
    show(context, {
      data: findings,
      before: [
        context.t({
          en: `${blocking} blocking, ${count('waived')} waived, ${count('warning')} warnings`,
          'zh-CN': `阻断 ${blocking} 项，豁免 ${count('waived')} 项，警告 ${count('warning')} 项`,
        }),
      ],
      table: {
        columns: [
          { key: 'status', title: context.t({ en: 'STATUS', 'zh-CN': '状态' }) },
          { key: 'wave', title: context.t({ en: 'WAVE', 'zh-CN': '波次' }) },
          { key: 'subject', title: context.t({ en: 'SYSTEM', 'zh-CN': '系统' }) },
          { key: 'code', title: context.t({ en: 'CODE', 'zh-CN': '代码' }) },
          { key: 'what', title: context.t({ en: 'WHAT', 'zh-CN': '内容' }) },
          { key: 'waiver', title: context.t({ en: 'WAIVER', 'zh-CN': '豁免' }) },
        ],
        rows: findings.map(({ status, group, subject, code, params, waiver }) => ({
          status: context.t(findingStatus[status]),
          wave: waveOf.get(group) ?? '-',
          subject,
          code,
          what: describe(code, params, context.lang).text,
          waiver: waiver === undefined ? '' : `${waiver.by} .. ${waiver.until}`,
        })),
      },
    });
    return blocking > 0 ? exitCodes.violations : exitCodes.done;
  },
};
