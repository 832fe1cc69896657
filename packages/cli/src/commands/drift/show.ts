import { expandFleet } from '@yunqian/hw-model';
import { defaultPolicy, findDrift, lower } from '@yunqian/planner';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { loadDocuments, loadWithInputs } from '../../io/documents.ts';
import { show } from '../../views/output.ts';
import type { Row } from '../../views/table.ts';

export const driftShow: Command = {
  path: 'drift show',
  describe: {
    en: 'How a live inventory differs from a plan, and the moves back; exit code 5 if it does',
    'zh-CN': '现网与规划的偏差及恢复所需的迁移；有偏差时退出码为 5',
  },
  positionals: [
    { name: 'plan', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } },
    {
      name: 'live',
      required: true,
      describe: {
        en: 'Estate of the live inventory: what `estate import` made of it',
        'zh-CN': '现网清单：由 `estate import` 生成的 estate 文档',
      },
    },
  ],
  options: {
    host: {
      type: 'string',
      describe: {
        en: 'LIVE=ID,...: hosts of the inventory and their ids in the fleet',
        'zh-CN': '现网主机名=fleet 中的主机 id，多个以逗号分隔',
      },
    },
  },
  examples: ['drift show plan.json live.yaml --host esx-07=city/meilin/room-1/r-02/h-03'],
  async run(args, context) {
    const { plan, estate, fleet, policy } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
    const live = loadDocuments(context, [arg.string(args, 'live')], ['estate']).estate!;
    const names = new Map(
      (arg.optional(args, 'host')?.split(',') ?? []).map((pair): [string, string] => {
        const at = pair.indexOf('=');
        if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
        throw new UsageError(
          context.t({ en: `--host ${pair}: write LIVE=ID`, 'zh-CN': `--host ${pair}：应写作 现网名=ID` }),
        );
      }),
    );
    const lowered = lower(estate!.value, expandFleet(fleet!.value), policy?.value ?? defaultPolicy);
    const drift = await findDrift(plan.value, lowered, live.value, names);
    const what = {
      elsewhere: context.t({ en: 'elsewhere', 'zh-CN': '不在规划主机' }),
      astray: context.t({ en: 'unknown host', 'zh-CN': '未知主机' }),
      missing: context.t({ en: 'not running', 'zh-CN': '未运行' }),
      unknown: context.t({ en: 'not in the plan', 'zh-CN': '规划外' }),
      resized: context.t({ en: 'resized', 'zh-CN': '规格变化' }),
    };
    const size = ({ vcpus, memMiB }: { vcpus: number; memMiB: number }) => `${vcpus} vCPU ${memMiB} MiB`;
    const rows: Row[] = [
      ...drift.elsewhere.map((one): Row => ({ what: what.elsewhere, ...one })),
      ...drift.astray.map((one): Row => ({ what: what.astray, ...one })),
      ...drift.missing.map((one): Row => ({ what: what.missing, ...one, live: '' })),
      ...drift.unknown.map((one): Row => ({ what: what.unknown, ...one, planned: '' })),
      ...drift.resized.map(
        (one): Row => ({
          what: what.resized,
          workload: one.workload,
          planned: size(one.planned),
          live: size(one.live),
        }),
      ),
    ];
    const moves = drift.moves.flat().length;
    show(context, {
      data: drift,
      before: [
        context.t({
          en: `${rows.length} differences; ${moves} moves in ${drift.moves.length} steps lead back to the plan`,
          'zh-CN': `共 ${rows.length} 处偏差；${drift.moves.length} 步共 ${moves} 次迁移可恢复到规划`,
        }),
      ],
      table: {
        columns: [
          { key: 'what', title: context.t({ en: 'DRIFT', 'zh-CN': '偏差' }) },
          { key: 'workload', title: context.t({ en: 'WORKLOAD', 'zh-CN': '工作负载' }) },
          { key: 'planned', title: context.t({ en: 'PLANNED', 'zh-CN': '规划' }) },
          { key: 'live', title: context.t({ en: 'LIVE', 'zh-CN': '现网' }) },
        ],
        rows,
      },
    });
    return rows.length > 0 ? exitCodes.changes : exitCodes.done;
  },
};
