import { whatIfAdd } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadWithInputs, report } from '../../io/documents.ts';
import { show } from '../../views/output.ts';

export const whatifAdd: Command = {
  path: 'whatif add',
  describe: {
    en: 'What more hosts of a profile would bring',
    'zh-CN': '增加某规格的主机会带来什么',
  },
  positionals: [
    { name: 'plan', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } },
    { name: 'profile', required: true, describe: { en: 'Profile of the fleet', 'zh-CN': 'fleet 中的主机规格' } },
  ],
  options: {
    count: {
      type: 'number',
      default: 1,
      integer: true,
      min: 1,
      max: 1000,
      describe: { en: 'How many', 'zh-CN': '数量' },
    },
    site: {
      type: 'string',
      describe: { en: 'Where, `cloud/site`; default: the first site', 'zh-CN': '站点（`云/站点`），缺省为第一个' },
    },
    zone: { type: 'string', describe: { en: 'Security zone', 'zh-CN': '安全域' } },
    pool: { type: 'string', describe: { en: 'Resource pool', 'zh-CN': '资源池' } },
  },
  examples: ['whatif add plan.json shared --count 4 --zone public'],
  async run(args, context) {
    const { plan, estate, fleet, policy } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
    const optional = (name: 'site' | 'zone' | 'pool') => {
      const value = arg.optional(args, name);
      return value === undefined ? {} : { [name]: value };
    };
    const { result, findings } = await whatIfAdd(
      {
        plan: plan.value,
        estate: estate!.value,
        fleet: fleet!.value,
        ...(policy === undefined ? {} : { policy: policy.value }),
      },
      {
        profile: arg.string(args, 'profile'),
        count: arg.number(args, 'count')!,
        ...optional('site'),
        ...optional('zone'),
        ...optional('pool'),
      },
    );
    if (result === undefined) {
      report(
        context,
        findings.map((finding) => ({ ...finding, document: fleet!.path, line: 0, column: 0 })),
      );
      return exitCodes.usage;
    }
    const { hosts, placed, stillUnplaced, hostsUsed, unplaced } = result;
    show(context, {
      data: result,
      table: {
        columns: [
          { key: 'workload', title: context.t({ en: 'WORKLOAD', 'zh-CN': '工作负载' }) },
          { key: 'host', title: context.t({ en: 'HOST', 'zh-CN': '主机' }) },
        ],
        rows: placed.map((row) => ({ ...row })),
      },
      after: [
        context.t({
          en: `with ${hosts.length} more hosts: ${placed.length} of the unplaced find room at once, ${stillUnplaced.length} do not`,
          'zh-CN': `增加 ${hosts.length} 台主机后：未放置者中 ${placed.length} 个可直接放置，${stillUnplaced.length} 个仍不能`,
        }),
        context.t({
          en: `planned anew: ${hostsUsed[0]} hosts used and ${unplaced[0]} unplaced without them, ${hostsUsed[1]} and ${unplaced[1]} with them`,
          'zh-CN': `重新规划：不增加时使用 ${hostsUsed[0]} 台、未放置 ${unplaced[0]} 个；增加后使用 ${hostsUsed[1]} 台、未放置 ${unplaced[1]} 个`,
        }),
      ],
    });
    return exitCodes.done;
  },
};
