import { dimensionName, explanationText, findRequirement, type Plan, reasonName } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import type { Context } from '../../context.ts';
import { loadDocuments } from '../../io/documents.ts';
import { type Output, show } from '../../views/output.ts';
import { showPlan } from '../../views/plan.ts';
import type { Column, Row } from '../../views/table.ts';

const parts = [
  'summary',
  'placements',
  'hosts',
  'unplaced',
  'violations',
  'rules',
  'network',
  'assumptions',
  'omitted',
  'moves',
] as const;
type Part = (typeof parts)[number];

export const planShow: Command = {
  path: 'plan show',
  describe: { en: 'Show a plan, or one part of it', 'zh-CN': '显示规划或其中一部分' },
  positionals: [
    {
      name: 'plan',
      describe: {
        en: 'Plan document; default: the one in this directory',
        'zh-CN': '规划文档；缺省为当前目录中的文档',
      },
    },
  ],
  options: {
    what: {
      type: 'string',
      choices: parts,
      default: 'summary',
      describe: { en: 'Part to show', 'zh-CN': '要显示的部分' },
    },
  },
  async run(args, context) {
    const file = arg.optional(args, 'plan');
    const { plan } = loadDocuments(context, file === undefined ? [] : [file], ['plan']);
    const what = arg.string(args, 'what') as Part;
    if (what === 'summary') showPlan(context, plan!.value, plan!.path);
    else {
      const output = partOutput(context, plan!.value, what);
      show(context, output);
      if (output.table?.rows.length === 0) context.say({ en: `no ${what}`, 'zh-CN': '无' });
    }
    return exitCodes.done;
  },
};

function partOutput(context: Context, plan: Plan, what: Exclude<Part, 'summary'>): Output {
  const column = (key: string, en: string, zh: string, align?: 'right'): Column => ({
    key,
    title: context.t({ en, 'zh-CN': zh }),
    ...(align ? { align } : {}),
  });
  const percent = (used: number, capacity: number): string =>
    capacity > 0 ? `${((used / capacity) * 100).toFixed(0)} %` : '-';
  switch (what) {
    case 'placements':
      return {
        data: plan.placements,
        table: {
          columns: [
            column('workload', 'WORKLOAD', '工作负载'),
            column('host', 'HOST', '主机'),
            column('pools', 'POOLS', '存储池'),
          ],
          rows: plan.placements.map(
            ({ workload, host, volumes }): Row => ({
              workload,
              host,
              pools: [...new Set(volumes.map(({ pool }) => pool))].join(' '),
            }),
          ),
        },
      };
    case 'hosts':
      return {
        data: plan.utilisation.hosts,
        table: {
          columns: [
            column('host', 'HOST', '主机'),
            column('workloads', 'WORKLOADS', '工作负载', 'right'),
            ...plan.utilisation.dimensions.map((dimension) =>
              column(dimension, dimensionName(dimension, 'en'), dimensionName(dimension, 'zh-CN'), 'right'),
            ),
          ],
          rows: plan.utilisation.hosts.map(
            ({ host, workloads, used, capacity }): Row => ({
              host,
              workloads,
              ...Object.fromEntries(
                plan.utilisation.dimensions.map((dimension, i) => [dimension, percent(used[i]!, capacity[i]!)]),
              ),
            }),
          ),
        },
      };
    case 'unplaced':
      return {
        data: plan.unplaced,
        table: {
          columns: [column('workload', 'WORKLOAD', '工作负载'), column('why', 'WHY', '原因')],
          rows: plan.unplaced.map(
            (unplaced): Row => ({ workload: unplaced.workload, why: explanationText(unplaced, context.lang) }),
          ),
        },
      };
    case 'violations':
      return {
        data: plan.violations,
        table: {
          columns: [
            column('rule', 'RULE', '规则'),
            column('mode', 'MODE', '类型'),
            column('amount', 'AMOUNT', '超出', 'right'),
            column('where', 'WHERE', '位置'),
            column('workloads', 'WORKLOADS', '工作负载'),
            column('clause', 'CLAUSE', '条款'),
          ],
          rows: plan.violations.map(
            (violation): Row => ({
              rule: violation.rule,
              mode: violation.mode,
              amount: `${violation.amount}${violation.dimension === undefined ? '' : ` ${violation.dimension}`}`,
              where: violation.host ?? violation.domain ?? violation.group ?? '',
              workloads: violation.workloads.join(' '),
              clause: plan.rules?.find(({ id }) => id === violation.rule)?.clause ?? '',
            }),
          ),
        },
      };
    case 'rules':
      return {
        data: plan.rules ?? [],
        table: {
          columns: [
            column('rule', 'RULE', '规则'),
            column('mode', 'MODE', '类型'),
            column('requirement', 'REQ', '要求'),
            column('clause', 'CLAUSE', '条款'),
            column('text', 'WHAT IT ASKS', '内容'),
          ],
          rows: (plan.rules ?? []).map(
            ({ id, mode, requirement = '', clause = '' }): Row => ({
              rule: reasonName(id, context.lang),
              mode,
              requirement,
              clause,
              text: findRequirement(requirement)?.text[context.lang] ?? '',
            }),
          ),
        },
      };
    case 'network': {
      const network = plan.utilisation.network ?? [];
      return {
        data: network,
        table: {
          columns: [
            column('kind', 'KIND', '类型'),
            column('id', 'ID', '标识'),
            column('used', 'PLANNED', '规划', 'right'),
            column('limit', 'LIMIT', '上限', 'right'),
            column('share', 'USED', '占用', 'right'),
          ],
          rows: network.map(
            ({ kind, id, used, limit }): Row => ({
              kind,
              id,
              used: Math.round(used),
              limit,
              share: percent(used, limit),
            }),
          ),
        },
      };
    }
    case 'assumptions':
      return {
        data: plan.assumptions,
        table: {
          columns: [
            column('subject', 'ASSUMED FOR', '假定对象'),
            column('field', 'FIGURE', '数据项'),
            column('value', 'VALUE', '值'),
            column('reason', 'REASON', '原因'),
          ],
          rows: plan.assumptions.map((assumption): Row => ({ ...assumption })),
        },
      };
    case 'omitted':
      return {
        data: plan.omitted,
        table: {
          columns: [column('workload', 'WORKLOAD', '工作负载'), column('reason', 'REASON', '原因')],
          rows: plan.omitted.map((omitted): Row => ({ ...omitted })),
        },
      };
    case 'moves':
      return {
        data: plan.moves ?? null,
        table: {
          columns: [
            column('step', 'STEP', '步骤', 'right'),
            column('workload', 'WORKLOAD', '工作负载'),
            column('from', 'FROM', '原主机'),
            column('to', 'TO', '目标主机'),
          ],
          rows: (plan.moves?.steps ?? []).flatMap((moves, step) =>
            moves.map(
              ({ workload, from, to }): Row => ({ step: step + 1, workload, from: from ?? '-', to: to ?? '-' }),
            ),
          ),
        },
      };
  }
}
