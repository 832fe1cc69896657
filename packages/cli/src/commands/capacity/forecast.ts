import { dimensionName, forecast, type Growth } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments, report } from '../../io/documents.ts';
import { progressLine } from '../../io/progress.ts';
import { show } from '../../views/output.ts';
import type { Row } from '../../views/table.ts';
import { parsePairs } from './pairs.ts';

export const capacityForecast: Command = {
  path: 'capacity forecast',
  describe: {
    en: 'When what runs out while the estate grows, and what to order when',
    'zh-CN': '业务增长下何时何种资源耗尽，应在何时订购何种设备',
  },
  positionals: [
    {
      name: 'documents',
      variadic: true,
      describe: { en: 'Estate, fleet and (optional) policy', 'zh-CN': 'estate、fleet 与（可选）policy' },
    },
  ],
  options: {
    growth: {
      type: 'number',
      min: 0,
      default: 3,
      describe: { en: 'Growth of everything else, per cent a month', 'zh-CN': '其余部分的月增长率（%）' },
    },
    of: {
      type: 'string',
      describe: {
        en: 'tenant:ID=PCT,system:ID=PCT,...: growth of these',
        'zh-CN': 'tenant:ID=百分比,system:ID=百分比,...：单独指定的增长率',
      },
    },
    months: {
      type: 'number',
      integer: true,
      min: 1,
      max: 120,
      default: 24,
      describe: { en: 'Horizon', 'zh-CN': '预测月数' },
    },
    lead: {
      type: 'number',
      integer: true,
      min: 0,
      default: 3,
      describe: { en: 'Months from order to use', 'zh-CN': '从订购到可用的月数' },
    },
  },
  examples: ['capacity forecast estate.yaml fleet.yaml policy.yaml --growth 2 --of tenant:finance=6 --months 36'],
  async run(args, context) {
    const { estate, fleet, policy } = loadDocuments(
      context,
      arg.list(args, 'documents'),
      ['estate', 'fleet'],
      ['policy'],
    );
    const named = parsePairs(context, 'of', arg.optional(args, 'of')).map(([name, pctPerMonth]): Growth => {
      const id = name.slice(name.indexOf(':') + 1);
      return name.startsWith('tenant:') ? { tenant: id, pctPerMonth } : { system: id, pctPerMonth };
    });
    const progress = progressLine(context);
    const result = await forecast({
      estate: estate!.value,
      fleet: fleet!.value,
      ...(policy && { policy: policy.value }),
      growth: [...named, { pctPerMonth: arg.number(args, 'growth')! }],
      months: arg.number(args, 'months')!,
      leadMonths: arg.number(args, 'lead')!,
      signal: context.signal,
      onProgress: (month) => progress.update(context.t({ en: `month ${month}`, 'zh-CN': `第 ${month} 个月` })),
    });
    progress.done();
    report(context, result.diagnostics);
    const { runsOut, orderBy } = result;
    const name = (what: string) => dimensionName(what, context.lang);
    show(context, {
      data: result,
      before: [
        runsOut === null
          ? context.t({ en: 'Nothing runs out within the horizon.', 'zh-CN': '预测期内没有资源耗尽。' })
          : context.t({
              en: `Something finds no place in month ${runsOut}; order ${orderBy! <= 0 ? 'now' : `by month ${orderBy}`}.`,
              'zh-CN': `第 ${runsOut} 个月起有工作负载无处放置；请${orderBy! <= 0 ? '立即' : `在第 ${orderBy} 个月前`}订购。`,
            }),
      ],
      table: {
        columns: [
          { key: 'month', title: context.t({ en: 'MONTH', 'zh-CN': '月' }), align: 'right' },
          { key: 'workloads', title: context.t({ en: 'WORKLOADS', 'zh-CN': '工作负载' }), align: 'right' },
          { key: 'unplaced', title: context.t({ en: 'UNPLACED', 'zh-CN': '未放置' }), align: 'right' },
          { key: 'hosts', title: context.t({ en: 'HOSTS', 'zh-CN': '主机' }), align: 'right' },
          { key: 'fullest', title: context.t({ en: 'FULLEST', 'zh-CN': '最满' }) },
          { key: 'short', title: context.t({ en: 'SHORT OF', 'zh-CN': '短缺' }) },
        ],
        rows: result.months.map(
          ({ month, workloads, unplaced, hostsUsed, fullest, shortOf }): Row => ({
            month,
            workloads,
            unplaced,
            hosts: hostsUsed,
            fullest: fullest
              .slice(0, 2)
              .map(({ what, used }) => `${name(what)} ${(used * 100).toFixed(0)} %`)
              .join(', '),
            short: shortOf.map(({ reason, workloads: count }) => `${name(reason)} (${count})`).join(', '),
          }),
        ),
      },
      after: [
        ...result.order.map(({ kind, profile, have, need }) =>
          context.t({
            en: `order ${need - have} of ${profile} for ${kind}: ${have} there, ${need} needed at the end`,
            'zh-CN': `为 ${kind} 订购 ${profile} ${need - have} 台：现有 ${have} 台，期末需 ${need} 台`,
          }),
        ),
        ...result.stillShortOf.map(({ reason, workloads }) =>
          context.t({
            en: `no number of these hosts helps ${workloads} workloads: short of ${name(reason)}`,
            'zh-CN': `增加此类主机对 ${workloads} 个工作负载无效：短缺 ${name(reason)}`,
          }),
        ),
      ],
    });
    return exitCodes.done;
  },
};
