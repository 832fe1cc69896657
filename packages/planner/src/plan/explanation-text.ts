import type { Explanation, HostExplanation } from '@yunqian/scheduler-core';
import type { Lang } from '../diagnostic/diagnostic.ts';
import type { Plan } from './schema.ts';

/** An explanation of the core, or what a plan keeps of one. */
export type Explained = Explanation | Plan['unplaced'][number];

/** "0 of 384 hosts: 291 short of memMiB, 61 zone, 32 spread", then what would help, in one line. */
export function explanationText(explained: Explained, lang: Lang): string {
  const words = wording[lang];
  const feasible = 'feasible' in explained ? explained.feasible : 0;
  const reasons = explained.blockedBy.map(({ rule, reason, hosts }) =>
    words.blocked(hosts, isShort(rule, reason), words.reason(reason)),
  );
  const head =
    words.head(feasible, explained.hosts) + (reasons.length === 0 ? '' : words.colon + reasons.join(words.comma));
  return [head, words.verdict[explained.verdict], nearestText(explained, lang)].filter(Boolean).join(words.semicolon);
}

/** Every rule that stops the workload on one host. */
export function hostExplanationText({ workload, host, blocks }: HostExplanation, lang: Lang): string {
  const words = wording[lang];
  if (blocks.length === 0) return words.fits(workload, host);
  return words.stopped(workload, host) + missingText(blocks, lang);
}

function nearestText(explained: Explained, lang: Lang): string {
  if (explained.verdict === 'placed' || explained.nearest === null) return '';
  const words = wording[lang];
  const { host } = explained.nearest;
  const missing = 'blocks' in explained.nearest ? explained.nearest.blocks : explained.nearest.missing;
  return missing.length === 0 ? '' : words.nearest(host) + missingText(missing, lang);
}

function missingText(
  missing: readonly { rule?: string | undefined; reason: string; amount: number }[],
  lang: Lang,
): string {
  const words = wording[lang];
  return missing
    .map(({ rule = '', reason, amount }) => words.missing(isShort(rule, reason) ? amount : 0, words.reason(reason)))
    .join(words.comma);
}

/** A capacity is named by its dimension, any other rule by itself. */
const isShort = (rule: string, reason: string): boolean => rule !== reason || rule.startsWith('storage:');

const wording = {
  en: {
    colon: ': ',
    comma: ', ',
    semicolon: '; ',
    reason: (reason: string) => reason,
    head: (feasible: number, hosts: number) => `${feasible} of ${hosts} hosts`,
    blocked: (hosts: number, short: boolean, reason: string) => `${hosts} ${short ? 'short of ' : ''}${reason}`,
    verdict: {
      placed: 'placed',
      contended: 'contended: it would fit if others moved',
      unresolvable: 'unresolvable: no host of this fleet can take it',
    },
    nearest: (host: string) => `nearest ${host}: `,
    missing: (amount: number, reason: string) => (amount > 0 ? `${amount} ${reason} short` : reason),
    fits: (workload: string, host: string) => `${host} can take ${workload}`,
    stopped: (workload: string, host: string) => `${host} cannot take ${workload}: `,
  },
  'zh-CN': {
    colon: '：',
    comma: '，',
    semicolon: '；',
    reason: (reason: string) => chineseReasons[reason] ?? reason,
    head: (feasible: number, hosts: number) => `${hosts} 台主机中 ${feasible} 台可用`,
    blocked: (hosts: number, short: boolean, reason: string) =>
      `${hosts} 台${spaced(reason)}${short ? '不足' : '不符'}`,
    verdict: {
      placed: '已放置',
      contended: '资源争用：调整其他工作负载后可放置',
      unresolvable: '无解：此 fleet 中没有主机可承载',
    },
    nearest: (host: string) => `最接近的主机 ${host}：`,
    missing: (amount: number, reason: string) =>
      amount > 0 ? `${spaced(reason).trimStart()}缺 ${amount}` : `${spaced(reason).trimStart()}不符`,
    fits: (workload: string, host: string) => `${host} 可承载 ${workload}`,
    stopped: (workload: string, host: string) => `${host} 无法承载 ${workload}：`,
  },
} as const;

/** Chinese beside Latin letters reads better with a space between. */
const spaced = (word: string): string =>
  `${/^[\x20-\x7e]/.test(word) ? ' ' : ''}${word}${/[\x20-\x7e]$/.test(word) ? ' ' : ''}`;

/** Dimensions and built-in rules; rules of a policy keep the names their authors gave them. */
const chineseReasons: Readonly<Record<string, string>> = {
  cpuMilli: 'CPU（cpuMilli）',
  memMiB: '内存（memMiB）',
  nicMbps: '网络带宽（nicMbps）',
  localDiskGiB: '本地盘（localDiskGiB）',
  bareMetal: '整机',
  role: '主机角色',
  arch: 'CPU 架构',
  zone: '安全域',
  mlps: '等保级别',
  pool: '资源池',
  taints: '污点容忍',
  traits: '主机特性',
  storage: '存储类型',
  sharedDisk: '共享盘位置',
  closed: '主机开放状态',
  pinned: '固定主机',
};
