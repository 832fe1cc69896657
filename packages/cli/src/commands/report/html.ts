import { expandFleet } from '@yunqian/hw-model';
import { reportHtml } from '@yunqian/report';
import { type RunView, viewOf } from '@yunqian/runbook';
import { type Args, arg, type Command, exitCodes } from '../../command.ts';
import type { Context } from '../../context.ts';
import { type Loaded, type LoadedDocuments, loadDocuments, loadWithInputs } from '../../io/documents.ts';
import { exists, writeFileAtomic } from '../../io/files.ts';
import { show } from '../../views/output.ts';
import { journalOptions, journalPath, withJournal } from '../run/journal.ts';

export const reportHtmlCommand: Command = {
  path: 'report html',
  describe: {
    en: 'One HTML file with the plan, the waves and their runs',
    'zh-CN': '生成包含规划、波次与执行情况的单个 HTML 文件',
  },
  positionals: [
    { name: 'document', required: true, describe: { en: 'Plan or wave document', 'zh-CN': '规划或波次文档' } },
  ],
  options: {
    out: {
      type: 'string',
      alias: 'o',
      default: 'report.html',
      describe: { en: 'File to write', 'zh-CN': '写出的文件' },
    },
    ...journalOptions,
  },
  examples: ['report html waves.json -o report.html'],
  async run(args, context) {
    const { plan, estate, fleet, waves, programme } = loadPlanOrWaves(context, arg.string(args, 'document'));
    const runs = waves === undefined ? [] : await runsOf(args, context, waves.sha256);
    const out = arg.string(args, 'out');
    const html = reportHtml({
      plan: plan!.value,
      fleet: expandFleet(fleet!.value),
      estate: estate!.value,
      ...(waves === undefined ? {} : { waves: waves.value }),
      ...(programme === undefined ? {} : { programme: programme.value }),
      runs,
      lang: context.lang,
    });
    writeFileAtomic(context.io.cwd, out, html);
    show(context, {
      data: { out, bytes: Buffer.byteLength(html) },
      after: [
        context.t({
          en: `${out}: ${Math.round(Buffer.byteLength(html) / 1024)} KiB`,
          'zh-CN': `${out}：${Math.round(Buffer.byteLength(html) / 1024)} KiB`,
        }),
      ],
    });
    return exitCodes.done;
  },
};

/** A plan with its inputs, or waves with theirs and the plan's. */
export function loadPlanOrWaves(context: Context, path: string): LoadedDocuments {
  const named = loadDocuments(context, [path], [], ['plan', 'waves']);
  if (named.waves === undefined) return loadWithInputs(context, 'plan', path, []);
  const waves = loadWithInputs(context, 'waves', path, []);
  return { ...loadWithInputs(context, 'plan', (waves.plan as Loaded<'plan'>).path, []), ...waves };
}

/** Runs of exactly this wave document; none where there is no journal. */
async function runsOf(args: Args, context: Context, inputSha256: string): Promise<RunView[]> {
  if (!exists(context.io.cwd, journalPath(args, context))) return [];
  const views = await withJournal(args, context, (store) => store.runs().map(({ run }) => viewOf(store.read(run))));
  return views.filter((view) => view.inputSha256 === inputSha256);
}
