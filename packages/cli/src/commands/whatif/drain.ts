import { expandFleet } from '@yunqian/hw-model';
import { explanationText, whatIfDrain } from '@yunqian/planner';
import { closest } from '../../closest.ts';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { loadWithInputs } from '../../io/documents.ts';
import { show } from '../../views/output.ts';

export const whatifDrain: Command = {
  path: 'whatif drain',
  describe: {
    en: 'Where the workloads of hosts would go if the hosts were emptied',
    'zh-CN': '若腾空这些主机，其工作负载将迁往何处',
  },
  positionals: [
    { name: 'plan', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } },
    {
      name: 'hosts',
      required: true,
      variadic: true,
      describe: { en: 'Hosts, racks, rooms or sites to empty', 'zh-CN': '要腾空的主机、机柜、机房或站点' },
    },
  ],
  examples: ['whatif drain plan.json city/meilin/room-1/public-01/shr-01'],
  async run(args, context) {
    const { plan, estate, fleet, policy } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
    const expanded = expandFleet(fleet!.value);
    const hosts = arg.list(args, 'hosts').flatMap((name) => {
      const found = expanded.hosts.filter(({ id }) => id === name || id.startsWith(`${name}/`)).map(({ id }) => id);
      if (found.length > 0) return found;
      const near = closest(
        name,
        expanded.hosts.map(({ id }) => id),
      );
      throw new UsageError(
        context.t({
          en: `the fleet has no ${name}${near === undefined ? '' : `; did you mean ${near}?`}`,
          'zh-CN': `fleet 中没有 ${name}${near === undefined ? '' : `；是否指 ${near}？`}`,
        }),
      );
    });
    const result = await whatIfDrain(
      {
        plan: plan.value,
        estate: estate!.value,
        fleet: expanded,
        ...(policy === undefined ? {} : { policy: policy.value }),
      },
      [...new Set(hosts)],
    );
    show(context, {
      data: result,
      table: {
        columns: [
          { key: 'workload', title: context.t({ en: 'WORKLOAD', 'zh-CN': '工作负载' }) },
          { key: 'from', title: context.t({ en: 'FROM', 'zh-CN': '迁出' }) },
          { key: 'to', title: context.t({ en: 'TO', 'zh-CN': '迁入' }) },
        ],
        rows: result.moves.map((move) => ({ ...move })),
      },
      after: [
        ...result.stranded.map(({ workload, host, explanation }) =>
          context.t({
            en: `stays on ${host}: ${workload}: ${explanationText(explanation, 'en')}`,
            'zh-CN': `留在 ${host}：${workload}：${explanationText(explanation, 'zh-CN')}`,
          }),
        ),
        context.t({
          en: `${result.moves.length} moves, ${result.stranded.length} cannot leave`,
          'zh-CN': `迁移 ${result.moves.length} 个，无法迁出 ${result.stranded.length} 个`,
        }),
      ],
    });
    return result.stranded.length > 0 ? exitCodes.unplaced : exitCodes.done;
  },
};
