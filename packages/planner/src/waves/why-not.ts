import type { Clearing, Move } from './moves.ts';
import { convergenceShare } from './replication.ts';
import type { Schedule } from './schedule.ts';
import type { Reason } from './schema.ts';
import type { Frame } from './staging.ts';
import { canCarry, crewsOf } from './teams.ts';

/** Groups that are not to be scheduled: without a place, staying where they are, or using one of those. */
export function leftOut(
  moves: readonly Move[],
  clearings: readonly Clearing[],
  withoutPlace: ReadonlyMap<string, Reason>,
): Map<string, Reason> {
  const out = new Map(withoutPlace);
  for (const { group, stays } of moves) {
    if (stays !== undefined) out.set(group.id, { code: stays === 'retain' ? 'YQ4101' : 'YQ4102', params: {} });
  }
  const staying = new Set(moves.filter(({ stays }) => stays !== undefined).map(({ group }) => group.id));
  return withUsers(moves, clearings, out, (id) => staying.has(id));
}

/** Why a group that was to be scheduled is not: the first thing that alone rules it out, else that there is no time. */
export function whyNot(frame: Frame, schedule: Schedule): Map<string, Reason> {
  const { moves } = frame;
  const own = new Map<string, Reason>();
  const missing = moves.filter(({ group }) => !schedule.slots.has(group.id));
  for (const move of missing) {
    const reason = ruledOut(move, frame, schedule);
    if (reason !== undefined) own.set(move.group.id, reason);
  }
  const found = withUsers(missing, frame.clearings, own, () => false);
  const end = frame.calendar.toLocal(frame.calendar.end);
  for (const { group } of missing) {
    if (!found.has(group.id)) found.set(group.id, { code: 'YQ4012', params: { end } });
  }
  return withUsers(missing, frame.clearings, found, () => false);
}

/** Who strongly uses what is left out is left out too, unless that one is there already; and who waits for its host. */
function withUsers(
  moves: readonly Move[],
  clearings: readonly Clearing[],
  own: ReadonlyMap<string, Reason>,
  isThere: (id: string) => boolean,
): Map<string, Reason> {
  const out = new Map(own);
  for (let before = -1; before !== out.size; ) {
    before = out.size;
    for (const { group } of moves) {
      const missing = group.after.find((id) => out.has(id) && !isThere(id));
      const blocked = clearings.find(({ comes, leaves }) => comes === group.id && leaves !== comes && out.has(leaves));
      if (out.has(group.id)) continue;
      if (missing !== undefined) out.set(group.id, { code: 'YQ4011', params: { group: missing } });
      else if (blocked !== undefined) {
        out.set(group.id, { code: 'YQ4109', params: { group: blocked.leaves, host: blocked.host } });
      }
    }
  }
  return out;
}

function ruledOut(
  move: Move,
  { programme, calendar, clearings, pilot }: Frame,
  { staging }: Schedule,
): Reason | undefined {
  const { group, owners, skills, pin } = move;
  const m = staging.project.activities.findIndex(({ id }) => id === group.id);
  const modes = staging.modes[m]!;
  if (!crewsOf(programme).some((crew) => canCarry(crew, skills))) {
    return { code: 'YQ4106', params: { skills: skills.join(', ') } };
  }
  if (modes.length === 0) {
    const widest = Math.max(...programme.links.map((link) => link.bandwidthMbps * link.efficiency));
    const carried = programme.appliances.filter(
      ({ methods, concurrentCopies }) =>
        concurrentCopies > 0 && (methods === undefined || methods.includes(move.method)),
    );
    return move.changeMbps > convergenceShare * widest || carried.length === 0
      ? { code: 'YQ4013', params: { changeMbps: move.changeMbps, bandwidthMbps: Math.round(widest * 1000) / 1000 } }
      : { code: 'YQ4105', params: { method: move.method } };
  }
  const own = clearings.find(({ comes, leaves }) => comes === group.id && leaves === group.id);
  if (own !== undefined) return { code: 'YQ4103', params: { host: own.host } };
  const held = clearings.find(({ comes, leaves }) => comes === group.id && pilot.has(comes) && !pilot.has(leaves));
  if (held !== undefined) return { code: 'YQ4108', params: { host: held.host, group: held.leaves } };
  const minutes = move.cutoverMinutes + Math.min(...modes.map(({ mode }) => mode.extra));
  if (pin?.cutoverStart !== undefined) return { code: 'YQ4104', params: { at: pin.cutoverStart } };
  if (calendar.openingsFor(owners).every(({ start, end }) => end - start < minutes)) {
    return { code: 'YQ4014', params: { minutes } };
  }
  const need = Math.round(move.risk * 1000) / 1000;
  if (programme.maxRiskPerWave !== undefined && need > programme.maxRiskPerWave) {
    return { code: 'YQ4107', params: { risk: need, limit: programme.maxRiskPerWave } };
  }
  return undefined;
}
