import type {
  Amount,
  Apart,
  Basis,
  CloudService,
  RoleBasis,
  RoleFigure,
  ServiceAppliance,
  ServicePlan,
  ServiceRole,
  ServiceSize,
  ServiceText,
  ServiceZone,
} from './service.ts';

/** Short forms in which the lists of services are written. */
export const text = (en: string, zh: string): ServiceText => ({ en, 'zh-CN': zh });
export const read = (source: string): Basis => ({ source });

const unpublished: RoleBasis = {
  states: [],
  assumed: 'no footprint of this service is published for HUAWEI CLOUD Stack',
};

/** What a page of the public cloud states; HUAWEI CLOUD Stack publishes none. */
export const stated = (source: string, ...states: RoleFigure[]): RoleBasis => ({
  source,
  states,
  assumed: 'the page does not state it',
});

const placesUnpublished: Basis = { assumed: 'where its instances stand is not published; taken from what it does' };

/** GB/T 22239-2019 8.1.2.1 d): what matters is not placed at the edge of the network. */
const notAtTheEdge = read('GB/T 22239-2019 8.1.2.1 d), community transcription');

export const inside: Pick<CloudService, 'zones' | 'zonesBasis'> = {
  zones: ['public', 'business', 'private', 'shared', 'management'],
  zonesBasis: notAtTheEdge,
};
export const anywhere: Pick<CloudService, 'zones' | 'zonesBasis'> = {
  zones: ['internet', 'dmz', 'public', 'business', 'private', 'shared', 'management'],
  zonesBasis: placesUnpublished,
};
export const only = (...zones: ServiceZone[]): Pick<CloudService, 'zones' | 'zonesBasis'> => ({
  zones,
  zonesBasis: placesUnpublished,
});

type RoleParts = Partial<Pick<ServiceRole, 'volumes' | 'nicMbps' | 'basis'>>;

export function role(
  id: string,
  count: ServiceRole['count'],
  vcpus: number,
  memGiB: Amount,
  { volumes = [], nicMbps = 200, basis = unpublished }: RoleParts = {},
): ServiceRole {
  return { role: id, count, vcpus, memGiB, volumes: [{ type: 'sas', sizeGiB: 40 }, ...volumes], nicMbps, basis };
}

export const data = (sizeGiB: Amount, type: 'sas' | 'ssd' = 'ssd') => ({ volumes: [{ type, sizeGiB }] }) as const;

/** A control plane: nodes on hosts of their own. Sizes of none are published. */
export const control = (nodes: number, vcpus: number, memGiB: number, dataGiB = 100): ServiceRole[] => [
  role('control', nodes, vcpus, memGiB, data(dataGiB, 'sas')),
];

export function plan(
  id: string,
  name: ServiceText,
  apart: Apart,
  roles: readonly ServiceRole[],
  appliances: readonly ServiceAppliance[] = [],
): ServicePlan {
  return { id, name, apart, roles, appliances };
}

export const appliance = (model: string, least: number, per?: number): ServiceAppliance => ({
  model,
  least,
  ...(per !== undefined && { per }),
  basis: {
    assumed: 'how many of these a cloud has is not published; a pair, and what the device may carry, are assumed',
  },
});

/** A service that hosts, arrays and network nodes of the platform provide: it takes no servers of its own. */
export const byThePlatform: readonly ServicePlan[] = [plan('standard', text('Standard', '标准'), 'none', [])];

export const size = (
  unit: ServiceText,
  least: number,
  most: number,
  usual: number,
  basis: Basis = { assumed: 'bounds of the size are not published for HUAWEI CLOUD Stack' },
): ServiceSize => ({ unit, least, most, usual, basis });

export const gib = text('GiB', 'GiB');

type Parts = Pick<CloudService, 'id' | 'entry' | 'name' | 'category'> & Partial<CloudService>;

export function service({ id, entry, name, category, ...parts }: Parts): CloudService {
  return {
    id,
    entry: `cloud-service/${entry}`,
    name,
    category,
    ...anywhere,
    mlpsAtMost: 3,
    plans: byThePlatform,
    control: [],
    needs: id === 'manageone' ? [] : ['manageone'],
    ...parts,
  };
}
