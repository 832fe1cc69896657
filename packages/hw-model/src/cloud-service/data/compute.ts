import { control, service, text } from '../build.ts';
import type { CloudService } from '../service.ts';

export const compute: readonly CloudService[] = [
  service({
    id: 'ecs',
    entry: 'ECS',
    name: text('Elastic Cloud Server', '弹性云服务器'),
    category: 'compute',
    mlpsAtMost: 4,
  }),
  service({
    id: 'bms',
    entry: 'BMS',
    name: text('Bare Metal Server', '裸金属服务器'),
    category: 'compute',
    mlpsAtMost: 4,
  }),
  service({
    id: 'ims',
    entry: 'IMS',
    name: text('Image Management Service', '镜像服务'),
    category: 'compute',
    mlpsAtMost: 4,
  }),
  service({
    id: 'as',
    entry: 'AS',
    name: text('Auto Scaling', '弹性伸缩'),
    category: 'compute',
    control: control(2, 2, 4),
    needs: ['manageone', 'ces'],
  }),
  service({ id: 'dec', entry: 'DeC', name: text('Dedicated Cloud', '专属云'), category: 'compute', mlpsAtMost: 4 }),
];
