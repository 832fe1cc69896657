import type { Messages } from './message.ts';

/** YQ32xx: disaster recovery of plans. Append-only. */
export const recoveryResultsMessages = {
  YQ3201: {
    en: {
      text: '{count} of {failures} declared failures go beyond the recovery classes, the first: {first}; no plan on this fleet was found that keeps enough free',
      action: 'See `yunqian whatif fail PLAN --all declared`; add hosts there, or promise less.',
    },
    'zh-CN': {
      text: '声明的 {failures} 种故障中有 {count} 种超出容灾等级，首个为 {first}；在此资源上未找到预留充足的规划',
      action: '请查看 `yunqian whatif fail 规划 --all declared`，在相应位置增加主机或放宽承诺。',
    },
  },
  YQ3202: {
    en: {
      text: 'R8 (GB/T 22239-2019 8.2.4.6 c): level 3 workload `{workload}` keeps {copies} consistent copy of its data in {pool}, two are required',
      action: 'Give its system a recovery class with a copy, or a pool that keeps two (`copies`).',
    },
    'zh-CN': {
      text: 'R8（GB/T 22239-2019 8.2.4.6 c）：三级工作负载 `{workload}` 的数据在 {pool} 中仅有 {copies} 份一致副本，要求两份',
      action: '请为其系统选择带副本的容灾等级，或使用自身保留两份副本的存储池（`copies`）。',
    },
  },
  YQ3203: {
    en: {
      text: 'From {from} to {to} (pair `{pair}`) {changeMbps} Mbit/s change, but {bandwidthMbps} Mbit/s can be copied beside the flows of workloads: the copies fall behind',
      action: 'Widen the links between the sites, or move systems to a class that copies less.',
    },
    'zh-CN': {
      text: '从 {from} 到 {to}（站点对 `{pair}`）数据变化 {changeMbps} Mbit/s，而除业务流量外可复制带宽为 {bandwidthMbps} Mbit/s：副本将不断落后',
      action: '请扩容两站点间链路，或将部分系统改为复制量更小的等级。',
    },
  },
  YQ3204: {
    en: {
      text: 'Class `{class}` promises an RPO of {rpo} minutes; over pair `{pair}` copies are up to {age} minutes old',
      action: 'Copy more often, widen the links, or promise less.',
    },
    'zh-CN': {
      text: '容灾等级 `{class}` 承诺 RPO {rpo} 分钟；经站点对 `{pair}` 的副本最多落后 {age} 分钟',
      action: '请缩短复制间隔、扩容链路或放宽承诺。',
    },
  },
  YQ3205: {
    en: {
      text: 'A copy of `{workload}` is planned in {found}; its class wants it in {expected}',
      action: 'The plan was edited, or made from other documents: plan again.',
    },
    'zh-CN': {
      text: '`{workload}` 的副本规划在 {found}；按其等级应在 {expected}',
      action: '规划可能被改动，或由其他文档生成：请重新规划。',
    },
  },
  YQ3206: {
    en: {
      text: 'Volume of `{workload}` ({type}, {sizeGiB} GiB) has no room for its copy at {site}',
      action: 'Add space of this type there, or give the system another recovery class.',
    },
    'zh-CN': {
      text: '`{workload}` 的卷（{type}，{sizeGiB} GiB）在 {site} 没有副本空间',
      action: '请在该站点增加此类存储，或为系统选择其他容灾等级。',
    },
  },
  YQ3207: {
    en: {
      text: 'The plan was to stand every declared failure: {failure} breaks {count} promises, {first} first',
      action: 'See `yunqian whatif fail`; plan anew, add hosts, or promise less.',
    },
    'zh-CN': {
      text: '该规划应能承受所声明的全部故障：{failure} 违反 {count} 项承诺，首个为 {first}',
      action: '请查看 `yunqian whatif fail`；可重新规划、增加主机或放宽承诺。',
    },
  },
  YQ3208: {
    en: {
      text: 'The outcome of the failure of {failure} does not add up: {workload} on {host} ({what})',
      action: 'This is a mistake of the program: please report it with the documents.',
    },
    'zh-CN': {
      text: '{failure} 故障的推演结果前后不符：{workload} 位于 {host}（{what}）',
      action: '这是程序错误，请连同文档一并报告。',
    },
  },
  YQ3209: {
    en: {
      text: 'What is left between {from} and {to} carries {limitMbps} Mbit/s; flows between them take {usedMbps}',
      action: 'Add a link on another way, or keep together what talks that much.',
    },
    'zh-CN': {
      text: '{from} 与 {to} 之间剩余带宽 {limitMbps} Mbit/s，业务流量需 {usedMbps} Mbit/s',
      action: '请增加不同路由的链路，或将通信量大的业务放在一起。',
    },
  },
  YQ3210: {
    en: {
      text: 'Without {boundary} nothing at {site} lets through flows to {count} workloads',
      action: 'Give the site a second device that allows them.',
    },
    'zh-CN': {
      text: '失去 {boundary} 后，{site} 中没有设备放行访问 {count} 个工作负载的流量',
      action: '请为该站点配置另一台放行这些流量的设备。',
    },
  },
  YQ3211: {
    en: {
      text: 'Without {failed} the device {boundary} has to carry {used}, and can {limit}',
      action: 'Add a device, or a larger one.',
    },
    'zh-CN': {
      text: '失去 {failed} 后，设备 {boundary} 需承载 {used}，上限为 {limit}',
      action: '请增加设备或更换更大的型号。',
    },
  },
  YQ3212: {
    en: {
      text: 'Without {failed} the switches of {what} that are left carry {limit} Mbit/s, of {used} that are planned on them',
      action: 'Add a switch, widen the uplink, or place less there.',
    },
    'zh-CN': {
      text: '失去 {failed} 后，{what} 剩余交换机可承载 {limit} Mbit/s，而规划占用 {used} Mbit/s',
      action: '请增加交换机、扩容上行链路，或减少该处的放置。',
    },
  },
} satisfies Messages;
