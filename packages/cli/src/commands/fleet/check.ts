import { expandFleet } from '@yunqian/hw-model';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';

export const fleetCheck: Command = {
  path: 'fleet check',
  describe: {
    en: 'Check a fleet document: every problem at once, and what it assumes',
    'zh-CN': '检查 fleet 文档：一次列出全部问题及其假定',
  },
  positionals: [
    {
      name: 'file',
      describe: {
        en: 'Fleet document; default: the one in this directory',
        'zh-CN': 'fleet 文档；缺省为当前目录中的文档',
      },
    },
  ],
  async run(args, context) {
    const file = arg.optional(args, 'file');
    const { fleet } = loadDocuments(context, file === undefined ? [] : [file], ['fleet']);
    const expanded = expandFleet(fleet!.value);
    show(context, {
      data: { ok: true, hosts: expanded.hosts.length, racks: expanded.racks.length, assumptions: expanded.assumptions },
      before: [
        context.t({
          en: `${fleet!.path}: in order (${expanded.hosts.length} hosts in ${expanded.racks.length} racks)`,
          'zh-CN': `${fleet!.path}：无误（${expanded.racks.length} 个机柜，${expanded.hosts.length} 台主机）`,
        }),
      ],
      ...(expanded.assumptions.length > 0
        ? {
            table: {
              columns: [
                { key: 'subject', title: context.t({ en: 'ASSUMED FOR', 'zh-CN': '假定对象' }) },
                { key: 'field', title: context.t({ en: 'FIGURE', 'zh-CN': '数据项' }) },
                { key: 'value', title: context.t({ en: 'VALUE', 'zh-CN': '值' }) },
                { key: 'reason', title: context.t({ en: 'REASON', 'zh-CN': '原因' }) },
              ],
              rows: expanded.assumptions.map(({ subject, field, value, reason }) => ({
                subject,
                field,
                value,
                reason,
              })),
            },
          }
        : {}),
    });
    return exitCodes.done;
  },
};
