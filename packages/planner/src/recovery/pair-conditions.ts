import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Entry } from '../lower/resolve-entries.ts';
import type { RecoveryPair } from './schema.ts';

/** A condition that is not met: code of its text, and parameters. */
export interface Unmet {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Longest way between the sites of a synchronous pair (vendor's forum, HyperMetro). */
export const maxPairKm = 100;

/**
 * R10, of the sites (Cloud Server High Availability, EDOC1100026685): one region, two availability zones that are each
 * a site of their own, KVM on the hosts, arrays of one model and version, at most 100 km. What the fleet does not state
 * is not held against the pair.
 */
export function pairTroubles({ sites: [one, other] }: RecoveryPair, fleet: ExpandedFleet): Unmet[] {
  const a = fleet.sites.find(({ id }) => id === one);
  const b = fleet.sites.find(({ id }) => id === other);
  if (a === undefined || b === undefined) return [];
  const troubles: Unmet[] = [];
  const find = (when: boolean, code: string, params: Unmet['params']) => {
    if (when) troubles.push({ code, params });
  };
  find(a.region !== b.region, 'YQ1812', { a: a.region, b: b.region });
  find(a.az === b.az, 'YQ1818', { az: a.az });
  for (const { id, az, region } of [a, b]) {
    const shared = fleet.sites.filter((site) => site.region === region && site.az === az && site.id !== id);
    find(a.az !== b.az && shared.length > 0, 'YQ1819', { az, site: id });
  }
  const between = fleet.links.filter(
    ({ from, to }) => (from === one && to === other) || (from === other && to === one),
  );
  find(between.length === 0, 'YQ1820', {});
  for (const { id, distanceKm = 0 } of between)
    find(distanceKm > maxPairKm, 'YQ1821', { link: id, km: distanceKm, maximum: maxPairKm });
  for (const site of [one, other]) {
    const foreign = fleet.hosts.find((host) => host.site === site && !['', 'kvm'].includes(host.hypervisor));
    if (foreign !== undefined) find(true, 'YQ1822', { host: foreign.id, hypervisor: foreign.hypervisor });
  }
  for (const type of new Set(fleet.storagePools.map((pool) => pool.type))) {
    const [here, there] = [arraysOf(fleet, one, type), arraysOf(fleet, other, type)];
    find(here !== '' && there !== '' && here !== there, 'YQ1823', { type, here, there });
  }
  return troubles;
}

/** Models and versions of the arrays behind a type at a site; '' where the fleet names none. */
function arraysOf({ storagePools, storageArrays }: ExpandedFleet, site: string, type: string): string {
  const named = storagePools.filter((pool) => pool.site === site && pool.type === type).map(({ array }) => array);
  const texts = storageArrays
    .filter(({ id, model }) => named.includes(id) && model !== '')
    .map(({ model, version }) => `${model} ${version}`.trim());
  return [...new Set(texts)].sort().join(', ');
}

/** Traits of workloads that bind them to a device of their host. */
const deviceTraits = ['sriov', 'pciPassthrough'];

/** R10, of the workloads: what is bound to the hardware of its host cannot come up at the other site. */
export function unfitForPair({ workload }: Entry): Unmet | undefined {
  const params = { workload: workload.id };
  if (workload.kind === 'bareMetal') return { code: 'YQ1813', params };
  const trait = workload.traits.find((one) => deviceTraits.includes(one));
  if (trait !== undefined) return { code: 'YQ1824', params: { ...params, trait } };
  if (workload.accelerators.length > 0) return { code: 'YQ1825', params };
  if (workload.volumes.some(({ sharedId }) => sharedId !== undefined)) return { code: 'YQ1826', params };
  return undefined;
}
