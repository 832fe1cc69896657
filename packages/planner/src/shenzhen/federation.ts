import type { FleetInput } from '@yunqian/hw-model';
import type { EstateInput } from '../estate/schema.ts';
import type { PolicyInput } from '../policy/schema.ts';
import { phase2Recovery, shenzhenPhase2Estate, shenzhenPhase2Fleet, shenzhenPhase2Policy } from './phase-2.ts';
import { firstServices, platformSystem } from './services.ts';

const districts = Array.from({ length: 11 }, (_, i) => `district-${String(i + 1).padStart(2, '0')}`);
const departments = ['department-01', 'department-02'];
/** The one whose load does not fit at home. */
const crowded = 'district-03';

const note = [
  'Reference fleet of "1+11+N": the city cloud of the second phase, eleven district clouds, two department clouds, and the interface of the province.',
  'PUBLISHED: "1+11+N". ASSUMED: everything else. Names of the districts are not in the source: neutral ids.',
].join('\n');

type CloudInput = FleetInput['clouds'][number];

/** Three hosts and their storage: a small cloud in one rack. */
function smallCloud(id: string, role: 'district' | 'department'): CloudInput {
  const number = id.slice(-2);
  return {
    id,
    name: `${role === 'district' ? 'District' : 'Department'} cloud ${number}`,
    nameZh: `${role === 'district' ? '区级云' : '部门云'} ${number}`,
    role,
    sites: [
      {
        id: 'main',
        az: `${id}-main`,
        rooms: [
          {
            id: 'room-1',
            racks: [
              {
                id: 'r',
                zone: 'public',
                powerW: 8000,
                tor: { model: 'switch-leaf/CE6865-48S8CQ-EI', count: 2, uplinkMbps: 100_000 },
                hosts: [{ id: 'shr', count: 3, profile: 'shared' }],
                assumed: ['powerW', 'tor.model', 'tor.uplinkMbps'],
              },
            ],
          },
        ],
        storagePools: [{ id: 'sas', type: 'sas', usableGiB: 20_000, assumed: ['usableGiB'] }],
      },
    ],
  };
}

/** Districts two by two; the last one and the departments with the city. */
const partners = [...districts, ...departments].flatMap((id, i, all): [string, string][] => {
  if (i >= districts.length - 1) return [[`${id}/main`, 'city/meilin']];
  return i % 2 === 0 ? [[`${id}/main`, `${all[i + 1]}/main`]] : [];
});

/** The city cloud, eleven district clouds and two department clouds: always the same bytes. */
export function shenzhenFederationFleet(): FleetInput {
  const fleet = shenzhenPhase2Fleet();
  const link = (from: string, to: string, bandwidthMbps: number) => ({
    id: `${from.replaceAll(/[/:]/g, '-')}-${to.replaceAll(/[/:]/g, '-')}`,
    from,
    to,
    bandwidthMbps,
    assumed: ['bandwidthMbps'],
  });
  const small = [...districts, ...departments];
  const toCity = small.map((id) => link(`${id}/main`, 'city/meilin', 10_000));
  return {
    ...fleet,
    name: 'shenzhen-1-11-n',
    note,
    clouds: [
      ...fleet.clouds,
      ...districts.map((id) => smallCloud(id, 'district')),
      ...departments.map((id) => smallCloud(id, 'department')),
    ],
    peers: [{ id: 'province', name: 'Provincial platform', nameZh: '省级平台', kind: 'province' }],
    links: [
      ...(fleet.links ?? []),
      ...toCity,
      ...partners.filter(([, to]) => to !== 'city/meilin').map(([from, to]) => link(from, to, 10_000)),
      link('city/meilin', 'peer:province', 1000),
    ],
  };
}

/** Of each district and department: a system that stays at home, and a front that may overflow. */
function systemsOf(tenant: string): Pick<EstateInput, 'systems' | 'workloads'> {
  const base = { tenant, zone: 'public', mlps: 2, criticality: 'general' as const };
  const arch = 'x86_64' as const;
  return {
    systems: [
      {
        id: `${tenant}-affairs`,
        ...base,
        dr: 'async',
        clouds: { overflow: [] },
        components: [{ id: 'app' }, { id: 'db' }],
      },
      { id: `${tenant}-front`, ...base, dr: 'none', components: [{ id: 'web' }] },
    ],
    workloads: [
      {
        id: `${tenant}-affairs-app`,
        system: `${tenant}-affairs`,
        component: 'app',
        count: 2,
        vcpus: 2,
        memMiB: 4096,
        arch,
        volumes: [{ sizeGiB: 40, type: 'sas', usedGiB: 24 }],
      },
      {
        id: `${tenant}-affairs-db`,
        system: `${tenant}-affairs`,
        component: 'db',
        vcpus: 4,
        memMiB: 8192,
        arch,
        volumes: [{ sizeGiB: 500, type: 'sas', usedGiB: 300 }],
      },
      {
        id: `${tenant}-front-web`,
        system: `${tenant}-front`,
        component: 'web',
        count: tenant === crowded ? 60 : 4,
        vcpus: 8,
        memMiB: 16_384,
        arch,
      },
    ],
  };
}

/** What carries the control planes of a district's own services. */
const districtPlatform: NonNullable<EstateInput['systems']>[number] = {
  id: 'district-01-platform',
  tenant: 'district-01',
  zone: 'public',
  mlps: 2,
  criticality: 'general',
  dr: 'none',
  platform: true,
  clouds: { overflow: [] },
};

/** The city runs what all share; one district has a service, and so a control plane, of its own. */
const federationServices: NonNullable<EstateInput['services']> = [
  ...firstServices.filter(({ system }) => system === platformSystem || system === 'exchange-sharing'),
  { id: 'district-01-files', service: 'sfs', size: 500, system: 'district-01-affairs' },
];

/** The estate of the second phase at home in the city, and what districts and departments run. */
export function shenzhenFederationEstate(): EstateInput {
  const estate = shenzhenPhase2Estate();
  const small = [...districts, ...departments];
  const parts = small.map(systemsOf);
  return {
    ...estate,
    name: 'shenzhen-1-11-n',
    tenants: [
      ...(estate.tenants ?? []).map((tenant) => ({ ...tenant, homeCloud: 'city' })),
      ...small.map((id) => ({ id, homeCloud: id })),
    ],
    systems: [...(estate.systems ?? []), ...parts.flatMap(({ systems }) => systems ?? []), districtPlatform],
    workloads: [...estate.workloads, ...parts.flatMap(({ workloads }) => workloads)],
    services: federationServices,
    dependencies: [
      ...(estate.dependencies ?? []),
      ...small.map((id) => ({
        from: `system:${id}-affairs`,
        to: 'system:exchange-sharing',
        bandwidthMbps: 10,
        port: 443,
      })),
      { from: 'system:exchange-sharing', to: 'peer:province', bandwidthMbps: 200, port: 443 },
    ],
    assumptions: [
      ...(estate.assumptions ?? []),
      {
        subject: 'district and department clouds',
        field: 'systems and workloads',
        value: 'two systems each',
        reason: 'only their number is published',
      },
    ],
  };
}

/** What does not fit in a district or department runs in the city; districts copy for each other, two by two. */
export function shenzhenFederationPolicy(): PolicyInput {
  const policy = shenzhenPhase2Policy();
  return {
    ...policy,
    name: 'shenzhen-1-11-n',
    federation: { overflow: [{ from: ['role:district', 'role:department'], to: ['role:city'] }] },
    recovery: {
      ...policy.recovery,
      failures: phase2Recovery.failures,
      pairs: [
        ...(policy.recovery?.pairs ?? []),
        ...partners.map((sites) => ({
          id: `mutual-${sites[0].split('/')[0]}`,
          sites,
          method: 'async' as const,
          oneWay: sites[1].startsWith('city/'),
        })),
      ],
    },
  };
}
