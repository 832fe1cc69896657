import { overlaps, parseCidr } from '@yunqian/hw-model';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { breach, type Reading } from './placed.ts';

/** One availability zone for machine, disks and network (R12); tenants' networks apart (R3). */
export function verifyPlaces(reading: Reading): Diagnostic[] {
  return [...availabilityZones(reading), ...tenantNetworks(reading)];
}

function availabilityZones({ placed, fleet, estate, policy }: Reading): Diagnostic[] {
  const azOfSite = new Map(fleet.sites.map(({ id, az }) => [id, az]));
  const azOfPool = new Map(fleet.storagePools.map(({ id, site }) => [id, azOfSite.get(site) ?? '']));
  const azOfNetwork = new Map(estate.networks.map(({ id, az }) => [id, az]));
  return placed.flatMap(({ id, at, entry, host, volumes }) => {
    const disks =
      policy.builtin.storage === 'off' ? [] : volumes.map(({ pool }) => [pool, azOfPool.get(pool)] as const);
    const networks = policy.builtin.networkAz === 'hard' ? entry.workload.networks : [];
    const parts = [...disks, ...networks.map((network) => [network, azOfNetwork.get(network)] as const)];
    return parts.flatMap(([what, az]) => {
      if (az === undefined || az === host.az) return [];
      return breach('R12', 'YQ3112', `/placements/${at}`, { workload: id, az: host.az, what, other: az });
    });
  });
}

function tenantNetworks({ estate }: Reading): Diagnostic[] {
  const owned = estate.networks
    .filter(({ tenant, shared }) => tenant !== undefined && !shared)
    .flatMap(({ id, tenant, cidrs }) =>
      cidrs.flatMap((cidr) => parseCidr(cidr) ?? []).map((range) => ({ id, tenant, range })),
    );
  return owned.flatMap((one, i) =>
    owned
      .slice(0, i)
      .filter((other) => other.tenant !== one.tenant && overlaps(other.range, one.range))
      .map((other) => breach('R3', 'YQ3103', '/inputs', { network: one.id, other: other.id })),
  );
}
