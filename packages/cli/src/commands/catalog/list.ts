import { catalog } from '@yunqian/hw-model';
import { arg, type Command, exitCodes } from '../../command.ts';
import { show } from '../../views/output.ts';

export const catalogList: Command = {
  path: 'catalog list',
  describe: { en: 'List models of the catalogue', 'zh-CN': '列出目录中的型号' },
  options: {
    category: {
      type: 'string',
      describe: {
        en: 'Only this category, e.g. server, storage, switch-leaf',
        'zh-CN': '仅此类别，如 server、storage、switch-leaf',
      },
    },
    search: { type: 'string', describe: { en: 'Only ids that contain this text', 'zh-CN': '仅 id 含此文本的型号' } },
  },
  examples: ['catalog list --category server'],
  async run(args, context) {
    const category = arg.optional(args, 'category');
    const search = arg.optional(args, 'search')?.toLowerCase();
    const entries = catalog().filter(
      (entry) =>
        (category === undefined || entry.category === category) &&
        (search === undefined || entry.id.toLowerCase().includes(search)),
    );
    show(context, {
      data: entries,
      table: {
        columns: [
          { key: 'id', title: context.t({ en: 'ID', 'zh-CN': '标识' }) },
          { key: 'vendor', title: context.t({ en: 'VENDOR', 'zh-CN': '厂商' }) },
          { key: 'family', title: context.t({ en: 'FAMILY', 'zh-CN': '系列' }) },
          { key: 'figures', title: context.t({ en: 'FIGURES', 'zh-CN': '数据项' }), align: 'right' },
          { key: 'assumed', title: context.t({ en: 'ASSUMED', 'zh-CN': '其中假定' }), align: 'right' },
        ],
        rows: entries.map((entry) => ({
          id: entry.id,
          vendor: entry.vendor,
          family: entry.family,
          figures: entry.figures.length,
          assumed: entry.figures.filter((figure) => figure.assumed).length,
        })),
      },
    });
    return exitCodes.done;
  },
};
