import type { Messages } from './message.ts';

/** YQ420x: move groups that are split. Append-only. */
export const wavesGroupsMessages = {
  YQ4201: {
    en: {
      text: '{from} uses {to} strongly, but they move apart ({group} before {other}): together with what is tied to them they would be more than {limit} workloads; {mbps} Mbit/s cross the link meanwhile',
      action:
        'Let the link carry this use while it lasts, raise maxWorkloadsPerGroup, or make another dependency weak.',
    },
    'zh-CN': {
      text: '{from} 强依赖 {to}，但两者分开迁移（{group} 先于 {other}）：与其关联的全部工作负载将超过 {limit} 个；期间有 {mbps} Mbit/s 流量跨越链路',
      action: '请确保链路在此期间可承载该依赖，或提高 maxWorkloadsPerGroup，或将其他依赖改为弱依赖。',
    },
  },
  YQ4202: {
    en: {
      text: '{group} cuts the use of {to} by {from}, which is no strong use within a circle of more than {limit} workloads ({workloads})',
      action: 'Schedule again: `yunqian wave create`.',
    },
    'zh-CN': {
      text: '{group} 割裂了 {from} 对 {to} 的依赖，但它不属于超过 {limit} 个工作负载的强依赖环（{workloads} 个）',
      action: '请重新排期：`yunqian wave create`。',
    },
  },
} as const satisfies Messages;
