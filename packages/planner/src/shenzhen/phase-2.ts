import type { FleetInput } from '@yunqian/hw-model';
import type { EstateInput } from '../estate/schema.ts';
import type { PolicyInput } from '../policy/schema.ts';
import { shenzhenEstate } from './estate.ts';
import { shenzhenFleet } from './fleet.ts';
import { shenzhenPolicy } from './policy.ts';
import { withQuotas } from './quotas.ts';
import { secondServices } from './services.ts';

type CloudInput = FleetInput['clouds'][number];
export type SiteInput = CloudInput['sites'][number];
type RackInput = SiteInput['rooms'][number]['racks'][number];

const fleetNote = [
  'Reference fleet of the second phase: Meilin (梅林) as in the first, and the rebuilt room of the Resource Centre (资源中心), both in the city, active-active.',
  'PUBLISHED: both sites and that they are active-active; at most 100 km between a synchronous pair (forum of the vendor). ASSUMED: that the second site is built like the first, the distance, the links.',
].join('\n');

/** One bare-metal server more, so that the pair on bare metal stands the loss of a rack; and as many management hosts in either rack, so that one carries the control planes. */
function withSpare(site: SiteInput): SiteInput {
  return {
    ...site,
    rooms: site.rooms.map((room) => ({
      ...room,
      racks: room.racks.map((rack) => ({
        ...rack,
        hosts: (rack.hosts ?? []).map((host) => ({ ...host, count: grown(host) })),
        ...(rack.id === 'network' && { devices: [...(rack.devices ?? []), cleaner] }),
      })),
    })),
  };
}

/** Cleans what floods the Internet zone; size and power assumed. */
const cleaner: NonNullable<RackInput['devices']>[number] = {
  id: 'anti-ddos',
  model: 'antiddos/AntiDDoS8000',
  units: 5,
  powerW: 1200,
};

function grown({ id, role, count }: NonNullable<RackInput['hosts']>[number]): number | undefined {
  if (role === 'bareMetal') return 2;
  return id === 'mgt' ? 4 : count;
}

/** The second site has what the first has: either carries everything that has a copy. */
export function resourceCentre(meilin: SiteInput): SiteInput {
  return {
    ...structuredClone(meilin),
    id: 'resource-centre',
    name: 'Resource Centre',
    nameZh: '资源中心',
  };
}

/** Two links between the sites, on separate ways. */
export const metroLinks: NonNullable<FleetInput['links']> = ['metro-a', 'metro-b'].map((id) => ({
  id,
  from: 'city/meilin',
  to: 'city/resource-centre',
  bandwidthMbps: 100_000,
  distanceKm: 20,
  assumed: ['bandwidthMbps', 'distanceKm'],
}));

/** The fleet of two active-active sites: always the same bytes. */
export function shenzhenPhase2Fleet(): FleetInput {
  const fleet = shenzhenFleet();
  const [city] = fleet.clouds as [CloudInput];
  const meilin = withSpare((city.sites as [SiteInput])[0]);
  return {
    ...fleet,
    name: 'shenzhen-two-sites',
    note: fleetNote,
    clouds: [{ ...city, sites: [meilin, resourceCentre(meilin)] }],
    boundaries: [
      ...(fleet.boundaries ?? []),
      ...(fleet.boundaries ?? []).map((boundary) => ({
        ...boundary,
        id: `${boundary.id}-2`,
        site: 'city/resource-centre',
      })),
    ],
    links: [
      ...(fleet.links ?? []),
      ...(fleet.links ?? []).map((link) => ({ ...link, id: `${link.id}-2`, to: 'city/resource-centre' })),
      ...metroLinks,
    ],
  };
}

/** A database on bare metal cannot be in a synchronous pair of virtual machines (R10). */
const onBareMetal = new Set(['fiscal-information']);

const classOf = { core: 'activeActive', important: 'async', general: 'backup' } as const;

/** The estate with the classes of the second phase: core systems active-active, important ones copied, the rest backed up. */
export function shenzhenPhase2Estate(): EstateInput {
  const estate = shenzhenEstate();
  const systems = (estate.systems ?? []).map((system) => ({
    ...system,
    dr: onBareMetal.has(system.id) ? 'async' : classOf[system.criticality ?? 'general'],
  }));
  return {
    ...estate,
    name: 'shenzhen-phase-2',
    systems,
    services: secondServices,
    tenants: withQuotas(estate.tenants ?? [], { systems, workloads: estate.workloads, services: secondServices }).map(
      (tenant) => ({ ...tenant, localBackup: 'own archive (assumed)' }),
    ),
    assumptions: [
      ...(estate.assumptions ?? []).filter(({ field }) => field !== 'dr'),
      {
        subject: 'systems',
        field: 'dr',
        value: 'activeActive for the named, async for level 3, backup for the rest',
        reason: 'that the two sites are active-active is published, not for which systems',
      },
      {
        subject: 'tenants',
        field: 'localBackup',
        value: 'all',
        reason: 'required of tenants of level 3 systems (GB/T 22239-2019 8.2.4.6 a), not published',
      },
    ],
  };
}

/** What the second phase promises and what may fail. */
export const phase2Recovery: NonNullable<PolicyInput['recovery']> = {
  classes: [
    { id: 'activeActive', method: 'activeActive', rpoMinutes: 0, rtoMinutes: 30 },
    { id: 'async', method: 'async', intervalMinutes: 5, rpoMinutes: 15, rtoMinutes: 240 },
    { id: 'backup', method: 'backup', intervalMinutes: 1440, rpoMinutes: 1500, rtoMinutes: 1440 },
  ],
  pairs: [
    { id: 'city-sync', sites: ['city/meilin', 'city/resource-centre'], method: 'activeActive' },
    { id: 'city-async', sites: ['city/meilin', 'city/resource-centre'], method: 'async' },
    { id: 'city-backup', sites: ['city/meilin', 'city/resource-centre'], method: 'backup' },
  ],
  failures: [{ topology: 'host' }, { topology: 'rack' }, { topology: 'room' }, { topology: 'site' }],
  reserve: 'prove',
  restart: { detectMinutes: 3, switchMinutes: 10, parallel: 20, minutesEach: 3, restoreMbps: 40_000 },
  changePctPerDay: 5,
};

/** Between sites of the city storage, links and single devices of the network fail too; smaller clouds have one link each. */
export const cityFailures: NonNullable<PolicyInput['recovery']>['failures'] = [
  ...(phase2Recovery.failures ?? []),
  { topology: 'array' },
  { topology: 'link' },
  { topology: 'tor' },
  { topology: 'spine' },
  { topology: 'boundaryDevice' },
];

export function shenzhenPhase2Policy(): PolicyInput {
  return {
    ...shenzhenPolicy(),
    name: 'shenzhen-phase-2',
    recovery: { ...phase2Recovery, failures: cityFailures },
  };
}
