import { describe } from '../../diagnostic/describe.ts';
import type { WaveExportInput } from './wave-export.ts';
import { waveRows } from './wave-rows.ts';

export interface WaveTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The schedule as tables, for spreadsheets: waves, groups, workloads, assessments, findings. Reasons in both languages. */
export function waveTables(input: WaveExportInput): WaveTable[] {
  const { waves } = input;
  const groups = new Map(waves.groups.map((group) => [group.id, group]));
  const both = (code: string, params: Record<string, string | number>): [string, string] => [
    describe(code, params, 'en').text,
    describe(code, params, 'zh-CN').text,
  ];
  const all = <T extends { code: string; params: Record<string, string | number> }>(reasons: readonly T[]): string[] =>
    (['en', 'zh-CN'] as const).map((lang) =>
      reasons.map(({ code, params }) => describe(code, params, lang).text).join(lang === 'en' ? '; ' : '；'),
    );
  return [
    {
      name: 'waves',
      header: ['wave', 'name', '名称', 'pilot', 'start', 'end', 'rollbackUntil', 'groups', 'workloads', 'sizeGiB'],
      rows: waves.waves.map((wave) => {
        const own = wave.groups.flatMap((id) => groups.get(id) ?? []);
        return [
          wave.id,
          wave.name,
          wave.nameZh ?? '',
          wave.pilot ? 'yes' : 'no',
          wave.start,
          wave.end,
          wave.rollback?.until ?? '',
          own.length,
          own.reduce((sum, group) => sum + group.workloads.length, 0),
          Math.round(own.reduce((sum, group) => sum + group.sizeGiB, 0)),
        ];
      }),
    },
    {
      name: 'groups',
      header: [
        'group',
        'wave',
        'systems',
        'workloads',
        'sizeGiB',
        'changeMbps',
        'link',
        'bandwidthMbps',
        'method',
        'team',
        'seedStart',
        'seedEnd',
        'cutoverStart',
        'cutoverEnd',
        'after',
        'why together',
        '成组原因',
      ],
      rows: waves.activities.map((activity) => {
        const group = groups.get(activity.group);
        return [
          activity.group,
          activity.wave,
          group?.systems.join(' ') ?? '',
          group?.workloads.length ?? 0,
          group?.sizeGiB ?? 0,
          group?.changeMbps ?? 0,
          activity.link,
          activity.bandwidthMbps,
          activity.method ?? 'warm',
          activity.team ?? '',
          activity.seedStart,
          activity.seedEnd,
          activity.cutoverStart,
          activity.cutoverEnd,
          group?.after.join(' ') ?? '',
          ...all(group?.reasons ?? []),
        ];
      }),
    },
    {
      name: 'workloads',
      header: [
        'workload',
        'name',
        'kind',
        'tenant',
        'system',
        'component',
        'group',
        'wave',
        'cutoverStart',
        'sourceHost',
        'targetHost',
      ],
      rows: waveRows(input).map(({ workload, source, system, group, wave, activity, host }) => [
        workload,
        source.name ?? '',
        source.kind,
        system?.tenant ?? '',
        source.system ?? '',
        source.component ?? '',
        group.id,
        wave.id,
        activity.cutoverStart,
        source.sourceHost ?? '',
        host,
      ]),
    },
    {
      name: 'assessments',
      header: [
        'subject',
        'group',
        'strategy',
        'method',
        'difficulty',
        'points',
        'why',
        '原因',
        'confidence',
        'missing',
      ],
      rows: (waves.assessments ?? []).map((assessment) => [
        assessment.subject,
        assessment.group,
        assessment.strategy,
        assessment.method,
        assessment.difficulty,
        assessment.points,
        ...all(assessment.reasons),
        assessment.confidence,
        assessment.missing.join(' '),
      ]),
    },
    {
      name: 'findings',
      header: ['subject', 'group', 'status', 'code', 'what', '内容', 'waivedBy', 'waivedUntil'],
      rows: (waves.findings ?? []).map(({ subject, group, status, code, params, waiver }) => [
        subject,
        group,
        status,
        code,
        ...both(code, params),
        waiver?.by ?? '',
        waiver?.until ?? '',
      ]),
    },
  ];
}
