import { control, data, gib, inside, plan, role, service, size, text } from '../build.ts';
import type { CloudService } from '../service.ts';

export const recovery: readonly CloudService[] = [
  service({
    id: 'csdr',
    entry: 'CSDR',
    name: text('Cloud Server Disaster Recovery', '云服务器容灾'),
    category: 'recovery',
    control: control(2, 4, 8),
  }),
  service({
    id: 'csha',
    entry: 'CSHA',
    name: text('Cloud Server High Availability', '云服务器高可用'),
    category: 'recovery',
    control: control(2, 4, 8),
  }),
  service({
    id: 'vha',
    entry: 'VHA',
    name: text('Volume High Availability', '云硬盘高可用'),
    category: 'recovery',
    control: control(2, 2, 4),
  }),
  service({
    id: 'csbs',
    entry: 'CSBS',
    name: text('Cloud Server Backup Service', '云服务器备份'),
    category: 'recovery',
    ...inside,
    size: size(gib, 100, 500_000, 5000),
    plans: [
      plan('proxy', text('Backup proxies', '备份代理'), 'host', [
        role('proxy', { per: 50_000, least: 2 }, 2, 4, { ...data({ shared: 1 }, 'sas'), nicMbps: 500 }),
      ]),
    ],
    control: control(2, 2, 4),
  }),
];
