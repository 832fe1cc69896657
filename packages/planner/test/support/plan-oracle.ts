import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Estate } from '../../src/estate/schema.ts';
import type { Plan } from '../../src/plan/schema.ts';
import type { Policy } from '../../src/policy/schema.ts';

/**
 * A second reading of the built-in hard rules straight from the documents, sharing nothing with lowering: what a
 * person would check with a pencil. Returns what is wrong.
 */
export function findFaults(plan: Plan, estate: Estate, fleet: ExpandedFleet, policy: Policy): string[] {
  const faults: string[] = [];
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const hosts = new Map(fleet.hosts.map((host) => [host.id, host]));
  const replicas = new Map(
    estate.workloads.flatMap((w) =>
      Array.from({ length: w.count }, (_, i) => [w.count === 1 ? w.id : `${w.id}-${i + 1}`, w] as const),
    ),
  );
  const off = (state: string | undefined) => policy.poweredOff === 'omit' && (state === 'off' || state === 'suspended');
  const expected = [...replicas].filter(([, w]) => !off(w.powerState)).map(([id]) => id);
  const found = [...plan.placements, ...plan.unplaced].map(({ workload }) => workload);
  if (expected.sort().join() !== found.sort().join()) faults.push('not every workload once');

  const cpuReplaced = policy.rules.some((rule) => rule.rule === 'capacity' && rule.mode !== 'soft');
  const load = new Map<
    string,
    { vcpus: number; memMiB: number; nicMbps: number; cards: number; metal: number; tenants: number }
  >();
  const uplink = new Map<string, number>();
  const pools = new Map<string, number>();
  for (const { workload, host: hostId, volumes } of plan.placements) {
    const w = replicas.get(workload)!;
    const host = hosts.get(hostId)!;
    const system = systems.get(w.system ?? '');
    const zone =
      w.zone ?? system?.components.find(({ id }) => id === w.component)?.zone ?? system?.zone ?? policy.defaults.zone;
    const mlps = w.mlps ?? system?.mlps ?? policy.defaults.mlps;
    const fault = (what: string) => faults.push(`${workload} on ${hostId}: ${what}`);
    if (host.closed) fault('closed');
    if (policy.builtin.zone === 'hard' && zone !== undefined && zone !== host.zone) fault(`zone ${zone}`);
    if (policy.builtin.mlps === 'hard' && mlps !== undefined && mlps > host.mlps) fault(`mlps ${mlps}`);
    if (policy.builtin.arch === 'hard' && w.arch !== undefined && w.arch !== host.arch) fault('arch');
    if ((w.kind === 'bareMetal') !== (host.role === 'bareMetal')) fault('role');
    if (w.pool !== undefined && w.pool !== (host.pool || 'shared')) fault('pool');
    for (const taint of host.taints)
      if (!w.tolerations.some((t) => t === taint || taint.startsWith(`${t}=`))) fault(`taint ${taint}`);
    for (const trait of w.traits) if (!host.traits.includes(trait)) fault(`trait ${trait}`);
    const sum = load.get(hostId) ?? { vcpus: 0, memMiB: 0, nicMbps: 0, cards: 0, metal: 0, tenants: 0 };
    load.set(hostId, sum);
    sum.vcpus += w.vcpus;
    sum.memMiB += w.memMiB;
    sum.nicMbps += w.nicMbps ?? 0;
    sum.cards += w.accelerators.reduce((cards, { count }) => cards + count, 0);
    sum.metal += Number(w.kind === 'bareMetal');
    uplink.set(host.rack, (uplink.get(host.rack) ?? 0) + (w.nicMbps ?? 0));
    if (policy.builtin.storage === 'hard' && fleet.storagePools.length > 0 && volumes.length !== w.volumes.length)
      fault('volumes without a pool');
    for (const { pool: id, sizeGiB } of volumes) {
      const pool = fleet.storagePools.find((each) => each.id === id);
      if (pool === undefined || pool.site !== host.site || (pool.zones.length > 0 && !pool.zones.includes(host.zone)))
        fault(`pool ${id}`);
      pools.set(id, (pools.get(id) ?? 0) + sizeGiB);
    }
  }
  for (const [id, sum] of load) {
    const host = hosts.get(id)!;
    const cards = host.accelerators.reduce((count, card) => count + card.count, 0);
    if (!cpuReplaced && sum.vcpus > host.vcpus + 1e-6) faults.push(`${id}: ${sum.vcpus} vCPUs`);
    if (sum.memMiB > host.memMiB || sum.nicMbps > host.nicMbps || sum.cards > cards + 1e-6 || sum.metal > 1)
      faults.push(`${id}: ${JSON.stringify(sum)}`);
  }
  for (const rack of fleet.racks)
    if (policy.builtin.rackUplink === 'hard' && rack.uplinkMbps > 0 && (uplink.get(rack.id) ?? 0) > rack.uplinkMbps)
      faults.push(`${rack.id}: uplink`);
  for (const pool of fleet.storagePools)
    if (policy.builtin.storage === 'hard' && (pools.get(pool.id) ?? 0) > pool.usableGiB + 1e-6)
      faults.push(`${pool.id}: full`);
  return faults;
}
