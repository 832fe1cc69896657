import { documentKinds, jsonSchema } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { wantedKind } from './kind.ts';

export const schemaPrint: Command = {
  path: 'schema print',
  describe: { en: 'Print the JSON Schema of a document, for editors', 'zh-CN': '输出文档的 JSON Schema，供编辑器使用' },
  positionals: [
    {
      name: 'kind',
      required: true,
      describe: { en: `One of ${documentKinds.join(', ')}`, 'zh-CN': `${documentKinds.join('、')} 之一` },
    },
  ],
  async run(args, context) {
    const kind = wantedKind(arg.string(args, 'kind'), context);
    context.io.stdout.write(`${JSON.stringify(jsonSchema(kind, context.lang), null, 2)}\n`);
    return exitCodes.done;
  },
};
