import { evsIops } from '@yunqian/hw-model';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { breach, type Placed, type Reading, sumBy } from './placed.ts';

/** How much fits: vCPUs and memory of hosts (R11), bandwidth on the way out and IOPS of pools and arrays (R15). */
export function verifyAmounts(reading: Reading): Diagnostic[] {
  return [...hosts(reading), ...bandwidth(reading), ...iops(reading)];
}

function hosts({ placed, fleet, policy }: Reading): Diagnostic[] {
  const vcpus = sumBy(placed, hostOf, ({ entry }) => entry.workload.vcpus);
  const memMiB = sumBy(placed, hostOf, ({ entry }) => entry.workload.memMiB);
  /** A written hard capacity rule takes the place of the built-in one. */
  const ratioOf = (...names: string[]) => {
    const written = policy.rules.flatMap((rule) =>
      rule.rule === 'capacity' &&
      rule.mode !== 'soft' &&
      (rule.dimensions === undefined || rule.dimensions.some((name) => names.includes(name)))
        ? [rule]
        : [],
    );
    if (written.some(({ mode }) => mode === 'noWorse')) return Number.POSITIVE_INFINITY;
    return written.length === 0 ? 1 : Math.min(...written.map(({ ratio }) => ratio));
  };
  const cpuRatio = ratioOf('cpuMilli', 'vcpus');
  const memRatio = ratioOf('memMiB');
  return fleet.hosts.flatMap((host) => {
    const sold = vcpus.get(host.id) ?? 0;
    const sellable = (host.role === 'bareMetal' ? host.threads : host.vcpus) * cpuRatio;
    const used = memMiB.get(host.id) ?? 0;
    const found: Diagnostic[] = [];
    if (sold > sellable + 1e-6)
      found.push(
        breach('R11', 'YQ3111', '/utilisation/hosts', { host: host.id, used: sold, what: 'vCPU', limit: sellable }),
      );
    if (used > host.memMiB + 1e-6) {
      const params = { host: host.id, used, what: 'MiB', limit: host.memMiB };
      const agreed = used <= host.memMiB * memRatio + 1e-6;
      found.push(breach('R11', 'YQ3111', '/utilisation/hosts', params, agreed ? 'warning' : 'error'));
    }
    return found;
  });
}

const hostOf = ({ host }: Placed): string => host.id;

function bandwidth({ placed, fleet, policy }: Reading): Diagnostic[] {
  const check = (
    mode: string,
    used: ReadonlyMap<string, number>,
    list: readonly { readonly id: string; readonly oversubscription: number }[],
    mbpsOf: (index: number) => number,
  ) =>
    list.flatMap(({ id, oversubscription }, index) => {
      const limit = mbpsOf(index) * oversubscription;
      const sum = used.get(id) ?? 0;
      if (mode !== 'hard' || limit === 0 || sum <= limit + 1e-6) return [];
      return breach('R15', 'YQ3115', '/utilisation/network', { what: id, used: sum, limit, unit: 'Mbit/s' });
    });
  const mbps = ({ entry }: Placed) => entry.nicMbps;
  const { rackUplink, spine, siteUplink } = policy.builtin;
  return [
    ...check(
      rackUplink,
      sumBy(placed, ({ host }) => host.rack, mbps),
      fleet.racks,
      (i) => fleet.racks[i]!.uplinkMbps,
    ),
    ...check(
      spine,
      sumBy(placed, ({ host }) => host.room, mbps),
      fleet.rooms,
      (i) => fleet.rooms[i]!.spineMbps,
    ),
    ...check(
      siteUplink,
      sumBy(placed, ({ host }) => host.site, mbps),
      fleet.sites,
      (i) => fleet.sites[i]!.uplinkMbps,
    ),
  ];
}

/** A shared disk counts once, with the first that has it. */
function iops({ placed, fleet, policy }: Reading): Diagnostic[] {
  if (policy.builtin.iops !== 'hard' || policy.builtin.storage === 'off') return [];
  const pools = new Map(fleet.storagePools.map((pool) => [pool.id, pool]));
  const shared = new Set<string>();
  const asked = placed.flatMap(({ entry, volumes }) =>
    volumes.flatMap(({ pool, type, sizeGiB }, v) => {
      const sharedId = entry.workload.volumes[v]?.sharedId;
      const again = sharedId !== undefined && shared.has(sharedId);
      if (sharedId !== undefined) shared.add(sharedId);
      return again ? [] : [{ pool, iops: evsIops(type, sizeGiB) ?? 0 }];
    }),
  );
  const over = (what: string, used: number, limit: number): Diagnostic[] =>
    limit === 0 || used <= limit + 1e-3
      ? []
      : [breach('R15', 'YQ3115', '/utilisation/pools', { what, used: Math.ceil(used), limit, unit: 'IOPS' })];
  const ofPool = sumBy(
    asked,
    ({ pool }) => pool,
    ({ iops: amount }) => amount,
  );
  const ofArray = sumBy(
    asked,
    ({ pool }) => pools.get(pool)?.array ?? '',
    ({ iops: amount }) => amount,
  );
  return [
    ...fleet.storagePools.flatMap((pool) =>
      over(pool.id, ofPool.get(pool.id) ?? 0, pool.iops * pool.iopsOversubscription),
    ),
    ...fleet.storageArrays.flatMap((array) =>
      over(array.id, ofArray.get(array.id) ?? 0, array.iops * array.oversubscription),
    ),
  ];
}
