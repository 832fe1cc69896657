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
    isShort(rule, reason)
      ? words.short(hosts, unitOf(reason, lang).name)
      : words.stopped(hosts, reasonName(isQuota(rule) ? rule : reason, lang)),
  );
  const head = words.head(feasible, explained.hosts);
  return [
    reasons.length === 0 ? head : head + words.colon + reasons.join(words.comma),
    words.verdict[explained.verdict],
    nearestText(explained, lang),
  ]
    .filter((part) => part !== '')
    .join(words.semicolon);
}

/** Every rule that stops the workload on one host. */
export function hostExplanationText({ workload, host, blocks }: HostExplanation, lang: Lang): string {
  const words = wording[lang];
  if (blocks.length === 0) return words.takes(workload, host);
  return words.refuses(workload, host) + words.colon + missingText(blocks, lang);
}

function nearestText(explained: Explained, lang: Lang): string {
  if (explained.verdict === 'placed' || explained.nearest === null) return '';
  const { nearest } = explained;
  const missing = 'blocks' in nearest ? nearest.blocks : nearest.missing;
  const words = wording[lang];
  return missing.length === 0 ? '' : words.nearest(nearest.host) + words.colon + missingText(missing, lang);
}

interface Missing {
  readonly rule?: string | undefined;
  readonly reason: string;
  readonly amount: number;
}

function missingText(missing: readonly Missing[], lang: Lang): string {
  const words = wording[lang];
  const one = ({ rule = '', reason, amount }: Missing) => {
    if (!isShort(rule, reason)) return words.stop(reasonName(isQuota(rule) ? rule : reason, lang));
    const { name, perUnit } = unitOf(reason, lang);
    return words.lacks(amount / perUnit, name);
  };
  return missing.map(one).join(words.comma);
}

/** A capacity is named by its dimension, any other rule by itself; a rule about a pool bears its dimension's name. */
const isShort = (rule: string, reason: string): boolean =>
  !isQuota(rule) && (rule !== reason || /^(storage|iops):/.test(reason));

/** A host is not short of what a tenant has used up. */
const isQuota = (rule: string): boolean => rule.startsWith('quota:');

const wording = {
  en: {
    colon: ': ',
    comma: ', ',
    semicolon: '; ',
    head: (feasible: number, hosts: number) => `${feasible} of ${hosts} hosts`,
    short: (hosts: number, unit: string) => `${hosts} short of ${unit}`,
    stopped: (hosts: number, rule: string) => `${hosts} ${rule}`,
    verdict: {
      placed: 'placed',
      contended: 'contended: it would fit if others moved',
      unresolvable: 'unresolvable: no host of this fleet can take it',
    },
    nearest: (host: string) => `nearest ${host}`,
    lacks: (amount: number, unit: string) => `${amount} ${unit} short`,
    stop: (rule: string) => rule,
    takes: (workload: string, host: string) => `${host} can take ${workload}`,
    refuses: (workload: string, host: string) => `${host} cannot take ${workload}`,
  },
  'zh-CN': {
    colon: '：',
    comma: '，',
    semicolon: '；',
    head: (feasible: number, hosts: number) => `${hosts} 台主机中 ${feasible} 台可用`,
    short: (hosts: number, unit: string) => `${hosts} 台 ${unit} 不足`.replace(cjkSpaces, ''),
    stopped: (hosts: number, rule: string) =>
      rule === closedZh ? `${hosts} 台${rule}` : `${hosts} 台 ${rule} 不符`.replace(cjkSpaces, ''),
    verdict: {
      placed: '已放置',
      contended: '资源争用：调整其他工作负载后可放置',
      unresolvable: '无法满足：此资源池中没有主机可承载',
    },
    nearest: (host: string) => `最接近的主机 ${host}`,
    lacks: (amount: number, unit: string) => `缺 ${amount} ${unit}`,
    stop: (rule: string) => (rule === closedZh ? rule : `${rule} 不符`.replace(cjkSpaces, '')),
    takes: (workload: string, host: string) => `${host} 可承载 ${workload}`,
    refuses: (workload: string, host: string) => `${host} 无法承载 ${workload}`,
  },
} as const;

/** Spaces stand between Chinese and Latin letters, not between Chinese ones. */
const cjkSpaces = /(?<=[\u4e00-\u9fff）]) (?=[\u4e00-\u9fff（])/g;

/** A dimension as planners count it: whole vCPUs and cards, not thousandths. */
function unitOf(dimension: string, lang: Lang): { name: string; perUnit: number } {
  if (dimension === 'cpuMilli') return { name: lang === 'en' ? 'vCPUs' : 'vCPU', perUnit: 1000 };
  if (dimension.startsWith('gpuMilli:')) return { name: dimension.replace('gpuMilli:', 'gpu:'), perUnit: 1000 };
  return { name: reasonName(dimension, lang), perUnit: 1 };
}

/** A dimension or built-in rule in the reader's language; any other rule keeps its name. */
export function reasonName(id: string, lang: Lang): string {
  if (lang === 'en') return id;
  const known = chineseNames[id];
  if (known !== undefined) return known;
  // One of a family: `iops:ssd`.
  const at = id.indexOf(':');
  const family = at < 0 ? undefined : chineseFamilies[id.slice(0, at)];
  return family === undefined ? id : `${family} ${id.slice(at + 1)}`;
}

/** Rules and dimensions of one kind for many things; the name before the colon. */
const chineseFamilies: Readonly<Record<string, string>> = {
  quota: '租户配额',
  iops: 'IOPS',
  boundaryLoad: '边界设备负载',
  card: '加速卡',
  boundaryMbps: '边界设备吞吐 Mbps',
  boundarySessions: '边界设备会话数',
};

const closedZh = '已停止接收';

/** Dimensions and built-in rules; rules of a policy keep the names that their authors gave them. */
const chineseNames: Readonly<Record<string, string>> = {
  memMiB: '内存 MiB',
  nicMbps: '网络带宽 Mbps',
  localDiskGiB: '本地盘 GiB',
  bareMetal: '整机',
  role: '主机角色',
  arch: 'CPU 架构',
  zone: '安全域',
  mlps: '等保级别',
  pool: '主机池',
  taints: '污点容忍',
  traits: '主机特性',
  storage: '存储类型',
  sharedDisk: '共享盘位置',
  capacity: '主机容量',
  rackUplink: '机柜上行',
  spine: '机房汇聚层',
  siteUplink: '站点出口',
  plane: '管理面与业务面分离',
  networkAz: '网络可用区',
  boundary: '跨域边界',
  level4Pool: '四级独立资源池',
  clouds: '可用的云',
  recoverySite: '可存放副本的站点',
  activeActive: '双活站点分布',
  twoInstances: '两实例分布于两台主机',
  dataSite: '数据所在站点',
  'service-replicas-apart': '服务副本分布于不同主机',
  'service-replicas-over-racks': '服务副本跨机柜',
  'service-replicas-over-sites': '服务副本跨站点',
  'card:numa': 'NUMA 节点',
  closed: closedZh,
  pinned: '固定主机',
};
