import type { ExpandedFleet, FleetHost } from '@yunqian/hw-model';
import type { Attributes, RuleSpec } from '@yunqian/scheduler-core';
import type { Estate } from '../estate/schema.ts';
import type { Policy } from '../policy/schema.ts';
import type { Groups } from './groups.ts';
import { commonPool } from './host-attributes.ts';
import type { Entry } from './resolve-entries.ts';

/** Rules of protection that are more than an attribute of the workload itself: R4, R9, R12. */
export interface Protection {
  readonly rules: readonly RuleSpec[];
  /** What an entry asks of its host, beside its own attributes. */
  wanted(entry: Entry): Attributes;
  /** The level of resource pools, where a rule speaks of them. */
  readonly poolLevel: string | undefined;
}

export const resourcePoolLevel = 'resourcePool';

/** Resource pool as hardware: the hosts of one cloud, zone and pool name. */
export const resourcePool = ({ cloud, zone, pool }: FleetHost): string => `${cloud}/${zone}/${pool || commonPool}`;

export function createProtection(
  estate: Estate,
  fleet: ExpandedFleet,
  policy: Policy,
  entries: readonly Entry[],
  groups: Groups,
): Protection {
  const { plane, networkAz, level4Pool } = policy.builtin;
  const rules: RuleSpec[] = [];

  // R9: the management zones carry what belongs to them, and nothing else does.
  const managed = new Set(fleet.zones.filter(({ kind }) => kind === 'management').map(({ id }) => id));
  const planes = plane !== 'off' && managed.size > 0;
  if (planes)
    rules.push({ kind: 'eligibility', id: 'plane', mode: plane, hostKey: 'plane', workloadKey: 'plane', op: 'in' });
  const planeOf = ({ zone, workload }: Entry): Attributes => {
    if (!planes) return {};
    if (zone !== undefined) return { plane: managed.has(zone) ? 'management' : 'tenant' };
    // Without a zone, what tolerates platform hosts may be a part of the platform.
    return workload.tolerations.length > 0 ? {} : { plane: 'tenant' };
  };

  // R12: machine, disks and network in one availability zone; disks follow by the reach of storage pools.
  const azOf = new Map(estate.networks.flatMap(({ id, az }) => (az === undefined ? [] : [[id, az] as const])));
  const azs = ({ workload }: Entry) =>
    [...new Set(workload.networks.flatMap((network) => azOf.get(network) ?? []))].sort();
  if (networkAz !== 'off' && entries.some((entry) => azs(entry).length > 0))
    rules.push({
      kind: 'eligibility',
      id: 'networkAz',
      mode: networkAz,
      hostKey: 'az',
      workloadKey: 'networkAz',
      op: 'containsAll',
    });

  // R4: the pool that carries a level 4 system carries no other.
  const level4 = entries.filter(({ mlps }) => mlps === 4);
  const own = level4Pool !== 'off' && level4.length > 0 && level4.length < entries.length;
  if (own)
    rules.push({
      kind: 'exclusive',
      id: 'level4Pool',
      mode: level4Pool,
      topology: resourcePoolLevel,
      groups: groups.use([groups.group('level4', level4)]),
    });
  return {
    rules,
    wanted: (entry) => {
      const wantedAzs = azs(entry);
      return { ...planeOf(entry), ...(wantedAzs.length > 0 && { networkAz: wantedAzs }) };
    },
    poolLevel: own ? resourcePoolLevel : undefined,
  };
}
