import { describe, type Wave, type Waves, waveName } from '@yunqian/planner';
import { closest } from '../closest.ts';
import { UsageError } from '../command.ts';
import type { Context } from '../context.ts';
import { show } from './output.ts';
import { difficultyName } from './wave-words.ts';

/** All waves, one row each, with the schedule's length beside its bound. */
export function showWaves(context: Context, waves: Waves, path: string): void {
  const { summary } = waves;
  const workloadsOf = new Map(waves.groups.map((group) => [group.id, group.workloads.length]));
  const sizeOf = new Map(waves.groups.map((group) => [group.id, group.sizeGiB]));
  const sum = (ids: readonly string[], of: ReadonlyMap<string, number>): number =>
    ids.reduce((total, id) => total + (of.get(id) ?? 0), 0);
  show(context, {
    data: { path, summary, waves: waves.waves, unscheduled: waves.unscheduled },
    before: [
      context.t({
        en: `${summary.groups} move groups (${summary.workloads} workloads) in ${summary.waves} waves; ends ${summary.end ?? '-'}; ${Math.round(summary.hours)} h, bound ${Math.round(summary.lowerBoundHours)} h; ${waves.unscheduled.length} unscheduled`,
        'zh-CN': `${summary.groups} 个迁移组（${summary.workloads} 个工作负载），${summary.waves} 个波次；结束于 ${summary.end ?? '-'}；${Math.round(summary.hours)} 小时，下界 ${Math.round(summary.lowerBoundHours)} 小时；未排期 ${waves.unscheduled.length} 个`,
      }),
    ],
    table: {
      columns: [
        { key: 'wave', title: context.t({ en: 'WAVE', 'zh-CN': '波次' }) },
        { key: 'name', title: context.t({ en: 'NAME', 'zh-CN': '名称' }) },
        { key: 'start', title: context.t({ en: 'START', 'zh-CN': '开始' }) },
        { key: 'end', title: context.t({ en: 'END', 'zh-CN': '结束' }) },
        { key: 'groups', title: context.t({ en: 'GROUPS', 'zh-CN': '迁移组' }), align: 'right' },
        { key: 'workloads', title: context.t({ en: 'WORKLOADS', 'zh-CN': '工作负载' }), align: 'right' },
        { key: 'gib', title: 'GiB', align: 'right' },
      ],
      rows: waves.waves.map((wave) => ({
        wave: wave.id,
        name: nameOf(context, wave),
        start: wave.start,
        end: wave.end,
        groups: wave.groups.length,
        workloads: sum(wave.groups, workloadsOf),
        gib: Math.round(sum(wave.groups, sizeOf)),
      })),
    },
  });
}

/** One wave: each group with its copy and its cutover. */
export function showWave(context: Context, waves: Waves, id: string): void {
  const wave = waves.waves.find((candidate) => candidate.id === id);
  if (wave === undefined) {
    const ids = waves.waves.map((candidate) => candidate.id);
    const near = closest(id, ids) ?? ids.slice(0, 5).join(', ');
    throw new UsageError(
      context.t({ en: `no wave ${id}; did you mean ${near}?`, 'zh-CN': `没有波次 ${id}；是否指 ${near}？` }),
    );
  }
  const groups = new Map(waves.groups.map((group) => [group.id, group]));
  const activities = waves.activities.filter((activity) => activity.wave === id);
  show(context, {
    data: { wave, activities, groups: wave.groups.map((group) => groups.get(group)) },
    before: [`${wave.id}  ${nameOf(context, wave)}  ${wave.start} .. ${wave.end}`],
    table: {
      columns: [
        { key: 'group', title: context.t({ en: 'GROUP', 'zh-CN': '迁移组' }) },
        { key: 'systems', title: context.t({ en: 'SYSTEMS', 'zh-CN': '系统' }) },
        { key: 'workloads', title: context.t({ en: 'WORKLOADS', 'zh-CN': '工作负载' }), align: 'right' },
        { key: 'gib', title: 'GiB', align: 'right' },
        { key: 'link', title: context.t({ en: 'LINK', 'zh-CN': '链路' }) },
        { key: 'mbps', title: 'Mbps', align: 'right' },
        { key: 'seed', title: context.t({ en: 'SEED', 'zh-CN': '全量同步' }) },
        { key: 'cutover', title: context.t({ en: 'CUTOVER', 'zh-CN': '割接' }) },
        { key: 'difficulty', title: context.t({ en: 'HARDEST', 'zh-CN': '最高难度' }) },
      ],
      rows: activities.map((activity) => {
        const group = groups.get(activity.group);
        return {
          group: activity.group,
          systems: group?.systems.join(' '),
          workloads: group?.workloads.length,
          gib: Math.round(group?.sizeGiB ?? 0),
          link: activity.link,
          mbps: activity.bandwidthMbps,
          seed: activity.seedStart,
          cutover: activity.cutoverStart,
          difficulty: hardest(context, waves, activity.group),
        };
      }),
    },
    after: papers(context, wave),
  });
}

function nameOf(context: Context, wave: Wave): string {
  const name = waveName(wave, context.lang);
  return wave.pilot ? context.t({ en: `${name} (pilot)`, 'zh-CN': `${name}（试点）` }) : name;
}

/** Of a group's systems, the one that is hardest to move. */
function hardest(context: Context, { assessments = [] }: Waves, group: string): string {
  const own = assessments.filter((assessment) => assessment.group === group);
  const [first] = own.toSorted((a, b) => b.points - a.points);
  return first === undefined ? '' : context.t(difficultyName[first.difficulty]);
}

/** Gates, the way back, and what must be on file. */
function papers(context: Context, { gates = [], rollback, evidence = [] }: Wave): string[] {
  const text = ({ code, params }: { code: string; params: Record<string, string | number> }): string =>
    describe(code, params, context.lang).text;
  const t = (en: string, zh: string): string => context.t({ en, 'zh-CN': zh });
  return [
    ...(gates.length === 0 ? [] : [t('Gates', '关口'), ...gates.map((gate) => `  ${gate.at}  ${text(gate)}`)]),
    ...(rollback === undefined
      ? []
      : [
          t(
            `Can go back to the state of ${rollback.point} until ${rollback.until}`,
            `${rollback.until} 之前可回退到 ${rollback.point} 的状态`,
          ),
        ]),
    ...(evidence.length === 0 ? [] : [t('On file', '归档材料'), ...evidence.map((entry) => `  ${text(entry)}`)]),
  ];
}
