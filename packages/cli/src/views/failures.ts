import { explanationText, type FailureOutcome, type Loss, type WhatIfFail } from '@yunqian/planner';
import type { Context } from '../context.ts';
import { show } from './output.ts';
import type { Row, Table } from './table.ts';

const shownLines = 20;

const topologyZh = {
  host: '主机',
  rack: '机柜',
  room: '机房',
  site: '站点',
  cloud: '云',
  pool: '存储池',
  array: '存储阵列',
  link: '链路',
  boundary: '边界',
  tor: '接入交换机',
  spine: '汇聚交换机',
  boundaryDevice: '边界设备',
} as const;

/** One failure in full: systems with their promises, where things restart, what is lost and why. */
export function showFailure(
  context: Context,
  { outcomes, copies, assumptions }: WhatIfFail,
  links: readonly string[],
): void {
  const outcome = outcomes[0]!;
  const beyond = outcome.losses.filter(({ allowed }) => !allowed);
  show(context, {
    data: { ...outcome, links, copies, assumptions },
    before: [headline(context, outcome, links)],
    table: systemTable(context, outcome),
    after: [
      ...restartLines(context, outcome),
      ...beyond.slice(0, shownLines).map((loss) => lossLine(context, loss)),
      ...more(context, beyond.length - shownLines),
      ...crowdedLines(context, outcome),
      verdict(context, outcome.broken + copies.length),
      ...(assumptions.length > 0
        ? [
            context.t({
              en: `rests on ${assumptions.length} assumed figures of the restart model (-o json shows them)`,
              'zh-CN': `依赖重启模型的 ${assumptions.length} 项假定数据（-o json 可查看）`,
            }),
          ]
        : []),
    ],
  });
}

/** Many failures, one line each; those that break nothing are summed up by level in the human view. */
export function showSweep(context: Context, { outcomes, assumptions }: WhatIfFail, cpuSeconds: number): void {
  const broken = outcomes.reduce((sum, outcome) => sum + outcome.broken, 0);
  const failing = outcomes.filter((outcome) => outcome.broken > 0).length;
  show(context, {
    data: { failures: outcomes.length, failing, cpuSeconds: Math.round(cpuSeconds * 100) / 100, outcomes, assumptions },
    table: sweepTable(context, outcomes),
    after: [
      context.t({
        en: `${outcomes.length} failures, ${failing} of them beyond the classes; ${cpuSeconds.toFixed(1)} s of CPU`,
        'zh-CN': `共 ${outcomes.length} 种故障，其中 ${failing} 种超出等级承诺；CPU 用时 ${cpuSeconds.toFixed(1)} 秒`,
      }),
      verdict(context, broken),
    ],
  });
}

function headline(
  context: Context,
  { failure, hostsLost, affected }: FailureOutcome,
  links: readonly string[],
): string {
  const what = [...new Set([...failure.ids, ...links])].join(', ');
  return context.t({
    en: `without ${what}: ${hostsLost} hosts lost, ${affected} workloads affected`,
    'zh-CN': `失去 ${what}：损失主机 ${hostsLost} 台，受影响工作负载 ${affected} 个`,
  });
}

function restartLines(context: Context, { restarts }: FailureOutcome): string[] {
  if (restarts.length === 0) return [];
  const bySite = new Map<string, number>();
  for (const { to } of restarts) {
    const site = to.split('/').slice(0, 2).join('/');
    bySite.set(site, (bySite.get(site) ?? 0) + 1);
  }
  const where = [...bySite].map(([site, count]) => `${site} ${count}`).join(context.t({ en: ', ', 'zh-CN': '，' }));
  const last = restarts.reduce((most, { minutes }) => Math.max(most, minutes), 0);
  return [
    context.t({
      en: `${restarts.length} restart (${where}), the last after ${last} minutes`,
      'zh-CN': `重启 ${restarts.length} 个（${where}），最后一个在 ${last} 分钟后`,
    }),
  ];
}

function lossLine(context: Context, { workload, system, class: recoveryClass, reason, explanation }: Loss): string {
  const why =
    reason === 'noCopy'
      ? context.t({ en: 'no other site has its data', 'zh-CN': '其他站点没有其数据' })
      : explanation === undefined
        ? context.t({ en: 'no host has room', 'zh-CN': '没有主机可容纳' })
        : explanationText(explanation, context.lang);
  return context.t({
    en: `lost: ${workload} (${system || '-'}, class ${recoveryClass}): ${why}`,
    'zh-CN': `丢失：${workload}（${system || '-'}，等级 ${recoveryClass}）：${why}`,
  });
}

function crowdedLines(context: Context, { crowded }: FailureOutcome): string[] {
  if (crowded.length === 0) return [];
  return [
    context.t({
      en: `${crowded.length} groups stand closer together than their rules want, until the failure is mended`,
      'zh-CN': `${crowded.length} 个组在故障恢复前的分散程度低于规则要求`,
    }),
  ];
}

const more = (context: Context, hidden: number): string[] =>
  hidden > 0 ? [context.t({ en: `... and ${hidden} more`, 'zh-CN': `……另有 ${hidden} 个` })] : [];

const verdict = (context: Context, broken: number): string =>
  broken === 0
    ? context.t({ en: 'nothing beyond the declared classes', 'zh-CN': '未超出声明的容灾等级' })
    : context.t({
        en: `${broken} losses or promises beyond the declared classes`,
        'zh-CN': `${broken} 项丢失或承诺超出声明的容灾等级`,
      });

/** Systems whose promise is broken, then those that are longest without service. */
function systemTable(context: Context, { systems }: FailureOutcome): Table {
  const missed = (row: FailureOutcome['systems'][number]): number => Number(!row.rtoMet) + Number(!row.rpoMet);
  const sorted = [...systems].sort(
    (a, b) =>
      missed(b) - missed(a) ||
      (b.serviceMinutes ?? Number.MAX_VALUE) - (a.serviceMinutes ?? Number.MAX_VALUE) ||
      (a.system < b.system ? -1 : 1),
  );
  const rows = context.output === 'csv' ? sorted : sorted.slice(0, shownLines);
  const beside = (reached: number | null, promised: number | null, met: boolean): string =>
    `${reached ?? '-'}${promised === null ? '' : ` / ${promised}`}${met ? '' : ' !'}`;
  return {
    columns: [
      { key: 'system', title: context.t({ en: 'SYSTEM', 'zh-CN': '系统' }) },
      { key: 'class', title: context.t({ en: 'CLASS', 'zh-CN': '容灾等级' }) },
      { key: 'rto', title: context.t({ en: 'SERVICE / RTO min', 'zh-CN': '恢复服务 / RTO 分钟' }), align: 'right' },
      { key: 'rpo', title: context.t({ en: 'DATA / RPO min', 'zh-CN': '数据丢失 / RPO 分钟' }), align: 'right' },
    ],
    rows: rows.map(
      (row): Row => ({
        system: row.system,
        class: row.class,
        rto: beside(row.serviceMinutes, row.rtoMinutes, row.rtoMet),
        rpo: beside(row.lostDataMinutes, row.rpoMinutes, row.rpoMet),
      }),
    ),
  };
}

function sweepTable(context: Context, outcomes: readonly FailureOutcome[]): Table {
  const line = (what: string, list: readonly FailureOutcome[], topology: string): Row => ({
    topology,
    what,
    affected: most(list, ({ affected }) => affected),
    restarted: most(list, ({ restarts }) => restarts.length),
    allowed: most(list, ({ losses }) => losses.filter(({ allowed }) => allowed).length),
    beyond: most(list, ({ losses }) => losses.filter(({ allowed }) => !allowed).length),
    missed: most(
      list,
      ({ systems, network }) => systems.filter(({ rtoMet, rpoMet }) => !rtoMet || !rpoMet).length + network.length,
    ),
    minutes: most(list, ({ restarts }) => most(restarts, ({ minutes }) => minutes)),
  });
  const levelName = (outcome: FailureOutcome): string =>
    context.t({ en: outcome.failure.topology, 'zh-CN': topologyZh[outcome.failure.topology] });
  const each = (list: readonly FailureOutcome[]): Row[] =>
    list.map((outcome) => line(outcome.failure.ids.join(' + '), [outcome], levelName(outcome)));
  const rows =
    context.output === 'csv'
      ? each(outcomes)
      : [...new Set(outcomes.map(({ failure }) => failure.topology))].flatMap((topology) => {
          const ofLevel = outcomes.filter(({ failure }) => failure.topology === topology);
          const sound = ofLevel.filter(({ broken }) => broken === 0);
          const bad = ofLevel.filter(({ broken }) => broken > 0);
          const summed = context.t({
            en: `${sound.length} within the classes`,
            'zh-CN': `${sound.length} 种未超出等级`,
          });
          return [...(sound.length === 0 ? [] : [line(summed, sound, levelName(sound[0]!))]), ...each(bad)];
        });
  const number = (key: string, en: string, zh: string) =>
    ({ key, title: context.t({ en, 'zh-CN': zh }), align: 'right' }) as const;
  return {
    columns: [
      { key: 'topology', title: context.t({ en: 'LEVEL', 'zh-CN': '层级' }) },
      { key: 'what', title: context.t({ en: 'FAILURE', 'zh-CN': '故障' }) },
      number('affected', 'AFFECTED', '受影响'),
      number('restarted', 'RESTARTED', '重启'),
      number('allowed', 'LOST AS ALLOWED', '允许的丢失'),
      number('beyond', 'LOST BEYOND', '超出的丢失'),
      number('missed', 'PROMISES MISSED', '未达成的承诺'),
      number('minutes', 'LAST AFTER min', '最后一个（分钟）'),
    ],
    rows,
  };
}

const most = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((max, item) => Math.max(max, value(item)), 0);
