import type { Estate } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';
import type { Row } from '../../views/table.ts';

const groupings = ['tenant', 'system', 'zone', 'kind'] as const;

export const estateShow: Command = {
  path: 'estate show',
  describe: { en: 'What an estate holds, summed', 'zh-CN': '按分组汇总 estate 的内容' },
  positionals: [
    {
      name: 'file',
      describe: {
        en: 'Estate document; default: the one in this directory',
        'zh-CN': 'estate 文档；缺省为当前目录中的文档',
      },
    },
  ],
  options: {
    by: { type: 'string', choices: groupings, default: 'tenant', describe: { en: 'Grouping', 'zh-CN': '分组方式' } },
  },
  async run(args, context) {
    const file = arg.optional(args, 'file');
    const estate = loadDocuments(context, file === undefined ? [] : [file], ['estate']).estate!.value;
    const rows = estateRows(estate, arg.string(args, 'by') as (typeof groupings)[number]);
    show(context, {
      data: rows,
      table: {
        columns: [
          { key: 'group', title: arg.string(args, 'by').toUpperCase() },
          { key: 'workloads', title: context.t({ en: 'WORKLOADS', 'zh-CN': '工作负载' }), align: 'right' },
          { key: 'vcpus', title: 'VCPUS', align: 'right' },
          { key: 'memGiB', title: context.t({ en: 'MEM GiB', 'zh-CN': '内存 GiB' }), align: 'right' },
          { key: 'volumeGiB', title: context.t({ en: 'VOLUME GiB', 'zh-CN': '卷 GiB' }), align: 'right' },
        ],
        rows,
      },
    });
    return exitCodes.done;
  },
};

function estateRows(estate: Estate, by: (typeof groupings)[number]): Row[] {
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const sums = new Map<string, { workloads: number; vcpus: number; memMiB: number; volumeGiB: number }>();
  const total = { workloads: 0, vcpus: 0, memMiB: 0, volumeGiB: 0 };
  for (const workload of estate.workloads) {
    const system = systems.get(workload.system ?? '');
    const group =
      { tenant: system?.tenant, system: workload.system, zone: workload.zone ?? system?.zone, kind: workload.kind }[
        by
      ] ?? '-';
    const sum = sums.get(group) ?? { workloads: 0, vcpus: 0, memMiB: 0, volumeGiB: 0 };
    sums.set(group, sum);
    for (const target of [sum, total]) {
      target.workloads += workload.count;
      target.vcpus += workload.count * workload.vcpus;
      target.memMiB += workload.count * workload.memMiB;
      target.volumeGiB += workload.count * workload.volumes.reduce((gib, volume) => gib + volume.sizeGiB, 0);
    }
  }
  const row = (group: string, sum: typeof total): Row => ({
    group,
    workloads: sum.workloads,
    vcpus: sum.vcpus,
    memGiB: Math.round(sum.memMiB / 1024),
    volumeGiB: Math.round(sum.volumeGiB),
  });
  return [...[...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, sum]) => row(group, sum)), row('=', total)];
}
