import {
  type EstateInput,
  fleetFromSourceHosts,
  type ImportFormat,
  type ImportSummary,
  importEstate,
  importFormats,
  leftOutText,
  writeDocument,
} from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import type { Context } from '../../context.ts';
import { report } from '../../io/documents.ts';
import { readFiles, writeFileAtomic } from '../../io/files.ts';
import { show } from '../../views/output.ts';
import type { Row } from '../../views/table.ts';

export const estateImport: Command = {
  path: 'estate import',
  describe: { en: 'Read an inventory into an estate document', 'zh-CN': '把资产清单读入为 estate 文档' },
  positionals: [
    {
      name: 'files',
      required: true,
      variadic: true,
      describe: { en: 'Files or directories of the inventory', 'zh-CN': '清单文件或目录' },
    },
  ],
  options: {
    format: {
      type: 'string',
      choices: importFormats,
      describe: { en: 'Format; found out where absent', 'zh-CN': '格式；缺省时自动识别' },
    },
    out: {
      type: 'string',
      alias: 'o',
      default: 'estate.yaml',
      describe: { en: 'Estate document to write; - for stdout', 'zh-CN': '写出的 estate 文档；- 表示标准输出' },
    },
    'fleet-out': {
      type: 'string',
      describe: { en: 'Also write the source hosts as a fleet document', 'zh-CN': '同时把源主机写成 fleet 文档' },
    },
    name: { type: 'string', describe: { en: 'Name of the estate', 'zh-CN': 'estate 名称' } },
  },
  examples: ['estate import --format rvtools export/ -o estate.yaml'],
  async run(args, context) {
    const files = readFiles(context.io.cwd, arg.list(args, 'files'));
    const result = await importEstate(arg.optional(args, 'format') as ImportFormat | undefined, files);
    report(context, result.diagnostics);
    const imported = result.estate;
    if (imported === undefined) return exitCodes.usage;
    const name = arg.optional(args, 'name');
    const estate = name === undefined ? imported : { ...imported, name };
    const out = arg.string(args, 'out');
    const text = writeDocument(estate, 'yaml');
    if (out === '-') context.io.stdout.write(text);
    else writeFileAtomic(context.io.cwd, out, text);
    const fleetOut = arg.optional(args, 'fleet-out');
    if (fleetOut !== undefined)
      writeFileAtomic(context.io.cwd, fleetOut, writeDocument(fleetFromSourceHosts(estate), 'yaml'));
    if (out !== '-') {
      showSummary(context, result.summary, out, estate.workloads.length);
      sayNext(context, estate, out, fleetOut);
    }
    return result.diagnostics.some(({ severity }) => severity === 'error') ? exitCodes.error : exitCodes.done;
  },
};

function showSummary(context: Context, summary: ImportSummary, out: string, workloads: number): void {
  show(context, {
    data: { out, workloads, ...summary },
    table: {
      columns: [
        { key: 'file', title: context.t({ en: 'FILE', 'zh-CN': '文件' }) },
        { key: 'table', title: context.t({ en: 'TABLE', 'zh-CN': '表' }) },
        { key: 'rows', title: context.t({ en: 'READ', 'zh-CN': '读取' }), align: 'right' },
        { key: 'used', title: context.t({ en: 'USED', 'zh-CN': '采用' }), align: 'right' },
        { key: 'leftOut', title: context.t({ en: 'LEFT OUT', 'zh-CN': '未采用' }) },
      ],
      rows: summary.tables.map(
        (table): Row => ({
          file: table.file,
          table: table.table,
          rows: table.rows,
          used: table.used,
          leftOut: table.leftOut.map(({ reason, count }) => `${count} ${leftOutText(reason, context.lang)}`).join('; '),
        }),
      ),
    },
    after: [
      ...(summary.ignoredFields.length > 0
        ? [
            context.t({
              en: `${summary.ignoredFields.length} fields were present and not used: ${summary.ignoredFields.slice(0, 8).join(', ')}${summary.ignoredFields.length > 8 ? ', ... (all with --output json)' : ''}`,
              'zh-CN': `有 ${summary.ignoredFields.length} 个字段存在但未使用：${summary.ignoredFields.slice(0, 8).join('、')}${summary.ignoredFields.length > 8 ? ' 等（--output json 查看全部）' : ''}`,
            }),
          ]
        : []),
      context.t({
        en: `${workloads} workloads written to ${out}`,
        'zh-CN': `已将 ${workloads} 个工作负载写入 ${out}`,
      }),
    ],
  });
}

function sayNext(context: Context, estate: EstateInput, out: string, fleetOut: string | undefined): void {
  if (fleetOut !== undefined && (estate.sourceHosts ?? []).length === 0) {
    context.say({
      en: `The inventory names no hosts: ${fleetOut} has none`,
      'zh-CN': `清单中没有主机：${fleetOut} 不含任何主机`,
    });
  }
  const next = `yunqian plan create ${out} ${fleetOut ?? 'fleet.yaml'}`;
  context.say(
    estate.workloads.length > 0
      ? { en: `Next: ${next}`, 'zh-CN': `下一步：${next}` }
      : {
          en: 'There is nothing to place: these files name no workload with its size; import them together with the listing of machines',
          'zh-CN': '没有可放置的内容：这些文件中没有带规格的工作负载；请与机器清单一并导入',
        },
  );
}
