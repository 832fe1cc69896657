import { schemaExplain } from '@yunqian/planner';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { show } from '../../views/output.ts';
import { wantedKind } from './kind.ts';

export const schemaExplainCommand: Command = {
  path: 'schema explain',
  describe: { en: 'Explain a field: its type, default and meaning', 'zh-CN': '解释字段：类型、缺省值与含义' },
  positionals: [
    {
      name: 'path',
      required: true,
      describe: { en: 'Such as estate.workloads.vcpus', 'zh-CN': '例如 estate.workloads.vcpus' },
    },
  ],
  examples: ['schema explain estate.workloads.vcpus'],
  async run(args, context) {
    const path = arg.string(args, 'path');
    wantedKind(path.split('.')[0]!, context);
    const explained = schemaExplain(path, context.lang);
    if (explained === null)
      throw new UsageError(
        context.t({ en: `no field ${path}; try a shorter path`, 'zh-CN': `没有字段 ${path}；请尝试更短的路径` }),
      );
    show(context, { data: explained, after: [explained.text] });
    return exitCodes.done;
  },
};
