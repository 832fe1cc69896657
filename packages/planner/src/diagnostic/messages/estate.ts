import type { Messages } from './message.ts';

/** YQ11xx: estates. Append-only. */
export const estateMessages = {
  YQ1101: {
    en: { text: 'The id `{id}` is used twice', action: 'Give one of the two `{other}` another id.' },
    'zh-CN': { text: '标识 `{id}` 重复', action: '请为两个 `{other}` 之一更换标识。' },
  },
  YQ1102: {
    en: {
      text: 'The id `{id}` is also that of a replica of `{other}`, or the reverse',
      action: 'Rename one: `count: n` makes the ids ID-1 to ID-n.',
    },
    'zh-CN': {
      text: '标识 `{id}` 与 `{other}` 的副本标识冲突',
      action: '请更换其一：`count: n` 会生成标识 ID-1 至 ID-n。',
    },
  },
  YQ1103: {
    en: { text: 'There is no {field} `{id}`', action: 'Add it to the estate, or remove the reference.' },
    'zh-CN': { text: '不存在 {field} `{id}`', action: '请在 estate 中补充，或删除该引用。' },
  },
  YQ1104: {
    en: { text: 'There is no {field} `{id}`', action: 'Did you mean `{near}`?' },
    'zh-CN': { text: '不存在 {field} `{id}`', action: '是否指 `{near}`？' },
  },
  YQ1105: {
    en: {
      text: 'The workload names the component `{component}` but no system',
      action: 'Add `system`: components belong to systems.',
    },
    'zh-CN': {
      text: '工作负载指定了组件 `{component}`，但未指定业务系统',
      action: '请补充 `system`：组件隶属于业务系统。',
    },
  },
  YQ1106: {
    en: { text: 'The tenants form a circle: {cycle}', action: 'Remove one of these `parent` fields.' },
    'zh-CN': { text: '租户层级形成环：{cycle}', action: '请删除其中一个 `parent`。' },
  },
  YQ1107: {
    en: {
      text: 'The tenant `{tenant}` is nested more than {maximum} levels deep',
      action: 'Flatten the hierarchy: ManageOne admits {maximum} levels of VDC.',
    },
    'zh-CN': {
      text: '租户 `{tenant}` 的层级超过 {maximum} 级',
      action: '请精简层级：ManageOne 的 VDC 最多 {maximum} 级。',
    },
  },
  YQ1108: {
    en: {
      text: '`{workload}` has level {level}, below level {systemLevel} of its system `{system}`',
      action: 'Raise it, unless the part was graded by itself.',
    },
    'zh-CN': {
      text: '`{workload}` 等保级别为 {level}，低于所属系统 `{system}` 的 {systemLevel} 级',
      action: '除非该部分单独定级，否则请提高级别。',
    },
  },
  YQ1109: {
    en: {
      text: '`{workload}` names zone `{zone}`, but its component `{component}` is in `{componentZone}`',
      action: 'Remove one of the two; as it stands, the workload goes by its own zone.',
    },
    'zh-CN': {
      text: '`{workload}` 指定安全域 `{zone}`，但其组件 `{component}` 位于 `{componentZone}`',
      action: '请删除其一；目前以工作负载自身的安全域为准。',
    },
  },
  YQ1110: {
    en: {
      text: '`{workload}` has {field} {value}, which cannot be (at most {limit})',
      action: 'Check the unit that stands in the name of the field.',
    },
    'zh-CN': {
      text: '`{workload}` 的 {field} 为 {value}，超出可能范围（最大 {limit}）',
      action: '请核对字段名中的单位。',
    },
  },
  YQ1111: {
    en: { text: '`{workload}` has no size: {field} is 0', action: 'Give its size; with 0 it is placed anywhere.' },
    'zh-CN': { text: '`{workload}` 没有规格：{field} 为 0', action: '请填写规格；为 0 时可被放到任意主机。' },
  },
  YQ1112: {
    en: {
      text: 'A volume of `{workload}` has {usedGiB} GiB in use, more than its size of {sizeGiB} GiB',
      action: 'Correct one of the two.',
    },
    'zh-CN': { text: '`{workload}` 的一个卷已用 {usedGiB} GiB，超过其容量 {sizeGiB} GiB', action: '请修正其一。' },
  },
  YQ1113: {
    en: {
      text: 'The shared disk `{sharedId}` has {sizeGiB} GiB here and {otherGiB} GiB at `{other}`',
      action: 'Give one disk one size, or two disks two ids.',
    },
    'zh-CN': {
      text: '共享盘 `{sharedId}` 在此处为 {sizeGiB} GiB，在 `{other}` 处为 {otherGiB} GiB',
      action: '同一块盘应容量一致；若为两块盘，请使用不同标识。',
    },
  },
  YQ1114: {
    en: {
      text: '`{reference}` is not a reference',
      action: 'Write `system:ID`, `component:SYSTEM/ID` or `workload:ID`.',
    },
    'zh-CN': {
      text: '`{reference}` 不是有效引用',
      action: '请写作 `system:ID`、`component:SYSTEM/ID` 或 `workload:ID`。',
    },
  },
  YQ1115: {
    en: {
      text: 'The estate has no workloads',
      action: 'Add workloads, or import them from an inventory that has sizes.',
    },
    'zh-CN': { text: 'estate 中没有工作负载', action: '请增加工作负载，或从带有规格的清单导入。' },
  },
  YQ1116: {
    en: {
      text: 'The estate stands for {count} workloads; at most {maximum} can be planned at once',
      action: 'Check the `count` fields, or divide the estate.',
    },
    'zh-CN': {
      text: 'estate 展开后有 {count} 个工作负载，一次最多可规划 {maximum} 个',
      action: '请检查 `count` 字段，或拆分 estate。',
    },
  },
  YQ1117: {
    en: { text: '`{reference}` depends on itself', action: 'Remove this dependency.' },
    'zh-CN': { text: '`{reference}` 依赖自身', action: '请删除该依赖。' },
  },
} as const satisfies Messages;
