import { createWaves, suppose, type Waves } from '@yunqian/planner';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { inputRefs, type Loaded, loadDocuments, loadWithInputs } from '../../io/documents.ts';
import { show } from '../../views/output.ts';

export const waveWhatif: Command = {
  path: 'wave whatif',
  describe: {
    en: 'Schedules as they would be if a link, a team or a window were lost; nothing is written',
    'zh-CN': '假设链路、团队或变更窗口变化后的排期；不写出文件',
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
    if: {
      type: 'string',
      describe: {
        en: 'What happens, several separated by commas: link:ID=0.5, team:ID:away:FROM..TO, teams=N, window:N, freeze:FROM..TO, deadline:DATE',
        'zh-CN':
          '假设，多个以逗号分隔：link:ID=0.5、team:ID:away:FROM..TO、teams=N、window:N、freeze:FROM..TO、deadline:DATE',
      },
    },
    seed: { type: 'number', default: 1, describe: { en: 'Seed of the search', 'zh-CN': '搜索随机种子' } },
  },
  examples: ['wave whatif plan.json --if link:extranet-a=0.5,freeze:2019-04-01..2019-04-14'],
  async run(args, context) {
    const { plan, estate } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
    const path = arg.optional(args, 'programme');
    const programme = loadDocuments(context, path === undefined ? [] : [path], ['programme'])
      .programme as Loaded<'programme'>;
    const words = arg.list(args, 'if').flatMap((text) => text.split(','));
    if (words.length === 0) {
      throw new UsageError(context.t({ en: '--if says what happens', 'zh-CN': '请用 --if 指定假设' }));
    }
    const programmes = words.map((word) => {
      const supposed = suppose(programme.value, word);
      if ('programme' in supposed) return supposed.programme;
      throw new UsageError(
        context.t({
          en: `--if: ${word} is not understood, or names what the programme does not have`,
          'zh-CN': `--if：无法理解 ${word}，或迁移计划条件中没有所指对象`,
        }),
      );
    });
    const inputs = inputRefs(context, [plan, estate, programme], '-');
    const schedule = (changed: typeof programme.value): Waves =>
      createWaves(
        { plan: plan.value, estate: estate!.value, programme: changed, inputs },
        { seed: arg.number(args, 'seed')! },
      ).waves;
    const cases = [
      { if: context.t({ en: '(as it is)', 'zh-CN': '（现状）' }), ...figures(schedule(programme.value)) },
      ...programmes.map((changed, i) => ({ if: words[i]!, ...figures(schedule(changed)) })),
    ];
    show(context, {
      data: cases,
      table: {
        columns: [
          { key: 'if', title: context.t({ en: 'IF', 'zh-CN': '假设' }) },
          { key: 'end', title: context.t({ en: 'END', 'zh-CN': '结束' }) },
          { key: 'hours', title: context.t({ en: 'HOURS', 'zh-CN': '小时' }), align: 'right' },
          { key: 'bound', title: context.t({ en: 'BOUND', 'zh-CN': '下界' }), align: 'right' },
          { key: 'waves', title: context.t({ en: 'WAVES', 'zh-CN': '波次' }), align: 'right' },
          { key: 'misses', title: context.t({ en: 'MISSES', 'zh-CN': '逾期' }), align: 'right' },
          { key: 'exposure', title: context.t({ en: 'EXPOSURE h', 'zh-CN': '暴露小时' }), align: 'right' },
          { key: 'unscheduled', title: context.t({ en: 'UNSCHEDULED', 'zh-CN': '未排期' }), align: 'right' },
        ],
        rows: cases.map((row) => ({ ...row, end: row.end ?? '-' })),
      },
    });
    return exitCodes.done;
  },
};

/** What two schedules are compared by. */
function figures({ summary, unscheduled }: Waves) {
  const value = (level: string): number => summary.objective?.find((entry) => entry.level === level)?.value ?? 0;
  return {
    end: summary.end,
    hours: Math.round(summary.hours),
    bound: Math.round(summary.lowerBoundHours),
    waves: summary.waves,
    misses: value('misses'),
    exposure: Math.round(value('exposure')),
    unscheduled: unscheduled.length,
  };
}
