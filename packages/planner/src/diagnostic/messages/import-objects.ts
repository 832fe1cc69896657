import type { Messages } from './message.ts';

/** YQ15xx: importers of objects (OpenStack, Kubernetes, libvirt, Watcher). Append-only. */
export const importObjectsMessages = {
  YQ1500: {
    en: { text: 'The file is empty', action: 'Export the inventory again, or leave the file out' },
    'zh-CN': { text: '文件为空', action: '请重新导出清单，或移除该文件' },
  },
  YQ1501: {
    en: { text: 'The file is binary, not text', action: 'Give the exported JSON, YAML or XML itself, unpacked' },
    'zh-CN': { text: '文件是二进制内容，不是文本', action: '请提供解压后的 JSON、YAML 或 XML 导出文件' },
  },
  YQ1502: {
    en: {
      text: 'Neither JSON nor YAML: {message}',
      action: 'Mend the place, or export again if the file was cut off; objects of this part are left out',
    },
    'zh-CN': {
      text: '既不是合法的 JSON 也不是合法的 YAML：{message}',
      action: '请修正此处；若文件被截断请重新导出。该部分的对象未导入',
    },
  },
  YQ1503: {
    en: {
      text: 'The document is larger, deeper or more aliased than what is read: {message}',
      action: 'Export it without YAML aliases, as JSON',
    },
    'zh-CN': { text: '文档的大小、嵌套或别名超出读取上限：{message}', action: '请导出为不含 YAML 别名的 JSON' },
  },
  YQ1504: {
    en: { text: 'Nothing in here that the {format} importer reads', action: 'Check the format, or leave the file out' },
    'zh-CN': { text: '此处没有 {format} 导入器可识别的内容', action: '请检查格式，或移除该文件' },
  },
  YQ1505: {
    en: {
      text: 'No object of the format {format} was found in the files',
      action: 'Choose the right --format, or export the inventory again',
    },
    'zh-CN': { text: '文件中没有找到 {format} 格式的对象', action: '请选择正确的 --format，或重新导出清单' },
  },
  YQ1506: {
    en: {
      text: '{field}: "{value}" cannot be read, expected {expected}',
      action: 'Correct the value; it is treated as absent',
    },
    'zh-CN': { text: '{field}：无法读取“{value}”，应为 {expected}', action: '请更正该值；目前按缺失处理' },
  },
  YQ1507: {
    en: { text: 'The {kind} has no name', action: 'Give it a name; it is left out' },
    'zh-CN': { text: '{kind} 没有名称', action: '请补充名称；该对象未导入' },
  },
  YQ1508: {
    en: {
      text: '{kind} {name} occurs again; the first one is kept',
      action: 'Import one cluster or cloud at a time, or remove the older export',
    },
    'zh-CN': { text: '{kind} {name} 重复出现，保留第一个', action: '请每次只导入一个集群或云，或删除较旧的导出文件' },
  },
  YQ1509: {
    en: {
      text: 'Not well-formed XML: {message}',
      action: 'Mend the place, or export again if the file was cut off; the file is left out',
    },
    'zh-CN': { text: 'XML 格式错误：{message}', action: '请修正此处；若文件被截断请重新导出。该文件未导入' },
  },
  YQ1511: {
    en: {
      text: 'Topology key {key} is not defined by Kubernetes; it is read as the level {topology}',
      action: 'Change the imported rule if the key means another level',
    },
    'zh-CN': {
      text: '拓扑键 {key} 不是 Kubernetes 预定义的键，按 {topology} 层级处理',
      action: '若含义不同，请修改导入的规则',
    },
  },
  YQ1512: {
    en: {
      text: 'Node {node} says that more {resource} is allocatable than it has',
      action: 'Check the export; what is allocatable is taken, as the scheduler does',
    },
    'zh-CN': {
      text: '节点 {node} 的可分配 {resource} 大于其容量',
      action: '请核对导出数据；与调度器一致，按可分配量计',
    },
  },
  YQ1513: {
    en: {
      text: 'Host {host} comes without CPU or memory capacity',
      action: 'Add the capacity to sourceHosts before planning onto the source itself',
    },
    'zh-CN': { text: '主机 {host} 没有 CPU 或内存容量', action: '若要在源端主机上规划，请先在 sourceHosts 中补充容量' },
  },
  YQ1514: {
    en: {
      text: '{kind} {name} is a custom controller; its pod template and replicas are read as those of a Deployment',
      action: 'Check the count and the size of the workload',
    },
    'zh-CN': {
      text: '{kind} {name} 是自定义控制器，其 Pod 模板与副本数按 Deployment 读取',
      action: '请核对该工作负载的数量与规格',
    },
  },
  YQ1515: {
    en: {
      text: '{workload}: alternatives of node affinity are more than rules can say; only what all alternatives demand is kept',
      action: 'Label the target hosts with one common label and select that',
    },
    'zh-CN': {
      text: '{workload}：节点亲和的多个备选条件无法用规则完整表达，只保留各备选共有的条件',
      action: '请为目标主机打一个统一标签，并改为选择该标签',
    },
  },
  YQ1516: {
    en: {
      text: '{workload}: node affinity on {key} with operator {operator} cannot be read',
      action: 'Correct the expression; it is left out',
    },
    'zh-CN': {
      text: '{workload}：无法读取节点亲和条件 {key}（运算符 {operator}）',
      action: '请更正该表达式；该条件未导入',
    },
  },
  YQ1517: {
    en: {
      text: '{workload}: a namespace selector needs the labels of namespaces, and the input has no Namespace objects',
      action: 'Add `kubectl get namespaces -o json` to the input',
    },
    'zh-CN': {
      text: '{workload}：命名空间选择器需要命名空间标签，但输入中没有 Namespace 对象',
      action: '请在输入中加入 `kubectl get namespaces -o json`',
    },
  },
  YQ1518: {
    en: {
      text: '{workload}: the label selector of the term selects no pod of the input',
      action: 'Nothing to do if those pods are gone; otherwise add their export',
    },
    'zh-CN': {
      text: '{workload}：该条件的标签选择器没有选中输入中的任何 Pod',
      action: '若这些 Pod 已不存在则无需处理，否则请补充其导出',
    },
  },
  YQ1519: {
    en: {
      text: '{workload}: required affinity to {domains} pods is kept as "at most {domains} domains together", which is necessary but not sufficient',
      action: 'Check the placement of these workloads, or name one pod to be near to',
    },
    'zh-CN': {
      text: '{workload}：对 {domains} 个 Pod 的强制亲和按“合计不超过 {domains} 个故障域”处理，这是必要条件而非充分条件',
      action: '请核对这些工作负载的放置，或改为与单个 Pod 亲和',
    },
  },
  YQ1520: {
    en: {
      text: '{workload}: nodeAffinityPolicy Ignore counts every {topology}; the imported spread counts those that the pods can use',
      action: 'Nothing to do, unless pods must stay few because others stand empty: then use maxPerDomain',
    },
    'zh-CN': {
      text: '{workload}：nodeAffinityPolicy Ignore 统计所有 {topology}；导入的打散规则只统计该组 Pod 可用的 {topology}',
      action: '通常无需处理；若须因其他故障域空闲而限制数量，请改用 maxPerDomain',
    },
  },
  YQ1521: {
    en: {
      text: '{workload}: the size of volume {claim} is not in the input',
      action: 'Add `kubectl get pvc,pv -A -o json` to the input, or add the volume to the workload',
    },
    'zh-CN': {
      text: '{workload}：输入中没有卷 {claim} 的大小',
      action: '请加入 `kubectl get pvc,pv -A -o json`，或在工作负载中补充该卷',
    },
  },
  YQ1530: {
    en: {
      text: 'The listing of {table} is one page of several: a link to the next page is in it',
      action: 'Export all pages (`openstack ... list --limit -1`, or follow the links)',
    },
    'zh-CN': {
      text: '{table} 列表只是其中一页：其中含有下一页的链接',
      action: '请导出全部分页（`openstack ... list --limit -1`，或逐页跟随链接）',
    },
  },
  YQ1531: {
    en: {
      text: 'The flavor {flavor} has no vCPUs, no RAM or no name',
      action: 'Export with `openstack flavor list --all --long -f json`; it is left out',
    },
    'zh-CN': {
      text: '规格 {flavor} 缺少 vCPU、内存或名称',
      action: '请用 `openstack flavor list --all --long -f json` 导出；该规格未导入',
    },
  },
  YQ1532: {
    en: {
      text: 'The hypervisor {host} comes without capacity: since API 2.88 it is not in this listing',
      action:
        'export with `--os-compute-api-version 2.87`, or add the figures of `openstack resource provider inventory list` to sourceHosts',
    },
    'zh-CN': {
      text: '虚拟化主机 {host} 没有容量数据：API 2.88 起此列表不再包含容量',
      action:
        '请用 `--os-compute-api-version 2.87` 导出，或将 `openstack resource provider inventory list` 的数值填入 sourceHosts',
    },
  },
  YQ1533: {
    en: {
      text: 'The volume {volume} has no id or no size',
      action: 'Export with `openstack volume list --long -f json`; it is left out',
    },
    'zh-CN': {
      text: '卷 {volume} 缺少 ID 或大小',
      action: '请用 `openstack volume list --long -f json` 导出；该卷未导入',
    },
  },
  YQ1534: {
    en: {
      text: 'The server group {group} names {missing} servers that are not in the input',
      action:
        'export the servers of all projects (`openstack server list --all-projects`), or ignore members that were deleted',
    },
    'zh-CN': {
      text: '服务器组 {group} 中有 {missing} 台服务器不在输入中',
      action: '请导出所有项目的服务器（`openstack server list --all-projects`）；若成员已删除可忽略',
    },
  },
  YQ1535: {
    en: {
      text: 'The server group {group} has the policy "{policy}", which is not known',
      action: 'Write the rule into the policy by hand',
    },
    'zh-CN': { text: '服务器组 {group} 的策略“{policy}”无法识别', action: '请在策略文档中手工编写该规则' },
  },
  YQ1536: {
    en: {
      text: 'The size of the server {server} is unknown: its flavor is not in the input',
      action:
        'add `openstack flavor list --all --long -f json`, or export servers with API 2.47 or later; it is left out',
    },
    'zh-CN': {
      text: '服务器 {server} 的规格未知：输入中没有其 flavor',
      action: '请加入 `openstack flavor list --all --long -f json`，或用 API 2.47 及以上版本导出服务器；该服务器未导入',
    },
  },
  YQ1537: {
    en: {
      text: 'The server {server} has {missing} attached volumes whose size is not in the input',
      action: 'Add `openstack volume list --all-projects --long -f json`',
    },
    'zh-CN': {
      text: '服务器 {server} 挂载的 {missing} 个卷的大小不在输入中',
      action: '请加入 `openstack volume list --all-projects --long -f json`',
    },
  },
  YQ1538: {
    en: {
      text: 'The hint {hint} of the server {server} names {missing} servers that are not in the input',
      action: 'Export the servers of all projects, or ignore the hint',
    },
    'zh-CN': {
      text: '服务器 {server} 的调度提示 {hint} 中有 {missing} 台服务器不在输入中',
      action: '请导出所有项目的服务器，或忽略该提示',
    },
  },
  YQ1539: {
    en: {
      text: 'No list of volumes in the input: the sizes of {volumes} volumes attached to {servers} servers are unknown',
      action: 'Add `openstack volume list --all-projects --long -f json`',
    },
    'zh-CN': {
      text: '输入中没有卷列表：{servers} 台服务器挂载的 {volumes} 个卷大小未知',
      action: '请加入 `openstack volume list --all-projects --long -f json`',
    },
  },
  YQ1550: {
    en: {
      text: 'The domain {domain} has no vCPU count or no memory that can be read',
      action: 'Export with `virsh dumpxml`; it is left out',
    },
    'zh-CN': {
      text: '虚拟机 {domain} 的 vCPU 数或内存无法读取',
      action: '请用 `virsh dumpxml` 重新导出；该虚拟机未导入',
    },
  },
  YQ1551: {
    en: {
      text: 'The domain {domain} emulates {arch}: it may run on any host, slowly',
      action: 'Set `arch` if the target runs it natively',
    },
    'zh-CN': {
      text: '虚拟机 {domain} 以仿真方式运行 {arch}：可在任意主机上运行，但性能较低',
      action: '若目标端可原生运行，请设置 `arch`',
    },
  },
  YQ1552: {
    en: {
      text: 'The domain {domain} needs hosts of the architecture {arch}, which fleets do not have',
      action: 'Plan it apart; it is left out',
    },
    'zh-CN': {
      text: '虚拟机 {domain} 需要 {arch} 架构的主机，资源池文档不支持该架构',
      action: '请单独规划；该虚拟机未导入',
    },
  },
  YQ1553: {
    en: {
      text: 'The sizes of {disks} disks of the domain {domain} are not in its XML',
      action: 'Add `virsh vol-dumpxml` of their volumes, or add the volumes to the workload',
    },
    'zh-CN': {
      text: '虚拟机 {domain} 有 {disks} 块磁盘的大小不在其 XML 中',
      action: '请加入这些卷的 `virsh vol-dumpxml`，或在工作负载中补充卷',
    },
  },
  YQ1554: {
    en: {
      text: 'The domain {domain} passes through {devices} devices of its host; what they are is not in its XML',
      action: 'Add accelerators to the workload if they are such',
    },
    'zh-CN': {
      text: '虚拟机 {domain} 直通了 {devices} 个主机设备，XML 未说明设备种类',
      action: '若为加速卡，请在工作负载中补充 accelerators',
    },
  },
  YQ1555: {
    en: {
      text: 'Another domain has the name {domain} with another UUID; this one is called {id}',
      action: 'Check that both are wanted',
    },
    'zh-CN': { text: '已有同名虚拟机 {domain} 但 UUID 不同，此处记为 {id}', action: '请确认两台都需要导入' },
  },
  YQ1560: {
    en: { text: 'The instance {instance} has no vCPUs or no memory', action: 'Export the model again; it is left out' },
    'zh-CN': { text: '实例 {instance} 缺少 vCPU 或内存', action: '请重新导出模型；该实例未导入' },
  },
  YQ1561: {
    en: {
      text: '{count} instances stand in no compute node, from here on',
      action: 'Nothing, if their hosts are outside the audit scope',
    },
    'zh-CN': {
      text: '有 {count} 个实例不在任何计算节点下，首个位于此处',
      action: '若其主机不在审计范围内，则无需处理',
    },
  },
  YQ1562: {
    en: {
      text: '{count} instances are excluded from optimisation by Watcher; they carry the label watcher-exclude',
      action: 'Select the label in a policy rule if they must stay where they are',
    },
    'zh-CN': {
      text: '有 {count} 个实例被 Watcher 排除在优化之外，已加标签 watcher-exclude',
      action: '若它们必须保持原位，请在策略规则中按该标签选择',
    },
  },
  YQ1570: {
    en: {
      text: 'The inventory has totals only ({vms} machines, {vcpus} vCPUs, {ramGB} GB memory, {diskGB} GB disk); single machines cannot be had from it',
      action: 'Import the RVTools export that it was made from, to plan placement and waves',
    },
    'zh-CN': {
      text: '该清单只有汇总数据（{vms} 台虚拟机、{vcpus} vCPU、{ramGB} GB 内存、{diskGB} GB 磁盘），无法得到单台虚拟机',
      action: '若要规划放置与波次，请导入其来源的 RVTools 导出文件',
    },
  },
  YQ1571: {
    en: { text: 'The collector says of this inventory: {message}', action: 'Collect again; totals may be too low' },
    'zh-CN': { text: '采集器对该清单报告：{message}', action: '请重新采集；汇总数据可能偏低' },
  },
} as const satisfies Messages;
