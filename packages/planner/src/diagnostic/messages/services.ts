import type { Messages } from './message.ts';

/** YQ1920-1949: cloud services that an estate asks for. Append-only. */
export const servicesMessages = {
  YQ1920: {
    en: {
      text: 'There is no cloud service `{service}`',
      action: 'Mend the name; close to it: {near}. `yunqian service list` names all.',
    },
    'zh-CN': {
      text: '没有云服务 `{service}`',
      action: '请更正名称；相近的有：{near}。`yunqian service list` 可列出全部。',
    },
  },
  YQ1921: {
    en: { text: 'Service {service} has no plan `{plan}`', action: 'Choose one of: {near}.' },
    'zh-CN': { text: '服务 {service} 没有套餐 `{plan}`', action: '请从以下选择：{near}。' },
  },
  YQ1922: {
    en: {
      text: 'Service {service} does not come in size {size}',
      action: 'Choose {least} to {most} {unit}, or several instances.',
    },
    'zh-CN': { text: '服务 {service} 不支持规格 {size}', action: '请选择 {least} 至 {most} {unit}，或拆为多个实例。' },
  },
  YQ1923: {
    en: { text: 'Service {service} has plans, but no size', action: 'Leave out `size` and choose a plan.' },
    'zh-CN': { text: '服务 {service} 只有套餐，没有规格', action: '请删除 `size` 并选择套餐。' },
  },
  YQ1924: {
    en: {
      text: 'Nobody is said to use service instance {instance}',
      action: 'Add `system`, or `tenant` where it is a system of its own.',
    },
    'zh-CN': { text: '服务实例 {instance} 未说明由谁使用', action: '请补充 `system`；若其自成系统，则补充 `tenant`。' },
  },
  YQ1926: {
    en: {
      text: 'Plan {plan} of service instance {instance} has single servers: they cannot keep apart ({apart})',
      action: 'Choose a plan with replicas, or leave `apart` out.',
    },
    'zh-CN': {
      text: '服务实例 {instance} 的套餐 {plan} 含单节点，无法分散（{apart}）',
      action: '请选择多副本套餐，或删除 `apart`。',
    },
  },
  YQ1927: {
    en: {
      text: 'Service instance {instance} ({service}) may not stand in zone {zone}, which is of kind {kind}',
      action: 'Put it into a zone of kind: {zones}.',
    },
    'zh-CN': {
      text: '服务实例 {instance}（{service}）不可位于安全域 {zone}（类型 {kind}）',
      action: '请放入以下类型的安全域：{zones}。',
    },
  },
  YQ1928: {
    en: {
      text: 'Service instance {instance} ({service}) is for a system of level {level}; the service serves up to level {most}',
      action: 'Use servers of the system itself, or another service.',
    },
    'zh-CN': {
      text: '服务实例 {instance}（{service}）用于 {level} 级系统，而该服务最高支持 {most} 级',
      action: '请改用该系统自有的服务器或其他服务。',
    },
  },
  YQ1929: {
    en: {
      text: 'Service instance {instance} needs {need} devices {model} in cloud {cloud}; the fleet has {have}',
      action: 'Add them to `devices` of a rack, or choose a plan without devices.',
    },
    'zh-CN': {
      text: '服务实例 {instance} 需要云 {cloud} 中有 {need} 台 {model}，资源池仅有 {have} 台',
      action: '请在机柜的 `devices` 中补充，或选择不需要设备的套餐。',
    },
  },
  YQ1930: {
    en: {
      text: 'No system carries the control planes of the cloud services (cloud: {cloud}); one is made for them, `cloud-services`',
      action: 'Mark the one that does with `platform: true`; it gives them zone and level.',
    },
    'zh-CN': {
      text: '没有系统承载云服务管控面（云：{cloud}）：已为其生成系统 `cloud-services`',
      action: '请在承载管控面的系统上标注 `platform: true`，管控面将继承其安全域与等级。',
    },
  },
  YQ1931: {
    en: {
      text: 'Service instance {instance} names tenant {tenant}, but its system {system} belongs to {owner}',
      action: 'Leave out `tenant`, or name another system.',
    },
    'zh-CN': {
      text: '服务实例 {instance} 指定租户 {tenant}，但其系统 {system} 属于 {owner}',
      action: '请删除 `tenant`，或改用其他系统。',
    },
  },
  YQ1932: {
    en: { text: 'Request {request} asks for nothing', action: 'Add `workloads` or `services`.' },
    'zh-CN': { text: '申请 {request} 未申请任何资源', action: '请补充 `workloads` 或 `services`。' },
  },
  YQ1933: {
    en: { text: 'The id `{instance}` stands for control planes', action: 'Choose another id.' },
    'zh-CN': { text: '标识 `{instance}` 保留给云服务管控面', action: '请改用其他标识。' },
  },
  YQ1934: {
    en: {
      text: 'Service instance {instance} ({service}) is not whole: {placed} of {wanted} replicas of {workload} are placed',
      action: 'See `unplaced` of the plan for the reasons.',
    },
    'zh-CN': {
      text: '服务实例 {instance}（{service}）不完整：{workload} 的 {wanted} 个副本仅放置 {placed} 个',
      action: '原因见规划中的 `unplaced`。',
    },
  },
  YQ1935: {
    en: {
      text: 'Service instance {instance} ({service}) has {have} servers {role}; its plan says {wanted}',
      action: 'Plan again from the documents as they are.',
    },
    'zh-CN': {
      text: '服务实例 {instance}（{service}）有 {have} 台 {role}，套餐要求 {wanted} 台',
      action: '请依据当前文档重新规划。',
    },
  },
  YQ1936: {
    en: {
      text: 'Replicas of {workload} ({service}) share one {level}',
      action: 'Plan again: the plan of the service keeps them apart.',
    },
    'zh-CN': { text: '{workload}（{service}）的副本位于同一 {level}', action: '请重新规划：服务套餐要求副本分散。' },
  },
  YQ1937: {
    en: { text: '{workload} ({service}) stands in zone {actual} instead of {zone}', action: 'Plan again.' },
    'zh-CN': { text: '{workload}（{service}）位于安全域 {actual}，应为 {zone}', action: '请重新规划。' },
  },
  YQ1938: {
    en: {
      text: 'Cloud {cloud} runs service {service} without its control plane ({role})',
      action: 'Plan again from the documents as they are.',
    },
    'zh-CN': { text: '云 {cloud} 使用服务 {service}，但缺少其管控面（{role}）', action: '请依据当前文档重新规划。' },
  },
  YQ1939: {
    en: {
      text: '{workload} does not have what service {service} gives its role {role}',
      action: 'Plan again from the documents as they are.',
    },
    'zh-CN': { text: '{workload} 的规格与服务 {service} 中角色 {role} 的要求不符', action: '请依据当前文档重新规划。' },
  },
  YQ1940: {
    en: {
      text: 'Tenant {tenant}, with all below it, asks for {used} instances of {service}; its quota is {limit}',
      action: 'Ask for fewer, or raise `quotas.instances` (R14).',
    },
    'zh-CN': {
      text: '租户 {tenant} 及其下级共申请 {used} 个 {service} 实例，配额为 {limit}',
      action: '请减少实例，或提高 `quotas.instances`（R14）。',
    },
  },
} as const satisfies Messages;
