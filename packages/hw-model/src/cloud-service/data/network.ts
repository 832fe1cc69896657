import { anywhere, control, only, plan, role, service, size, text } from '../build.ts';
import type { CloudService } from '../service.ts';

const mbps = text('Mbit/s', 'Mbit/s');

export const network: readonly CloudService[] = [
  service({
    id: 'vpc',
    entry: 'VPC',
    name: text('Virtual Private Cloud', '虚拟私有云'),
    category: 'network',
    mlpsAtMost: 4,
  }),
  service({
    id: 'eip',
    entry: 'EIP',
    name: text('Elastic IP', '弹性公网 IP'),
    category: 'network',
    ...only('internet', 'dmz'),
  }),
  service({
    id: 'elb',
    entry: 'ELB',
    name: text('Elastic Load Balance', '弹性负载均衡'),
    category: 'network',
    ...anywhere,
    size: size(mbps, 10, 10_000, 500),
    plans: [
      plan('pair', text('Two balancers', '主备'), 'host', [role('balancer', 2, 2, 4, { nicMbps: 500 })]),
      plan('cluster', text('Balancers by bandwidth', '按带宽扩展的集群'), 'host', [
        role('balancer', { per: 1000, least: 2 }, 4, 8, { nicMbps: 1000 }),
      ]),
    ],
    control: control(2, 2, 4),
  }),
  service({
    id: 'nat',
    entry: 'NAT',
    name: text('NAT Gateway', 'NAT 网关'),
    category: 'network',
    ...only('internet', 'dmz'),
    plans: [plan('pair', text('Two gateways', '主备'), 'host', [role('gateway', 2, 2, 4, { nicMbps: 500 })])],
  }),
  service({
    id: 'vpn',
    entry: 'VPN',
    name: text('Virtual Private Network', '虚拟专用网络'),
    category: 'network',
    ...only('internet', 'dmz'),
    plans: [plan('pair', text('Two gateways', '主备'), 'host', [role('gateway', 2, 2, 4, { nicMbps: 200 })])],
  }),
  service({
    id: 'dns',
    entry: 'DNS',
    name: text('Domain Name Service', '云解析服务'),
    category: 'network',
    control: control(2, 2, 4),
  }),
  service({
    id: 'vpcep',
    entry: 'VPCEP',
    name: text('VPC Endpoint', 'VPC 终端节点'),
    category: 'network',
    control: control(2, 2, 4),
  }),
];
