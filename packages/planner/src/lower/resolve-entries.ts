import { type Assumption, type ExpandedFleet, evsIops } from '@yunqian/hw-model';
import type { Estate, EstateSystem, EstateWorkload } from '../estate/schema.ts';
import type { Policy } from '../policy/schema.ts';

/** A workload entry of the estate with everything it inherits; its replicas are alike and stand side by side. */
export interface Entry {
  readonly workload: EstateWorkload;
  /** Index in `estate.workloads`. */
  readonly at: number;
  readonly system?: EstateSystem;
  readonly component?: EstateSystem['components'][number];
  /** The tenant of its system and all tenants above it, nearest first. */
  readonly tenants: readonly string[];
  readonly zone?: string;
  readonly mlps?: number;
  readonly arch?: 'x86_64' | 'aarch64';
  readonly nicMbps: number;
  readonly priority: number;
  /** Its volumes with their types; without those for which no type is known. */
  readonly volumes: readonly {
    readonly type: string;
    readonly sizeGiB: number;
    readonly sharedId: string | undefined;
  }[];
  /** What its volumes ask for, by EVS type, one replica; a shared disk counts with the first entry that has it. */
  readonly storageGiB: ReadonlyMap<string, number>;
  /** The same in IOPS by the published formula of each type; types without one ask for none. */
  readonly storageIops: ReadonlyMap<string, number>;
  /** Index of the first replica in the problem, and how many there are. */
  readonly first: number;
  readonly count: number;
}

export interface ResolvedEntries {
  readonly entries: readonly Entry[];
  readonly omitted: readonly { readonly workload: string; readonly reason: string }[];
  readonly assumptions: readonly Assumption[];
}

/** Priority that a system's criticality gives where the workload has none of its own. */
const criticalityPriority = { core: 200, important: 100, general: 0 } as const;

/** Ids of the replicas of an entry: the entry's own id where it has one replica. */
export function replicaId(workload: EstateWorkload, replica: number): string {
  return workload.count === 1 ? workload.id : `${workload.id}-${replica + 1}`;
}

/** Fills in what workloads inherit or leave open; every default that was needed is in `assumptions`. */
export function resolveEntries(estate: Estate, fleet: ExpandedFleet, policy: Policy): ResolvedEntries {
  const systems = new Map(estate.systems.map((system) => [system.id, system]));
  const tenantsAbove = ancestry(estate);
  const defaults = chooseDefaults(fleet, policy);
  const open = { zone: 0, mlps: 0, arch: 0, volumeType: 0, nicMbps: 0 };
  const sharedSeen = new Set<string>();
  const entries: Entry[] = [];
  const omitted: { workload: string; reason: string }[] = [];
  let first = 0;

  estate.workloads.forEach((workload, at) => {
    const { count } = workload;
    if (policy.poweredOff === 'omit' && (workload.powerState === 'off' || workload.powerState === 'suspended')) {
      for (let i = 0; i < count; i++) omitted.push({ workload: replicaId(workload, i), reason: 'poweredOff' });
      return;
    }
    const system = systems.get(workload.system ?? '');
    const component = system?.components.find(({ id }) => id === workload.component);
    const inherited = {
      zone: workload.zone ?? component?.zone ?? system?.zone,
      mlps: workload.mlps ?? system?.mlps,
      arch: workload.arch,
      nicMbps: workload.nicMbps,
    };
    for (const field of ['zone', 'mlps', 'arch', 'nicMbps'] as const)
      if (inherited[field] === undefined) open[field] += count;

    const volumes: { type: string; sizeGiB: number; sharedId: string | undefined }[] = [];
    const storageGiB = new Map<string, number>();
    const storageIops = new Map<string, number>();
    for (const { type = defaults.volumeType, sizeGiB, sharedId, type: given } of workload.volumes) {
      if (given === undefined) open.volumeType += count;
      if (type === undefined) continue;
      volumes.push({ type, sizeGiB, sharedId });
      const seen = sharedId !== undefined && sharedSeen.has(sharedId);
      if (sharedId !== undefined) sharedSeen.add(sharedId);
      storageGiB.set(type, (storageGiB.get(type) ?? 0) + (seen ? 0 : sizeGiB));
      storageIops.set(type, (storageIops.get(type) ?? 0) + (seen ? 0 : (evsIops(type, sizeGiB) ?? 0)));
    }
    const zone = inherited.zone ?? policy.defaults.zone;
    const mlps = inherited.mlps ?? policy.defaults.mlps;
    const arch = inherited.arch ?? defaults.arch;
    entries.push({
      workload,
      at,
      ...(system && { system }),
      ...(component && { component }),
      tenants: tenantsAbove(system?.tenant),
      ...(zone !== undefined && { zone }),
      ...(mlps !== undefined && { mlps }),
      ...(arch !== undefined && { arch }),
      nicMbps: inherited.nicMbps ?? policy.defaults.nicMbps ?? 0,
      priority: workload.priority ?? criticalityPriority[system?.criticality ?? 'general'],
      volumes,
      storageGiB,
      storageIops,
      first,
      count,
    });
    first += count;
  });
  return { entries, omitted, assumptions: listAssumptions(open, defaults, policy) };
}

interface Defaults {
  readonly arch?: 'x86_64' | 'aarch64';
  readonly volumeType?: string;
}

/** The policy's defaults; else x86_64, and the pool type with most space. A fleet of one architecture asks nothing. */
function chooseDefaults(fleet: ExpandedFleet, policy: Policy): Defaults {
  const archs = new Set(fleet.hosts.map(({ arch }) => arch));
  const arch = policy.defaults.arch ?? (archs.size > 1 ? 'x86_64' : undefined);
  const space = new Map<string, number>();
  for (const { type, usableGiB } of fleet.storagePools) space.set(type, (space.get(type) ?? 0) + usableGiB);
  const [largest] = [...space].sort(([a, sizeA], [b, sizeB]) => sizeB - sizeA || (a < b ? -1 : 1));
  const volumeType = policy.defaults.volumeType ?? largest?.[0];
  return { ...(arch && { arch }), ...(volumeType !== undefined && { volumeType }) };
}

function listAssumptions(
  open: Readonly<Record<'zone' | 'mlps' | 'arch' | 'volumeType' | 'nicMbps', number>>,
  defaults: Defaults,
  policy: Policy,
): Assumption[] {
  const list: Assumption[] = [];
  const add = (field: keyof typeof open, value: string | number, given: unknown, otherwise: string) => {
    if (open[field] === 0) return;
    const reason = given === undefined ? otherwise : `default of the policy`;
    list.push({
      subject: `${open[field]} ${field === 'volumeType' ? 'volumes' : 'workloads'} without ${field}`,
      field,
      value,
      reason,
    });
  };
  add('zone', policy.defaults.zone ?? 'any', policy.defaults.zone, 'no zone given: any zone may carry them');
  add(
    'mlps',
    policy.defaults.mlps ?? 'any',
    policy.defaults.mlps,
    'no protection level given: any level may carry them',
  );
  if (defaults.arch !== undefined)
    add(
      'arch',
      defaults.arch,
      policy.defaults.arch,
      'the fleet has several architectures and x86_64 is the usual source',
    );
  if (defaults.volumeType !== undefined)
    add('volumeType', defaults.volumeType, policy.defaults.volumeType, 'the storage type with most space in the fleet');
  add(
    'nicMbps',
    policy.defaults.nicMbps ?? 0,
    policy.defaults.nicMbps,
    'no bandwidth given: they are not counted on NICs and uplinks',
  );
  return list;
}

function ancestry(estate: Estate): (tenant: string | undefined) => readonly string[] {
  const parents = new Map(estate.tenants.map(({ id, parent }) => [id, parent]));
  const known = new Map<string, readonly string[]>();
  return (tenant) => {
    if (tenant === undefined) return [];
    const chain = known.get(tenant);
    if (chain !== undefined) return chain;
    const path: string[] = [];
    for (let at: string | undefined = tenant; at !== undefined && !path.includes(at); at = parents.get(at))
      path.push(at);
    known.set(tenant, path);
    return path;
  };
}
