import type { Messages } from './message.ts';

/** YQ426x: gates of a wave. YQ427x: its evidence. YQ428x: what `verifyWaves` finds of them. YQ429x: why a schedule changed. */
export const wavesDocumentMessages = {
  YQ4260: {
    en: { text: 'The wave {wave} is accepted', action: 'The programme board decides.' },
    'zh-CN': { text: '波次 {wave} 已验收', action: '由项目指挥部决定。' },
  },
  YQ4261: {
    en: { text: 'No finding blocks its {groups} groups', action: 'Mend what blocks, or have it waived.' },
    'zh-CN': { text: '其 {groups} 个迁移组没有阻断性检查结果', action: '请处理阻断项，或登记豁免。' },
  },
  YQ4262: {
    en: {
      text: 'The hosts of its {workloads} workloads are ready and empty enough',
      action: 'Verify the plan against the fleet as built.',
    },
    'zh-CN': { text: '承载其 {workloads} 个工作负载的主机就绪且容量充足', action: '请对照实际建成的资源池校验规划。' },
  },
  YQ4263: {
    en: { text: 'Its {groups} copies have caught up', action: 'Check the lag of each copy.' },
    'zh-CN': { text: '其 {groups} 个复制任务均已追平', action: '请检查各复制任务的延迟。' },
  },
  YQ4264: {
    en: {
      text: 'Owners of {systems} systems say go',
      action: 'Ask each owner; who approves is not who carries it out.',
    },
    'zh-CN': { text: '{systems} 个系统的责任单位同意割接', action: '请逐一确认；审批人与执行人应分离。' },
  },
  YQ4265: {
    en: {
      text: 'The trial of {days} days is over; sources may be switched off for good',
      action: 'Owners sign the acceptance.',
    },
    'zh-CN': { text: '{days} 天试运行结束，源端可下线', action: '请责任单位签署验收。' },
  },
  YQ4270: {
    en: { text: 'Backup of {workloads} workloads, taken and read back', action: 'Keep it until the trial is over.' },
    'zh-CN': { text: '{workloads} 个工作负载的备份及恢复验证记录', action: '请保留至试运行结束。' },
  },
  YQ4271: {
    en: { text: 'Check of the copied data ({sizeGiB} GiB)', action: 'Keep counts or checksums of both sides.' },
    'zh-CN': { text: '复制数据校验记录（{sizeGiB} GiB）', action: '请保留两端的数量或校验和。' },
  },
  YQ4272: {
    en: { text: 'Log of each of {groups} cutovers: who, when, what', action: 'Export the journal of the run.' },
    'zh-CN': { text: '{groups} 次割接的操作记录：何人、何时、何事', action: '请导出执行日志。' },
  },
  YQ4273: {
    en: { text: 'Tests of {systems} systems, passed, with their times', action: 'Owners test and sign.' },
    'zh-CN': { text: '{systems} 个系统的业务测试通过记录及响应时间', action: '由责任单位测试并签字。' },
  },
  YQ4274: {
    en: {
      text: 'Filing and assessment of {systems} systems of MLPS level 3 or above',
      action: 'File the change of location.',
    },
    'zh-CN': { text: '{systems} 个等保三级及以上系统的备案与测评材料', action: '请办理系统迁移的备案变更。' },
  },
  YQ4275: {
    en: { text: 'Rehearsal of the way back of {systems} core systems', action: 'Rehearse before the first cutover.' },
    'zh-CN': { text: '{systems} 个核心系统的回退演练记录', action: '请在首次割接前演练。' },
  },
  YQ4276: {
    en: { text: '{count} waivers, each with its name, reason and end', action: 'Attach them.' },
    'zh-CN': { text: '{count} 项豁免，含签署人、理由与期限', action: '请附上。' },
  },
  YQ4280: {
    en: {
      text: 'The gate {gate} of {wave} is due at {at}, which is out of order',
      action: 'Schedule again: `yunqian wave create`.',
    },
    'zh-CN': { text: '{wave} 的关口 {gate} 定于 {at}，次序不对', action: '请重新排期：`yunqian wave create`。' },
  },
  YQ4281: {
    en: {
      text: 'The wave {wave} can go back until {until}; {days} days after its last cutover are asked for',
      action: 'Schedule again: `yunqian wave create`.',
    },
    'zh-CN': {
      text: '{wave} 可回退至 {until}；要求为最后割接后 {days} 天',
      action: '请重新排期：`yunqian wave create`。',
    },
  },
  YQ4282: {
    en: {
      text: 'The finding {code} on {subject} is waived, but the programme has no such waiver that holds',
      action: 'Schedule again: `yunqian wave create`.',
    },
    'zh-CN': {
      text: '{subject} 的检查结果 {code} 标为已豁免，但项目文档中没有有效的豁免',
      action: '请重新排期：`yunqian wave create`。',
    },
  },
  YQ4290: {
    en: { text: 'The {kind} document is another one', action: 'Compare the two.' },
    'zh-CN': { text: '{kind} 文档已变更', action: '请比较两者。' },
  },
  YQ4291: {
    en: { text: 'Its data to copy went from {before} to {after} GiB', action: 'Check the estate.' },
    'zh-CN': { text: '待复制数据由 {before} GiB 变为 {after} GiB', action: '请核对资产清单。' },
  },
  YQ4292: {
    en: { text: 'Its rate of change went from {before} to {after} Mbit/s', action: 'Check the measure.' },
    'zh-CN': { text: '数据变化速率由 {before} 变为 {after} Mbit/s', action: '请核对测量值。' },
  },
  YQ4293: {
    en: { text: 'It has {joined} workloads more and {gone} fewer', action: 'See its reasons: `yunqian wave explain`.' },
    'zh-CN': { text: '新增 {joined} 个、减少 {gone} 个工作负载', action: '成组原因见 `yunqian wave explain`。' },
  },
  YQ4294: {
    en: { text: 'It waits for {group} now', action: 'See its reasons: `yunqian wave explain`.' },
    'zh-CN': { text: '现须等待 {group}', action: '原因见 `yunqian wave explain`。' },
  },
  YQ4295: {
    en: { text: 'It need not wait for {group} any more', action: 'Nothing to do.' },
    'zh-CN': { text: '不再需要等待 {group}', action: '无需处理。' },
  },
  YQ4296: {
    en: { text: '{group}, which it uses, moves at another time', action: 'See why {group} moves.' },
    'zh-CN': { text: '其依赖的 {group} 时间有变', action: '请查看 {group} 变动的原因。' },
  },
  YQ4297: {
    en: { text: 'People decided it: {state}', action: 'Nothing to do.' },
    'zh-CN': { text: '由人工确定：{state}', action: '无需处理。' },
  },
  YQ4298: {
    en: {
      text: 'The group is the same; the schedule around it is another',
      action: 'Pin it in the programme to keep it where it was.',
    },
    'zh-CN': { text: '该组未变，周围的排期有变', action: '如需保持原时间，请在项目文档中固定（pins）。' },
  },
} as const satisfies Messages;
