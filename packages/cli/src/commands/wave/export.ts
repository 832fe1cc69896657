import { join } from 'node:path';
import { exportWaves, type WaveExportFormat, waveExportFormats } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadWithInputs } from '../../io/documents.ts';
import { writeFileAtomic } from '../../io/files.ts';
import { show } from '../../views/output.ts';

const shownLeftOut = 5;

export const waveExport: Command = {
  path: 'wave export',
  describe: {
    en: 'Write waves for other tools: csv, xlsx, iCalendar, Forklift, HCX, AWS MGN, Azure Migrate',
    'zh-CN': '导出波次供其他工具使用：csv、xlsx、iCalendar、Forklift、HCX、AWS MGN、Azure Migrate',
  },
  positionals: [{ name: 'waves', required: true, describe: { en: 'Wave document', 'zh-CN': '波次文档' } }],
  options: {
    format: {
      type: 'string',
      choices: waveExportFormats,
      required: true,
      describe: { en: 'Format', 'zh-CN': '格式' },
    },
    out: {
      type: 'string',
      alias: 'o',
      default: 'export',
      describe: { en: 'Directory to write into', 'zh-CN': '写出目录' },
    },
  },
  examples: [
    'wave export waves.json --format ics -o calendar/',
    'wave export waves.json --format forklift -o forklift/',
  ],
  async run(args, context) {
    const { waves, plan, estate } = loadWithInputs(context, 'waves', arg.string(args, 'waves'), []);
    const out = arg.string(args, 'out');
    const { files, leftOut } = await exportWaves(arg.string(args, 'format') as WaveExportFormat, {
      waves: waves.value,
      plan: plan!.value,
      estate: estate!.value,
    });
    for (const { name, content } of files) writeFileAtomic(context.io.cwd, join(out, name), content);
    show(context, {
      data: { out, files: files.map(({ name }) => name), leftOut },
      after: files.map(({ name }) => join(out, name)),
    });
    if (leftOut.length > 0) {
      const first = leftOut
        .slice(0, shownLeftOut)
        .map(({ workload, reason }) => `${workload} (${reason})`)
        .join(', ');
      context.say({
        en: `${leftOut.length} workloads are not in this format: ${first}${leftOut.length > shownLeftOut ? ', ...' : ''}`,
        'zh-CN': `${leftOut.length} 个工作负载不在此格式中：${first}${leftOut.length > shownLeftOut ? '……' : ''}`,
      });
    }
    return exitCodes.done;
  },
};
