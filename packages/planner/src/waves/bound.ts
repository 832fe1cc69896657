import type { Calendar } from './calendar.ts';
import { seedMinutes } from './copying.ts';
import type { MoveGroup, Programme } from './schema.ts';
import { membersOf } from './teams.ts';

/**
 * No schedule of these groups ends before this minute. The latest of: all data over all links together; each group
 * alone on the widest link, after what it uses and after the pilot, in a window; so many cutovers by so many teams in the
 * windows, no more in a wave than allowed, the pilot's waves first.
 */
export function lowerBound(
  groups: readonly MoveGroup[],
  programme: Programme,
  calendar: Calendar,
  pilot: ReadonlySet<string>,
): number {
  if (groups.length === 0) return calendar.start;
  const { settleHours, cutoverMinutes } = programme;
  const settle = Math.ceil(settleHours * 60);
  const usable = programme.links.map((link) => link.bandwidthMbps * link.efficiency);
  const copied = (sizeGiB: number, mbps: number): number => calendar.start + seedMinutes(sizeGiB, 0, mbps);
  const openings = calendar.openings.filter(({ start, end }) => end - start >= cutoverMinutes);
  /** Earliest end of a cutover that is ready at a minute. */
  const finish = (ready: number): number => {
    const opening = openings.find(({ start, end }) => end - Math.max(start, ready) >= cutoverMinutes);
    return Math.max(ready, opening?.start ?? ready) + cutoverMinutes;
  };

  const all = groups.reduce((sum, group) => sum + group.sizeGiB, 0);
  const bandwidth = usable.reduce((sum, mbps) => sum + mbps, 0);
  // Less the minute that `seedMinutes` rounds up to.
  const byBandwidth = finish(copied(all, bandwidth) - 1 + settle);

  const byId = new Map(groups.map((group) => [group.id, group]));
  const ends = new Map<string, number>();
  const endOf = (group: MoveGroup, notBefore: number): number => {
    const used = group.after
      .flatMap((id) => byId.get(id) ?? [])
      .map((other) => ends.get(other.id) ?? endOf(other, notBefore));
    const end = finish(Math.max(copied(group.sizeGiB, Math.max(...usable)) + settle, notBefore, ...used));
    ends.set(group.id, end);
    return end;
  };
  const latest = (members: readonly MoveGroup[], notBefore: number): number =>
    members.reduce((end, group) => Math.max(end, ends.get(group.id) ?? endOf(group, notBefore)), notBefore);
  const pilots = groups.filter(({ id }) => pilot.has(id));
  const others = groups.filter(({ id }) => !pilot.has(id));
  const byChains = latest(others, latest(pilots, calendar.start));

  const afterPilot = whenAllAreCutOver(pilots.length, -1, programme, calendar);
  const byCrew = whenAllAreCutOver(others.length, afterPilot.wave, programme, calendar);

  return Math.max(byBandwidth, byChains, afterPilot.end, byCrew.end);
}

/** Earliest end of so many cutovers after a wave, if nothing but windows, teams and the waves' size holds them up. */
function whenAllAreCutOver(
  cutovers: number,
  afterWave: number,
  programme: Programme,
  { start: first, openings }: Calendar,
): { end: number; wave: number } {
  const { cutoverMinutes, maxGroupsPerWave } = programme;
  const teams = membersOf(programme);
  let left = cutovers;
  let end = first;
  let wave = afterWave;
  let room = 0;
  for (const opening of openings) {
    const turns = Math.floor((opening.end - opening.start) / cutoverMinutes);
    if (left === 0) break;
    if (opening.wave <= afterWave || turns === 0) continue;
    if (opening.wave > wave) room = maxGroupsPerWave;
    wave = opening.wave;
    const done = Math.min(left, room, turns * teams);
    if (done > 0) end = opening.start + Math.ceil(done / teams) * cutoverMinutes;
    left -= done;
    room -= done;
  }
  return { end, wave };
}
