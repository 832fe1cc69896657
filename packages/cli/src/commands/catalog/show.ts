import { catalog, findEntry } from '@yunqian/hw-model';
import { closest } from '../../closest.ts';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { show } from '../../views/output.ts';

export const catalogShow: Command = {
  path: 'catalog show',
  describe: { en: 'Show one model: every figure with its source', 'zh-CN': '显示一个型号：每项数据及其来源' },
  positionals: [{ name: 'id', required: true, describe: { en: 'Catalogue id', 'zh-CN': '目录标识' } }],
  examples: ['catalog show virtualization-host/s3'],
  async run(args, context) {
    const id = arg.string(args, 'id');
    const entry = findEntry(id);
    if (entry === undefined) {
      const near = closest(
        id,
        catalog().map((e) => e.id),
      );
      throw new UsageError(
        context.t({
          en: `no catalogue entry ${id}${near ? `; did you mean ${near}?` : ''}`,
          'zh-CN': `目录中没有 ${id}${near ? `；是否指 ${near}？` : ''}`,
        }),
      );
    }
    show(context, {
      data: entry,
      before: [`${entry.id}  ${entry.vendor} ${entry.family} ${entry.model}`],
      table: {
        columns: [
          { key: 'name', title: context.t({ en: 'FIGURE', 'zh-CN': '数据项' }) },
          { key: 'value', title: context.t({ en: 'VALUE', 'zh-CN': '值' }) },
          { key: 'source', title: context.t({ en: 'SOURCE', 'zh-CN': '来源' }) },
        ],
        rows: entry.figures.map((figure) => ({
          name: figure.name,
          value: typeof figure.value === 'object' ? JSON.stringify(figure.value) : String(figure.value),
          source: figure.source ?? context.t({ en: 'assumed', 'zh-CN': '假定' }),
        })),
      },
    });
    return exitCodes.done;
  },
};
