import type { Messages } from './message.ts';

/** YQ16xx: networks, boundaries, storage supply and access policies in documents. Append-only. */
export const securityDocumentsMessages = {
  YQ1601: {
    en: { text: '"{subnet}" is no address range', action: 'Write it as `10.1.0.0/16` or `2001:db8::/32`.' },
    'zh-CN': { text: '“{subnet}”不是有效的地址段', action: '请写作 `10.1.0.0/16` 或 `2001:db8::/32`。' },
  },
  YQ1602: {
    en: {
      text: 'The subnet {subnet} of the zone {zone} overlaps {otherSubnet} of the zone {other}',
      action: 'Give every subnet to exactly one zone (R2, GB/T 22239-2019 8.1.2.1 c).',
    },
    'zh-CN': {
      text: '安全域 {zone} 的网段 {subnet} 与安全域 {other} 的 {otherSubnet} 重叠',
      action: '每个网段只能属于一个安全域（R2，GB/T 22239-2019 8.1.2.1 c）。',
    },
  },
  YQ1603: {
    en: {
      text: 'The spine of {room} is said to carry {capacityMbps} Mbit/s, but its ports carry {portsMbps}',
      action: 'Correct the capacity, or the model and number of switches.',
    },
    'zh-CN': {
      text: '{room} 的汇聚层声明可承载 {capacityMbps} Mbit/s，但其端口总计只有 {portsMbps}',
      action: '请修正容量，或修正交换机型号与数量。',
    },
  },
  YQ1604: {
    en: {
      text: 'The storage pool "{pool}" names the array "{array}", which its site does not have',
      action: 'Add the array under `storageArrays` of the site, or correct the name.',
    },
    'zh-CN': {
      text: '存储池“{pool}”引用的阵列“{array}”不在其站点中',
      action: '请在站点的 `storageArrays` 中补充该阵列，或改正名称。',
    },
  },
  YQ1605: {
    en: {
      text: 'The replication "{replication}" names the array "{array}", which no site has',
      action: 'Write the full path, `cloud/site/array`, of an array under `storageArrays`.',
    },
    'zh-CN': {
      text: '复制关系“{replication}”引用的阵列“{array}”不存在',
      action: '请写出 `storageArrays` 中阵列的完整路径 `cloud/site/array`。',
    },
  },
  YQ1606: {
    en: {
      text: 'The link "{link}" of the replication "{replication}" does not join the sites of its two arrays',
      action: 'Name a link of the fleet between these sites.',
    },
    'zh-CN': {
      text: '复制关系“{replication}”的链路“{link}”未连接两端阵列所在的站点',
      action: '请引用 fleet 中连接这两个站点的链路。',
    },
  },
  YQ1607: {
    en: {
      text: 'The boundary "{boundary}" stands in "{site}", which the fleet does not have',
      action: 'Write the site as `cloud/site`.',
    },
    'zh-CN': { text: '边界设备“{boundary}”所在的站点“{site}”不存在', action: '站点请写作 `cloud/site`。' },
  },
  YQ1608: {
    en: {
      text: 'The boundary "{boundary}" allows flows of the zone "{zone}", which it does not join',
      action: 'Add the zone to its `zones`, or correct the name.',
    },
    'zh-CN': {
      text: '边界设备“{boundary}”放行了安全域“{zone}”的流量，但并未连接该域',
      action: '请将该域加入其 `zones`，或改正名称。',
    },
  },
  YQ1609: {
    en: {
      text: 'The boundary "{boundary}" lets the edge zone {from} reach {to} directly',
      action:
        'Lead these flows through a zone between them: an important zone does not lie at the edge (R2, GB/T 22239-2019 8.1.2.1 d).',
    },
    'zh-CN': {
      text: '边界设备“{boundary}”允许边界区域 {from} 直接访问 {to}',
      action: '请经由中间安全域转接：重要网络区域不应部署在边界处（R2，GB/T 22239-2019 8.1.2.1 d）。',
    },
  },
  YQ1610: {
    en: {
      text: 'The boundary "{boundary}" has {count} devices, of which {standby} stand by: none carries traffic',
      action: 'Keep fewer devices in reserve than there are; 0 where all share the load.',
    },
    'zh-CN': {
      text: '边界设备“{boundary}”共 {count} 台，其中备用 {standby} 台：没有设备承载流量',
      action: '备用台数应少于总台数；全部分担负载时为 0。',
    },
  },
  YQ1611: {
    en: {
      text: 'The boundary "{boundary}" is a single device',
      action: 'Level 3 asks for redundant key network devices (GB/T 22239-2019 8.1.2.1 e): plan two.',
    },
    'zh-CN': {
      text: '边界设备“{boundary}”只有一台',
      action: '三级要求关键网络设备冗余（GB/T 22239-2019 8.1.2.1 e）：请规划两台。',
    },
  },
  YQ1612: {
    en: {
      text: 'Nobody states {figure} of the boundary "{boundary}", so it is not checked',
      action: 'Give the figure of one device, and mark it as assumed where it has no source.',
    },
    'zh-CN': {
      text: '边界设备“{boundary}”未给出 {figure}，该项不作检查',
      action: '请给出单台设备的数值；没有来源时请标记为假定。',
    },
  },
  YQ1613: {
    en: { text: '"{port}" is no port or port range', action: 'Write 1 to 65535, or a range such as `8000-8099`.' },
    'zh-CN': { text: '“{port}”不是有效的端口或端口段', action: '请写 1 至 65535，或 `8000-8099` 形式的端口段。' },
  },
  YQ1620: {
    en: {
      text: 'The network "{network}" of {tenant} overlaps "{other}" of {otherTenant}: {cidr} and {otherCidr}',
      action: 'Give tenants disjoint networks (R3, GB/T 22239-2019 8.2.2.1 b).',
    },
    'zh-CN': {
      text: '{tenant} 的网络“{network}”与 {otherTenant} 的“{other}”重叠：{cidr} 与 {otherCidr}',
      action: '不同租户的虚拟网络须互不相交（R3，GB/T 22239-2019 8.2.2.1 b）。',
    },
  },
  YQ1621: {
    en: {
      text: '`{workload}` of {tenant} is attached to the network "{network}" of {owner}',
      action:
        'Attach it to a network of its own tenant, or mark the network as shared (R3, GB/T 22239-2019 8.2.2.1 b).',
    },
    'zh-CN': {
      text: '{tenant} 的 `{workload}` 接入了 {owner} 的网络“{network}”',
      action: '请接入本租户的网络，或将该网络标记为共享（R3，GB/T 22239-2019 8.2.2.1 b）。',
    },
  },
  YQ1622: {
    en: {
      text: '`{workload}` is attached to the network "{network}", which the estate does not describe',
      action: 'Add it under `networks` with its tenant, zone and address ranges; until then it is not checked.',
    },
    'zh-CN': {
      text: '`{workload}` 接入的网络“{network}”未在 estate 中描述',
      action: '请在 `networks` 中补充其租户、安全域和地址段；在此之前不作检查。',
    },
  },
  YQ1623: {
    en: {
      text: '`{workload}` has the address {ip}, which is in none of its networks',
      action: 'Correct the address, or attach the workload to the network that it is in.',
    },
    'zh-CN': {
      text: '`{workload}` 的地址 {ip} 不在其任何网络中',
      action: '请修正地址，或将其接入所属网络。',
    },
  },
  YQ1624: {
    en: {
      text: 'The access policy of {subject} differs between source and target: missing {missing}; added {added}',
      action:
        'Make the target equal before its cutover: an access policy moves with its machine (R5, GB/T 22239-2019 8.2.4.2 a).',
    },
    'zh-CN': {
      text: '{subject} 的访问控制策略在源端与目标端不一致：缺少 {missing}；多出 {added}',
      action: '割接前须使目标端一致：虚拟机迁移时访问控制策略随其迁移（R5，GB/T 22239-2019 8.2.4.2 a）。',
    },
  },
  YQ1625: {
    en: {
      text: 'The estate has two access policies for {subject}',
      action: 'Put all of its rules into one entry.',
    },
    'zh-CN': { text: 'estate 中 {subject} 有两条访问控制策略', action: '请合并为一条。' },
  },
  YQ1626: {
    en: {
      text: 'The access policy of {subject} allows everything from everywhere',
      action: 'Name peers and ports: what is not needed is denied (R2, GB/T 22239-2019 8.1.3.2 a).',
    },
    'zh-CN': {
      text: '{subject} 的访问控制策略放行了任意来源的任意访问',
      action: '请限定对端与端口：默认拒绝不需要的访问（R2，GB/T 22239-2019 8.1.3.2 a）。',
    },
  },
} as const satisfies Messages;
