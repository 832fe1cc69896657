import { control, data, gib, inside, plan, read, role, service, size, stated, text } from '../build.ts';
import type { CloudService } from '../service.ts';

/** Brokers: three and more; storage is that of the whole instance, copies of messages included. */
const kafkaPage = 'https://support.huaweicloud.com/intl/en-us/ae-ad-1-usermanual-kafka/Kafka-specification.html';
const kafka = stated(kafkaPage, 'count', 'vcpus', 'memory');
/** From MRS 3.x master and core nodes have at least 64 GB. */
const mrs = stated('https://support.huaweicloud.com/usermanual-mrs/mrs_01_300003.md', 'memory');
/** Three masters, so that the control plane stands the loss of one. */
const masters = stated(
  'https://support.huaweicloud.com/intl/en-us/bestpractice-cce/cce_bestpractice_0014.html',
  'count',
);
/** A cluster has 3 to 256 nodes. */
const dwsNodes = read('https://support.huaweicloud.com/eu/dws_faq/dws_03_0028.html');
const nodes = text('nodes', '个节点');

const brokers = (id: string, en: string, zh: string, vcpus: number, memGiB: number) =>
  plan(id, text(`Three brokers, ${en}`, `三代理，${zh}`), 'host', [
    role('broker', 3, vcpus, memGiB, { ...data({ shared: 1 }, 'sas'), basis: kafka }),
  ]);

export const platform: readonly CloudService[] = [
  service({
    id: 'cce',
    entry: 'CCE',
    name: text('Cloud Container Engine', '云容器引擎'),
    category: 'platform',
    ...inside,
    // Workers are those of the estate's clusters.
    plans: [
      plan('cluster', text('Three masters', '三主节点'), 'host', [
        role('master', 3, 4, 8, { ...data(100), basis: masters }),
      ]),
      plan('single', text('One master', '单主节点'), 'none', [role('master', 1, 4, 8, data(100))]),
    ],
    control: control(2, 4, 8),
    needs: ['manageone', 'swr'],
  }),
  service({
    id: 'swr',
    entry: 'SWR',
    name: text('Software Repository for Container', '容器镜像服务'),
    category: 'platform',
    control: control(2, 2, 4, 500),
  }),
  service({
    id: 'asm',
    entry: 'ASM',
    name: text('Application Service Mesh', '应用服务网格'),
    category: 'platform',
    control: control(2, 2, 4),
    needs: ['manageone', 'cce'],
  }),
  service({
    id: 'dms',
    entry: 'DMS',
    name: text('Distributed Message Service', '分布式消息服务'),
    category: 'platform',
    ...inside,
    size: size(gib, 300, 300_000, 300, read(kafkaPage)),
    plans: [
      brokers('small', 'small', '小', 2, 4),
      brokers('medium', 'medium', '中', 4, 8),
      brokers('large', 'large', '大', 8, 16),
    ],
    control: control(2, 2, 4),
  }),
  service({
    id: 'roma',
    entry: 'ROMA',
    name: text('ROMA Connect', '应用与数据集成平台'),
    category: 'platform',
    ...inside,
    plans: [plan('standard', text('Two gateways', '双网关'), 'host', [role('gateway', 2, 4, 16, data(200, 'sas'))])],
    control: control(2, 4, 8),
    needs: ['manageone', 'dms'],
  }),
  service({
    id: 'servicestage',
    entry: 'ServiceStage',
    name: text('ServiceStage', '应用管理与运维平台'),
    category: 'platform',
    control: control(3, 4, 8),
    needs: ['manageone', 'cce'],
  }),
  service({
    id: 'mrs',
    entry: 'MRS',
    name: text('MapReduce Service', '大数据服务 MRS'),
    category: 'platform',
    ...inside,
    size: size(nodes, 3, 500, 3),
    plans: [
      plan('cluster', text('Two masters and core nodes', '双主节点与核心节点'), 'host', [
        role('master', 2, 8, 64, { ...data(480, 'sas'), nicMbps: 1000, basis: mrs }),
        role('core', { per: 1, least: 3 }, 8, 64, { ...data(1000, 'sas'), nicMbps: 1000, basis: mrs }),
      ]),
    ],
    control: control(2, 4, 8),
    needs: ['manageone', 'obs'],
  }),
  service({
    id: 'dws',
    entry: 'DWS',
    name: text('Data Warehouse Service', '数据仓库服务'),
    category: 'platform',
    ...inside,
    size: size(nodes, 3, 256, 3, dwsNodes),
    plans: [
      plan('cluster', text('Nodes', '节点'), 'host', [
        role('node', { per: 1, least: 3 }, 8, 64, { ...data(1000), nicMbps: 1000 }),
      ]),
    ],
    control: control(2, 4, 8),
  }),
  service({
    id: 'dataarts',
    entry: 'DataArts',
    name: text('DataArts Studio', '数据治理中心'),
    category: 'platform',
    ...inside,
    plans: [plan('standard', text('Two nodes', '双节点'), 'host', [role('studio', 2, 8, 32, data(200, 'sas'))])],
    control: control(2, 4, 8),
    needs: ['manageone', 'obs'],
  }),
  service({
    id: 'modelarts',
    entry: 'ModelArts',
    name: text('ModelArts', 'AI 开发平台 ModelArts'),
    category: 'platform',
    ...inside,
    // Cards are asked for by the workloads that train and infer.
    plans: [plan('workbench', text('Workbench', '开发环境'), 'host', [role('notebook', 2, 4, 16, data(200, 'sas'))])],
    control: control(3, 4, 16, 200),
    needs: ['manageone', 'obs', 'cce'],
  }),
  service({
    id: 'bcs',
    entry: 'BCS',
    name: text('Blockchain Service', '区块链服务'),
    category: 'platform',
    ...inside,
    size: size(nodes, 2, 50, 4),
    plans: [
      plan('consortium', text('Orderers and peers', '排序节点与共识节点'), 'host', [
        role('orderer', 3, 2, 4, data(100)),
        role('peer', { per: 1, least: 2 }, 4, 8, data(200)),
      ]),
    ],
    control: control(2, 4, 8),
    needs: ['manageone', 'cce'],
  }),
];
