import { expandFleet } from '@yunqian/hw-model';
import { planRows, type WaveTable, waveTables, workbook } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import type { LoadedDocuments } from '../../io/documents.ts';
import { writeFileAtomic } from '../../io/files.ts';
import { show } from '../../views/output.ts';
import { loadPlanOrWaves } from './html.ts';

export const reportXlsxCommand: Command = {
  path: 'report xlsx',
  describe: { en: 'A workbook of the plan, and of the waves', 'zh-CN': '生成规划与波次的工作簿' },
  positionals: [
    { name: 'document', required: true, describe: { en: 'Plan or wave document', 'zh-CN': '规划或波次文档' } },
  ],
  options: {
    out: {
      type: 'string',
      alias: 'o',
      default: 'report.xlsx',
      describe: { en: 'File to write', 'zh-CN': '写出的文件' },
    },
  },
  examples: ['report xlsx waves.json -o report.xlsx'],
  async run(args, context) {
    const loaded = loadPlanOrWaves(context, arg.string(args, 'document'));
    const { waves, plan, estate } = loaded;
    const tables = [
      ...planTables(loaded),
      ...(waves === undefined
        ? []
        : waveTables({ waves: waves.value, plan: plan!.value, estate: estate!.value }).map((table) => ({
            ...table,
            name: table.name === 'workloads' ? 'moves' : table.name,
          }))),
    ];
    const out = arg.string(args, 'out');
    const bytes = await workbook(tables);
    writeFileAtomic(context.io.cwd, out, bytes);
    show(context, {
      data: { out, bytes: bytes.length, sheets: tables.map(({ name }) => name) },
      after: [`${out}: ${tables.map(({ name, rows }) => `${name} ${rows.length}`).join(', ')}`],
    });
    return exitCodes.done;
  },
};

function planTables({ plan, estate, fleet }: LoadedDocuments): WaveTable[] {
  const { dimensions, hosts } = plan!.value.utilisation;
  return [
    {
      name: 'placements',
      header: ['workload', 'name', 'tenant', 'system', 'component', 'host', 'site', 'rack', 'zone', 'vcpus', 'memMiB'],
      rows: planRows(plan!.value, estate!.value, expandFleet(fleet!.value)).map(
        ({ workload, source, system, host }) => [
          workload,
          source.name ?? '',
          system?.tenant ?? '',
          source.system ?? '',
          source.component ?? '',
          host.id,
          host.site,
          host.rack,
          host.zone,
          source.vcpus,
          source.memMiB,
        ],
      ),
    },
    {
      name: 'hosts',
      header: [
        'host',
        'workloads',
        ...dimensions.flatMap((dimension) => [`${dimension} used`, `${dimension} capacity`]),
      ],
      rows: hosts.map(({ host, workloads, used, capacity }) => [
        host,
        workloads,
        ...dimensions.flatMap((_, i) => [used[i]!, capacity[i]!]),
      ]),
    },
    {
      name: 'unplaced',
      header: ['workload', 'verdict'],
      rows: plan!.value.unplaced.map(({ workload, verdict }) => [workload, verdict]),
    },
  ];
}
