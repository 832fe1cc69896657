import type { Messages } from './message.ts';

/** YQ3xxx: verification of plans. Append-only. */
export const verifyMessages = {
  YQ3001: {
    en: {
      text: 'The {kind} document {path} is not the one that the plan was made from: its content differs',
      action: 'Plan again, or give the document of that time.',
    },
    'zh-CN': { text: '{kind} 文档 {path} 与生成规划时不一致：内容已变更', action: '请重新规划，或提供当时的文档。' },
  },
  YQ3002: {
    en: {
      text: 'The plan was made without a {kind} document, but one is given',
      action: 'Verify without it, or plan again with it.',
    },
    'zh-CN': {
      text: '规划生成时未使用 {kind} 文档，但此处提供了该文档',
      action: '请去掉该文档后校验，或加入该文档重新规划。',
    },
  },
  YQ3003: {
    en: { text: '`{workload}` is in the plan more than once', action: 'The plan was edited or damaged: plan again.' },
    'zh-CN': { text: '`{workload}` 在规划中重复出现', action: '规划可能被改动或损坏：请重新规划。' },
  },
  YQ3004: {
    en: {
      text: '`{workload}` of the estate is nowhere in the plan',
      action: 'Plan again: a plan accounts for every workload.',
    },
    'zh-CN': { text: 'estate 中的 `{workload}` 未出现在规划中', action: '请重新规划：规划须涵盖每个工作负载。' },
  },
  YQ3005: {
    en: {
      text: '`{workload}` is in the plan, but not in the estate',
      action: 'Give the estate that the plan was made from, or plan again.',
    },
    'zh-CN': { text: '`{workload}` 在规划中，但不在 estate 中', action: '请提供生成该规划的 estate，或重新规划。' },
  },
  YQ3006: {
    en: {
      text: '`{workload}` is placed on `{host}`, which the fleet does not have',
      action: 'Give the fleet that the plan was made for, or plan again.',
    },
    'zh-CN': {
      text: '`{workload}` 放置在 `{host}` 上，但 fleet 中没有该主机',
      action: '请提供该规划所用的 fleet，或重新规划。',
    },
  },
  YQ3007: {
    en: { text: '`{workload}` is planned, but the policy leaves it out', action: 'Plan again with this policy.' },
    'zh-CN': { text: '`{workload}` 已列入规划，但 policy 要求不予放置', action: '请用当前 policy 重新规划。' },
  },
  YQ3008: {
    en: { text: '`{workload}` is left out, but the policy does not say so', action: 'Plan again with this policy.' },
    'zh-CN': { text: '`{workload}` 被排除在外，但 policy 并未要求', action: '请用当前 policy 重新规划。' },
  },
  YQ3010: {
    en: {
      text: 'The volumes of `{workload}` are {found} in the plan, but {expected} in the estate',
      action: 'Plan again with this estate.',
    },
    'zh-CN': {
      text: '`{workload}` 的卷在规划中为 {found}，在 estate 中为 {expected}',
      action: '请用当前 estate 重新规划。',
    },
  },
  YQ3011: {
    en: {
      text: 'A {type} volume of `{workload}` stands in `{pool}`, which {host} cannot reach',
      action: 'Plan again; a host reaches the pools of its own site and zone.',
    },
    'zh-CN': {
      text: '`{workload}` 的 {type} 卷放在 `{pool}`，但 {host} 无法访问该池',
      action: '请重新规划；主机只能访问本站点、本安全域的存储池。',
    },
  },
  YQ3012: {
    en: {
      text: 'The shared disk `{sharedId}` of `{workload}` stands in `{pool}` and in `{other}`',
      action: 'Plan again: one disk has one place.',
    },
    'zh-CN': {
      text: '`{workload}` 的共享盘 `{sharedId}` 同时位于 `{pool}` 和 `{other}`',
      action: '请重新规划：一块盘只能位于一处。',
    },
  },
  YQ3013: {
    en: {
      text: 'The pool `{pool}` holds {usedGiB} GiB, but has only {usableGiB}',
      action: 'Plan again, or enlarge the pool.',
    },
    'zh-CN': {
      text: '存储池 `{pool}` 已分配 {usedGiB} GiB，但可用仅 {usableGiB} GiB',
      action: '请重新规划，或扩容该存储池。',
    },
  },
  YQ3020: {
    en: {
      text: 'The plan says that {field} is {claimed}, but it is {found}',
      action: 'The plan was edited or damaged: plan again.',
    },
    'zh-CN': { text: '规划声称 {field} 为 {claimed}，实际为 {found}', action: '规划可能被改动或损坏：请重新规划。' },
  },
  YQ3030: {
    en: {
      text: 'The moves name `{name}`, which the documents do not have',
      action: 'Plan again from the live placement.',
    },
    'zh-CN': { text: '迁移步骤引用了文档中不存在的 `{name}`', action: '请基于现网放置重新规划。' },
  },
  YQ3031: {
    en: {
      text: 'Step {step} of the moves breaks `{rule}` at `{place}` by {amount}',
      action: 'Do not carry out these moves; plan again from the live placement.',
    },
    'zh-CN': {
      text: '第 {step} 步迁移在 `{place}` 违反规则 `{rule}`，超出 {amount}',
      action: '请勿执行这些迁移；请基于现网放置重新规划。',
    },
  },
  YQ3032: {
    en: {
      text: 'Step {step} moves `{workload}` from where it is not, or twice',
      action: 'Do not carry out these moves; plan again from the live placement.',
    },
    'zh-CN': {
      text: '第 {step} 步迁移 `{workload}` 时其并不在所述主机上，或同一步内重复迁移',
      action: '请勿执行这些迁移；请基于现网放置重新规划。',
    },
  },
  YQ3034: {
    en: {
      text: 'Of the system `{system}` {placed} of {of} workloads are placed; the policy wants all or none',
      action: 'Plan again, or take the system out of `wholeSystems`.',
    },
    'zh-CN': {
      text: '系统 `{system}` 的 {of} 个工作负载中只放置了 {placed} 个；策略要求整体准入',
      action: '请重新规划，或将该系统移出 `wholeSystems`。',
    },
  },
  YQ3033: {
    en: {
      text: 'The moves do not bring `{workload}` to where the plan has it',
      action: 'Plan again from the live placement.',
    },
    'zh-CN': { text: '迁移步骤未将 `{workload}` 送达规划的主机', action: '请基于现网放置重新规划。' },
  },
  YQ3035: {
    en: {
      text: 'The NUMA cells of the host `{host}` do not hold what the plan binds to them: {why}',
      action: 'Plan again, or change `numa` in the policy.',
    },
    'zh-CN': {
      text: '主机 `{host}` 的 NUMA 节点容纳不下规划限定在其中的工作负载：{why}',
      action: '请重新规划，或修改策略中的 `numa`。',
    },
  },
} as const satisfies Messages;
