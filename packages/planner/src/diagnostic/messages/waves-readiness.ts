import type { Messages } from './message.ts';

/** YQ4210-: why a system is hard to move. YQ4220-: readiness checks that are not met. Append-only. */
export const wavesReadinessMessages = {
  YQ4210: {
    en: { text: 'It is not copied as it is: {method}', action: 'Plan the work on the target and its test.' },
    'zh-CN': { text: '并非原样复制：迁移方式为 {method}', action: '请安排目标端的建设与测试工作。' },
  },
  YQ4211: {
    en: { text: '{sizeGiB} GiB are to be copied', action: 'Start its copy early.' },
    'zh-CN': { text: '需复制 {sizeGiB} GiB 数据', action: '请尽早开始复制。' },
  },
  YQ4212: {
    en: {
      text: 'Its data changes at {changeMbps} Mbit/s, {pct} % of what one copy gets of a link',
      action: 'Measure it over a month; cut over when little is written.',
    },
    'zh-CN': {
      text: '数据变化速率 {changeMbps} Mbit/s，占单个复制任务带宽的 {pct} %',
      action: '请测量一个月的变化，在写入较少时割接。',
    },
  },
  YQ4213: {
    en: {
      text: '{count} of its workloads are outside the limits of the copy tool, first {workload}',
      action: 'Move these another way; see the findings.',
    },
    'zh-CN': {
      text: '其中 {count} 个工作负载超出复制工具的限制，首个为 {workload}',
      action: '请以其他方式迁移；详见检查结果。',
    },
  },
  YQ4214: {
    en: { text: 'It hangs together with {count} other systems', action: 'Agree on the order with their owners.' },
    'zh-CN': { text: '与 {count} 个其他系统有依赖关系', action: '请与各系统责任单位商定迁移顺序。' },
  },
  YQ4215: {
    en: { text: 'It is of MLPS level {level}', action: 'Plan its filing and assessment on the new cloud.' },
    'zh-CN': { text: '等级保护第 {level} 级', action: '请安排在新云上的备案与测评。' },
  },
  YQ4216: {
    en: { text: 'It is {criticality} to the bureau', action: 'Rehearse its cutover and its way back.' },
    'zh-CN': { text: '业务重要程度：{criticality}', action: '请演练其割接与回退。' },
  },
  YQ4217: {
    en: {
      text: 'It may be down for {allowed} minutes; its cutover takes {minutes}',
      action: 'Agree on a longer downtime, or move it by replication of its database.',
    },
    'zh-CN': {
      text: '允许停机 {allowed} 分钟，割接需 {minutes} 分钟',
      action: '请协商更长停机时间，或采用数据库复制。',
    },
  },
  YQ4218: {
    en: { text: 'It has {count} workloads', action: 'Prepare the order of stop and start.' },
    'zh-CN': { text: '有 {count} 个工作负载', action: '请准备停止与启动顺序。' },
  },
  YQ4219: {
    en: { text: 'It shares the disk {disk}', action: 'Move the sharers in one step.' },
    'zh-CN': { text: '使用共享磁盘 {disk}', action: '请一并迁移共用者。' },
  },
  YQ4220: {
    en: {
      text: '{count} of its workloads have no place in the plan, first {workload}',
      action: 'Free capacity or relax a rule, then plan again.',
    },
    'zh-CN': {
      text: '其中 {count} 个工作负载在规划中没有位置，首个为 {workload}',
      action: '请释放容量或放宽规则后重新规划。',
    },
  },
  YQ4221: {
    en: {
      text: '{workload} has {disks} disks; the copy tool takes {limit} (SMS)',
      action: 'Join disks, or move it by backup and restore.',
    },
    'zh-CN': {
      text: '{workload} 有 {disks} 块磁盘；复制工具上限为 {limit} 块（SMS）',
      action: '请合并磁盘，或以备份恢复方式迁移。',
    },
  },
  YQ4222: {
    en: {
      text: '{workload} has a disk of {sizeGiB} GiB; the copy tool takes {limit} (SMS, Linux)',
      action: 'Split the disk, or move its data by storage replication.',
    },
    'zh-CN': {
      text: '{workload} 有 {sizeGiB} GiB 的磁盘；复制工具上限为 {limit} GiB（SMS，Linux）',
      action: '请拆分磁盘，或以存储复制迁移数据。',
    },
  },
  YQ4223: {
    en: {
      text: '{workload} uses {pct} % of its processors; the copy tool asks for {limit} % or less (SMS)',
      action: 'Copy when it is quiet, or give it processors for the time.',
    },
    'zh-CN': {
      text: '{workload} 的 CPU 使用率为 {pct} %；复制工具要求不超过 {limit} %（SMS）',
      action: '请在空闲时段复制，或临时增加 CPU。',
    },
  },
  YQ4224: {
    en: {
      text: '{workload} shares the disk {disk}; the copy tool does not copy shared file systems (SMS)',
      action: 'Copy the disk by storage replication, or rebuild the cluster on the target.',
    },
    'zh-CN': {
      text: '{workload} 使用共享磁盘 {disk}；复制工具不支持共享文件系统（SMS）',
      action: '请以存储复制迁移该盘，或在目标端重建集群。',
    },
  },
  YQ4225: {
    en: {
      text: '{count} of its workloads start by UEFI, first {workload}: Rainbow takes BIOS only',
      action: 'Copy them with SMS, which takes both.',
    },
    'zh-CN': {
      text: '其中 {count} 个工作负载以 UEFI 启动，首个为 {workload}：Rainbow 仅支持 BIOS',
      action: '请使用同时支持两者的 SMS。',
    },
  },
  YQ4226: {
    en: {
      text: '{count} of its workloads run on {arch} there, first {workload}: copy tools carry x86 only',
      action: 'Set its method to rebuild: deploy it anew and copy its data.',
    },
    'zh-CN': {
      text: '其中 {count} 个工作负载在目标端运行于 {arch}，首个为 {workload}：复制工具仅支持 x86',
      action: '请将迁移方式设为重建（rebuild）：重新部署并迁移数据。',
    },
  },
  YQ4227: {
    en: {
      text: 'Its database has {nodes} nodes ({component}): the copy tool does not take databases of several nodes (SMS)',
      action: 'Set its method to database: replicate it by its own means.',
    },
    'zh-CN': {
      text: '其数据库 {component} 有 {nodes} 个节点：复制工具不支持多节点数据库（SMS）',
      action: '请将迁移方式设为数据库复制（database）。',
    },
  },
  YQ4228: {
    en: {
      text: 'It may be down for {allowed} minutes and is planned to be down for {minutes}',
      action: 'Agree on a longer downtime, or choose another method.',
    },
    'zh-CN': {
      text: '允许停机 {allowed} 分钟，计划停机 {minutes} 分钟',
      action: '请协商更长停机时间，或改用其他迁移方式。',
    },
  },
  YQ4229: {
    en: {
      text: 'It uses {to} strongly, which moves after it ({group})',
      action: 'Test it across the link before the cutover.',
    },
    'zh-CN': { text: '它强依赖 {to}，而后者在其之后迁移（{group}）', action: '割接前请跨链路测试。' },
  },
  YQ4230: {
    en: {
      text: '{servers} servers are copied at once at {at}; the service takes {limit} tasks (SMS)',
      action: 'Lower concurrentCopies, or ask for a higher limit.',
    },
    'zh-CN': {
      text: '{at} 有 {servers} 台服务器同时复制；服务上限为 {limit} 个任务（SMS）',
      action: '请降低 concurrentCopies，或申请提高上限。',
    },
  },
  YQ4231: {
    en: {
      text: '{servers} servers are copied in all; the service takes {limit} an account (SMS)',
      action: 'Use several accounts, one a tenant, or delete finished tasks.',
    },
    'zh-CN': {
      text: '共需复制 {servers} 台服务器；服务每账号上限为 {limit} 台（SMS）',
      action: '请按租户使用多个账号，或删除已完成任务。',
    },
  },
  YQ4232: {
    en: {
      text: 'The waiver of {code} for {subject} by {by} meets no finding',
      action: 'Correct its code or subject, or remove it.',
    },
    'zh-CN': { text: '{by} 对 {subject} 的豁免 {code} 没有对应的检查结果', action: '请更正代码或对象，或删除该豁免。' },
  },
  YQ4233: {
    en: {
      text: 'The waiver of {code} for {subject} by {by} ends on {until}, before its cutover at {at}',
      action: 'Have it renewed, or move the cutover up.',
    },
    'zh-CN': {
      text: '{by} 对 {subject} 的豁免 {code} 于 {until} 到期，早于割接时间 {at}',
      action: '请续期，或提前割接。',
    },
  },
  YQ4234: {
    en: {
      text: '{count} move groups have findings that block them, first {group}: {text}',
      action: 'See `yunqian wave readiness`; mend them, or have them waived in the programme.',
    },
    'zh-CN': {
      text: '{count} 个迁移组存在阻断性检查结果，首个为 {group}：{text}',
      action: '请查看 `yunqian wave readiness`，处理后重排，或在项目文档中登记豁免。',
    },
  },
} as const satisfies Messages;
