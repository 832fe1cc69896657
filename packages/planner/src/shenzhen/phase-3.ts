import type { FleetInput } from '@yunqian/hw-model';
import type { EstateInput } from '../estate/schema.ts';
import type { PolicyInput } from '../policy/schema.ts';
import { boundariesOf } from './network.ts';
import { cityFailures, phase2Recovery, type SiteInput, shenzhenPhase2Estate, shenzhenPhase2Fleet } from './phase-2.ts';
import { shenzhenPolicy } from './policy.ts';
import { withQuotas } from './quotas.ts';
import { thirdServices } from './services.ts';

type RackInput = SiteInput['rooms'][number]['racks'][number];

const note = [
  'Reference fleet of the third phase: two active-active sites in the city, and the room in the Shenshan cooperation zone (深汕合作区): remote copies of the core systems, AI and blockchain.',
  'PUBLISHED: the room, that it serves remote disaster recovery, and that AI and blockchain come in this phase. ASSUMED: everything about its size, links and distance, the cards and their hosts.',
].join('\n');

/** Racks of the first site that the remote one has too, and how many of each. */
const remoteRacks: Readonly<Record<string, number>> = {
  'edge-01': 1,
  'edge-02': 1,
  public: 2,
  'private-01': 1,
  network: 1,
  storage: 1,
};

const ai: NonNullable<FleetInput['profiles']>[number] = {
  id: 'ai',
  server: 'ai-server/Atlas 800 9000',
  arch: 'aarch64',
  cpu: { model: 'Kunpeng 920, 48 cores', sockets: 4, coresPerSocket: 48, threadsPerCore: 1 },
  overcommitRatio: 1,
  memory: { installedGiB: 1024 },
  localDiskGiB: 3000,
  nicMbps: 100_000,
  accelerators: [{ model: 'Ascend 910', count: 8 }],
  units: 4,
  powerW: 3500,
  assumed: ['cpu', 'memory.installedGiB', 'localDiskGiB', 'nicMbps', 'accelerators', 'units', 'powerW'],
};

/** The remote site: a part of what the first has, and the hosts with cards. */
function shenshan(meilin: SiteInput): SiteInput {
  const [room] = structuredClone(meilin).rooms as [SiteInput['rooms'][number]];
  const kept = room.racks.flatMap((rack): RackInput[] => {
    const count = remoteRacks[rack.id];
    return count === undefined ? [] : [{ ...rack, count }];
  });
  const compute = room.racks.find(({ id }) => id === 'public')!;
  const aiRack: RackInput = {
    ...compute,
    id: 'ai',
    count: 2,
    powerW: 16_000,
    hosts: [{ id: 'npu', count: 2, profile: 'ai', pool: 'ai' }],
  };
  return {
    ...structuredClone(meilin),
    id: 'shenshan',
    name: 'Shenshan cooperation zone',
    nameZh: '深汕合作区',
    rooms: [{ ...room, racks: [...kept, aiRack] }],
  };
}

/** Two from each site of the city, on separate ways. */
const wanLinks: NonNullable<FleetInput['links']> = ['meilin', 'resource-centre'].flatMap((site) =>
  ['a', 'b'].map((way) => ({
    id: `wan-${site}-${way}`,
    from: `city/${site}`,
    to: 'city/shenshan',
    bandwidthMbps: 10_000,
    distanceKm: 130,
    assumed: ['bandwidthMbps', 'distanceKm'],
  })),
);

/** The fleet of two sites and a remote third: always the same bytes. */
export function shenzhenPhase3Fleet(): FleetInput {
  const fleet = shenzhenPhase2Fleet();
  const [city] = fleet.clouds as [FleetInput['clouds'][number]];
  return {
    ...fleet,
    name: 'shenzhen-three-centres',
    note,
    profiles: [...fleet.profiles, ai],
    clouds: [{ ...city, sites: [...city.sites, shenshan(city.sites[0]!)] }],
    boundaries: [
      ...(fleet.boundaries ?? []),
      ...boundariesOf('city/shenshan').map((boundary) => ({ ...boundary, id: `${boundary.id}-3` })),
    ],
    links: [...(fleet.links ?? []), ...wanLinks],
  };
}

const tenant = 'data-resources';
const aiSystem: NonNullable<EstateInput['systems']>[number] = {
  id: 'ai-platform',
  name: 'AI Platform',
  nameZh: '人工智能平台',
  tenant,
  mlps: 2,
  zone: 'public',
  criticality: 'general',
  dr: 'none',
  components: [
    { id: 'training', role: 'training' },
    { id: 'inference', role: 'inference' },
  ],
};
const chainSystem: NonNullable<EstateInput['systems']>[number] = {
  id: 'blockchain',
  name: 'Government Blockchain',
  nameZh: '政务区块链',
  tenant,
  mlps: 3,
  zone: 'public',
  criticality: 'important',
  dr: 'async',
  // Its peers are those of the blockchain service.
  components: [],
};

function newWorkloads(): EstateInput['workloads'] {
  const withCards = (component: string, count: number, cards: number) => ({
    id: `ai-platform-${component}`,
    system: 'ai-platform',
    component,
    count,
    vcpus: 16 * cards,
    memMiB: 96 * 1024 * cards,
    nicMbps: 2000,
    arch: 'aarch64' as const,
    pool: 'ai',
    accelerators: [{ model: 'Ascend 910', count: cards }],
    volumes: [{ sizeGiB: 40, type: 'sas' }],
  });
  return [withCards('training', 2, 4), withCards('inference', 2, 2)];
}

/** The estate of the third phase: that of the second, with AI and blockchain; core systems have a remote copy besides. */
export function shenzhenPhase3Estate(): EstateInput {
  const estate = shenzhenPhase2Estate();
  const workloads = [...estate.workloads, ...newWorkloads()];
  const systems = [
    ...(estate.systems ?? []).map((system) =>
      system.dr === 'activeActive' ? { ...system, dr: 'three-sites' } : system,
    ),
    aiSystem,
    chainSystem,
  ];
  const parts = { systems, workloads, services: thirdServices };
  return {
    ...estate,
    name: 'shenzhen-phase-3',
    tenants: withQuotas(estate.tenants ?? [], parts),
    ...parts,
    assumptions: [
      ...(estate.assumptions ?? []),
      {
        subject: 'ai-platform, blockchain',
        field: 'systems and workloads',
        value: '4 virtual machines with cards, 4 peers',
        reason: 'the article says that AI and blockchain come in the third phase, not how much of either',
      },
    ],
  };
}

/** Classes and pairs of the second phase, and a remote copy of the core systems. */
export function shenzhenPhase3Policy(): PolicyInput {
  return {
    ...shenzhenPolicy(),
    name: 'shenzhen-phase-3',
    recovery: {
      ...phase2Recovery,
      failures: cityFailures,
      classes: [
        ...(phase2Recovery.classes ?? []),
        {
          id: 'three-sites',
          method: 'activeActive',
          rpoMinutes: 0,
          rtoMinutes: 30,
          remote: { method: 'async', intervalMinutes: 15, rpoMinutes: 30, rtoMinutes: 240 },
        },
      ],
      pairs: [
        ...(phase2Recovery.pairs ?? []),
        { id: 'remote-meilin', sites: ['city/meilin', 'city/shenshan'], method: 'async', oneWay: true },
        {
          id: 'remote-resource-centre',
          sites: ['city/resource-centre', 'city/shenshan'],
          method: 'async',
          oneWay: true,
        },
      ],
    },
  };
}
