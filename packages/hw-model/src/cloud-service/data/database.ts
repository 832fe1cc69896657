import { control, data, gib, inside, plan, read, role, service, size, stated, text } from '../build.ts';
import type { CloudService } from '../service.ts';

/** Classes of 2 to 64 vCPUs, single or primary and standby (`.ha`). */
const rdsPage = 'https://support.huaweicloud.com/intl/en-us/ally-visitor-1-usermanual-rds/rds_01_0034.html';
const rdsClasses = stated(rdsPage, 'count', 'vcpus', 'memory');
/** 2 to 32 routers, 2 to 32 shards and a configuration, the latter two of three nodes each. */
const ddsCluster = stated('https://support.huaweicloud.com/intl/en-us/productdesc-dds/dds_01_0011.html', 'count');
/** Single, or primary and standby; the size is the total memory, 2 to 64 GB, of which a fifth is not for data. */
const dcsPage = 'https://support.huaweicloud.com/intl/en-us/eu-west-0-usermanual-dcs/dcs-pd-0916001.html';
const dcsClasses = stated(dcsPage, 'count', 'memory');
/** Classes of 16 vCPUs and 64 GB and larger. */
const gaussdbClasses = stated(
  'https://support.huaweicloud.com/en-us/productdesc-gaussdb/gaussdb_01_0004.html',
  'vcpus',
  'memory',
);

const disk = data({ perUnit: 1 });
const pair = (id: string, en: string, zh: string, vcpus: number, memGiB: number) =>
  plan(id, text(`Primary and standby, ${en}`, `主备，${zh}`), 'host', [
    role('db', 2, vcpus, memGiB, { ...disk, basis: rdsClasses }),
  ]);

export const database: readonly CloudService[] = [
  service({
    id: 'rds',
    entry: 'RDS',
    name: text('Relational Database Service', '关系型数据库'),
    category: 'database',
    ...inside,
    size: size(gib, 40, 4000, 200),
    plans: [
      pair('small', 'small', '小', 2, 4),
      pair('medium', 'medium', '中', 4, 16),
      pair('large', 'large', '大', 8, 32),
      plan('single', text('Single', '单机'), 'none', [role('db', 1, 2, 4, { ...disk, basis: rdsClasses })]),
      plan('two-sites', text('Primary and standby over two sites', '双中心主备'), 'site', [
        role('db', 2, 4, 16, { ...disk, basis: rdsClasses }),
      ]),
    ],
    control: control(2, 4, 8, 200),
  }),
  service({
    id: 'dds',
    entry: 'DDS',
    name: text('Document Database Service', '文档数据库'),
    category: 'database',
    ...inside,
    size: size(gib, 10, 4000, 200),
    plans: [
      plan('replica-set', text('Replica set of three', '三节点副本集'), 'host', [
        role('node', 3, 2, 8, { ...disk, basis: ddsCluster }),
      ]),
      plan('cluster', text('Two shards', '双分片集群'), 'host', [
        role('mongos', 2, 2, 4, { basis: ddsCluster }),
        role('config', 3, 2, 4, { ...data(20), basis: ddsCluster }),
        role('shard-1', 3, 2, 8, { ...data({ perUnit: 0.5 }), basis: ddsCluster }),
        role('shard-2', 3, 2, 8, { ...data({ perUnit: 0.5 }), basis: ddsCluster }),
      ]),
    ],
    control: control(2, 2, 8),
  }),
  service({
    id: 'dcs',
    entry: 'DCS',
    name: text('Distributed Cache Service', '分布式缓存服务'),
    category: 'database',
    ...inside,
    size: size(gib, 2, 64, 4, read(dcsPage)),
    plans: [
      plan('pair', text('Primary and standby', '主备'), 'host', [
        role('cache', 2, 2, { perUnit: 1 }, { ...data({ perUnit: 2 }), basis: dcsClasses }),
      ]),
      plan('single', text('Single', '单机'), 'none', [role('cache', 1, 2, { perUnit: 1 }, { basis: dcsClasses })]),
    ],
    control: control(2, 2, 4),
  }),
  service({
    id: 'gaussdb',
    entry: 'GaussDB',
    name: text('GaussDB', '云数据库 GaussDB'),
    category: 'database',
    ...inside,
    size: size(gib, 100, 16_000, 500),
    plans: [
      plan('three', text('Three nodes', '三节点'), 'host', [
        role('node', 3, 16, 64, {
          ...disk,
          nicMbps: 1000,
          basis: gaussdbClasses,
        }),
      ]),
    ],
    control: control(2, 4, 16, 200),
  }),
];
