import type { Messages } from './message.ts';

/** YQ18xx: clouds, peers and disaster recovery in documents. Append-only. */
export const recoveryMessages = {
  YQ1801: {
    en: {
      text: 'Storage pool `{pool}` stands in room `{room}`, which its site does not have',
      action: 'Name a room of the same site.',
    },
    'zh-CN': { text: '存储池 `{pool}` 所在机房 `{room}` 不属于其站点', action: '请填写同一站点内的机房。' },
  },
  YQ1802: {
    en: { text: 'Two entries of {field} have the id `{id}`', action: 'Give each its own id.' },
    'zh-CN': { text: '{field} 中有两项的标识同为 `{id}`', action: '请使用不同的标识。' },
  },
  YQ1803: {
    en: {
      text: 'Pair `{pair}` has the same site at both ends',
      action: 'A copy protects from the loss of a site only at another one.',
    },
    'zh-CN': { text: '站点对 `{pair}` 的两端是同一站点', action: '副本须位于另一站点才能抵御站点故障。' },
  },
  YQ1804: {
    en: {
      text: 'Class `{class}` promises an RPO of {rpo} minutes, but copies every {interval} minutes',
      action: 'Copy more often, or promise less.',
    },
    'zh-CN': {
      text: '容灾等级 `{class}` 承诺 RPO {rpo} 分钟，但复制间隔为 {interval} 分钟',
      action: '请缩短间隔或放宽承诺。',
    },
  },
  YQ1805: {
    en: {
      text: 'Class `{class}` copies synchronously, but promises an RPO of {rpo} minutes: it would be 0',
      action: 'Write 0, or use `async`, which costs less.',
    },
    'zh-CN': {
      text: '容灾等级 `{class}` 为同步复制，却承诺 RPO {rpo} 分钟（实际为 0）',
      action: '请写为 0，或改用开销更低的 `async`。',
    },
  },
  YQ1806: {
    en: {
      text: 'Pair `{pair}` names site `{site}`, which the fleet does not have; nearest: {near}',
      action: 'Sites are written `cloud/site`.',
    },
    'zh-CN': {
      text: '站点对 `{pair}` 引用的站点 `{site}` 不在 fleet 中；最接近：{near}',
      action: '站点写作 `云/站点`。',
    },
  },
  YQ1807: {
    en: {
      text: 'System `{system}` has recovery class `{class}`, which the policy does not define; nearest: {near}',
      action: 'Define it in `recovery.classes`, or name another.',
    },
    'zh-CN': {
      text: '系统 `{system}` 的容灾等级 `{class}` 未在策略中定义；最接近：{near}',
      action: '请在 `recovery.classes` 中定义，或改用其他等级。',
    },
  },
  YQ1808: {
    en: {
      text: '{count} systems are of class `{class}`, but no pair of sites copies by `{method}`',
      action: 'They have no copy at another site. Add a pair to `recovery.pairs`.',
    },
    'zh-CN': {
      text: '{count} 个系统属于等级 `{class}`，但没有以 `{method}` 方式复制的站点对',
      action: '它们在其他站点没有副本。请在 `recovery.pairs` 中添加站点对。',
    },
  },
  YQ1809: {
    en: {
      text: '{field} names cloud `{cloud}`, which the fleet does not have; nearest: {near}',
      action: 'Name a cloud of the fleet.',
    },
    'zh-CN': { text: '{field} 引用的云 `{cloud}` 不在 fleet 中；最接近：{near}', action: '请填写 fleet 中的云。' },
  },
  YQ1810: {
    en: {
      text: 'A dependency names the peer `{peer}`, which the fleet does not have; nearest: {near}',
      action: 'Add it to `peers` of the fleet.',
    },
    'zh-CN': {
      text: '依赖关系引用的外部平台 `{peer}` 不在 fleet 中；最接近：{near}',
      action: '请将其加入 fleet 的 `peers`。',
    },
  },
  YQ1811: {
    en: {
      text: '{mbps} Mbit/s flow to peer `{peer}`, but the links that end there carry {limit} Mbit/s',
      action: 'Widen the link `peer:{peer}`, or add one.',
    },
    'zh-CN': {
      text: '去往外部平台 `{peer}` 的流量为 {mbps} Mbit/s，而通往该处的链路仅 {limit} Mbit/s',
      action: '请扩容或新增通往 `peer:{peer}` 的链路。',
    },
  },
  YQ1812: {
    en: {
      text: 'R10: pair `{pair}` cannot copy synchronously: its sites are in regions {a} and {b}',
      action: 'Meet the condition, copy by `async`, or set `recovery.clauses.pairs: off`.',
    },
    'zh-CN': {
      text: 'R10：站点对 `{pair}` 不能同步复制：两站点分属区域 {a} 与 {b}',
      action: '请满足该条件、改用 `async`，或设置 `recovery.clauses.pairs: off`。',
    },
  },
  YQ1813: {
    en: {
      text: 'R10: `{workload}` cannot be active-active: it is bare metal, not a virtual machine on KVM',
      action: 'Give its system another class; databases may copy themselves.',
    },
    'zh-CN': {
      text: 'R10：`{workload}` 不能纳入双活：裸金属，并非 KVM 虚拟机',
      action: '请为其系统选择其他等级；数据库可自行复制。',
    },
  },
  YQ1814: {
    en: {
      text: 'R7 (GB/T 22239-2019 8.1.4.9): `{component}` of level 3 system `{system}` has one instance',
      action: 'Raise its count to 2 or more, or set `recovery.clauses.instances: off`.',
    },
    'zh-CN': {
      text: 'R7（GB/T 22239-2019 8.1.4.9）：三级系统 `{system}` 的 `{component}` 只有一个实例',
      action: '请将数量增至 2 或以上，或设置 `recovery.clauses.instances: off`。',
    },
  },
  YQ1815: {
    en: {
      text: 'R8 (GB/T 22239-2019 8.2.4.6 a): tenant `{tenant}` has level 3 systems and states no local backup',
      action: 'State `localBackup` of the tenant, or set `recovery.clauses.copies: off`.',
    },
    'zh-CN': {
      text: 'R8（GB/T 22239-2019 8.2.4.6 a）：租户 `{tenant}` 拥有三级系统，但未说明本地备份',
      action: '请填写租户的 `localBackup`，或设置 `recovery.clauses.copies: off`。',
    },
  },
  YQ1816: {
    en: {
      text: 'R8 (GB/T 22239-2019 8.2.1.1): site `{site}` stands in {country}, outside the country',
      action:
        'Data, copies and operations stay within the country: close the site for this estate, or set `recovery.clauses.copies: off`.',
    },
    'zh-CN': {
      text: 'R8（GB/T 22239-2019 8.2.1.1）：站点 `{site}` 位于境外（{country}）',
      action: '数据、副本与运维须在境内：请停用该站点，或设置 `recovery.clauses.copies: off`。',
    },
  },
  YQ1817: {
    en: {
      text: 'System `{system}` may run at several pairs of method `{method}`: space for its copies is checked, not kept free',
      action: 'Give it one home, so that one pair is left.',
    },
    'zh-CN': {
      text: '系统 `{system}` 可使用多个 `{method}` 站点对：副本空间仅作校验，不预留',
      action: '请限定其归属云，使只剩一个站点对。',
    },
  },
  YQ1818: {
    en: {
      text: 'R10: pair `{pair}` cannot copy synchronously: both sites are availability zone {az}',
      action: 'Meet the condition, copy by `async`, or set `recovery.clauses.pairs: off`.',
    },
    'zh-CN': {
      text: 'R10：站点对 `{pair}` 不能同步复制：两站点同属可用区 {az}',
      action: '请满足该条件、改用 `async`，或设置 `recovery.clauses.pairs: off`。',
    },
  },
  YQ1819: {
    en: {
      text: 'R10: pair `{pair}` cannot copy synchronously: availability zone {az} has other sites beside {site}',
      action: 'Meet the condition, copy by `async`, or set `recovery.clauses.pairs: off`.',
    },
    'zh-CN': {
      text: 'R10：站点对 `{pair}` 不能同步复制：可用区 {az} 除 {site} 外还有其他站点',
      action: '请满足该条件、改用 `async`，或设置 `recovery.clauses.pairs: off`。',
    },
  },
  YQ1820: {
    en: {
      text: 'R10: pair `{pair}` cannot copy synchronously: no link joins its sites',
      action: 'Meet the condition, copy by `async`, or set `recovery.clauses.pairs: off`.',
    },
    'zh-CN': {
      text: 'R10：站点对 `{pair}` 不能同步复制：两站点之间没有链路',
      action: '请满足该条件、改用 `async`，或设置 `recovery.clauses.pairs: off`。',
    },
  },
  YQ1821: {
    en: {
      text: 'R10: pair `{pair}` cannot copy synchronously: link {link} is {km} km long, {maximum} km are allowed',
      action: 'Meet the condition, copy by `async`, or set `recovery.clauses.pairs: off`.',
    },
    'zh-CN': {
      text: 'R10：站点对 `{pair}` 不能同步复制：链路 {link} 长 {km} km，上限为 {maximum} km',
      action: '请满足该条件、改用 `async`，或设置 `recovery.clauses.pairs: off`。',
    },
  },
  YQ1822: {
    en: {
      text: 'R10: pair `{pair}` cannot copy synchronously: host {host} runs {hypervisor}, not KVM',
      action: 'Meet the condition, copy by `async`, or set `recovery.clauses.pairs: off`.',
    },
    'zh-CN': {
      text: 'R10：站点对 `{pair}` 不能同步复制：主机 {host} 使用 {hypervisor}，不是 KVM',
      action: '请满足该条件、改用 `async`，或设置 `recovery.clauses.pairs: off`。',
    },
  },
  YQ1823: {
    en: {
      text: 'R10: pair `{pair}` cannot copy synchronously: the arrays of {type} differ ({here}; {there})',
      action: 'Meet the condition, copy by `async`, or set `recovery.clauses.pairs: off`.',
    },
    'zh-CN': {
      text: 'R10：站点对 `{pair}` 不能同步复制：{type} 的阵列不同（{here}；{there}）',
      action: '请满足该条件、改用 `async`，或设置 `recovery.clauses.pairs: off`。',
    },
  },
  YQ1824: {
    en: {
      text: 'R10: `{workload}` cannot be active-active: it uses {trait}',
      action: 'Give its system another class; databases may copy themselves.',
    },
    'zh-CN': {
      text: 'R10：`{workload}` 不能纳入双活：使用 {trait}',
      action: '请为其系统选择其他等级；数据库可自行复制。',
    },
  },
  YQ1825: {
    en: {
      text: 'R10: `{workload}` cannot be active-active: its accelerator is passed through from the host',
      action: 'Give its system another class; databases may copy themselves.',
    },
    'zh-CN': {
      text: 'R10：`{workload}` 不能纳入双活：加速卡由主机直通',
      action: '请为其系统选择其他等级；数据库可自行复制。',
    },
  },
  YQ1826: {
    en: {
      text: 'R10: `{workload}` cannot be active-active: it shares a disk with others',
      action: 'Give its system another class; databases may copy themselves.',
    },
    'zh-CN': {
      text: 'R10：`{workload}` 不能纳入双活：与其他工作负载共享磁盘',
      action: '请为其系统选择其他等级；数据库可自行复制。',
    },
  },
} satisfies Messages;
