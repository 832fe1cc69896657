import type { Calendar } from './calendar.ts';
import { seedMinutes } from './copying.ts';
import type { MoveGroup, Programme } from './schema.ts';

/**
 * No schedule of these groups ends before this minute. The latest of: all data over all links together; each group
 * alone on the widest link, after what it uses and after the pilot, in a window; all cutovers by all teams in the windows.
 */
export function lowerBound(
  groups: readonly MoveGroup[],
  programme: Programme,
  calendar: Calendar,
  pilot: ReadonlySet<string>,
): number {
  if (groups.length === 0) return calendar.start;
  const { settleHours, cutoverMinutes, teams } = programme;
  const settle = Math.ceil(settleHours * 60);
  const usable = programme.links.map((link) => link.bandwidthMbps * link.efficiency);
  const copied = (sizeGiB: number, bandwidthMbps: number): number =>
    calendar.start + seedMinutes(sizeGiB, 0, bandwidthMbps);
  const finish = (ready: number): number => openingFrom(ready, cutoverMinutes, calendar) + cutoverMinutes;

  const all = groups.reduce((sum, group) => sum + group.sizeGiB, 0);
  const bandwidth = usable.reduce((sum, mbps) => sum + mbps, 0);
  // The sum's last minute may be shared by copies that each round up: one minute less is safe.
  const byBandwidth = finish(copied(all, bandwidth) - 1 + settle);

  const ends = new Map<string, number>();
  const endOf = (group: MoveGroup, notBefore: number): number => {
    const known = ends.get(group.id);
    if (known !== undefined) return known;
    const used = groups.filter((other) => group.after.includes(other.id)).map((other) => endOf(other, notBefore));
    const end = finish(Math.max(copied(group.sizeGiB, Math.max(...usable)) + settle, notBefore, ...used));
    ends.set(group.id, end);
    return end;
  };
  const latest = (members: readonly MoveGroup[], notBefore: number): number =>
    Math.max(notBefore, ...members.map((group) => endOf(group, notBefore)));
  const pilotEnd = latest(
    groups.filter((group) => pilot.has(group.id)),
    calendar.start,
  );
  const byChains = latest(
    groups.filter((group) => !pilot.has(group.id)),
    pilotEnd,
  );

  return Math.max(byBandwidth, byChains, whenTeamsAreDone((groups.length * cutoverMinutes) / teams, calendar));
}

function openingFrom(minute: number, duration: number, calendar: Calendar): number {
  for (const { start, end } of calendar.openings) {
    if (end - Math.max(start, minute) >= duration) return Math.max(start, minute);
  }
  return minute;
}

function whenTeamsAreDone(minutesEach: number, calendar: Calendar): number {
  let left = minutesEach;
  for (const { start, end } of calendar.openings) {
    if (end - start >= left) return Math.ceil(start + left);
    left -= end - start;
  }
  return calendar.end;
}
