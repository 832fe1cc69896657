import type { Calendar } from './calendar.ts';
import { seedMinutes } from './copying.ts';
import type { MoveGroup, Programme } from './schema.ts';

/**
 * No schedule of these groups ends before this minute. The latest of: all data over all links together; each group
 * alone on the widest link, after what it uses and after the pilot, in a window; all cutovers by all teams in the
 * windows; as many waves as it takes for so many groups.
 */
export function lowerBound(
  groups: readonly MoveGroup[],
  programme: Programme,
  calendar: Calendar,
  pilot: ReadonlySet<string>,
): number {
  if (groups.length === 0) return calendar.start;
  const { settleHours, cutoverMinutes, teams, maxGroupsPerWave } = programme;
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

  const starts = openings.filter(({ wave }, i) => wave !== openings[i - 1]?.wave).map(({ start }) => start);
  const needed = Math.ceil(pilots.length / maxGroupsPerWave) + Math.ceil(others.length / maxGroupsPerWave);
  const byWaves = finish(starts[needed - 1] ?? calendar.start);

  return Math.max(byBandwidth, byChains, byWaves, whenTeamsAreDone((groups.length * cutoverMinutes) / teams, calendar));
}

function whenTeamsAreDone(minutesEach: number, calendar: Calendar): number {
  let left = minutesEach;
  for (const { start, end } of calendar.openings) {
    if (end - start >= left) return Math.ceil(start + left);
    left -= end - start;
  }
  return calendar.end;
}
