import type { FieldTexts } from './field-text.ts';

export const policyTexts: FieldTexts = {
  '': {
    en: ['Policy', 'What a placement must and should keep to.'],
    'zh-CN': ['策略', '放置必须遵守的硬约束与应当达成的软目标。'],
  },
  requestValidity: {
    en: ['How long requests are good for', '`yunqian request expire` ends what is over.'],
    'zh-CN': ['申请的有效期', '由 `yunqian request expire` 使其失效。'],
  },
  'requestValidity.undecidedDays': {
    en: ['Days after which an undecided request expires'],
    'zh-CN': ['未审批申请的失效天数'],
  },
  'requestValidity.graceDays': {
    en: ['Days after its end for which an approved request keeps its room'],
    'zh-CN': ['已批准申请到期后保留资源的天数'],
  },
  approvals: {
    en: ['Who decides on requests, step by step', 'Without it one person other than the applicant decides.'],
    'zh-CN': ['资源申请的审批链', '缺省时由申请人以外的一人审批。'],
  },
  'approvals.approvers': { en: ['Who may decide'], 'zh-CN': ['审批人'] },
  'approvals.needed': { en: ['How many of them must agree'], 'zh-CN': ['需要同意的人数'] },
  'approvals.when': {
    en: ['Requests that this step is for', 'Every condition given must hold; others pass it by.'],
    'zh-CN': ['适用的申请', '所列条件须全部满足；其余申请跳过此步骤。'],
  },
  builtin: {
    en: [
      'Rules that hold without being written',
      '`hard` must hold, `soft` is a goal, `noWorse` may be broken as far as it was at the start, `off` does not count.',
    ],
    'zh-CN': ['内置规则', '`hard` 必须成立，`soft` 为目标，`noWorse` 不得比初始更差，`off` 不生效。'],
  },
  'builtin.zone': { en: ['Workloads stay in their security zone'], 'zh-CN': ['工作负载位于其安全域内'] },
  'builtin.mlps': {
    en: ['No platform carries a system above its own MLPS level'],
    'zh-CN': ['平台不承载高于其等保级别的业务系统'],
  },
  'builtin.arch': { en: ['Architecture of workload and host agree'], 'zh-CN': ['工作负载与主机 CPU 架构一致'] },
  'builtin.rackUplink': {
    en: ['Bandwidth in a rack stays within its uplink'],
    'zh-CN': ['机柜内带宽不超过其上行链路'],
  },
  'builtin.iops': {
    en: ['Volumes fit into the IOPS of their pools', 'Where pools state them; R15.'],
    'zh-CN': ['卷的 IOPS 不超过存储池', '仅限给出 IOPS 的存储池；R15。'],
  },
  'builtin.spine': { en: ['Bandwidth fits into the spine of a room (R15)'], 'zh-CN': ['带宽不超过机房汇聚层（R15）'] },
  'builtin.siteUplink': {
    en: ['Bandwidth fits into the way out of a site (R15)'],
    'zh-CN': ['带宽不超过站点出口（R15）'],
  },
  'builtin.siteLink': {
    en: [
      'Flows between sites fit into their links (R15)',
      'Placed for as the last goal, before all others where a link would be too narrow; copies have what flows leave.',
    ],
    'zh-CN': [
      '站点间流量不超过链路（R15）',
      '放置时作为最后一个目标；链路不足时优先于其他目标；副本使用业务流量之外的带宽。',
    ],
  },
  'builtin.boundary': {
    en: ['Flows between zones pass boundaries that allow them, and that can carry them (R2, R15)'],
    'zh-CN': ['跨域流量经放行且容量足够的边界设备（R2、R15）'],
  },
  'builtin.level4Pool': {
    en: ['Level 4 systems have a resource pool of their own (R4)'],
    'zh-CN': ['四级系统使用独立的资源池（R4）'],
  },
  'builtin.plane': {
    en: ['Management zones carry the management plane alone (R9)'],
    'zh-CN': ['管理域只承载管理面（R9）'],
  },
  'builtin.managementSize': {
    en: ['Management hosts are as many as the published table says (R9)'],
    'zh-CN': ['管理主机数量符合公布的规格（R9）'],
  },
  'builtin.quota': { en: ['Quotas of tenants, at every level'], 'zh-CN': ['各级租户配额'] },
  'builtin.networkAz': {
    en: ['Workloads stand in the availability zone of their networks (R12)'],
    'zh-CN': ['工作负载位于其网络所在的可用区（R12）'],
  },
  'builtin.storage': {
    en: ['Volumes fit into the pools that a host reaches'],
    'zh-CN': ['卷可容纳于主机可访问的存储池'],
  },
  defaults: {
    en: ['What workloads have that do not say otherwise', 'Each default that is used is listed in the plan.'],
    'zh-CN': ['工作负载未指定时的缺省值', '所用缺省值均列于规划中。'],
  },
  poweredOff: {
    en: ['Workloads that are off in the source', 'Placed like the others, or left out.'],
    'zh-CN': ['源端已关机的工作负载', '照常放置或不予放置。'],
  },
  recovery: {
    en: ['Disaster recovery', 'Classes, pairs of sites, and what may fail. Without it nothing is promised or checked.'],
    'zh-CN': ['容灾', '容灾等级、站点对与故障集。未给出时不作承诺也不校验。'],
  },
  'recovery.classes': {
    en: [
      'Classes that systems name in `dr`',
      '`none`, `backup`, `async` and `activeActive` exist without being written.',
    ],
    'zh-CN': ['系统在 `dr` 中引用的容灾等级', '`none`、`backup`、`async`、`activeActive` 无需定义即可使用。'],
  },
  'recovery.classes.method': { en: ['How data reaches a second site'], 'zh-CN': ['数据到达第二站点的方式'] },
  'recovery.classes.rpoMinutes': {
    en: ['Recovery point objective, minutes', 'Data of at most so many minutes may be missing. Not given: no promise.'],
    'zh-CN': ['恢复点目标 RPO（分钟）', '最多丢失这些分钟内的数据。未给出则不作承诺。'],
  },
  'recovery.classes.rtoMinutes': {
    en: ['Recovery time objective, minutes', 'Service is back after so many minutes. Not given: no promise.'],
    'zh-CN': ['恢复时间目标 RTO（分钟）', '在此时间内恢复服务。未给出则不作承诺。'],
  },
  'recovery.classes.intervalMinutes': {
    en: ['Minutes between two copies or backups'],
    'zh-CN': ['两次复制或备份的间隔（分钟）'],
  },
  'recovery.classes.restartOrder': {
    en: ['Order of restarting', 'Lower first. Default: the shorter RTO first.'],
    'zh-CN': ['重启次序', '数值小者优先；缺省为 RTO 短者优先。'],
  },
  'recovery.classes.remote': {
    en: ['Further copy', 'For the loss of both sites of the pair.'],
    'zh-CN': ['异地副本', '用于站点对的两端同时失效。'],
  },
  'recovery.pairs': {
    en: ['Pairs of sites that hold copies for each other'],
    'zh-CN': ['互为容灾的站点对'],
  },
  'recovery.pairs.sites': { en: ['Both sites', '`cloud/site`.'], 'zh-CN': ['两端站点', '`云/站点`。'] },
  'recovery.pairs.oneWay': {
    en: ['Only the first is protected, by the second'],
    'zh-CN': ['仅第二个站点保护第一个站点'],
  },
  'recovery.pairs.bandwidthMbps': {
    en: ['Bandwidth for copies each way, Mbit/s', 'Default: all links between the two sites.'],
    'zh-CN': ['每个方向的复制带宽（Mbit/s）', '缺省为两站点间全部链路。'],
  },
  'recovery.failures': {
    en: ['What may fail', 'Every single domain of a level, or every pair with `count: 2`.'],
    'zh-CN': ['故障集', '该层级的每一个故障域；`count: 2` 时为每两个。'],
  },
  wholeSystems: {
    en: ['All or none', 'Systems selected here are placed whole or left out whole; `{}` selects every system.'],
    'zh-CN': ['整体准入', '所选系统要么全部放置、要么整体不放置；`{}` 表示所有系统。'],
  },
  numa: {
    en: [
      'NUMA cells',
      'Who must stand within NUMA cells of the host; the first entry that selects a workload decides. Without one: bound to none.',
    ],
    'zh-CN': ['NUMA 节点', '哪些工作负载须限定在主机的 NUMA 节点内；首个选中它的条目生效，未选中则不限定。'],
  },
  'numa.cells': {
    en: [
      'How it stands',
      '`align`: in one cell, or in equal parts on the fewest that hold it; `spread`: in equal parts on two or more; `ignore`: bound to none.',
    ],
    'zh-CN': [
      '分布方式',
      '`align`：置于一个节点内，放不下时均分到尽量少的节点；`spread`：均分到两个或更多节点；`ignore`：不限定。',
    ],
  },
  'numa.select': { en: ['Which workloads'], 'zh-CN': ['适用的工作负载'] },
  rightSize: {
    en: [
      'Right size',
      'By what workloads are sized; the first entry that selects one decides. Without an entry: the request.',
    ],
    'zh-CN': ['规格优化', '工作负载按什么定规格；首个选中它的条目生效，未选中则按申请规格。'],
  },
  'rightSize.basis': {
    en: [
      'Basis',
      '`request`, or measured use: `mean`, `percentile`, `peak`; a missing statistic is taken from the next higher one.',
    ],
    'zh-CN': ['依据', '`request`（申请规格）或实测用量：`mean`、`percentile`、`peak`；缺少时取更高一级的统计值。'],
  },
  'rightSize.headroomPct': {
    en: ['Headroom above what was measured, per cent'],
    'zh-CN': ['在实测值上增加的余量百分比'],
  },
  'rightSize.grow': { en: ['May exceed the request'], 'zh-CN': ['是否允许超过申请规格'] },
  'rightSize.select': { en: ['Which workloads'], 'zh-CN': ['适用的工作负载'] },
  'recovery.reserve': {
    en: [
      'Reserve for failures',
      '`prove`: planning goes on until every declared failure leaves nothing beyond its class; `report`: outcomes are only told.',
    ],
    'zh-CN': ['故障预留', '`prove`：反复规划，直到每种声明的故障都不超出等级承诺；`report`：仅报告结果。'],
  },
  'recovery.restart': { en: ['How fast things come back'], 'zh-CN': ['恢复速度'] },
  'recovery.changePctPerDay': {
    en: ['Share of used volume written in a day, per cent', 'Where nothing was measured.'],
    'zh-CN': ['每日写入占已用容量的百分比', '用于没有实测值的工作负载。'],
  },
  'recovery.clauses': { en: ['Clauses that are checked'], 'zh-CN': ['校验的条款'] },
  'recovery.clauses.instances': {
    en: ['Two instances on two hosts for level 3 systems that matter (R7)'],
    'zh-CN': ['三级重要系统每个组件至少两实例、分布于两台主机（R7）'],
  },
  'recovery.clauses.copies': {
    en: ['Copies within the country, two of them, and a local backup (R8)'],
    'zh-CN': ['副本位于境内、至少两份且租户有本地备份（R8）'],
  },
  'recovery.clauses.pairs': { en: ['What an active-active pair must be (R10)'], 'zh-CN': ['双活站点对的约束（R10）'] },
  federation: {
    en: ['Federation of clouds', 'Where systems may run when there are several clouds.'],
    'zh-CN': ['多云联邦', '存在多朵云时系统可在何处运行。'],
  },
  'federation.overflow': {
    en: ['Clouds that take what does not fit at home, in order'],
    'zh-CN': ['归属云放不下时依次承接的云'],
  },
  'federation.overflow.from': {
    en: ['Home clouds', 'Ids, or `role:district`, `role:city`, `role:department`.'],
    'zh-CN': ['归属云', '云标识，或 `role:district`、`role:city`、`role:department`。'],
  },
  'federation.defaultHome': {
    en: ['Home of tenants and systems that name none'],
    'zh-CN': ['未指明归属云的租户与系统的归属云'],
  },
  rules: { en: ['Written rules'], 'zh-CN': ['自定义规则'] },
  'rules.rule': {
    en: ['Kind of rule', 'See docs/reference/rules.md.'],
    'zh-CN': ['规则类型', '参见 docs/reference/rules.md。'],
  },
  'rules.id': {
    en: ['Unique id', 'Explanations and violations name it.'],
    'zh-CN': ['唯一标识', '解释与违规信息以其为准。'],
  },
  'rules.mode': {
    en: [
      'Must or should',
      '`hard` must hold; `soft` is a goal; `noWorse` may be broken as far as it was at the start.',
    ],
    'zh-CN': ['硬约束或软目标', '`hard` 必须成立；`soft` 为目标；`noWorse` 不得比初始更差。'],
  },
  'rules.when': {
    en: ['After the moves, or during them too', '`during`: what leaves still counts where it was.'],
    'zh-CN': ['迁移后或迁移期间', '`during`：迁出的工作负载在原处仍计入。'],
  },
  'rules.level': {
    en: ['Level of a soft goal', 'Lower levels come first, whatever the weights.'],
    'zh-CN': ['软目标层级', '层级小者优先，与权重无关。'],
  },
  'rules.weight': { en: ['Weight within its level'], 'zh-CN': ['层级内权重'] },
  'rules.clause': { en: ['Clause of the law or standard that it comes from'], 'zh-CN': ['所依据的法规或标准条款'] },
  'rules.select': {
    en: ['Which workloads', 'Every condition given must hold; none: all workloads.'],
    'zh-CN': ['选择工作负载', '须满足全部条件；未给出条件则选中全部。'],
  },
  'rules.per': {
    en: ['One group per what', '`component`: replicas together; `all`: one group of all selected.'],
    'zh-CN': ['分组方式', '`component`：副本为一组；`all`：全部选中者为一组。'],
  },
  'rules.topology': { en: ['Level that it speaks of'], 'zh-CN': ['作用的层级'] },
  'rules.maxDomains': { en: ['In at most so many domains'], 'zh-CN': ['最多位于多少个故障域'] },
  'rules.maxPerDomain': { en: ['At most so many in one domain'], 'zh-CN': ['每个故障域最多'] },
  'rules.minPerDomain': { en: ['At least so many where there are any'], 'zh-CN': ['有成员的故障域至少'] },
  'rules.maxSkew': {
    en: [
      'Most minus least loaded domain',
      'Over the domains of the level that the group can use and that have an open host.',
    ],
    'zh-CN': ['最多与最少之差', '统计该层级中该组可用且含开放主机的故障域。'],
  },
  'rules.minDomains': { en: ['In at least so many domains'], 'zh-CN': ['至少位于多少个故障域'] },
  'rules.host': {
    en: [
      'Attribute of the host',
      '`zone`, `site`, `room`, `rack`, `cloud`, `az`, `host`, `arch`, `pool`, `trait`, `profile`, `role`, `mlps`, or `label:KEY`. Places answer to their full path and to its last part.',
    ],
    'zh-CN': [
      '主机属性',
      '`zone`、`site`、`room`、`rack`、`cloud`、`az`、`host`、`arch`、`pool`、`trait`、`profile`、`role`、`mlps` 或 `label:KEY`。位置可用完整路径或末段。',
    ],
  },
  'rules.op': { en: ['How it is compared'], 'zh-CN': ['比较方式'] },
  'rules.values': { en: ['What it is compared with'], 'zh-CN': ['比较的取值'] },
  'rules.dimension': {
    en: ['Resource', '`vcpus`, `memMiB`, `nicMbps`, `localDiskGiB`, `gpu:MODEL`, `storage:TYPE`.'],
    'zh-CN': ['资源维度', '`vcpus`、`memMiB`、`nicMbps`、`localDiskGiB`、`gpu:型号`、`storage:类型`。'],
  },
  'rules.dimensions': {
    en: ['Resources', 'Default: all that hosts have. `vcpus`, `memMiB`, `nicMbps`, `localDiskGiB`, `gpu:MODEL`.'],
    'zh-CN': ['资源维度', '缺省为主机的全部维度：`vcpus`、`memMiB`、`nicMbps`、`localDiskGiB`、`gpu:型号`。'],
  },
  'rules.ratio': {
    en: [
      'Share of capacity',
      'Above 1 is overcommit and replaces the built-in limit; a soft rule below 1 is a safety level.',
    ],
    'zh-CN': ['容量比例', '大于 1 为超分并取代内置上限；小于 1 的软目标为安全水位。'],
  },
  'rules.limits': {
    en: ['Limits by domain', 'A short name stands for every domain that ends in it.'],
    'zh-CN': ['各故障域上限', '简称匹配所有以其结尾的故障域。'],
  },
  'rules.defaultLimit': { en: ['Limit of every other domain'], 'zh-CN': ['其余故障域的上限'] },
  'rules.limit': { en: ['Workloads that may move'], 'zh-CN': ['允许迁移的工作负载数'] },
  'rules.price': { en: ['Price of each move, or of each host in use'], 'zh-CN': ['每次迁移或每台启用主机的代价'] },
  'rules.prices': {
    en: [
      'Price of a Mbit/s by level',
      'For hosts that share a rack, a room, a site, a cloud, a zone; of several the least. On one host it is 0.',
    ],
    'zh-CN': [
      '各层级每 Mbit/s 的代价',
      '适用于同机架、同机房、同站点、同云或同区域的主机，取其中最低者；同一主机为 0。',
    ],
  },
  'rules.apart': {
    en: ['Price of a Mbit/s between hosts that share none of these levels'],
    'zh-CN': ['主机不同属任何上述层级时每 Mbit/s 的代价'],
  },
  'rules.amounts': {
    en: ['Quota by dimension', 'In the unit of the dimension, for each group by itself.'],
    'zh-CN': ['各资源维度的配额', '以该维度的单位计，每组分别适用。'],
  },
  'rules.domains': {
    en: ['Domains of the level, taken together', 'Absent: everywhere.'],
    'zh-CN': ['合并计算的故障域', '省略则为全部范围。'],
  },
  'rules.count': { en: ['Domains lost at once'], 'zh-CN': ['同时失效的故障域数'] },
  'rules.scope': {
    en: ['Level within whose domains the lost load must find room', 'Absent: everywhere.'],
    'zh-CN': ['失效负载须在其内部得到接纳的层级', '省略则为全部范围。'],
  },
  'rules.a': { en: ['One side'], 'zh-CN': ['一侧'] },
  'rules.b': { en: ['Other side'], 'zh-CN': ['另一侧'] },
  'rules.select.roles': { en: ['Roles of components'], 'zh-CN': ['组件角色'] },
  'rules.select.tenants': { en: ['Tenants, with those below them'], 'zh-CN': ['租户及其下级'] },
  'rules.select.mlpsAtLeast': { en: ['Level and above'], 'zh-CN': ['不低于该等保级别'] },
};
