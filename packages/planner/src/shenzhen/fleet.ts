import type { FleetInput } from '@yunqian/hw-model';
import { boundariesOf, spine, storageArrays, uplink, zoneSubnet } from './network.ts';

type SiteInput = FleetInput['clouds'][number]['sites'][number];
type RackInput = SiteInput['rooms'][number]['racks'][number];
type HostInput = NonNullable<RackInput['hosts']>[number];

const tor = { model: 'switch-leaf/CE6865-48S8CQ-EI', count: 2, uplinkMbps: 800_000 };
const rackPowerW = 8000;

const note = [
  'Reference fleet of the first phase: one data centre, Meilin (梅林). Sized to 60-70 % of the vCPUs that tenants can use (management and network nodes apart), and so that the loss of any one host leaves room for everything under every rule.',
  'PUBLISHED: the data centre; zoning at MLPS level 3; the host builds s2, s2-medium, c4, m4 and the bare-metal build with their vCPUs and memory (Open Telekom Cloud, a Huawei-built cloud); rack units and ports of CE6865, CE8850, CE12808; 5 management nodes for 50-100 hosts (FusionSphere).',
  'DERIVED: 1,160 TB of usable storage for 230 systems (Guangzhou 2017: 5.05 TB a system).',
  'ASSUMED: every model choice and count, that the published builds run on 2288H V5, racks, power, uplinks, spine, firewalls with their figures and what they allow, IOPS, addresses, links to the bureaus, zones other than the public one. The eleven district clouds of "1+11+N" are not in this phase.',
].join('\n');

/** Zones of the e-government extranet plus the platform's own; only the public business zone is named in the article. */
const zones: FleetInput['zones'] = [
  {
    id: 'internet',
    name: 'Internet access zone',
    nameZh: '互联网接入区',
    kind: 'internet',
    mlps: 3,
    subnets: [zoneSubnet.internet],
    assumed: ['kind', 'subnets'],
  },
  {
    id: 'public',
    name: 'Public business zone',
    nameZh: '公共业务区',
    kind: 'public',
    mlps: 3,
    subnets: [zoneSubnet.public],
    assumed: ['subnets'],
  },
  {
    id: 'private',
    name: 'Department private zone',
    nameZh: '专用网络区',
    kind: 'private',
    mlps: 3,
    subnets: [zoneSubnet.private],
    assumed: ['kind', 'subnets'],
  },
  {
    id: 'management',
    name: 'Management zone',
    nameZh: '管理区',
    kind: 'management',
    mlps: 3,
    subnets: [zoneSubnet.management],
    assumed: ['kind', 'subnets'],
  },
];

const onServer = { server: 'server/2288H V5', nicMbps: 50_000 };
const assumedBuild = ['server', 'nicMbps'];

const profiles: FleetInput['profiles'] = [
  { id: 'shared', ...onServer, build: 'virtualization-host/s2-medium', assumed: assumedBuild },
  { id: 'shared-large', ...onServer, build: 'virtualization-host/s2', assumed: assumedBuild },
  // Exposed and management hosts are not oversubscribed.
  {
    id: 'guarded',
    ...onServer,
    build: 'virtualization-host/s2-medium',
    overcommitRatio: 1,
    assumed: [...assumedBuild, 'overcommitRatio'],
  },
  { id: 'dedicated', ...onServer, build: 'virtualization-host/c4', assumed: assumedBuild },
  { id: 'memory', ...onServer, build: 'virtualization-host/m4', assumed: assumedBuild },
  {
    id: 'kunpeng',
    server: 'server/TaiShan 200 2280',
    arch: 'aarch64',
    cpu: { model: 'Kunpeng 920, 32 cores', sockets: 2, coresPerSocket: 32, threadsPerCore: 1 },
    overcommitRatio: 1,
    memory: { installedGiB: 256 },
    nicMbps: 50_000,
    assumed: ['cpu.coresPerSocket', 'memory.installedGiB', 'nicMbps'],
  },
  {
    // The published bare-metal build physical.h2.large: nothing is kept for a hypervisor.
    id: 'bare-metal',
    server: 'bare-metal-host/physical.h2.large',
    cpu: { model: 'Xeon Gold 6151', sockets: 2, coresPerSocket: 18, threadsPerCore: 2, overheadThreads: 0 },
    overcommitRatio: 1,
    memory: { installedGiB: 192, reservedGiB: 0 },
    nicMbps: 20_000,
  },
];

/** Hosts that name no pool are in the shared one. */
const hosts = (id: string, count: number, profile: string, more: Partial<HostInput> = {}): HostInput => ({
  id,
  count,
  profile,
  ...more,
});

const inInternet = { zone: 'internet' };
const inManagement = { zone: 'management' };
const controllers = { zone: 'management', role: 'management' } as const;
const networkNodes = { zone: 'management', role: 'network' } as const;
const bareMetal = { role: 'bareMetal' } as const;
const dedicated = { pool: 'dedicated' };
const container = { pool: 'container' };

const racks: RackInput[] = [
  rack('edge-01', 'internet', [
    hosts('int', 3, 'guarded', inInternet),
    hosts('mgt', 3, 'guarded', inManagement),
    hosts('ctl', 3, 'guarded', controllers),
    hosts('net', 1, 'guarded', networkNodes),
  ]),
  rack('edge-02', 'internet', [
    hosts('int', 2, 'guarded', inInternet),
    hosts('mgt', 2, 'guarded', inManagement),
    hosts('ctl', 2, 'guarded', controllers),
    hosts('net', 1, 'guarded', networkNodes),
  ]),
  {
    ...rack('public', 'public', [
      hosts('shr', 4, 'shared'),
      hosts('arm', 1, 'kunpeng'),
      hosts('ded', 1, 'dedicated', dedicated),
      hosts('mem', 1, 'memory', dedicated),
      hosts('k8s', 1, 'shared', container),
    ]),
    count: 3,
  },
  rack('public-04', 'public', [hosts('shr', 3, 'shared'), hosts('arm', 1, 'kunpeng')]),
  rack('private-01', 'private', [
    hosts('shr', 3, 'shared-large'),
    hosts('ded', 2, 'dedicated', dedicated),
    hosts('bms', 2, 'bare-metal', bareMetal),
  ]),
  rack('private-02', 'private', [
    hosts('shr', 3, 'shared-large'),
    hosts('ded', 1, 'dedicated', dedicated),
    hosts('bms', 1, 'bare-metal', bareMetal),
  ]),
  {
    id: 'network',
    count: 2,
    powerW: 10_000,
    devices: [
      { id: 'core', model: 'switch-core/CE12808' },
      { id: 'spine', count: 2, model: 'switch-spine/CE8850-64CQ-EI' },
      { id: 'oob', count: 2, model: 'switch-mgmt/CE5855-48T4S2Q-EI' },
      { id: 'firewall', count: 2, model: 'firewall/USG6680E' },
      { id: 'router', model: 'router/NetEngine 8000 M8 (DC)' },
    ],
    assumed: ['powerW', 'devices'],
  },
  {
    id: 'storage',
    count: 2,
    powerW: rackPowerW,
    devices: [
      { id: 'dorado', count: 2, model: 'storage/Dorado6000 V3' },
      { id: 'oceanstor', count: 2, model: 'storage/OceanStor 5500 V5' },
    ],
    assumed: ['powerW', 'devices'],
  },
];

/** Usable GiB of both pools together: 1,160 TB. */
const storagePools: SiteInput['storagePools'] = [
  {
    id: 'ssd',
    model: 'storage/Dorado6000 V3',
    array: 'dorado',
    type: 'ssd',
    usableGiB: 480_000,
    iops: 1_000_000,
    iopsOversubscription: 4,
    assumed: ['usableGiB', 'iops', 'iopsOversubscription'],
  },
  {
    id: 'sas',
    model: 'storage/OceanStor 5500 V5',
    array: 'oceanstor',
    type: 'sas',
    usableGiB: 600_000,
    iops: 200_000,
    iopsOversubscription: 4,
    assumed: ['usableGiB', 'iops', 'iopsOversubscription'],
  },
];

/** The reference fleet: always the same bytes. */
export function shenzhenFleet(): FleetInput {
  const meilin: SiteInput = {
    id: 'meilin',
    name: 'Meilin data centre',
    nameZh: '梅林数据中心',
    rooms: [{ id: 'room-1', spine, racks }],
    uplink,
    storageArrays,
    storagePools,
  };
  return {
    kind: 'fleet',
    formatVersion: '1.0',
    name: 'shenzhen-meilin',
    note,
    zones,
    profiles,
    clouds: [{ id: 'city', name: 'City cloud', nameZh: '市级云', role: 'city', sites: [meilin] }],
    links: ['extranet-a', 'extranet-b'].map((id) => ({
      id,
      from: 'source',
      to: 'city/meilin',
      bandwidthMbps: 10_000,
      assumed: ['bandwidthMbps'],
    })),
    boundaries: boundariesOf('city/meilin'),
  };
}

function rack(id: string, zone: string, entries: HostInput[]): RackInput {
  return { id, zone, powerW: rackPowerW, tor, hosts: entries, assumed: ['powerW', 'tor.model', 'tor.uplinkMbps'] };
}
