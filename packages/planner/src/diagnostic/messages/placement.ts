import type { Messages } from './message.ts';

/** YQ2xxx: lowering and placement. Append-only. */
export const placementMessages = {
  YQ2001: {
    en: {
      text: 'No host stands in the zone `{value}`, which {count} workloads need',
      action: 'Give hosts of the fleet that zone, or correct the name. Nearest: {near}.',
    },
    'zh-CN': {
      text: '{count} 个工作负载需要安全域 `{value}`，但其中没有主机',
      action: '请为 fleet 中的主机设置该安全域，或修正名称。相近：{near}。',
    },
  },
  YQ2002: {
    en: {
      text: 'The fleet describes no zones, so the zone and protection level of {count} workload entries are not checked',
      action: 'Add `zones` to the fleet, with their MLPS levels, and name them on racks or hosts.',
    },
    'zh-CN': {
      text: 'fleet 未描述安全域，{count} 个工作负载条目的安全域和等保级别未被检查',
      action: '请在 fleet 中补充 `zones` 及其等保级别，并在机柜或主机上引用。',
    },
  },
  YQ2003: {
    en: { text: 'The rule `{rule}` selects no workload', action: 'Correct its selection, or remove the rule.' },
    'zh-CN': { text: '规则 `{rule}` 未选中任何工作负载', action: '请修正选择条件，或删除该规则。' },
  },
  YQ2004: {
    en: {
      text: 'The rule `{rule}` selects {field} `{name}`, which the estate does not have',
      action: 'Correct the name, or remove it from the selection.',
    },
    'zh-CN': {
      text: '规则 `{rule}` 选择的 {field} `{name}` 在 estate 中不存在',
      action: '请修正名称，或从选择条件中删除。',
    },
  },
  YQ2005: {
    en: {
      text: 'The rule `{rule}` selects {field} `{name}`, which the estate does not have',
      action: 'Did you mean `{near}`?',
    },
    'zh-CN': { text: '规则 `{rule}` 选择的 {field} `{name}` 在 estate 中不存在', action: '是否指 `{near}`？' },
  },
  YQ2006: {
    en: {
      text: 'The rule `{rule}` passes by {count} selected workloads that have no {per}',
      action: 'Name the {per} of these workloads in the estate, or group the rule otherwise with `per`.',
    },
    'zh-CN': {
      text: '规则 `{rule}` 选中的 {count} 个工作负载没有所属的 {per}，规则对其不生效',
      action: '请在 estate 中补充其 {per}，或改用其他 `per` 分组。',
    },
  },
  YQ2007: {
    en: {
      text: 'The rule `{rule}` has nothing to do: no group that it selects is large enough',
      action: 'Widen the selection or `per`, or remove the rule.',
    },
    'zh-CN': {
      text: '规则 `{rule}` 不起作用：其选中的各组成员数均不足',
      action: '请扩大选择范围或调整 `per`，或删除该规则。',
    },
  },
  YQ2008: {
    en: {
      text: 'The rule `{rule}` names the dimension `{name}`, which this problem does not have',
      action: 'Use one of, or the nearest: {near}.',
    },
    'zh-CN': { text: '规则 `{rule}` 引用的资源维度 `{name}` 不存在', action: '可用或相近：{near}。' },
  },
  YQ2009: {
    en: {
      text: 'The rule `{rule}` limits the {topology} `{name}`, where no host stands',
      action: 'Correct the name. Nearest: {near}.',
    },
    'zh-CN': { text: '规则 `{rule}` 限制的 {topology} `{name}` 中没有主机', action: '请修正名称。相近：{near}。' },
  },
  YQ2010: {
    en: {
      text: 'The rule `{rules}` cannot hold for all of `{group}`: of {size} workloads at most {room} can be placed',
      action: 'Make the rule soft, add domains, or expect that some of the group stay unplaced.',
    },
    'zh-CN': {
      text: '规则 `{rules}` 无法对 `{group}` 的全部成员成立：{size} 个工作负载中最多能放置 {room} 个',
      action: '请将规则改为软目标、增加故障域，或接受组内部分成员不被放置。',
    },
  },
  YQ2011: {
    en: {
      text: 'The rules `{rules}` cannot all hold for `{group}`: of {size} workloads ({workloads}) at most {room} can be placed; without any one of these rules there would be no such contradiction',
      action: 'Take one of the rules from these workloads, or make one soft.',
    },
    'zh-CN': {
      text: '规则 `{rules}` 无法对 `{group}` 同时成立：{size} 个工作负载（{workloads}）中最多能放置 {room} 个；去掉其中任一规则即不再矛盾',
      action: '请使其中一条规则不再选中这些工作负载，或改为软目标。',
    },
  },
  YQ2012: {
    en: {
      text: 'No storage pool of the fleet has the type `{value}`, which {count} workloads need',
      action: 'Add such a pool to a site, or correct the type. The fleet has: {near}.',
    },
    'zh-CN': {
      text: '{count} 个工作负载需要类型为 `{value}` 的存储池，但 fleet 中没有',
      action: '请在站点中增加该类型的存储池，或修正类型。fleet 现有：{near}。',
    },
  },
  YQ2014: {
    en: {
      text: 'No host of the fleet has the accelerator `{value}`, which {count} workloads need',
      action: 'Add hosts with it, or correct the model. The fleet has: {near}.',
    },
    'zh-CN': {
      text: '{count} 个工作负载需要加速卡 `{value}`，但 fleet 中没有主机配备',
      action: '请增加配备该卡的主机，或修正型号。fleet 现有：{near}。',
    },
  },
  YQ2015: {
    en: {
      text: 'No host of the fleet is in the pool `{value}`, which {count} workloads ask for',
      action: 'Name that pool on hosts, or correct the workload. The fleet has: {near}.',
    },
    'zh-CN': {
      text: '{count} 个工作负载指定主机池 `{value}`，但 fleet 中没有主机属于该池',
      action: '请为主机设置该主机池，或修正工作负载。fleet 现有：{near}。',
    },
  },
  YQ2016: {
    en: {
      text: '`{workload}` was taken back: its {type} volumes ({sizeGiB} GiB) fit into the pools together but into no single one',
      action: 'Make a pool larger, or divide the volumes.',
    },
    'zh-CN': {
      text: '`{workload}` 已撤回：其 {type} 卷（{sizeGiB} GiB）合计可容纳，但没有单个存储池放得下',
      action: '请扩大某个存储池，或拆分卷。',
    },
  },
  YQ2017: {
    en: {
      text: 'Both sides of the rule `{rule}` select the same {count} workloads, which then conflict with themselves',
      action: 'Narrow one side; to keep equal workloads apart, use `separate`.',
    },
    'zh-CN': {
      text: '规则 `{rule}` 的两侧选中了相同的 {count} 个工作负载，它们将与自身冲突',
      action: '请收窄其中一侧；若要让同类工作负载分离，请使用 `separate`。',
    },
  },
  YQ2018: {
    en: {
      text: 'The estate has bare-metal workloads, but no host of the fleet has the role `bareMetal`',
      action: 'Give hosts `role: bareMetal`, or make the workloads virtual machines.',
    },
    'zh-CN': {
      text: 'estate 含有裸金属工作负载，但 fleet 中没有角色为 `bareMetal` 的主机',
      action: '请为主机设置 `role: bareMetal`，或将这些工作负载改为虚拟机。',
    },
  },
  YQ2019: {
    en: {
      text: 'No host of the fleet has the trait `{value}`, which {count} workloads ask for',
      action: 'Name the trait on hosts, or correct the workload. The fleet has: {near}.',
    },
    'zh-CN': {
      text: '{count} 个工作负载要求特性 `{value}`，但 fleet 中没有主机具备',
      action: '请为主机设置该特性，或修正工作负载。fleet 现有：{near}。',
    },
  },
  YQ2020: {
    en: {
      text: 'The placement breaks {count} hard rules, first `{rule}`; no valid plan was made',
      action: 'This is a fault of the program: please report it with the documents or `plan create --save-problem`.',
    },
    'zh-CN': {
      text: '放置结果违反 {count} 项硬约束，首项为 `{rule}`；未生成有效规划',
      action: '这是程序缺陷：请附上相关文档或 `plan create --save-problem` 的输出报告。',
    },
  },
  YQ2021: {
    en: {
      text: 'The rule `{rule}` of the estate is replaced by the rule of that id in the policy',
      action: 'Nothing to do, if that is what you mean; otherwise give the policy rule another id.',
    },
    'zh-CN': {
      text: 'estate 中的规则 `{rule}` 被 policy 中同名规则取代',
      action: '若符合本意则无需处理；否则请更换 policy 规则的标识。',
    },
  },
  YQ2023: {
    en: {
      text: 'There is no workload to place',
      action: 'Add workloads to the estate, or look at `poweredOff` in the policy.',
    },
    'zh-CN': { text: '没有需要放置的工作负载', action: '请在 estate 中增加工作负载，或检查 policy 的 `poweredOff`。' },
  },
  YQ2024: {
    en: { text: 'The fleet has no hosts', action: 'Add hosts to its racks.' },
    'zh-CN': { text: 'fleet 中没有主机', action: '请在机柜中增加主机。' },
  },
  YQ2025: {
    en: {
      text: 'The rule `{rule}` finds no dependency with a bandwidth between the selected workloads; it has no effect',
      action: 'Give `bandwidthMbps` to dependencies of the estate, or widen the selection.',
    },
    'zh-CN': {
      text: '规则 `{rule}` 在所选工作负载之间未找到带带宽的依赖关系，不起作用',
      action: '请为 estate 的依赖关系填写 `bandwidthMbps`，或放宽选择范围。',
    },
  },
  YQ2026: {
    en: {
      text: 'Nothing tells the NUMA cells of profile `{profile}`: workloads that the policy binds to cells are not placed on its hosts',
      action: 'Give the profile `numaCells`, or `cpu` with its sockets.',
    },
    'zh-CN': {
      text: '无从得知主机规格 `{profile}` 的 NUMA 节点数：策略限定节点的工作负载不会放置到这些主机上',
      action: '请在该规格中填写 `numaCells`，或填写含路数的 `cpu`。',
    },
  },
} as const satisfies Messages;
