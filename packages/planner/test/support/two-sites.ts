import { type Fleet, type FleetInput, fleetSchema } from '@yunqian/hw-model';
import { type Estate, type EstateInput, estateSchema } from '../../src/estate/schema.ts';
import { type Policy, type PolicyInput, policySchema } from '../../src/policy/schema.ts';

type SiteInput = FleetInput['clouds'][number]['sites'][number];
type SystemInput = NonNullable<EstateInput['systems']>[number];
type WorkloadInput = EstateInput['workloads'][number];

/** Hosts of 8 vCPUs and 32 GiB: so many racks of so many hosts. */
export function site(id: string, racks: number, hosts: number, more: Partial<SiteInput> = {}): SiteInput {
  return {
    id,
    region: 'bay',
    rooms: [
      {
        id: 'room',
        racks: [{ id: 'r', count: racks, zone: 'business', hosts: [{ id: 'h', count: hosts, profile: 'small' }] }],
      },
    ],
    storagePools: [{ id: 'ssd', type: 'ssd', usableGiB: 2000 }],
    ...more,
  };
}

export function fleetOf(sites: readonly SiteInput[], more: Partial<FleetInput> = {}): Fleet {
  return fleetSchema.parse({
    kind: 'fleet',
    formatVersion: '1.0',
    name: 'two sites',
    zones: [{ id: 'business', kind: 'business', mlps: 3 }],
    profiles: [
      {
        id: 'small',
        server: 'server/2288H V5',
        cpu: { sockets: 1, coresPerSocket: 8, threadsPerCore: 1, overheadThreads: 0 },
        overcommitRatio: 1,
        memory: { installedGiB: 32, reservedGiB: 0 },
        nicMbps: 10_000,
        units: 1,
        powerW: 100,
      },
    ],
    clouds: [{ id: 'city', sites: [...sites] }],
    links: [{ id: 'metro', from: 'city/east', to: 'city/west', bandwidthMbps: 1000, distanceKm: 30 }],
    ...more,
  });
}

/** A system of one component with so many instances of 2 vCPUs, 4 GiB and a volume of 100 GiB. */
export function systemOf(
  id: string,
  dr: string,
  count: number,
  more: { system?: Partial<SystemInput>; workload?: Partial<WorkloadInput> } = {},
): { system: SystemInput; workload: WorkloadInput } {
  return {
    system: {
      id,
      tenant: 'bureau',
      zone: 'business',
      mlps: 3,
      criticality: 'core',
      dr,
      components: [{ id: 'app' }],
      ...more.system,
    },
    workload: {
      id: `${id}-app`,
      system: id,
      component: 'app',
      count,
      vcpus: 2,
      memMiB: 4096,
      volumes: [{ sizeGiB: 100, type: 'ssd', usedGiB: 50 }],
      ...more.workload,
    },
  };
}

export function estateOf(
  systems: readonly { system: SystemInput; workload: WorkloadInput }[],
  more: Partial<EstateInput> = {},
): Estate {
  return estateSchema.parse({
    kind: 'estate',
    formatVersion: '1.0',
    name: 'two sites',
    tenants: [{ id: 'bureau', localBackup: 'own tape library' }],
    systems: systems.map(({ system }) => system),
    workloads: systems.map(({ workload }) => workload),
    ...more,
  });
}

export function policyOf(recovery: PolicyInput['recovery'], more: Partial<PolicyInput> = {}): Policy {
  return policySchema.parse({ kind: 'policy', formatVersion: '1.0', name: 'two sites', recovery, ...more });
}

export const bothWays = (method: 'activeActive' | 'async' | 'backup') => ({
  id: method,
  sites: ['city/east', 'city/west'] as [string, string],
  method,
});
