import { appliance, control, data, gib, inside, plan, role, service, size, text } from '../build.ts';
import type { CloudService } from '../service.ts';

/** Two data blocks to one of parity, written over nodes on hosts of their own. */
const erasure = { shared: 1.5 };

export const storage: readonly CloudService[] = [
  service({
    id: 'evs',
    entry: 'EVS',
    name: text('Elastic Volume Service', '云硬盘'),
    category: 'storage',
    mlpsAtMost: 4,
  }),
  service({
    id: 'obs',
    entry: 'OBS',
    name: text('Object Storage Service', '对象存储服务'),
    category: 'storage',
    ...inside,
    size: size(gib, 100, 1_000_000, 1000),
    plans: [
      plan('nodes', text('Data nodes in the cloud', '云内数据节点'), 'host', [
        role('store', { per: 20_000, least: 3 }, 2, 8, { ...data(erasure, 'sas'), nicMbps: 500 }),
      ]),
      plan(
        'appliance',
        text('Distributed storage of its own', '独立分布式存储'),
        'none',
        [],
        [appliance('storage-distributed/OceanStor Pacific 9550', 3, 100_000)],
      ),
    ],
    control: control(3, 2, 4),
  }),
  service({
    id: 'sfs',
    entry: 'SFS',
    name: text('Scalable File Service', '弹性文件服务'),
    category: 'storage',
    ...inside,
    size: size(gib, 50, 100_000, 500),
    plans: [
      plan('pair', text('Two file servers', '双节点'), 'host', [
        role('file', 2, 2, 8, { ...data({ perUnit: 1 }, 'sas'), nicMbps: 500 }),
      ]),
    ],
    control: control(2, 2, 4),
  }),
  service({
    id: 'vbs',
    entry: 'VBS',
    name: text('Volume Backup Service', '云硬盘备份'),
    category: 'storage',
    ...inside,
    size: size(gib, 100, 500_000, 2000),
    plans: [
      plan('proxy', text('Backup proxies', '备份代理'), 'host', [
        role('proxy', { per: 50_000, least: 2 }, 2, 4, {
          ...data({ shared: 1 }, 'sas'),
          nicMbps: 500,
        }),
      ]),
    ],
    control: control(2, 2, 4),
  }),
];
