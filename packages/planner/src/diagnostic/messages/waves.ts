import type { Messages } from './message.ts';
import { wavesProgrammeMessages } from './waves-programme.ts';
import { wavesVerifyMessages } from './waves-verify.ts';

/** YQ40xx: move groups (4001-), groups left out (4010-), findings (4020-), verification (4030-). Append-only. */
export const wavesMessages = {
  YQ4001: {
    en: {
      text: '{from} uses {to} strongly, and is used by it in turn, directly or through others',
      action: 'If the service survives the cut, make the dependency weak.',
    },
    'zh-CN': {
      text: '{from} 强依赖 {to}，后者又直接或间接依赖前者',
      action: '若割裂后业务仍可运行，请将该依赖改为弱依赖。',
    },
  },
  YQ4002: {
    en: { text: '{a} and {b} share the disk {disk}', action: 'Give each its own disk to move them apart.' },
    'zh-CN': { text: '{a} 与 {b} 共用磁盘 {disk}', action: '如需分开迁移，请为各自配置独立磁盘。' },
  },
  YQ4010: {
    en: {
      text: '{count} of its workloads have no place in the plan, first {workload}',
      action: 'Free capacity or relax a rule, then plan again: `yunqian plan explain {workload}`.',
    },
    'zh-CN': {
      text: '其中 {count} 个工作负载在规划中没有位置，首个为 {workload}',
      action: '释放容量或放宽规则后重新规划：`yunqian plan explain {workload}`。',
    },
  },
  YQ4011: {
    en: { text: 'It uses {group}, which is not scheduled', action: 'See why {group} is left out.' },
    'zh-CN': { text: '它依赖的 {group} 未能排期', action: '请查看 {group} 未排期的原因。' },
  },
  YQ4012: {
    en: {
      text: 'There is no time for it before {end}',
      action: 'Move the deadline, add teams, windows or bandwidth, or move less.',
    },
    'zh-CN': { text: '在 {end} 之前没有可用时间', action: '请推迟期限，增加团队、变更窗口或带宽，或减少迁移量。' },
  },
  YQ4013: {
    en: {
      text: 'Its data changes at {changeMbps} Mbit/s, too fast for the {bandwidthMbps} Mbit/s of the widest link',
      action: 'Move it cold, replicate it by its database, or provide a wider link.',
    },
    'zh-CN': {
      text: '其数据变化速率为 {changeMbps} Mbit/s，最宽链路的 {bandwidthMbps} Mbit/s 无法追平',
      action: '请改为停机迁移、使用数据库复制，或提供更大带宽。',
    },
  },
  YQ4014: {
    en: {
      text: 'No window outside the freezes is {minutes} minutes long',
      action: 'Lengthen a window or shorten the cutover.',
    },
    'zh-CN': { text: '封网之外没有长达 {minutes} 分钟的变更窗口', action: '请延长变更窗口或缩短割接时间。' },
  },
  YQ4020: {
    en: {
      text: 'The move group {group} has {workloads} workloads, more than {limit}: they must all cut over at once',
      action: 'Make a dependency weak where the service survives the cut; see its reasons in `yunqian wave show`.',
    },
    'zh-CN': {
      text: '迁移组 {group} 有 {workloads} 个工作负载，超过 {limit} 个，必须同时割接',
      action: '对割裂后仍可运行的依赖改为弱依赖；成组原因见 `yunqian wave show`。',
    },
  },
  YQ4021: {
    en: { text: '{group} joins the pilot: a pilot system uses it', action: 'Choose another pilot to keep it small.' },
    'zh-CN': { text: '{group} 随试点一起迁移：有试点系统依赖它', action: '如需缩小试点，请另选试点系统。' },
  },
  YQ4022: {
    en: { text: 'The pilot system {system} is not in the estate', action: 'Correct its id or remove it.' },
    'zh-CN': { text: '资产清单中没有试点系统 {system}', action: '请更正其 id 或删除。' },
  },
  YQ4023: {
    en: {
      text: '{count} systems may be down for less than the {minutes} minutes of a cutover, first {system}; the least is {allowed}',
      action: 'Shorten the cutover, or agree on a longer downtime.',
    },
    'zh-CN': {
      text: '{count} 个系统允许的停机时间短于割接所需的 {minutes} 分钟，首个为 {system}；最短为 {allowed} 分钟',
      action: '请缩短割接时间，或协商更长的停机时间。',
    },
  },
  YQ4024: {
    en: {
      text: '{count} workloads have no volume and no local disk, first {workload}: their copies count as 0 GiB',
      action: 'Add their volumes, or the schedule is too short.',
    },
    'zh-CN': {
      text: '{count} 个工作负载没有卷和本地盘，首个为 {workload}：其复制量按 0 GiB 计',
      action: '请补充其卷信息，否则排期会偏短。',
    },
  },
  YQ4025: {
    en: {
      text: 'The rate of change of {count} of {of} workloads is not measured: assumed {mbpsPerGiB} Mbit/s per GiB',
      action: 'Measure it, or set changeMbpsPerGiB.',
    },
    'zh-CN': {
      text: '{of} 个工作负载中有 {count} 个未测数据变化速率：按每 GiB {mbpsPerGiB} Mbit/s 假定',
      action: '请实测，或设置 changeMbpsPerGiB。',
    },
  },
  YQ4026: {
    en: {
      text: '{count} workloads of the estate are not in the plan, first {workload}: they do not move',
      action: 'Plan again with this estate.',
    },
    'zh-CN': {
      text: '资产清单中有 {count} 个工作负载不在规划中，首个为 {workload}：它们不会迁移',
      action: '请用此资产清单重新规划。',
    },
  },
  YQ4027: {
    en: {
      text: '{count} workloads of the plan are not in the estate, first {workload}',
      action: 'Plan again with this estate.',
    },
    'zh-CN': {
      text: '规划中有 {count} 个工作负载不在资产清单中，首个为 {workload}',
      action: '请用此资产清单重新规划。',
    },
  },
  YQ4028: {
    en: {
      text: '{count} of {of} move groups are not scheduled, first {group}',
      action: 'Each is listed with its reason: `yunqian wave show`.',
    },
    'zh-CN': {
      text: '{of} 个迁移组中有 {count} 个未排期，首个为 {group}',
      action: '各组原因见 `yunqian wave show`。',
    },
  },
  ...wavesVerifyMessages,
  ...wavesProgrammeMessages,
} as const satisfies Messages;
