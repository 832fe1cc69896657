import { control, service, text } from '../build.ts';
import type { CloudService } from '../service.ts';

export const management: readonly CloudService[] = [
  service({
    id: 'manageone',
    entry: 'ManageOne',
    name: text('ManageOne', '云管理平台 ManageOne'),
    category: 'management',
    mlpsAtMost: 4,
    control: control(3, 4, 16, 200),
  }),
  service({
    id: 'vdc',
    entry: 'VDC',
    name: text('Virtual Data Centre', '虚拟数据中心'),
    category: 'management',
    mlpsAtMost: 4,
  }),
  service({
    id: 'cts',
    entry: 'CTS',
    name: text('Cloud Trace Service', '云审计服务'),
    category: 'management',
    mlpsAtMost: 4,
    control: control(2, 2, 4, 200),
  }),
  service({
    id: 'ces',
    entry: 'CES',
    name: text('Cloud Eye', '云监控服务'),
    category: 'management',
    mlpsAtMost: 4,
    control: control(2, 2, 8, 200),
  }),
  service({
    id: 'lts',
    entry: 'LTS',
    name: text('Log Tank Service', '云日志服务'),
    category: 'management',
    mlpsAtMost: 4,
    control: control(3, 2, 8, 500),
  }),
];
