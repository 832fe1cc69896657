import { expandFleet, findCloudService, serviceCategories } from '@yunqian/hw-model';
import { defaultPolicy, dimensionName, lower, type OverviewKey, overview, overviewKeys } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadWithInputs } from '../../io/documents.ts';
import { show } from '../../views/output.ts';
import type { Column, Row } from '../../views/table.ts';

export const overviewShow: Command = {
  path: 'overview show',
  describe: {
    en: 'Use of a plan by cloud, site, zone, tenant, system, service',
    'zh-CN': '按云、站点、安全域、租户、系统或服务查看规划的资源使用',
  },
  positionals: [{ name: 'plan', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } }],
  options: {
    by: {
      type: 'string',
      choices: overviewKeys,
      default: 'site',
      describe: { en: 'What the lines are', 'zh-CN': '按什么分行' },
    },
  },
  examples: ['overview show plan.json --by tenant -o csv'],
  async run(args, context) {
    const { plan, estate, fleet, policy } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
    const expanded = expandFleet(fleet!.value);
    const lowered = lower(estate!.value, expanded, policy?.value ?? defaultPolicy);
    const by = arg.string(args, 'by') as OverviewKey;
    const { dimensions, rows } = overview(by, plan.value, estate!.value, expanded, lowered);
    const right = 'right' as const;
    const column = (key: string, title: string): Column => ({ key, title, align: right });
    show(context, {
      data: { by, dimensions, rows },
      table: {
        columns: [
          ...(by === 'service' ? [{ key: 'category', title: context.t({ en: 'CATEGORY', 'zh-CN': '类别' }) }] : []),
          { key: 'id', title: by.toUpperCase() },
          ...(by === 'service' ? [{ key: 'name', title: context.t({ en: 'NAME', 'zh-CN': '名称' }) }] : []),
          column('workloads', context.t({ en: 'WORKLOADS', 'zh-CN': '工作负载' })),
          column('hosts', context.t({ en: 'HOSTS', 'zh-CN': '主机' })),
          ...dimensions.map((dimension) => column(dimension, dimensionName(dimension, context.lang))),
          column('storageGiB', context.t({ en: 'VOLUMES GiB', 'zh-CN': '卷 GiB' })),
        ],
        rows: rows.map(({ id, category, workloads, hosts, used, capacity, storageGiB }): Row => {
          const cell = (i: number) => {
            const amount = used[i]!;
            if (capacity === null) return dimensions[i] === 'cpuMilli' ? amount / 1000 : amount;
            return capacity[i]! > 0 ? `${((amount / capacity[i]!) * 100).toFixed(0)} %` : '-';
          };
          return {
            ...(category && { category: context.t(serviceCategories[category]) }),
            id,
            name: category && context.t(findCloudService(id)!.name),
            workloads,
            hosts,
            ...Object.fromEntries(dimensions.map((dimension, i) => [dimension, cell(i)])),
            storageGiB: Math.round(storageGiB),
          };
        }),
      },
    });
    return exitCodes.done;
  },
};
