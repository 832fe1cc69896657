import { anywhere, appliance, control, data, inside, only, plan, role, service, size, text } from '../build.ts';
import type { CloudService } from '../service.ts';

const servers = text('servers', '台服务器');
const databases = text('databases', '个数据库');
const sites = text('sites', '个站点');
const mbps = text('Mbit/s', 'Mbit/s');

export const security: readonly CloudService[] = [
  service({ id: 'sg', entry: 'SG', name: text('Security Group', '安全组'), category: 'security', mlpsAtMost: 4 }),
  service({
    id: 'edgefw',
    entry: 'EdgeFW',
    name: text('Edge Firewall', '边界防火墙'),
    category: 'security',
    ...only('internet', 'dmz'),
    mlpsAtMost: 4,
    size: size(mbps, 10, 100_000, 1000),
    plans: [
      plan('appliance', text('Firewalls', '防火墙设备'), 'none', [], [appliance('firewall/USG6680E', 2, 20_000)]),
    ],
  }),
  service({
    id: 'waf',
    entry: 'WAF',
    name: text('Web Application Firewall', 'Web 应用防火墙'),
    category: 'security',
    ...only('internet', 'dmz'),
    size: size(sites, 1, 500, 10),
    plans: [
      plan('engine', text('Engines in the cloud', '云内引擎'), 'host', [
        role('engine', { per: 50, least: 2 }, 4, 8, { nicMbps: 500 }),
      ]),
      plan('appliance', text('Devices', '硬件设备'), 'none', [], [appliance('waf/WAF5000', 2, 200)]),
    ],
    control: control(2, 4, 8),
  }),
  service({
    id: 'hss',
    entry: 'HSS',
    name: text('Host Security Service', '主机安全服务'),
    category: 'security',
    ...inside,
    size: size(servers, 1, 20_000, 100),
    plans: [
      plan('agents', text('Agents and their collectors', '代理与汇聚节点'), 'host', [
        role('collector', { per: 1000, least: 2 }, 2, 4),
      ]),
    ],
    control: control(2, 4, 8, 200),
  }),
  service({
    id: 'dbaudit',
    entry: 'DBAudit',
    name: text('Database Audit', '数据库审计'),
    category: 'security',
    ...inside,
    size: size(databases, 1, 30, 3),
    plans: [
      plan('standard', text('One auditor', '单节点'), 'none', [role('auditor', 1, 4, 16, data(500, 'sas'))]),
      plan('pair', text('Two auditors', '主备'), 'host', [role('auditor', 2, 4, 16, data(500, 'sas'))]),
    ],
  }),
  service({
    id: 'cbh',
    entry: 'CBH',
    name: text('Cloud Bastion Host', '云堡垒机'),
    category: 'security',
    ...inside,
    size: size(servers, 1, 5000, 100),
    plans: [
      plan('standard', text('One bastion', '单节点'), 'none', [role('bastion', 1, 4, 8, data(500, 'sas'))]),
      plan('pair', text('Two bastions', '主备'), 'host', [role('bastion', 2, 4, 8, data(500, 'sas'))]),
    ],
  }),
  service({
    id: 'kms',
    entry: 'KMS',
    name: text('Key Management Service', '密钥管理服务'),
    category: 'security',
    control: control(2, 2, 4),
    mlpsAtMost: 4,
  }),
  service({
    id: 'sis',
    entry: 'SIS',
    name: text('Security Index Service', '安全指数服务'),
    category: 'security',
    ...anywhere,
    control: control(2, 2, 8),
  }),
  service({
    id: 'sa',
    entry: 'SA',
    name: text('Situation Awareness', '态势感知'),
    category: 'security',
    ...inside,
    plans: [
      plan('nodes', text('Analysis nodes in the cloud', '云内分析节点'), 'host', [
        role('analyser', 3, 8, 32, data(1000, 'sas')),
      ]),
      plan(
        'appliance',
        text('Analysis devices', '分析设备'),
        'none',
        [],
        [appliance('security-analytics/HiSec Insight (CIS)', 1)],
      ),
    ],
    control: control(2, 2, 4),
  }),
  service({
    id: 'anti-ddos',
    entry: 'Anti-DDoS',
    name: text('Anti-DDoS', 'DDoS 防护'),
    category: 'security',
    ...only('internet', 'dmz'),
    size: size(mbps, 10, 200_000, 1000),
    plans: [
      plan(
        'appliance',
        text('Cleaning devices', '清洗设备'),
        'none',
        [],
        [appliance('antiddos/AntiDDoS8000', 1, 100_000)],
      ),
    ],
  }),
];
