import type { FieldTexts } from './field-text.ts';

export const estateTexts: FieldTexts = {
  '': {
    en: [
      'Estate',
      'What an organisation runs today and wants to place: tenants, systems, workloads, and what depends on what.',
    ],
    'zh-CN': ['资产', '组织当前运行并需要放置的内容：租户、业务系统、工作负载及其依赖关系。'],
  },
  source: {
    en: ['Where it was imported from', 'Format and files with their sha256.'],
    'zh-CN': ['导入来源', '格式与文件及其 sha256。'],
  },
  tenants: {
    en: ['Bureaus and departments', 'May be nested by `parent`, five levels deep at most.'],
    'zh-CN': ['租户（委办局）', '可用 `parent` 嵌套，最多五级。'],
  },
  reservations: {
    en: ['Approved requests that joined the estate', 'Written by `plan create --requests`; a plan keeps their places.'],
    'zh-CN': ['并入的已批准申请', '由 `plan create --requests` 写入；规划将保留其承诺的位置。'],
  },
  'tenants.quotas': {
    en: [
      'The most that it and the tenants below it may use',
      'One entry for each cloud and zone that has limits of its own.',
    ],
    'zh-CN': ['本租户及其下级可用的上限', '每个单独限额的云与安全域一项。'],
  },
  'tenants.quotas.instances': {
    en: ['Instances of cloud services, by service', 'They count as asked, placed or not.'],
    'zh-CN': ['各云服务的实例数上限', '按申请计数，与是否已放置无关。'],
  },
  'tenants.overbooked': { en: ['It may hand out more than it has'], 'zh-CN': ['允许向下级超额分配'] },
  'tenants.parent': { en: ['Tenant above it'], 'zh-CN': ['上级租户'] },
  systems: {
    en: ['Business systems', 'What a tenant uses as one thing; it moves as one thing too.'],
    'zh-CN': ['业务系统', '租户作为整体使用的系统，迁移时也作为整体。'],
  },
  'systems.tenant': { en: ['Tenant that owns it'], 'zh-CN': ['所属租户'] },
  'systems.mlps': {
    en: ['MLPS 2.0 level', 'Runs only on platforms of at least this level (GB/T 22239-2019 8.2.2.1).'],
    'zh-CN': ['等保级别', '仅可运行于不低于该级别的平台（GB/T 22239-2019 8.2.2.1）。'],
  },
  'systems.zone': {
    en: ['Security zone', 'Id of a zone of the fleet; components and workloads may override it.'],
    'zh-CN': ['安全域', 'fleet 中安全域的标识；组件和工作负载可覆盖。'],
  },
  'systems.criticality': {
    en: ['How much depends on it', 'Core systems are placed first, general ones are given up first.'],
    'zh-CN': ['重要程度', '核心系统优先放置，一般系统最先让出资源。'],
  },
  'systems.dr': {
    en: ['Disaster recovery class', 'A class of the policy, or `none`, `backup`, `async`, `activeActive`.'],
    'zh-CN': ['容灾等级', '策略中的等级，或 `none`、`backup`、`async`、`activeActive`。'],
  },
  'systems.platform': {
    en: [
      'It carries the control planes of cloud services',
      'Those of its home cloud; they inherit its zone, level and recovery class.',
    ],
    'zh-CN': ['承载云服务管控面', '其归属云的管控面由本系统承载，并继承其安全域、等级与容灾等级。'],
  },
  services: {
    en: ['Cloud services asked for', 'Each stands for the workloads of its plan; `yunqian service expand` shows them.'],
    'zh-CN': ['申请的云服务', '每项代表其套餐所含的工作负载；`yunqian service expand` 可查看。'],
  },
  'services.service': {
    en: ['Service', 'Id of the catalogue: `yunqian service list`.'],
    'zh-CN': ['服务', '目录中的标识，见 `yunqian service list`。'],
  },
  'services.plan': {
    en: ['Plan of the service', 'Default: its usual one.'],
    'zh-CN': ['服务套餐', '缺省为常用套餐。'],
  },
  'services.size': {
    en: ['Size in the unit of the service', 'GiB, nodes, servers, Mbit/s; default: the usual one.'],
    'zh-CN': ['规格（按服务的计量单位）', 'GiB、节点、服务器或 Mbit/s；缺省为常用规格。'],
  },
  'services.count': { en: ['So many alike'], 'zh-CN': ['相同实例的数量'] },
  'services.system': {
    en: ['System that uses it', 'Its workloads belong to that system and inherit zone, level and recovery class.'],
    'zh-CN': ['使用该服务的系统', '其工作负载归属该系统，并继承安全域、等级与容灾等级。'],
  },
  'services.tenant': {
    en: ['Tenant that uses it', 'Without `system` the instance is a system of its own.'],
    'zh-CN': ['使用该服务的租户', '未指定 `system` 时，实例自成一个系统。'],
  },
  'services.zone': {
    en: ['Security zone', 'Overrides that of the system.'],
    'zh-CN': ['安全域', '覆盖系统的安全域。'],
  },
  'services.overrides': { en: ['Other than the plan says'], 'zh-CN': ['与套餐不同之处'] },
  'services.overrides.apart': {
    en: ['How far apart its replicas stand', '`none`, `host`, or on hosts of their own and over two racks or sites.'],
    'zh-CN': ['副本的分散程度', '`none`、`host`，或在各自主机之上再跨两个机柜或站点。'],
  },
  'services.overrides.volumeType': { en: ['Type of all its volumes'], 'zh-CN': ['全部卷的类型'] },
  'systems.clouds': { en: ['Clouds that it may run in'], 'zh-CN': ['可运行的云'] },
  'systems.clouds.home': {
    en: ['Home cloud', "Default: its tenant's."],
    'zh-CN': ['归属云', '缺省为其租户的归属云。'],
  },
  'systems.clouds.overflow': {
    en: ['Clouds to go to when home is full, in order', 'Replaces the overflow of the policy; empty: at home only.'],
    'zh-CN': ['归属云资源不足时依次可用的云', '取代策略中的溢出次序；为空则只在归属云运行。'],
  },
  'tenants.homeCloud': {
    en: ['Cloud that its systems belong to', 'Default: that of the tenant above.'],
    'zh-CN': ['租户业务系统的归属云', '缺省为上级租户的归属云。'],
  },
  'tenants.localBackup': {
    en: ['Where it keeps a copy of its data under its own hand', 'GB/T 22239-2019 8.2.4.6 a).'],
    'zh-CN': ['租户本地数据备份所在', 'GB/T 22239-2019 8.2.4.6 a)。'],
  },
  'systems.wavePriority': {
    en: ['Preferred order of migration', 'Lower moves earlier.'],
    'zh-CN': ['迁移优先次序', '数值越小越早迁移。'],
  },
  'systems.downtimeMinutes': {
    en: ['Downtime that its users can bear, minutes'],
    'zh-CN': ['可接受的停机时间（分钟）'],
  },
  'systems.components': {
    en: ['Tiers of the system', 'Workloads of one component are replicas of each other.'],
    'zh-CN': ['系统组件', '同一组件的工作负载互为副本。'],
  },
  'systems.components.role': {
    en: ['What the component does', '`web`, `app`, `db` or a word of your own; policies select by it.'],
    'zh-CN': ['组件角色', '`web`、`app`、`db` 或自定义；供策略选择使用。'],
  },
  'systems.components.zone': { en: ['Security zone of the component'], 'zh-CN': ['组件的安全域'] },
  workloads: {
    en: ['Workloads', 'Virtual machines, containers and bare-metal machines.'],
    'zh-CN': ['工作负载', '虚拟机、容器与裸金属。'],
  },
  'workloads.id': {
    en: ['Unique id', 'With `count` above 1 the replicas are ID-1 to ID-n.'],
    'zh-CN': ['唯一标识', '`count` 大于 1 时副本标识为 ID-1 至 ID-n。'],
  },
  'workloads.system': { en: ['Business system that it belongs to'], 'zh-CN': ['所属业务系统'] },
  'workloads.component': { en: ['Component of that system'], 'zh-CN': ['所属组件'] },
  'workloads.kind': {
    en: ['Virtual machine, container or bare metal', 'Bare metal takes a whole host of role `bareMetal`.'],
    'zh-CN': ['虚拟机、容器或裸金属', '裸金属独占一台角色为 `bareMetal` 的主机。'],
  },
  'workloads.count': { en: ['Replicas'], 'zh-CN': ['副本数'] },
  'workloads.vcpus': {
    en: [
      'Virtual CPUs',
      'Counted against what a host sells: (threads - overhead) x overcommit ratio. Containers may ask for parts.',
    ],
    'zh-CN': ['虚拟 CPU 数', '按主机可售 vCPU 计算：（线程数 − 开销）× 超分比。容器可为小数。'],
  },
  'workloads.memMiB': { en: ['Memory, MiB'], 'zh-CN': ['内存（MiB）'] },
  'workloads.nicMbps': {
    en: ['Network bandwidth, Mbit/s', 'Counted on the host and on the uplink of its rack.'],
    'zh-CN': ['网络带宽（Mbit/s）', '计入主机网卡与机柜上行链路。'],
  },
  'workloads.eips': {
    en: ['Elastic addresses of one replica', 'Counted against the quotas of its tenants.'],
    'zh-CN': ['单个副本的弹性公网 IP 数', '计入租户配额。'],
  },
  'workloads.localDiskGiB': {
    en: ['Disk of the host, GiB', 'Not storage from pools: that is `volumes`.'],
    'zh-CN': ['主机本地盘（GiB）', '存储池中的空间请用 `volumes`。'],
  },
  'workloads.volumes': { en: ['Volumes from storage pools'], 'zh-CN': ['存储池中的卷'] },
  'workloads.volumes.sizeGiB': { en: ['Size, GiB'], 'zh-CN': ['容量（GiB）'] },
  'workloads.volumes.usedGiB': {
    en: ['In use, GiB', 'What a migration has to copy.'],
    'zh-CN': ['已用（GiB）', '迁移时需要拷贝的数据量。'],
  },
  'workloads.volumes.type': {
    en: ['Volume type', 'Type of a storage pool of the fleet: `ssd`, `sas`, ...'],
    'zh-CN': ['卷类型', 'fleet 中存储池的类型：`ssd`、`sas` 等。'],
  },
  'workloads.volumes.sharedId': {
    en: ['Shared disk', 'Volumes with the same id are one disk; their workloads stay in one site and move together.'],
    'zh-CN': ['共享盘', '标识相同的卷为同一块盘；其工作负载位于同一站点并一起迁移。'],
  },
  'workloads.accelerators': {
    en: ['GPU and NPU cards', 'Model as in the fleet; parts of a card are allowed.'],
    'zh-CN': ['GPU、NPU 加速卡', '型号与 fleet 一致；可申请部分卡。'],
  },
  'workloads.arch': { en: ['CPU architecture'], 'zh-CN': ['CPU 架构'] },
  'workloads.os': { en: ['Operating system'], 'zh-CN': ['操作系统'] },
  'workloads.firmware': { en: ['Firmware'], 'zh-CN': ['固件'] },
  'workloads.zone': {
    en: ['Security zone', "Overrides the component's and the system's."],
    'zh-CN': ['安全域', '覆盖组件与业务系统的设置。'],
  },
  'workloads.mlps': {
    en: ['MLPS 2.0 level', "Overrides the system's."],
    'zh-CN': ['等保级别', '覆盖业务系统的设置。'],
  },
  'workloads.pool': {
    en: ['Resource pool', 'Only hosts of that pool; without one, hosts of the pool `shared`.'],
    'zh-CN': ['资源池', '仅使用该池的主机；未指定时使用 `shared` 池。'],
  },
  'workloads.traits': { en: ['Traits that the host must have'], 'zh-CN': ['主机须具备的特性'] },
  'workloads.tolerations': {
    en: [
      'Taints that it tolerates',
      'A taint, its key alone, or `*` for all. Hosts of role management carry `role=management`.',
    ],
    'zh-CN': ['可容忍的污点', '完整污点、仅其键名，或 `*` 表示全部。管理主机带有 `role=management`。'],
  },
  'workloads.priority': {
    en: ['Priority', 'Higher is placed first. Default by criticality: core 200, important 100, general 0.'],
    'zh-CN': ['优先级', '数值越大越先放置。缺省按重要程度：核心 200，重要 100，一般 0。'],
  },
  'workloads.powerState': {
    en: ['Power state in the source', 'The policy says whether what is off is placed.'],
    'zh-CN': ['源端电源状态', '关机的工作负载是否放置由策略决定。'],
  },
  'workloads.sourceHost': { en: ['Where it runs today'], 'zh-CN': ['当前所在主机'] },
  'workloads.measured': { en: ['Measured use'], 'zh-CN': ['实测用量'] },
  'workloads.labels': { en: ['Labels', 'Policies select by them.'], 'zh-CN': ['标签', '供策略选择使用。'] },
  dependencies: {
    en: ['Who uses whom', 'References are `system:ID`, `component:SYSTEM/ID` or `workload:ID`.'],
    'zh-CN': ['依赖关系', '引用写作 `system:ID`、`component:SYSTEM/ID` 或 `workload:ID`。'],
  },
  'dependencies.from': { en: ['The user'], 'zh-CN': ['依赖方'] },
  'dependencies.to': { en: ['The used'], 'zh-CN': ['被依赖方'] },
  'dependencies.strength': {
    en: ['Strong or weak', 'Strong: cut apart, the service stops.'],
    'zh-CN': ['强依赖或弱依赖', '强依赖：断开即中断服务。'],
  },
  'dependencies.bandwidthMbps': { en: ['Traffic, Mbit/s'], 'zh-CN': ['流量（Mbit/s）'] },
  'dependencies.sessions': { en: ['Connections at once'], 'zh-CN': ['并发会话数'] },
  networks: {
    en: ['Virtual networks of the tenants', 'Those of different tenants may not overlap (R3).'],
    'zh-CN': ['租户的虚拟网络', '不同租户的网络不得重叠（R3）。'],
  },
  'networks.shared': { en: ['Open to every tenant'], 'zh-CN': ['向所有租户开放'] },
  'networks.az': {
    en: ['Availability zone', 'Its workloads and their volumes stand in the same one (R12).'],
    'zh-CN': ['可用区', '接入的工作负载及其卷须位于同一可用区（R12）。'],
  },
  accessPolicies: {
    en: ['Access policies at source and target', 'They must be equal before a cutover (R5).'],
    'zh-CN': ['源端与目标端的访问控制策略', '割接前二者须一致（R5）。'],
  },
  'accessPolicies.of': {
    en: ['Whom it guards', '`system:ID`, `component:SYSTEM/ID` or `workload:ID`.'],
    'zh-CN': ['保护对象', '写作 `system:ID`、`component:SYSTEM/ID` 或 `workload:ID`。'],
  },
  'accessPolicies.source': { en: ['What is permitted where it runs today'], 'zh-CN': ['源端放行规则'] },
  'accessPolicies.target': { en: ['What the cloud is set up to permit'], 'zh-CN': ['目标端放行规则'] },
  sourceHosts: {
    en: ['Hosts of the source', 'For information and for `estate import --fleet-out`; not part of the target.'],
    'zh-CN': ['源端主机', '供参考及 `estate import --fleet-out` 使用，不属于目标资源。'],
  },
  rules: {
    en: ['Rules that came with the inventory', 'As in a policy; a policy rule of the same id replaces one.'],
    'zh-CN': ['随清单导入的规则', '写法同 policy；policy 中同名规则会取代它。'],
  },
  assumptions: { en: ['What was assumed where the source was silent'], 'zh-CN': ['来源未说明时所作的假定'] },
};
