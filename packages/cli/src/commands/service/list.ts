import { cloudServices, serviceCategories } from '@yunqian/hw-model';
import { arg, type Command, exitCodes } from '../../command.ts';
import { show } from '../../views/output.ts';

export const serviceList: Command = {
  path: 'service list',
  describe: { en: 'Cloud services that an estate may ask for', 'zh-CN': '列出可申请的云服务' },
  options: {
    category: {
      type: 'string',
      choices: Object.keys(serviceCategories),
      describe: { en: 'Only this category', 'zh-CN': '仅此类别' },
    },
  },
  examples: ['service list --category database'],
  async run(args, context) {
    const category = arg.optional(args, 'category');
    const services = cloudServices().filter((service) => category === undefined || service.category === category);
    show(context, {
      data: services,
      table: {
        columns: [
          { key: 'category', title: context.t({ en: 'CATEGORY', 'zh-CN': '类别' }) },
          { key: 'id', title: context.t({ en: 'SERVICE', 'zh-CN': '服务' }) },
          { key: 'name', title: context.t({ en: 'NAME', 'zh-CN': '名称' }) },
          { key: 'plans', title: context.t({ en: 'PLANS', 'zh-CN': '套餐' }) },
          { key: 'size', title: context.t({ en: 'SIZE', 'zh-CN': '规格' }) },
          { key: 'needs', title: context.t({ en: 'NEEDS', 'zh-CN': '依赖' }) },
        ],
        rows: services.map(({ id, name, category: own, plans, size, needs }) => ({
          category: context.t(serviceCategories[own]),
          id,
          name: context.t(name),
          plans: plans.map((plan) => plan.id).join(', '),
          size: size ? `${size.least}..${size.most} ${context.t(size.unit)}` : '-',
          needs: needs.join(', '),
        })),
      },
    });
    return exitCodes.done;
  },
};
