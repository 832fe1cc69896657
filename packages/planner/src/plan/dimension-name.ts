import type { Lang } from '../diagnostic/diagnostic.ts';

const names: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  cpuMilli: { en: 'vCPU', 'zh-CN': 'vCPU' },
  memMiB: { en: 'memory', 'zh-CN': '内存' },
  nicMbps: { en: 'network', 'zh-CN': '网络' },
  localDiskGiB: { en: 'local disk', 'zh-CN': '本地盘' },
  bareMetal: { en: 'bare metal', 'zh-CN': '裸金属' },
};

/** A dimension of a plan as planners call it: `cpuMilli` is vCPU, `gpuMilli:910` the card's model. */
export function dimensionName(id: string, lang: Lang): string {
  return names[id]?.[lang] ?? id.replace(/^gpuMilli:/, '');
}
