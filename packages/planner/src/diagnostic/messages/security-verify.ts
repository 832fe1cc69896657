import type { Messages } from './message.ts';

/** YQ31xx: requirements R1 to R15 in the verification of plans; the last two digits are the requirement's. Append-only. */
export const securityVerifyMessages = {
  YQ3101: {
    en: {
      text: 'R1: `{workload}` of level {level} stands on {host}, a platform of level {platform}',
      action: 'Plan again: a platform carries no system above its own level ({clause}).',
    },
    'zh-CN': {
      text: 'R1：{level} 级的 `{workload}` 位于 {platform} 级平台 {host}',
      action: '请重新规划：平台不承载高于其安全保护等级的系统（{clause}）。',
    },
  },
  YQ3102: {
    en: {
      text: 'R2: no boundary of {site} lets `{from}` ({fromZone}) reach `{to}` ({toZone}) at port {port}',
      action: 'Declare the flow at a boundary, or plan again: what is not declared is denied ({clause}).',
    },
    'zh-CN': {
      text: 'R2：{site} 没有边界设备放行 `{from}`（{fromZone}）到 `{to}`（{toZone}）端口 {port} 的流量',
      action: '请在边界设备上声明该流量，或重新规划：未声明的流量一律拒绝（{clause}）。',
    },
  },
  YQ3103: {
    en: {
      text: 'R3: networks of different tenants overlap: "{network}" and "{other}"',
      action: 'Give tenants disjoint networks ({clause}).',
    },
    'zh-CN': { text: 'R3：不同租户的网络重叠：“{network}”与“{other}”', action: '租户网络须互不相交（{clause}）。' },
  },
  YQ3104: {
    en: {
      text: 'R4: the pool {pool} carries `{workload}` of level 4 and `{other}` below it',
      action: 'Plan again with a pool of its own for level 4 ({clause}).',
    },
    'zh-CN': {
      text: 'R4：资源池 {pool} 同时承载四级的 `{workload}` 和低于四级的 `{other}`',
      action: '请为四级系统规划独立的资源池（{clause}）。',
    },
  },
  YQ3109: {
    en: {
      text: 'R9: `{workload}` stands on {host}, which is for the {plane} plane',
      action: 'Plan again: management and tenant traffic are kept apart ({clause}).',
    },
    'zh-CN': {
      text: 'R9：`{workload}` 位于 {host}，该主机属于 {plane} 面',
      action: '请重新规划：管理流量与业务流量须分离（{clause}）。',
    },
  },
  YQ3111: {
    en: {
      text: 'R11: {host} has sold {used} {what}, but may sell {limit}',
      action: 'Plan again: vCPUs are sold by the formula, memory once ({clause}).',
    },
    'zh-CN': {
      text: 'R11：{host} 已分配 {used} {what}，但只能出售 {limit}',
      action: '请重新规划：vCPU 按公式出售，内存不超分（{clause}）。',
    },
  },
  YQ3112: {
    en: {
      text: 'R12: `{workload}` stands in {az}, but its {what} in {other}',
      action: 'Plan again: machine, disks and network are in one availability zone ({clause}).',
    },
    'zh-CN': {
      text: 'R12：`{workload}` 位于 {az}，但其 {what} 位于 {other}',
      action: '请重新规划：虚拟机、磁盘与网络须位于同一可用区（{clause}）。',
    },
  },
  YQ3115: {
    en: {
      text: 'R15: {what} carries {used} {unit}, but can carry {limit}',
      action: 'Plan again, or enlarge it ({clause}).',
    },
    'zh-CN': {
      text: 'R15：{what} 承载 {used} {unit}，但只能承载 {limit}',
      action: '请重新规划，或予以扩容（{clause}）。',
    },
  },
} as const satisfies Messages;
