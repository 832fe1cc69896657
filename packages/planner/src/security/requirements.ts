import type { Lang } from '../diagnostic/diagnostic.ts';

/** How well a source says it. A: vendor's or official text; B: community transcription; C: forum or third party. */
type Quality = 'A' | 'B' | 'C';

/** One machine-checkable requirement on a government cloud: the law's or the vendor's sentence behind some rules. */
export interface Requirement {
  readonly id: `R${number}`;
  readonly clause: string;
  readonly text: Readonly<Record<Lang, string>>;
  readonly source: string;
  readonly quality: Quality;
  /** Built-in rules of a policy that enforce it, families of rules by what stands before their names (`iops:`); others are enforced by written rules, documents' checks or steps. */
  readonly rules: readonly string[];
}

const mlps = 'GB/T 22239-2019';
/** Clause numbers follow the order of a transcribed table between printed anchors: check before quoting. */
const transcription = 'GB/T 22239-2019, community transcription of the requirement table';

/** R1 to R15 in order. */
export const requirements: readonly Requirement[] = [
  {
    id: 'R1',
    clause: `${mlps} 8.2.2.1 a)`,
    text: {
      en: 'A platform carries no business system above its own protection level',
      'zh-CN': '云计算平台不承载高于其安全保护等级的业务应用系统',
    },
    source: transcription,
    quality: 'B',
    rules: ['mlps'],
  },
  {
    id: 'R2',
    clause: `${mlps} 8.1.2.1 c) d), 8.1.3.1 a), 8.1.3.2 a), 8.2.3.1 b)`,
    text: {
      en: 'Every subnet is in one zone; zones talk through declared boundary devices only, and what is not allowed is denied; important zones do not lie at the edge',
      'zh-CN': '每个网段只属于一个安全域；跨域流量只经声明的边界设备，默认拒绝；重要网络区域不部署在边界处',
    },
    source: transcription,
    quality: 'B',
    rules: ['zone', 'boundary'],
  },
  {
    id: 'R3',
    clause: `${mlps} 8.2.2.1 b)`,
    text: { en: 'Virtual networks of different tenants are isolated', 'zh-CN': '不同云服务客户虚拟网络之间隔离' },
    source: transcription,
    quality: 'B',
    rules: [],
  },
  {
    id: 'R4',
    clause: `${mlps} 9.2.2.1`,
    text: {
      en: 'A level 4 system has a resource pool of its own; levels 2 and 3 may share one',
      'zh-CN': '四级业务应用系统划分独立的资源池；二、三级可共用',
    },
    source: transcription,
    quality: 'B',
    rules: ['level4Pool'],
  },
  {
    id: 'R5',
    clause: `${mlps} 8.2.4.2 a)`,
    text: {
      en: 'When a virtual machine moves, its access policy moves with it: equal at source and target before the cutover',
      'zh-CN': '虚拟机迁移时，访问控制策略随其迁移：割接前源端与目标端一致',
    },
    source: transcription,
    quality: 'B',
    rules: [],
  },
  {
    id: 'R6',
    clause: `${mlps} 8.2.4.5 c)`,
    text: {
      en: 'Integrity of data in migration is verified by checksum or cryptography, and damage is repaired (level 3 and above)',
      'zh-CN': '使用校验码或密码技术确保迁移过程中数据的完整性，并在受损时恢复（三级及以上）',
    },
    source: transcription,
    quality: 'B',
    rules: [],
  },
  {
    id: 'R7',
    clause: `${mlps} 8.1.4.9 b) c), 8.1.2.1 e)`,
    text: {
      en: 'Important data processing is redundant: two instances on different hosts, redundant lines and key devices, off-site backup (level 3)',
      'zh-CN': '重要数据处理系统热冗余：两个实例位于不同主机，通信线路与关键设备冗余，异地备份（三级）',
    },
    source: transcription,
    quality: 'B',
    rules: ['twoInstances'],
  },
  {
    id: 'R8',
    clause: `${mlps} 8.2.1.1, 8.2.4.5 a), 8.2.4.6 a) b) c), 8.2.7.1`,
    text: {
      en: 'Data, replicas and backups stay in China; at least two consistent replicas (level 3); the tenant keeps a local backup',
      'zh-CN': '数据、副本与备份位于中国境内；至少两份一致的副本（三级）；云服务客户本地保存业务数据备份',
    },
    source: transcription,
    quality: 'B',
    rules: [],
  },
  {
    id: 'R9',
    clause: `${mlps} 8.2.5.1 b)`,
    text: {
      en: 'Management traffic is separate from tenant traffic: a management plane on hosts of its own, 3, 5 or 7 by size',
      'zh-CN': '云平台管理流量与云服务客户业务流量分离：管理面使用独立主机，按规模为 3、5 或 7 台',
    },
    source: `${transcription}; sizing: https://forum.huawei.com/enterprise/en/cloud-management-system-design/thread/867791-893`,
    quality: 'B',
    rules: ['plane', 'role', 'managementSize'],
  },
  {
    id: 'R10',
    clause: 'CSHA (EDOC1100026685); HyperMetro',
    text: {
      en: 'A synchronous pair: one region, exactly two availability zones in data centres of their own, KVM, arrays of one model and version, at most 100 km apart',
      'zh-CN': '同步双活：同一区域、恰好两个可用区、各自独立数据中心、KVM、两端阵列型号与版本一致、距离不超过 100 km',
    },
    source: 'https://support.huawei.com/enterprise/en/doc/EDOC1100026685/5a3ad0d9/',
    quality: 'A',
    rules: ['activeActive', 'recoverySite'],
  },
  {
    id: 'R11',
    clause: 'vCPU = (sockets x cores x threads - overhead) x ratio',
    text: {
      en: 'vCPUs are sold by the vendor formula; memory is not overcommitted',
      'zh-CN': 'vCPU 按厂商公式出售；内存不超分',
    },
    source: 'Open Telekom Cloud, dedicated hosts; openstack/nova@00a0304, initial_ram_allocation_ratio',
    quality: 'A',
    rules: ['capacity'],
  },
  {
    id: 'R12',
    clause: 'FusionCloud basic concepts',
    text: {
      en: 'A machine, its disks and its network are in one availability zone',
      'zh-CN': '虚拟机、磁盘与网络位于同一可用区',
    },
    source: 'https://forum.huawei.com/enterprise/en/fusioncloud-basic-concepts/thread/496329-893',
    quality: 'A',
    rules: ['storage', 'networkAz', 'sharedDisk'],
  },
  {
    id: 'R13',
    clause: 'Rainbow; SMS notes and constraints',
    text: {
      en: 'Migration tools take what their limits allow: architecture, firmware, disks, load, shared file systems, tasks at once',
      'zh-CN': '迁移工具须满足其限制：架构、固件、磁盘、负载、共享文件系统、并发任务数',
    },
    source: 'https://support.huaweicloud.com/intl/en-us/productdesc-sms/sms_01_0012.html',
    quality: 'A',
    rules: [],
  },
  {
    id: 'R14',
    clause: 'ManageOne VDC',
    text: {
      en: 'Virtual data centres nest five levels deep at most; quota is checked at each level; approval comes before provisioning',
      'zh-CN': 'VDC 最多五级；逐级校验配额；先审批后发放',
    },
    source: 'https://support.huawei.com/enterprise/en/doc/EDOC1100063247/3417d508/function-description',
    quality: 'A',
    rules: ['quota:'],
  },
  {
    id: 'R15',
    clause: `${mlps} 8.1.2.1 a) b)`,
    text: {
      en: 'Devices and links carry the load at the peak',
      'zh-CN': '网络设备的业务处理能力与网络各部分带宽满足业务高峰期需要',
    },
    source: transcription,
    quality: 'B',
    rules: ['rackUplink', 'spine', 'siteUplink', 'siteLink', 'siteTraffic', 'boundaryLoad:', 'iops:'],
  },
];

const byRule = new Map(requirements.flatMap((requirement) => requirement.rules.map((rule) => [rule, requirement])));

/** The requirement behind a built-in rule. */
export function requirementOf(rule: string): Requirement | undefined {
  return byRule.get(rule) ?? byRule.get(rule.slice(0, rule.indexOf(':') + 1));
}

export function findRequirement(id: string): Requirement | undefined {
  return requirements.find((requirement) => requirement.id === id);
}
