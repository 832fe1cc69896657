import { join } from 'node:path';
import { expandFleet } from '@yunqian/hw-model';
import { type ExportFormat, exportFormats, exportPlan } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadWithInputs } from '../../io/documents.ts';
import { writeFileAtomic } from '../../io/files.ts';
import { show } from '../../views/output.ts';

export const planExport: Command = {
  path: 'plan export',
  describe: {
    en: 'Write a plan for other tools: csv, OpenStack CLI, Terraform, Kubernetes',
    'zh-CN': '导出规划供其他工具使用：csv、OpenStack CLI、Terraform、Kubernetes',
  },
  positionals: [{ name: 'plan', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } }],
  options: {
    format: { type: 'string', choices: exportFormats, required: true, describe: { en: 'Format', 'zh-CN': '格式' } },
    out: {
      type: 'string',
      alias: 'o',
      default: 'export',
      describe: { en: 'Directory to write into', 'zh-CN': '写出目录' },
    },
  },
  examples: ['plan export plan.json --format terraform -o terraform/'],
  async run(args, context) {
    const { plan, estate, fleet } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
    const out = arg.string(args, 'out');
    const { files, leftOut } = exportPlan(arg.string(args, 'format') as ExportFormat, {
      plan: plan.value,
      estate: estate!.value,
      fleet: expandFleet(fleet!.value),
    });
    for (const { name, text } of files) writeFileAtomic(context.io.cwd, join(out, name), text);
    show(context, {
      data: { out, files: files.map(({ name }) => name), leftOut },
      after: files.map(({ name }) => join(out, name)),
    });
    if (leftOut.length > 0) {
      context.say({
        en: `${leftOut.length} of ${plan.value.placements.length} placements are not in this format; ${join(out, 'not-exported.csv')} says why`,
        'zh-CN': `${plan.value.placements.length} 项放置中有 ${leftOut.length} 项不在此格式中；原因见 ${join(out, 'not-exported.csv')}`,
      });
    }
    return exitCodes.done;
  },
};
