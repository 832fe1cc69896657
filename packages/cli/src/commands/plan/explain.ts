import { expandFleet } from '@yunqian/hw-model';
import { explainPlan, explanationClauses, explanationText, hostExplanationText, ruleClauses } from '@yunqian/planner';
import { closest } from '../../closest.ts';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { loadWithInputs } from '../../io/documents.ts';
import { show } from '../../views/output.ts';

export const planExplain: Command = {
  path: 'plan explain',
  describe: {
    en: 'Why a workload is where it is, or nowhere; host by host',
    'zh-CN': '解释某个工作负载为何在此或未放置；可逐主机说明',
  },
  positionals: [
    { name: 'plan', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } },
    { name: 'workload', required: true, describe: { en: 'Workload id', 'zh-CN': '工作负载标识' } },
  ],
  options: {
    host: {
      type: 'string',
      describe: { en: 'Only this host: every rule that stops it there', 'zh-CN': '仅此主机：列出全部阻止它的规则' },
    },
  },
  async run(args, context) {
    const { plan, estate, fleet, policy } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
    const expanded = expandFleet(fleet!.value);
    const workload = arg.string(args, 'workload');
    const host = arg.optional(args, 'host');
    const known = [...plan.value.placements, ...plan.value.unplaced, ...plan.value.omitted].map(
      (entry) => entry.workload,
    );
    unknown('workload', workload, known);
    if (host !== undefined)
      unknown(
        'host',
        host,
        expanded.hosts.map(({ id }) => id),
      );
    const request = {
      plan: plan.value,
      estate: estate!.value,
      fleet: expanded,
      ...(policy === undefined ? {} : { policy: policy.value }),
    };
    const explained = host === undefined ? explainPlan(request, workload) : explainPlan(request, workload, host);
    const placement = plan.value.placements.find((entry) => entry.workload === workload);
    const where = placement === undefined ? [workload] : [`${workload} -> ${placement.host}`];
    show(context, {
      data: explained,
      after: [
        'host' in explained
          ? hostExplanationText(explained, context.lang)
          : [...where, explanationText(explained, context.lang)].join(context.t({ en: '; ', 'zh-CN': '；' })),
        ...('host' in explained
          ? ruleClauses(
              explained.blocks.map(({ rule }) => rule),
              context.lang,
              plan.value.rules,
            )
          : explanationClauses(explained, context.lang, plan.value.rules)),
      ],
    });
    return exitCodes.done;

    function unknown(what: string, id: string, ids: readonly string[]): void {
      if (ids.includes(id)) return;
      const near = closest(id, ids);
      throw new UsageError(
        context.t({
          en: `no ${what} ${id} in this plan or its fleet${near ? `; did you mean ${near}?` : ''}`,
          'zh-CN': `规划及其资源池中没有 ${id}${near ? `；是否指 ${near}？` : ''}`,
        }),
      );
    }
  },
};
