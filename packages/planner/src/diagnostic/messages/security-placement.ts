import type { Messages } from './message.ts';

/** YQ21xx: networks, boundaries and the management plane in placement. Append-only. */
export const securityPlacementMessages = {
  YQ2101: {
    en: {
      text: '{count} flows from the zone {from} to {to}, port {port}, pass no boundary that allows them',
      action:
        'Allow them under `boundaries` of the fleet, or remove the dependencies: what is not declared is denied (R2, GB/T 22239-2019 8.1.3.2 a).',
    },
    'zh-CN': {
      text: '{count} 条从安全域 {from} 到 {to}、端口 {port} 的流量未被任何边界设备放行',
      action:
        '请在 fleet 的 `boundaries` 中放行，或删除这些依赖：未声明的流量一律拒绝（R2，GB/T 22239-2019 8.1.3.2 a）。',
    },
  },
  YQ2102: {
    en: {
      text: '{count} dependencies have an end in no zone, so the boundaries that they pass are not checked',
      action: 'Give these systems or workloads a zone, or the policy a default zone.',
    },
    'zh-CN': {
      text: '{count} 条依赖的一端不属于任何安全域，无法检查其经过的边界',
      action: '请为这些业务系统或工作负载指定安全域，或在 policy 中给出缺省安全域。',
    },
  },
  YQ2103: {
    en: {
      text: 'Flows between {from} and {to} take {usedMbps} Mbit/s, but the links between these sites carry {limitMbps}',
      action:
        'Widen a link, keep what talks much in one site (`colocate`, topology site), or set `builtin.siteLink` to soft (R15).',
    },
    'zh-CN': {
      text: '{from} 与 {to} 之间的流量为 {usedMbps} Mbit/s，但两站点间链路只能承载 {limitMbps}',
      action:
        '请扩容链路，将往来频繁的部分放在同一站点（`colocate`，topology 为 site），或将 `builtin.siteLink` 设为 soft（R15）。',
    },
  },
  YQ2104: {
    en: {
      text: 'The cloud {cloud} has {nodes} management hosts; {hosts} hosts and {vms} virtual machines ask for {needed}',
      action: 'Add hosts of role `management` (R9; 3, 5 or 7 by the vendor’s table).',
    },
    'zh-CN': {
      text: '云 {cloud} 有 {nodes} 台管理主机；{hosts} 台主机、{vms} 台虚拟机需要 {needed} 台',
      action: '请增加角色为 `management` 的主机（R9；按厂商规格为 3、5 或 7 台）。',
    },
  },
  YQ2105: {
    en: {
      text: 'The cloud {cloud} has {hosts} hosts and {vms} virtual machines: no figure is published for its management plane',
      action: 'Ask the vendor; the published table ends at 256 hosts and 5,000 virtual machines (R9).',
    },
    'zh-CN': {
      text: '云 {cloud} 有 {hosts} 台主机、{vms} 台虚拟机：管理面规模没有公布数据',
      action: '请向厂商确认；公布的规格止于 256 台主机、5000 台虚拟机（R9）。',
    },
  },
  YQ2106: {
    en: {
      text: 'The network "{network}" lies in the zone {zone}, but {cidr} is in none of its subnets',
      action: 'Correct the range or the zone: a subnet belongs to exactly one zone (R2, GB/T 22239-2019 8.1.2.1 c).',
    },
    'zh-CN': {
      text: '网络“{network}”位于安全域 {zone}，但 {cidr} 不在该域的任何网段中',
      action: '请修正地址段或安全域：每个网段只属于一个安全域（R2，GB/T 22239-2019 8.1.2.1 c）。',
    },
  },
  YQ2107: {
    en: {
      text: '`{workload}` of the zone {zone} is attached to the network "{network}" of the zone {networkZone}',
      action: 'Attach it to a network of its own zone, and let flows pass a boundary (R2, GB/T 22239-2019 8.1.3.1 a).',
    },
    'zh-CN': {
      text: '安全域 {zone} 的 `{workload}` 接入了安全域 {networkZone} 的网络“{network}”',
      action: '请接入本安全域的网络，跨域流量须经边界设备（R2，GB/T 22239-2019 8.1.3.1 a）。',
    },
  },
} as const satisfies Messages;
