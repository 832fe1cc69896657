import type { Activity, MoveGroup, Programme } from '../schema.ts';
import { instantMinutes, wallMinutes } from './local-time.ts';
import type { Tell } from './report.ts';
import { isOpen, type Scope } from './scope.ts';

/** The bulk copy and the deltas, minute by minute where the link has patterns; and a cutover as long as its downtime may be. */
export function verifyCopy(
  activity: Activity,
  { sizeGiB }: MoveGroup,
  { method, changeMbps, cutoverMinutes }: Scope,
  programme: Programme,
  tell: Tell,
): void {
  const { seedStart, seedEnd, cutoverStart, cutoverEnd, bandwidthMbps, deltaMbps } = activity;
  const link = programme.links.find(({ id }) => id === activity.link);
  const flow = (from: string, to: string): { minutes: number; share: number } => {
    const minutes = instantMinutes(to, programme.timeZone) - instantMinutes(from, programme.timeZone);
    return { minutes, share: shareMinutes(link, wallMinutes(from), wallMinutes(to), minutes) };
  };
  const megabits = (sizeGiB * 1024 ** 3 * 8) / 1e6;
  const cutover = instantMinutes(cutoverEnd, programme.timeZone) - instantMinutes(cutoverStart, programme.timeZone);
  const { cycleMinutes, rounds, switchMinutes, spread } = programme.replication;
  const likely = Math.exp(1.6449 * spread);
  let down = switchMinutes;
  if (method === 'cold') {
    const { share } = flow(cutoverStart, cutoverEnd);
    const carried = deltaMbps * 60 * share;
    if (carried < megabits * (1 - 1e-9))
      tell('YQ4043', { minutes: cutover, needed: Math.ceil(megabits / deltaMbps / 60) });
    down = megabits / (deltaMbps * leastShare(link)) / 60 + switchMinutes;
  } else {
    const { minutes, share } = flow(seedStart, seedEnd);
    const carried = 60 * (bandwidthMbps * share - changeMbps * minutes);
    if (carried < megabits - 1e-3 - megabits * 1e-9) {
      const spare = carried / minutes;
      const needed = spare > 0 ? megabits / spare : Number.POSITIVE_INFINITY;
      tell('YQ4043', { minutes, needed: Math.round(needed * 100) / 100 });
    }
    const mean = deltaMbps * meanShare(link, programme);
    if (mean < changeMbps - 1e-6) tell('YQ4058', { mbps: deltaMbps, needed: changeMbps });
    const ratio = changeMbps === 0 ? 0 : changeMbps / mean;
    if (method === 'live') down = 1;
    else if (method === 'database') down += ratio;
    else
      for (let left = cycleMinutes * ratio, round = 0; round <= rounds; round++, left *= ratio)
        if (round === rounds) down += left;
  }
  const needed = Math.max(cutoverMinutes, Math.ceil(Math.round(down * likely * 10) / 10));
  if (cutover < needed) tell('YQ4053', { minutes: cutover, needed });
}

/** The sum of the shares of all minutes. Clocks that change in between add or take their minutes at full share. */
function shareMinutes(link: Programme['links'][number] | undefined, from: number, to: number, minutes: number): number {
  if (link === undefined || link.patterns.length === 0) return minutes;
  let sum = Math.max(0, minutes - (to - from));
  for (let minute = from; minute < to; minute++) sum += shareAt(link, minute);
  return sum;
}

function shareAt({ patterns }: Programme['links'][number], minute: number): number {
  return patterns.reduce((least, { share, ...window }) => (share < least && isOpen(window, minute) ? share : least), 1);
}

function leastShare(link: Programme['links'][number] | undefined): number {
  return Math.min(1, ...(link?.patterns ?? []).map(({ share }) => share));
}

const means = new WeakMap<Programme['links'][number], number>();

/** Over the programme's days, a little generous; a programme without an end repeats its weeks. */
function meanShare(link: Programme['links'][number] | undefined, { start, deadline }: Programme): number {
  if (link === undefined || link.patterns.length === 0) return 1;
  const known = means.get(link);
  if (known !== undefined) return known;
  const from = wallMinutes(start);
  const to = deadline === undefined ? from + 7 * 1440 : wallMinutes(deadline) + 1440;
  const mean = shareMinutes(link, from, to, to - from) / (to - from) + 0.005;
  means.set(link, mean);
  return mean;
}
