import { createWaves, writeDocument } from '@yunqian/planner';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { inputRefs, type Loaded, loadDocuments, loadWithInputs, report } from '../../io/documents.ts';
import { writeFileAtomic } from '../../io/files.ts';
import { sayChanges } from '../../views/wave-changes.ts';
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
    from: {
      type: 'string',
      describe: {
        en: 'Earlier wave document: what of it still holds stays where it is',
        'zh-CN': '先前的波次文档：其中仍成立的安排保持不变',
      },
    },
    done: {
      type: 'string',
      describe: {
        en: 'With --from: groups that have been moved, separated by commas',
        'zh-CN': '与 --from 合用：已迁移的迁移组，以逗号分隔',
      },
    },
    seed: { type: 'number', default: 1, describe: { en: 'Seed of the search', 'zh-CN': '搜索随机种子' } },
    budget: {
      type: 'number',
      describe: {
        en: 'Work of the search, in placements of groups; the same gives the same result',
        'zh-CN': '搜索工作量（放置迁移组的次数）；相同则结果相同',
      },
    },
    out: {
      type: 'string',
      alias: 'o',
      default: 'waves.json',
      describe: { en: 'Wave document to write; - for stdout', 'zh-CN': '写出的波次文档；- 表示标准输出' },
    },
  },
  examples: [
    'wave create plan.json programme.yaml -o waves.json',
    'wave create plan.json --from waves.json --done gov-portal -o waves-2.json',
  ],
  async run(args, context) {
    const { plan, estate } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
    const programmePath = arg.optional(args, 'programme');
    const programme = loadDocuments(context, programmePath === undefined ? [] : [programmePath], ['programme'])
      .programme as Loaded<'programme'>;
    const out = arg.string(args, 'out');
    const fromPath = arg.optional(args, 'from');
    const from =
      fromPath === undefined
        ? undefined
        : (loadDocuments(context, [fromPath], ['waves']).waves as Loaded<'waves'>).value;
    const done = arg.list(args, 'done').flatMap((text) => text.split(','));
    const known = new Set(from?.activities.map(({ group }) => group));
    const stranger = done.find((group) => !known.has(group));
    if (stranger !== undefined) {
      throw new UsageError(
        context.t({
          en: `--done names ${stranger}, which has no time in the document of --from`,
          'zh-CN': `--done 中的 ${stranger} 在 --from 文档中没有排期`,
        }),
      );
    }
    const budget = arg.number(args, 'budget');
    const { waves, diagnostics, changes } = createWaves(
      {
        plan: plan.value,
        estate: estate!.value,
        programme: programme.value,
        inputs: inputRefs(context, [plan, estate, programme], out),
      },
      {
        seed: arg.number(args, 'seed')!,
        ...(budget === undefined ? {} : { budget }),
        ...(from === undefined ? {} : { from, done }),
      },
    );
    report(context, diagnostics);
    const text = writeDocument(waves, 'json');
    if (out === '-') context.io.stdout.write(text);
    else {
      writeFileAtomic(context.io.cwd, out, text);
      showWaves(context, waves, out);
      if (from !== undefined) sayChanges(context, changes);
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
