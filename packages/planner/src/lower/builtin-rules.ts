import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Attributes, RuleSpec } from '@yunqian/scheduler-core';
import type { Policy } from '../policy/schema.ts';
import { type Dimension, iopsDimension, maxQuantity, storageLevel } from './dimensions.ts';
import type { Groups } from './groups.ts';
import { commonPool } from './host-attributes.ts';
import type { Entry } from './resolve-entries.ts';
import type { PoolSet, Storage } from './storage.ts';

/** Ids of the rules that hold without being written; a policy may not use them. */
export const builtinRuleIds = [
  'role',
  'arch',
  'zone',
  'mlps',
  'pool',
  'taints',
  'traits',
  'storage',
  'plane',
  'networkAz',
  'boundary',
  'level4Pool',
  'clouds',
  'recoverySite',
  'activeActive',
  'twoInstances',
  'capacity',
  'rackUplink',
  'spine',
  'siteUplink',
  'sharedDisk',
  'siteTraffic',
] as const;

/** Families of built-in rules, one for each of many things: `storage:ssd`, `iops:ssd`, `boundaryLoad:edge`, `cloudOrder:1`, `card:Atlas 300I`, `quota:bureau-1`. */
export const builtinRuleFamilies = ['storage', 'iops', 'boundaryLoad', 'cloudOrder', 'card', 'quota'] as const;

/** What an entry asks of its host, under the names of the host's attributes. */
export function wantedAttributes(
  entry: Entry,
  pools: ReadonlySet<string>,
  tolerated: (tolerations: readonly string[]) => readonly string[],
): Attributes {
  const { workload, zone, mlps, arch, storageGiB } = entry;
  const taints = tolerated(workload.tolerations);
  return {
    serves: workload.kind === 'bareMetal' ? 'bareMetal' : 'shared',
    ...(arch && { arch }),
    ...(zone !== undefined && { zone }),
    ...(mlps !== undefined && { mlps }),
    ...(workload.pool !== undefined ? { pool: workload.pool } : pools.has(commonPool) ? { pool: commonPool } : {}),
    ...(taints.length > 0 && { taints }),
    ...(workload.traits.length > 0 && { trait: [...new Set(workload.traits)].sort() }),
    ...(storageGiB.size > 0 && { storageTypes: [...storageGiB.keys()].sort() }),
  };
}

/**
 * Rules that follow from the documents themselves, in the order in which explanations name them: who may stand where
 * first, then how much fits. `more` are those that other parts of the documents give rise to.
 */
export function builtinRules(
  fleet: ExpandedFleet,
  policy: Policy,
  entries: readonly Entry[],
  dimensions: readonly Dimension[],
  storage: Storage,
  groups: Groups,
  more: readonly RuleSpec[],
): RuleSpec[] {
  const { builtin } = policy;
  const zoned = fleet.zones.length > 0;
  const rules: RuleSpec[] = [];
  const eligible = (
    id: (typeof builtinRuleIds)[number],
    key: string,
    op: 'in' | 'atLeast' | 'containsAll' | 'subsetOf',
    mode: 'hard' | 'soft' | 'noWorse' | 'off',
    applies: boolean,
  ) => {
    if (applies && mode !== 'off') rules.push({ kind: 'eligibility', id, mode, hostKey: key, workloadKey: key, op });
  };
  // GB/T 22239-2019 8.2.2.1 a): a platform carries no system above its own level.
  eligible('role', 'serves', 'in', 'hard', true);
  eligible(
    'arch',
    'arch',
    'in',
    builtin.arch,
    entries.some(({ arch }) => arch !== undefined),
  );
  eligible('zone', 'zone', 'in', builtin.zone, zoned && entries.some(({ zone }) => zone !== undefined));
  eligible('mlps', 'mlps', 'atLeast', builtin.mlps, zoned && entries.some(({ mlps }) => mlps !== undefined));
  eligible('pool', 'pool', 'in', 'hard', true);
  eligible(
    'taints',
    'taints',
    'subsetOf',
    'hard',
    fleet.hosts.some(({ taints }) => taints.length > 0),
  );
  eligible(
    'traits',
    'trait',
    'containsAll',
    'hard',
    entries.some(({ workload }) => workload.traits.length > 0),
  );
  eligible('storage', 'storageTypes', 'containsAll', builtin.storage, storage.types.length > 0);
  rules.push(...more.filter(({ kind }) => kind === 'eligibility' || kind === 'exclusive'));

  const written = new Set(
    policy.rules.flatMap((rule) =>
      rule.rule === 'capacity' && rule.mode !== 'soft' ? (rule.dimensions ?? ['*']) : [],
    ),
  );
  const counted = dimensions.filter(
    ({ id, aliases, onHosts }) =>
      onHosts && !written.has('*') && !written.has(id) && !Object.keys(aliases).some((alias) => written.has(alias)),
  );
  if (counted.length > 0)
    rules.push({ kind: 'capacity', id: 'capacity', mode: 'hard', dimensions: counted.map(({ id }) => id) });

  rules.push(...storageRules(policy, dimensions, storage));
  rules.push(...more.filter(({ kind }) => kind !== 'eligibility' && kind !== 'exclusive'));
  const sharing = groups.use(sharedDisks(entries).map(([id, owners]) => groups.group(`sharedDisk/${id}`, owners)));
  // One disk stands in one site, whatever its pool.
  if (sharing.length > 0)
    rules.push({ kind: 'colocate', id: 'sharedDisk', mode: 'hard', topology: 'site', groups: sharing });
  return rules;
}

/** Space and IOPS of the pools of each type that volumes ask for. */
function storageRules(policy: Policy, dimensions: readonly Dimension[], storage: Storage): RuleSpec[] {
  const rules: RuleSpec[] = [];
  const add = (
    mode: 'hard' | 'soft' | 'off',
    type: string,
    dimension: string,
    limitOf: (set: PoolSet) => number | undefined,
  ) => {
    if (mode === 'off' || !dimensions.some(({ id }) => id === dimension)) return;
    const limits = Object.fromEntries(
      storage.sets.flatMap((set) => {
        const limit = set.type === type ? limitOf(set) : undefined;
        return limit === undefined ? [] : [[set.id, floor(limit)]];
      }),
    );
    if (Object.keys(limits).length === 0) return;
    rules.push({ kind: 'domainCapacity', id: dimension, mode, topology: storageLevel(type), dimension, limits });
  };
  for (const type of storage.types) {
    add(policy.builtin.storage, type, storageLevel(type), ({ usableGiB }) => usableGiB);
    add(policy.builtin.iops, type, iopsDimension(type), ({ iops }) => iops);
  }
  return rules;
}

function sharedDisks(entries: readonly Entry[]): [string, Entry[]][] {
  const owners = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const sharedId of new Set(entry.workload.volumes.flatMap((volume) => volume.sharedId ?? []))) {
      owners.set(sharedId, [...(owners.get(sharedId) ?? []), entry]);
    }
  }
  return [...owners].filter(([, list]) => list.reduce((sum, { count }) => sum + count, 0) > 1);
}

const floor = (value: number): number => Math.min(maxQuantity, Math.floor(value + 1e-6));
