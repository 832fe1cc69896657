import type { Activity, Programme } from '../schema.ts';
import { instantMinutes, minuteOfDay, wallMinutes, wallText, weekdayOf } from './local-time.ts';
import type { Report, VerifyWavesInput } from './report.ts';

/** Times of each activity: in order, inside the programme, long enough, in a window, in no freeze, after what it uses. */
export function verifyCalendar({ waves, programme }: VerifyWavesInput, report: Report): void {
  if (waves.timeZone !== programme.timeZone) {
    report('YQ4057', '/timeZone', { claimed: waves.timeZone, actual: programme.timeZone });
  }
  const groups = new Map(waves.groups.map((group) => [group.id, group]));
  const byGroup = new Map(waves.activities.map((activity) => [activity.group, activity]));
  const at = (local: string): number => instantMinutes(local, programme.timeZone);

  waves.activities.forEach((activity, i) => {
    const { group, seedStart, seedEnd, cutoverStart, cutoverEnd, bandwidthMbps, deltaMbps } = activity;
    const tell = (code: Parameters<Report>[0], params: Parameters<Report>[2]): void =>
      report(code, `/activities/${i}`, { group, ...params });
    if (!(seedStart < seedEnd && seedEnd <= cutoverStart && cutoverStart < cutoverEnd)) tell('YQ4056', {});
    if (seedStart < `${programme.start}T00:00`) tell('YQ4052', { at: seedStart });
    if (programme.deadline !== undefined && wallMinutes(cutoverEnd) > wallMinutes(programme.deadline) + 1440) {
      tell('YQ4042', { at: cutoverEnd, deadline: programme.deadline });
    }
    const cutover = at(cutoverEnd) - at(cutoverStart);
    if (cutover !== programme.cutoverMinutes) tell('YQ4053', { minutes: cutover, needed: programme.cutoverMinutes });
    const settle = at(cutoverStart) - at(seedEnd);
    if (settle < programme.settleHours * 60) tell('YQ4044', { minutes: settle, needed: programme.settleHours * 60 });

    const member = groups.get(group);
    if (member !== undefined) {
      const megabits = (member.sizeGiB * 1024 ** 3 * 8) / 1e6;
      const spare = bandwidthMbps - member.changeMbps;
      const needed = spare > 0 ? megabits / spare / 60 : Number.POSITIVE_INFINITY;
      const minutes = at(seedEnd) - at(seedStart);
      if (minutes < needed - 1e-6) tell('YQ4043', { minutes, needed: Math.round(needed * 100) / 100 });
      if (deltaMbps < member.changeMbps) tell('YQ4058', { mbps: deltaMbps, needed: member.changeMbps });
    }
    for (const used of member?.after ?? []) {
      const other = byGroup.get(used);
      if (other === undefined || at(other.cutoverEnd) > at(cutoverStart)) tell('YQ4035', { used, at: cutoverStart });
    }
    verifyCutover(activity, programme, tell);
  });
}

/** Minute by minute on the wall clock. */
function verifyCutover(
  { cutoverStart, cutoverEnd }: Activity,
  programme: Programme,
  tell: (code: Parameters<Report>[0], params: Parameters<Report>[2]) => void,
): void {
  for (let minute = wallMinutes(cutoverStart); minute < wallMinutes(cutoverEnd); minute++) {
    const at = wallText(minute);
    const date = at.slice(0, 10);
    const freeze = programme.freezes.find(({ from, to }) => from <= date && date <= to);
    const open = programme.windows.some((window) => isOpen(window, minute));
    if (freeze === undefined && open) continue;
    if (freeze === undefined) tell('YQ4036', { at });
    else tell('YQ4037', { at, reason: freeze.reason });
    return;
  }
}

function isOpen({ days, from, to }: Programme['windows'][number], minute: number): boolean {
  const day = Math.floor(minute / 1440);
  const ofDay = minute - day * 1440;
  const [opens, closes] = [minuteOfDay(from), minuteOfDay(to)];
  const today = days.includes(weekdayOf(day));
  if (opens < closes) return today && opens <= ofDay && ofDay < closes;
  return (today && ofDay >= opens) || (days.includes(weekdayOf(day - 1)) && ofDay < closes);
}
