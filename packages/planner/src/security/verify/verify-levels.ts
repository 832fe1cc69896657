import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { breach, type Placed, type Reading } from './placed.ts';

/** Who may stand where: levels (R1), pools of level 4 (R4), planes (R9). */
export function verifyLevels(reading: Reading): Diagnostic[] {
  return [...platforms(reading), ...level4Pools(reading), ...planes(reading)];
}

function platforms({ placed, fleet, policy }: Reading): Diagnostic[] {
  if (policy.builtin.mlps !== 'hard' || fleet.zones.length === 0) return [];
  const levelOf = new Map(fleet.zones.map(({ id, mlps }) => [id, mlps]));
  return placed.flatMap(({ id, at, entry, host }) => {
    const platform = levelOf.get(host.zone) ?? 0;
    if (entry.mlps === undefined || entry.mlps <= platform) return [];
    const params = { workload: id, level: entry.mlps, host: host.id, platform };
    return breach('R1', 'YQ3101', `/placements/${at}/host`, params);
  });
}

function level4Pools({ placed, policy }: Reading): Diagnostic[] {
  if (policy.builtin.level4Pool !== 'hard') return [];
  const pools = Map.groupBy(placed, ({ host }) => `${host.cloud}/${host.zone}/${host.pool || 'shared'}`);
  return [...pools].flatMap(([pool, members]) => {
    const level4 = members.find(({ entry }) => entry.mlps === 4);
    const other = members.find(({ entry }) => entry.mlps !== 4);
    if (level4 === undefined || other === undefined) return [];
    const params = { pool, workload: level4.id, other: other.id };
    return breach('R4', 'YQ3104', `/placements/${other.at}/host`, params);
  });
}

function planes({ placed, fleet, policy }: Reading): Diagnostic[] {
  if (policy.builtin.plane !== 'hard') return [];
  const management = new Set(fleet.zones.flatMap(({ id, kind }) => (kind === 'management' ? [id] : [])));
  const misplaced = ({ entry, host }: Placed): boolean => {
    const onManagement = management.has(host.zone);
    if (entry.zone !== undefined) return management.has(entry.zone) !== onManagement;
    return onManagement && entry.workload.tolerations.length === 0;
  };
  return placed.filter(misplaced).map(({ id, at, host }) => {
    const plane = management.has(host.zone) ? 'management' : 'tenant';
    return breach('R9', 'YQ3109', `/placements/${at}/host`, { workload: id, host: host.id, plane });
  });
}
