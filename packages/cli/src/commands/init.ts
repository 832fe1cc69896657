import { dirname, join, relative } from 'node:path';
import { inputKinds, jsonSchema, type Template, templateFiles, templateNames, writeDocument } from '@yunqian/planner';
import { arg, type Command, exitCodes, UsageError } from '../command.ts';
import { exists, writeFileAtomic } from '../io/files.ts';
import { show } from '../views/output.ts';

export const init: Command = {
  path: 'init',
  describe: { en: 'Write a set of documents to start from', 'zh-CN': '生成一套起步文档' },
  positionals: [
    { name: 'directory', describe: { en: 'Where to; default: here', 'zh-CN': '目标目录；缺省为当前目录' } },
  ],
  options: {
    template: {
      type: 'string',
      choices: templateNames,
      default: 'minimal',
      describe: {
        en: 'shenzhen: the reference estate of 230+ systems',
        'zh-CN': 'shenzhen：含 230 多个系统的参考资产',
      },
    },
    force: { type: 'boolean', describe: { en: 'Overwrite what is there', 'zh-CN': '覆盖已有文件' } },
  },
  examples: ['init target --template shenzhen'],
  async run(args, context) {
    const directory = arg.optional(args, 'directory') ?? '.';
    const files = templateFiles(arg.string(args, 'template') as Template).map(({ path, value }) => ({
      path: join(directory, path),
      value,
    }));
    const there = files.filter(({ path }) => exists(context.io.cwd, path)).map(({ path }) => path);
    if (there.length > 0 && !arg.flag(args, 'force')) {
      throw new UsageError(
        context.t({
          en: `already there: ${there.join(', ')}; --force overwrites`,
          'zh-CN': `已存在：${there.join('、')}；--force 可覆盖`,
        }),
      );
    }
    for (const { path, value } of files) {
      const schema = `${relative(dirname(path), directory) || '.'}/schemas/${value.kind}.schema.json`;
      writeFileAtomic(context.io.cwd, path, writeDocument(value, 'yaml', { schema }));
    }
    // Where the first line of each document points editors to.
    for (const kind of inputKinds) {
      const schema = `${JSON.stringify(jsonSchema(kind, context.lang), null, 2)}\n`;
      writeFileAtomic(context.io.cwd, join(directory, 'schemas', `${kind}.schema.json`), schema);
    }
    show(context, {
      data: { files: files.map(({ path }) => path) },
      after: [...files.map(({ path }) => path)],
    });
    context.say({
      en: `Next: yunqian plan create ${directory}`,
      'zh-CN': `下一步：yunqian plan create ${directory}`,
    });
    return exitCodes.done;
  },
};
