import type { FieldTexts } from './field-text.ts';

export const fleetTexts: FieldTexts = {
  '': {
    en: ['Fleet', 'The hardware that is there or planned: clouds, sites, rooms, racks, hosts, storage pools, links.'],
    'zh-CN': ['资源', '现有或规划的硬件：云、站点、机房、机柜、主机、存储池与链路。'],
  },
  zones: { en: ['Security zones of the network'], 'zh-CN': ['网络安全域'] },
  'zones.kind': { en: ['Kind of zone'], 'zh-CN': ['安全域类型'] },
  'zones.mlps': { en: ['MLPS 2.0 level of the platform in this zone'], 'zh-CN': ['该域平台的等保级别'] },
  profiles: { en: ['Builds of hosts'], 'zh-CN': ['主机规格'] },
  'profiles.server': {
    en: ['Catalogue id of the server model', 'See `yunqian catalog list`.'],
    'zh-CN': ['服务器型号的目录标识', '参见 `yunqian catalog list`。'],
  },
  'profiles.build': {
    en: ['Catalogue id of a published host build', 'Fills CPU and memory that are not given here.'],
    'zh-CN': ['已公布主机规格的目录标识', '补充此处未给出的 CPU 与内存。'],
  },
  'profiles.cpu': {
    en: ['CPU', 'Sellable vCPUs = (sockets x cores x threads - overhead) x overcommit ratio.'],
    'zh-CN': ['CPU', '可售 vCPU =（路数 × 核数 × 线程数 − 开销）× 超分比。'],
  },
  'profiles.cpu.overheadThreads': { en: ['Threads that the platform keeps'], 'zh-CN': ['平台占用线程数'] },
  'profiles.overcommitRatio': { en: ['vCPUs sold per thread'], 'zh-CN': ['每线程可售 vCPU 数（超分比）'] },
  'profiles.numaCells': {
    en: ['NUMA cells of a host', 'Default: one a socket, two on aarch64; listed as assumed where a policy needs it.'],
    'zh-CN': ['主机的 NUMA 节点数', '缺省每路一个，aarch64 每路两个；策略用到时列为假设。'],
  },
  'profiles.memory.installedGiB': { en: ['Installed memory, GiB'], 'zh-CN': ['已安装内存（GiB）'] },
  'profiles.memory.reservedGiB': { en: ['Memory that the platform keeps, GiB'], 'zh-CN': ['平台占用内存（GiB）'] },
  'profiles.nicMbps': { en: ['Network bandwidth of a host, Mbit/s'], 'zh-CN': ['主机网络带宽（Mbit/s）'] },
  'profiles.accelerators': { en: ['GPU and NPU cards'], 'zh-CN': ['GPU、NPU 加速卡'] },
  'profiles.units': { en: ['Rack units'], 'zh-CN': ['占用机架单位（U）'] },
  'profiles.powerW': { en: ['Power to plan with, W'], 'zh-CN': ['规划功率（W）'] },
  clouds: {
    en: ['Clouds', 'The city cloud, district clouds, department clouds.'],
    'zh-CN': ['云', '市级云、区级云、部门云。'],
  },
  'clouds.sites': { en: ['Sites (data centres)'], 'zh-CN': ['站点（数据中心）'] },
  'clouds.sites.az': { en: ['Availability zone', "Default: the site's id."], 'zh-CN': ['可用区', '缺省为站点标识。'] },
  'clouds.sites.rooms': { en: ['Rooms'], 'zh-CN': ['机房'] },
  'clouds.sites.rooms.racks': {
    en: ['Racks', 'With `count: 12` and id `r`: r-01 to r-12.'],
    'zh-CN': ['机柜', '`count: 12` 且标识为 `r`：r-01 至 r-12。'],
  },
  'clouds.sites.rooms.racks.count': { en: ['How many such racks'], 'zh-CN': ['此类机柜数量'] },
  'clouds.sites.rooms.racks.units': { en: ['Height, rack units'], 'zh-CN': ['高度（U）'] },
  'clouds.sites.rooms.racks.powerW': { en: ['Power that may be drawn, W'], 'zh-CN': ['可用功率（W）'] },
  'clouds.sites.rooms.racks.tor': {
    en: ['Top-of-rack switches', 'Without them the uplink is not a limit.'],
    'zh-CN': ['机柜接入交换机', '未描述时不限制上行带宽。'],
  },
  'clouds.sites.rooms.racks.tor.uplinkMbps': {
    en: ['Uplink to the spine in total, Mbit/s'],
    'zh-CN': ['上行总带宽（Mbit/s）'],
  },
  'clouds.sites.rooms.racks.hosts': { en: ['Hosts'], 'zh-CN': ['主机'] },
  'clouds.sites.rooms.racks.hosts.role': {
    en: [
      'What it is for',
      'Management, network and storage hosts carry a taint `role=...`; bare-metal hosts are given whole.',
    ],
    'zh-CN': ['主机用途', '管理、网络、存储主机带有污点 `role=...`；裸金属主机整机分配。'],
  },
  'clouds.sites.rooms.racks.hosts.pool': {
    en: ['Resource pool', 'Default `shared`.'],
    'zh-CN': ['资源池', '缺省为 `shared`。'],
  },
  'clouds.sites.rooms.racks.hosts.taints': {
    en: ['Taints', 'Only workloads that tolerate all of them come here.'],
    'zh-CN': ['污点', '仅接受容忍全部污点的工作负载。'],
  },
  'clouds.sites.rooms.racks.hosts.closed': { en: ['Takes nothing new'], 'zh-CN': ['停止接收新的工作负载'] },
  'clouds.sites.storagePools': { en: ['Storage pools of the site'], 'zh-CN': ['站点的存储池'] },
  'clouds.sites.storagePools.type': { en: ['Volume type that it serves'], 'zh-CN': ['提供的卷类型'] },
  'clouds.sites.storagePools.usableGiB': {
    en: ['Usable space, GiB', 'Or `rawGiB` and `usableRatio`.'],
    'zh-CN': ['可用容量（GiB）', '也可给出 `rawGiB` 与 `usableRatio`。'],
  },
  'clouds.sites.storagePools.zones': {
    en: ['Zones that it serves', 'Default: all of its site.'],
    'zh-CN': ['服务的安全域', '缺省为站点内全部。'],
  },
  links: { en: ['Links between sites and from the source'], 'zh-CN': ['站点间及源端链路'] },
  'zones.subnets': {
    en: ['Address ranges of the zone', 'A subnet is in exactly one zone (R2).'],
    'zh-CN': ['安全域的网段', '每个网段只能属于一个安全域（R2）。'],
  },
  'clouds.sites.rooms.spine': {
    en: ['Spine and core switches of the room', 'What its racks hang on, in total. Without it there is no limit.'],
    'zh-CN': ['机房汇聚与核心交换', '机房内各机柜共用的总带宽；未描述时不限制。'],
  },
  'clouds.sites.rooms.racks.tor.oversubscription': {
    en: ['Planned bandwidth over the uplink', '1: every peak fits at once.'],
    'zh-CN': ['规划带宽与上行带宽之比（收敛比）', '1 表示所有峰值可同时满足。'],
  },
  'clouds.sites.uplink': {
    en: ['Way out of the site', 'For traffic that leaves it. Without it there is no limit.'],
    'zh-CN': ['站点出口', '离开站点的流量；未描述时不限制。'],
  },
  'clouds.sites.storageArrays': { en: ['Disk arrays'], 'zh-CN': ['存储阵列'] },
  'clouds.sites.storageArrays.version': {
    en: ['Software version', 'A synchronous pair has the same model and version on both sides (R10).'],
    'zh-CN': ['软件版本', '同步双活的两端阵列型号与版本须一致（R10）。'],
  },
  'clouds.sites.storagePools.iops': {
    en: ['IOPS of the pool', 'Volumes count by the published formula of their type. Without it there is no limit.'],
    'zh-CN': ['存储池 IOPS', '卷按其类型的公布公式计入；未给出时不限制。'],
  },
  'clouds.sites.storagePools.iopsOversubscription': {
    en: ['Planned IOPS over those of the pool', 'Volumes do not all reach their limit at once.'],
    'zh-CN': ['规划 IOPS 与存储池 IOPS 之比', '各卷不会同时达到上限。'],
  },
  'clouds.sites.storagePools.array': { en: ['Array that it is cut from'], 'zh-CN': ['所属阵列'] },
  boundaries: {
    en: [
      'What stands between zones',
      'Flows between zones need one that allows them; everything else is denied. Without any, such flows are not checked.',
    ],
    'zh-CN': ['安全域之间的边界设备', '跨域流量须由其放行，其余一律拒绝；未描述任何边界时不检查跨域流量。'],
  },
  'boundaries.site': { en: ['Where it stands', '`cloud/site`.'], 'zh-CN': ['所在站点', '写作 `cloud/site`。'] },
  'boundaries.standby': {
    en: ['Devices that carry nothing while all are well'],
    'zh-CN': ['正常情况下不承载流量的备用台数'],
  },
  'boundaries.zones': { en: ['Zones that it joins'], 'zh-CN': ['所连接的安全域'] },
  'boundaries.throughputMbps': { en: ['Throughput of one device, Mbit/s'], 'zh-CN': ['单台吞吐量（Mbit/s）'] },
  'boundaries.sessions': { en: ['Sessions of one device, at once'], 'zh-CN': ['单台并发会话数'] },
  'boundaries.allow': { en: ['Flows that it lets through'], 'zh-CN': ['放行的流量'] },
  replications: { en: ['Pairs of arrays that copy to each other'], 'zh-CN': ['阵列间复制关系'] },
  'replications.intervalMinutes': {
    en: ['Minutes between asynchronous copies', 'The recovery point.'],
    'zh-CN': ['异步复制间隔（分钟）', '即恢复点目标。'],
  },
};
