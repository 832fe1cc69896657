import type { FieldTexts } from './field-text.ts';

export const programmeTexts: FieldTexts = {
  '': {
    en: ['Programme', 'When the migration may happen, over which links, with how many hands.'],
    'zh-CN': ['迁移计划条件', '迁移的时间、链路与人力。'],
  },
  timeZone: { en: ['Time zone of all dates (IANA)'], 'zh-CN': ['所有日期的时区（IANA）'] },
  start: { en: ['First day'], 'zh-CN': ['开始日期'] },
  deadline: { en: ['Last day'], 'zh-CN': ['截止日期'] },
  links: { en: ['Links that bulk copies share'], 'zh-CN': ['批量拷贝共用的链路'] },
  'links.patterns': {
    en: ['Times at which copies may use only a share of the link', 'At other times they have all that is usable.'],
    'zh-CN': ['拷贝只能使用部分带宽的时段', '其余时段可使用全部可用带宽。'],
  },
  appliances: { en: ['Replication appliances and how much they carry at once'], 'zh-CN': ['复制网关及其并发能力'] },
  teams: {
    en: ['Cutovers that the people can carry at once, or the teams that carry them'],
    'zh-CN': ['可同时进行的割接数，或承担割接的各团队'],
  },
  ownWindows: {
    en: ['Windows of some tenants or systems, in place of the common ones'],
    'zh-CN': ['部分租户或系统自己的变更窗口，取代通用窗口'],
  },
  holidays: { en: ['Days on which teams do not work'], 'zh-CN': ['团队不上班的节假日'] },
  systems: {
    en: ['What is decided for single systems: strategy, method, change rate, downtime, dates, skills, risk'],
    'zh-CN': ['各业务系统的决定：策略、方式、变化速率、停机时间、日期、技能、风险'],
  },
  'systems.due': {
    en: ['Promised last day; a later cutover counts as a miss'],
    'zh-CN': ['承诺的最后日期；晚于此日割接记为逾期'],
  },
  pins: { en: ['Decided by people; no schedule moves it'], 'zh-CN': ['人工确定的安排；排程不会改动'] },
  waivers: {
    en: ['Blocking findings that somebody answers for: who, why, until when'],
    'zh-CN': ['阻断性检查结果的豁免：签署人、理由、期限'],
  },
  trialDays: {
    en: ['Days after the last cutover of a wave during which its sources are kept'],
    'zh-CN': ['波次最后一次割接后保留源端的试运行天数'],
  },
  maxWorkloadsPerGroup: {
    en: [
      'Workloads of a move group',
      'A larger one is split at the strong uses that are cheapest to cut, with a warning.',
    ],
    'zh-CN': ['迁移组的工作负载上限', '超过时在代价最小的强依赖处拆分并给出警告。'],
  },
  reuse: {
    en: ['Hosts of the fleet that are sources today, free once these are empty and rebuilt'],
    'zh-CN': ['目前仍是源端的主机，清空并重装后可用（腾笼换鸟）'],
  },
  objective: {
    en: ['What a schedule is judged by, first things first', 'An earlier level is never given up for a later one.'],
    'zh-CN': ['排程目标，按先后顺序', '不会为后面的目标牺牲前面的目标。'],
  },
  replication: {
    en: ['How a warm copy ends: delta rounds, then the switch'],
    'zh-CN': ['增量同步与切换的方式'],
  },
  windows: {
    en: ['When cutovers may happen', 'Weekly, local time; a window whose end is before its start runs past midnight.'],
    'zh-CN': ['变更窗口', '按周、当地时间；结束早于开始则跨越午夜。'],
  },
  freezes: { en: ['No cutover, both dates included'], 'zh-CN': ['封网期（含首尾两日）'] },
  pilot: { en: ['Systems of the first, small wave'], 'zh-CN': ['首个试点波次的业务系统'] },
};

export const requestTexts: FieldTexts = {
  '': {
    en: ['Request', 'What a bureau applies for at the portal: new systems, or more for those that it has.'],
    'zh-CN': ['资源申请', '委办局通过门户提出的申请：新建业务系统，或为已有系统追加资源。'],
  },
  id: { en: ['The portal knows it by this'], 'zh-CN': ['门户中的唯一标识'] },
  tenant: { en: ['Who applies'], 'zh-CN': ['申请租户'] },
  justification: { en: ['Why it is needed'], 'zh-CN': ['申请理由'] },
  from: { en: ['First day'], 'zh-CN': ['启用日期'] },
  until: { en: ['Last day'], 'zh-CN': ['到期日期'] },
  systems: { en: ['New systems of the tenant'], 'zh-CN': ['租户新建的业务系统'] },
  workloads: {
    en: ['What is to run', 'As in an estate; each belongs to a system of the request or of the tenant.'],
    'zh-CN': ['需要运行的工作负载', '写法与 estate 相同；须属于申请中或该租户已有的业务系统。'],
  },
  services: {
    en: ['Cloud services that it asks for', 'As in an estate; without `system` each is a system of its own.'],
    'zh-CN': ['申请的云服务', '写法与 estate 相同；未指定 `system` 时各自成为一个系统。'],
  },
};

export const planTexts: FieldTexts = {
  '': {
    en: ['Plan', 'What stands where, what could not be placed and why. Same inputs, seed and budget: same bytes.'],
    'zh-CN': ['规划', '放置结果、未放置项及原因。输入、种子与预算相同则字节相同。'],
  },
  inputs: { en: ['Documents that it was made from, with their sha256'], 'zh-CN': ['生成所用文档及其 sha256'] },
  status: { en: ['Complete, partial or cancelled'], 'zh-CN': ['完成、部分完成或已取消'] },
  placements: { en: ['Host and pools of each placed workload'], 'zh-CN': ['已放置工作负载的主机与存储池'] },
  unplaced: {
    en: [
      'What could not be placed',
      '`contended`: would fit if others moved; `unresolvable`: no host of the fleet can take it.',
    ],
    'zh-CN': ['未放置项', '`contended`：调整其他工作负载后可放置；`unresolvable`：没有主机可承载。'],
  },
  'unplaced.blockedBy': { en: ['Hosts by the first rule that stops it there'], 'zh-CN': ['各主机上首个阻止它的规则'] },
  'unplaced.nearest': { en: ['The host that misses by least'], 'zh-CN': ['最接近可用的主机'] },
  utilisation: {
    en: [
      'What is in use',
      '`total` is a share of what can be sold over all hosts; `hosts` are those that carry anything.',
    ],
    'zh-CN': ['资源利用率', '`total` 为全部主机可售容量的占比；`hosts` 为有负载的主机。'],
  },
  omitted: { en: ['Workloads that the policy leaves out'], 'zh-CN': ['策略不予放置的工作负载'] },
  violations: { en: ['Goals that are not met'], 'zh-CN': ['未达成的目标'] },
  assumptions: { en: ['Figures without a source that the plan rests on'], 'zh-CN': ['规划所依赖的假定数据'] },
};

export const wavesTexts: FieldTexts = {
  '': {
    en: ['Waves', 'Move groups, their schedule, and the waves that they form.'],
    'zh-CN': ['迁移波次', '迁移组、其排程及所组成的波次。'],
  },
  groups: { en: ['What must cut over together, and why'], 'zh-CN': ['必须一起割接的迁移组及原因'] },
  activities: { en: ['Copy and cutover of each group'], 'zh-CN': ['各组的拷贝与割接'] },
  'groups.cuts': {
    en: ['Strong uses that were cut, as the group was too large'],
    'zh-CN': ['因迁移组过大而割裂的强依赖'],
  },
  assessments: { en: ['How hard each system is to move, and why'], 'zh-CN': ['各系统的迁移难度及原因'] },
  findings: { en: ['Readiness checks that are not met'], 'zh-CN': ['未通过的就绪检查'] },
  'waves.gates': {
    en: ['What must be true, and by when, for the wave to go on'],
    'zh-CN': ['波次推进的关口及时间'],
  },
  'waves.rollback': {
    en: ['The state it can go back to, and until when'],
    'zh-CN': ['可回退到的时点及期限'],
  },
  'waves.evidence': { en: ['What must be on file before the wave is closed'], 'zh-CN': ['波次关闭前须归档的材料'] },
  unscheduled: { en: ['Groups that found no time'], 'zh-CN': ['未能排程的迁移组'] },
};
