import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';

export const estateCheck: Command = {
  path: 'estate check',
  describe: { en: 'Check an estate document: every problem at once', 'zh-CN': '检查 estate 文档：一次列出全部问题' },
  positionals: [
    {
      name: 'file',
      describe: {
        en: 'Estate document; default: the one in this directory',
        'zh-CN': 'estate 文档；缺省为当前目录中的文档',
      },
    },
  ],
  async run(args, context) {
    const file = arg.optional(args, 'file');
    const { estate } = loadDocuments(context, file === undefined ? [] : [file], ['estate']);
    const counts = {
      systems: estate!.value.systems.length,
      workloads: estate!.value.workloads.reduce((sum, workload) => sum + workload.count, 0),
      dependencies: estate!.value.dependencies.length,
    };
    show(context, {
      data: { ok: true, ...counts },
      after: [
        context.t({
          en: `${estate!.path}: in order (${counts.systems} systems, ${counts.workloads} workloads, ${counts.dependencies} dependencies)`,
          'zh-CN': `${estate!.path}：无误（${counts.systems} 个系统，${counts.workloads} 个工作负载，${counts.dependencies} 条依赖）`,
        }),
      ],
    });
    return exitCodes.done;
  },
};
