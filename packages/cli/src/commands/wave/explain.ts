import { describe, type MoveGroup, type Waves } from '@yunqian/planner';
import { closest } from '../../closest.ts';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import type { Context } from '../../context.ts';
import { loadDocuments } from '../../io/documents.ts';
import { show } from '../../views/output.ts';
import { confidenceName, difficultyName, findingStatus } from '../../views/wave-words.ts';

export const waveExplain: Command = {
  path: 'wave explain',
  describe: {
    en: 'Why a system moves with whom it moves, when, and how hard it is',
    'zh-CN': '解释某个系统为何与这些系统一起迁移、何时迁移、难度如何',
  },
  positionals: [
    { name: 'waves', required: true, describe: { en: 'Wave document', 'zh-CN': '波次文档' } },
    {
      name: 'subject',
      required: true,
      describe: { en: 'Move group, system or workload', 'zh-CN': '迁移组、系统或工作负载' },
    },
  ],
  examples: ['wave explain waves.json portal'],
  async run(args, context) {
    const waves = loadDocuments(context, [arg.string(args, 'waves')], ['waves']).waves!.value;
    const group = groupOf(context, waves, arg.string(args, 'subject'));
    const activity = waves.activities.find((candidate) => candidate.group === group.id);
    const refusal = waves.unscheduled.find((candidate) => candidate.group === group.id)?.reason;
    const assessments = (waves.assessments ?? []).filter((assessment) => assessment.group === group.id);
    const findings = (waves.findings ?? []).filter((finding) => finding.group === group.id);
    const waiting = waves.groups.filter(({ after }) => after.includes(group.id)).map(({ id }) => id);
    const text = ({ code, params }: { code: string; params: Record<string, string | number> }): string =>
      describe(code, params, context.lang).text;
    const t = (en: string, zh: string): string => context.t({ en, 'zh-CN': zh });
    show(context, {
      data: { group, activity: activity ?? null, refusal: refusal ?? null, waiting, assessments, findings },
      after: [
        `${group.id}: ${t(`${group.systems.length} systems, ${group.workloads.length} workloads, ${Math.round(group.sizeGiB)} GiB`, `${group.systems.length} 个系统，${group.workloads.length} 个工作负载，${Math.round(group.sizeGiB)} GiB`)}`,
        activity === undefined
          ? `${t('Not scheduled', '未排期')}: ${refusal === undefined ? '-' : text(refusal)}`
          : t(
              `Wave ${activity.wave}: copy ${activity.seedStart} .. ${activity.seedEnd} over ${activity.link}, cutover ${activity.cutoverStart}`,
              `波次 ${activity.wave}：经 ${activity.link} 复制 ${activity.seedStart} .. ${activity.seedEnd}，割接 ${activity.cutoverStart}`,
            ),
        ...section(t('Together because', '一起迁移的原因'), [
          ...group.reasons.map(text),
          ...(group.reasons.length === 0
            ? [t('it is one system; nothing ties others to it both ways', '单一系统，没有与其他系统双向绑定')]
            : []),
        ]),
        ...section(
          t('Cut apart', '割裂的依赖'),
          (group.cuts ?? []).map(
            ({ from, to, group: other, bandwidthMbps }) => `${from} -> ${to} (${other}, ${bandwidthMbps} Mbit/s)`,
          ),
        ),
        ...section(t('After, as it uses them', '在其依赖之后'), group.after),
        ...section(t('Before, as they use it', '在依赖它的组之前'), waiting),
        ...section(
          t('Difficulty', '难度'),
          assessments.flatMap(({ subject, difficulty, points, confidence, reasons, missing }) => [
            `${subject}: ${context.t(difficultyName[difficulty])} (${points}); ${t('data confidence', '数据可信度')} ${context.t(confidenceName[confidence])}${missing.length > 0 ? `, ${t('not known', '未知')} ${missing.join(' ')}` : ''}`,
            ...reasons.map((reason) => `  +${reason.points} ${text(reason)}`),
          ]),
        ),
        ...section(
          t('Readiness', '就绪检查'),
          findings.map((finding) => `${context.t(findingStatus[finding.status])} ${finding.code} ${text(finding)}`),
        ),
      ],
    });
    return exitCodes.done;
  },
};

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function groupOf(context: Context, { groups }: Waves, name: string): MoveGroup {
  const group =
    groups.find(({ id }) => id === name) ??
    groups.find(({ systems }) => systems.includes(name)) ??
    groups.find(({ workloads }) => workloads.includes(name));
  if (group !== undefined) return group;
  const near = closest(name, [
    ...new Set(groups.flatMap(({ id, systems, workloads }) => [id, ...systems, ...workloads])),
  ]);
  throw new UsageError(
    context.t({
      en: `no move group, system or workload ${name}${near ? `; did you mean ${near}?` : ''}`,
      'zh-CN': `没有迁移组、系统或工作负载 ${name}${near ? `；是否指 ${near}？` : ''}`,
    }),
  );
}
