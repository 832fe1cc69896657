import { createWaves, writeDocument } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { inputRefs, type Loaded, loadDocuments, loadWithInputs, report } from '../../io/documents.ts';
import { writeFileAtomic } from '../../io/files.ts';
import { showWaves } from '../../views/waves.ts';

export const waveCreate: Command = {
  path: 'wave create',
  describe: {
    en: 'Group what must move together and schedule it in waves',
    'zh-CN': '将须同时迁移的系统分组并按波次排期',
  },
  positionals: [
    { name: 'plan', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } },
    {
      name: 'programme',
      describe: {
        en: 'Programme document; default: the one in this directory',
        'zh-CN': 'programme 文档；缺省为当前目录中的文档',
      },
    },
  ],
  options: {
    out: {
      type: 'string',
      alias: 'o',
      default: 'waves.json',
      describe: { en: 'Wave document to write; - for stdout', 'zh-CN': '写出的波次文档；- 表示标准输出' },
    },
  },
  examples: ['wave create plan.json programme.yaml -o waves.json'],
  async run(args, context) {
    const { plan, estate } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
    const programmePath = arg.optional(args, 'programme');
    const programme = loadDocuments(context, programmePath === undefined ? [] : [programmePath], ['programme'])
      .programme as Loaded<'programme'>;
    const out = arg.string(args, 'out');
    const { waves, diagnostics } = createWaves({
      plan: plan.value,
      estate: estate!.value,
      programme: programme.value,
      inputs: inputRefs(context, [plan, estate, programme], out),
    });
    report(context, diagnostics);
    const text = writeDocument(waves, 'json');
    if (out === '-') context.io.stdout.write(text);
    else {
      writeFileAtomic(context.io.cwd, out, text);
      showWaves(context, waves, out);
      const first = waves.waves[0]?.id;
      if (first !== undefined)
        context.say({
          en: `Next: yunqian run start ${out} --wave ${first}`,
          'zh-CN': `下一步：yunqian run start ${out} --wave ${first}`,
        });
    }
    return waves.unscheduled.length > 0 ? exitCodes.unplaced : exitCodes.done;
  },
};
