import { expandFleet } from '@yunqian/hw-model';
import { sizeFleet, writeDocument } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments, report } from '../../io/documents.ts';
import { writeFileAtomic } from '../../io/files.ts';
import { progressLine } from '../../io/progress.ts';
import { show } from '../../views/output.ts';
import { showPlan } from '../../views/plan.ts';
import type { Row } from '../../views/table.ts';
import { parsePairs } from './pairs.ts';

export const capacitySize: Command = {
  path: 'capacity size',
  describe: {
    en: 'What to buy for an estate: servers, racks, switches, arrays, with a lower bound',
    'zh-CN': '为 estate 计算采购清单：服务器、机柜、交换机、存储阵列，并给出下界',
  },
  positionals: [
    {
      name: 'documents',
      variadic: true,
      describe: {
        en: 'Estate, (optional) policy, and a fleet whose profiles, zones and racks are the pattern; its counts do not matter',
        'zh-CN': 'estate、（可选）policy，以及作为样板的 fleet：采用其机型、安全域与机柜，数量不计',
      },
    },
  ],
  options: {
    fleet: {
      type: 'string',
      default: 'sized-fleet.yaml',
      describe: { en: 'Fleet document to write', 'zh-CN': '写出的 fleet 文档' },
    },
    spare: {
      type: 'number',
      integer: true,
      min: 0,
      default: 1,
      describe: { en: 'Hosts of each kind beyond what is needed', 'zh-CN': '每类主机的备用台数' },
    },
    racks: {
      type: 'number',
      integer: true,
      min: 1,
      default: 3,
      describe: { en: 'Racks that a kind is spread over at least', 'zh-CN': '每类主机至少分布的机柜数' },
    },
    price: {
      type: 'string',
      describe: {
        en: 'PROFILE=N,...: price of a host in any unit; the dearest are saved first. Default: 1 each',
        'zh-CN': '机型=N,...：每台价格（单位任意），优先节省高价机型；缺省均为 1',
      },
    },
    seed: { type: 'number', integer: true, min: 0, default: 1, describe: { en: 'Seed', 'zh-CN': '随机种子' } },
  },
  examples: ['capacity size estate.yaml policy.yaml fleet.yaml --fleet sized.yaml'],
  async run(args, context) {
    const { estate, fleet, policy } = loadDocuments(
      context,
      arg.list(args, 'documents'),
      ['estate', 'fleet'],
      ['policy'],
    );
    const progress = progressLine(context);
    const { sized, unplaceable, diagnostics } = await sizeFleet({
      estate: estate!.value,
      pattern: fleet!.value,
      ...(policy && { policy: policy.value }),
      spare: arg.number(args, 'spare')!,
      leastRacks: arg.number(args, 'racks')!,
      seed: arg.number(args, 'seed')!,
      prices: new Map(parsePairs(context, 'price', arg.optional(args, 'price'))),
      signal: context.signal,
      onProgress: (hosts, unplaced) =>
        progress.update(
          context.t({ en: `${hosts} hosts, ${unplaced} unplaced`, 'zh-CN': `${hosts} 台主机，${unplaced} 个未放置` }),
        ),
    });
    progress.done();
    report(context, diagnostics);
    if (sized === undefined) {
      if (unplaceable === undefined) return exitCodes.usage;
      showPlan(context, unplaceable, '');
      context.say({
        en: 'No number of these hosts carries everything: add profiles, zones or pools that the rest can use.',
        'zh-CN': '任何数量的这些主机都无法承载全部工作负载：请增加可用的机型、安全域或存储池。',
      });
      return exitCodes.unplaced;
    }
    const out = arg.string(args, 'fleet');
    writeFileAtomic(context.io.cwd, out, writeDocument(sized.fleet, 'yaml', { schema: null }));
    const expanded = expandFleet(sized.fleet);
    const powerW = expanded.hosts.reduce((sum, host) => sum + host.powerW, 0);
    const gap = sized.bound > 0 ? ((sized.needed / sized.bound - 1) * 100).toFixed(1) : '-';
    const what = {
      server: context.t({ en: 'server', 'zh-CN': '服务器' }),
      rack: context.t({ en: 'rack', 'zh-CN': '机柜' }),
      switch: context.t({ en: 'switch', 'zh-CN': '交换机' }),
      device: context.t({ en: 'device', 'zh-CN': '设备' }),
      array: context.t({ en: 'storage pool', 'zh-CN': '存储池' }),
    };
    show(context, {
      data: { ...sized, fleet: out, plan: sized.plan.summary, powerW },
      before: [
        context.t({
          en: `${sized.needed} hosts needed, bound ${sized.bound} (gap ${gap} %); bought with ${arg.number(args, 'spare')} to spare of each kind; servers draw ${powerW} W`,
          'zh-CN': `需要主机 ${sized.needed} 台，下界 ${sized.bound}（差距 ${gap} %）；每类另备 ${arg.number(args, 'spare')} 台；服务器功率 ${powerW} W`,
        }),
      ],
      table: {
        columns: [
          { key: 'what', title: context.t({ en: 'WHAT', 'zh-CN': '类别' }) },
          { key: 'model', title: context.t({ en: 'MODEL', 'zh-CN': '型号' }) },
          { key: 'count', title: context.t({ en: 'COUNT', 'zh-CN': '数量' }), align: 'right' },
          { key: 'units', title: context.t({ en: 'UNITS', 'zh-CN': 'U 数' }), align: 'right' },
          { key: 'powerW', title: context.t({ en: 'POWER W', 'zh-CN': '功率 W' }), align: 'right' },
        ],
        rows: sized.purchase.map((line): Row => ({ ...line, what: what[line.what] })),
      },
      after: [context.t({ en: `Written to ${out}`, 'zh-CN': `已写入 ${out}` })],
    });
    return exitCodes.done;
  },
};
