import type { Calendar } from './calendar.ts';
import { seedMinutes } from './copying.ts';
import type { Profile } from './profile.ts';
import { createProfile } from './profile.ts';
import type { MoveGroup, Programme, Reason } from './schema.ts';
import { membersOf } from './teams.ts';

/** One group's times, in minutes since 1970. Bandwidths are whole kbit/s, so that sums are exact. */
export interface Slot {
  readonly group: string;
  readonly link: string;
  readonly seedKbps: number;
  readonly deltaKbps: number;
  readonly seedStart: number;
  readonly seedEnd: number;
  readonly cutoverStart: number;
  readonly cutoverEnd: number;
  /** Of the calendar's waves, in whose days the cutover lies. */
  readonly wave: number;
}

/** `late` keeps copies in step for the shortest time; `early` leaves later groups more of the links. */
export type Seeding = 'late' | 'early';

/** What is to be scheduled, apart from the order of the groups. */
export interface Frame {
  readonly programme: Programme;
  readonly calendar: Calendar;
  /** Groups that have the first waves for themselves. */
  readonly pilot: ReadonlySet<string>;
  /** Groups that are left out, and why; who uses them is left out too. */
  readonly unmovable: ReadonlyMap<string, Reason>;
}

export interface Schedule {
  readonly slots: ReadonlyMap<string, Slot>;
  readonly refused: ReadonlyMap<string, Reason>;
}

/** Who carries cutovers, and which waves may still take them. */
interface Crew {
  readonly teams: Profile;
  readonly groupsIn: Map<number, number>;
}

interface Link {
  readonly id: string;
  /** The smallest reservation of a bulk copy: usable bandwidth / concurrent copies. */
  readonly shareKbps: number;
  readonly profile: Profile;
}

/**
 * Serial schedule generation: group by group in the order given, each at its earliest cutover, on the link where it is
 * done first, its copy as late as that allows or as early as the link is free. `order` names a group after those that it uses.
 */
export function scheduleGroups(order: readonly MoveGroup[], seeding: Seeding, frame: Frame): Schedule {
  const { programme, calendar, pilot, unmovable } = frame;
  const links = programme.links.map((link) => createLink(link, programme.concurrentCopies));
  const crew: Crew = { teams: createProfile(membersOf(programme)), groupsIn: new Map() };
  const slots = new Map<string, Slot>();
  const refused = new Map(unmovable);
  let pilotWave = -1;

  for (const group of [...order].sort((a, b) => Number(pilot.has(b.id)) - Number(pilot.has(a.id)))) {
    if (refused.has(group.id)) continue;
    const missing = group.after.find((id) => !slots.has(id));
    if (missing !== undefined) {
      refused.set(group.id, { code: 'YQ4011', params: { group: missing } });
      continue;
    }
    const used = group.after.map((id) => slots.get(id)!.cutoverEnd);
    const ready = Math.max(calendar.start, ...used);
    const firstWave = pilot.has(group.id) ? 0 : pilotWave + 1;
    const best = links
      .map((link) => ({ link, slot: earliestSlot(group, link, { ready, firstWave }, seeding, crew, frame) }))
      .filter((option) => option.slot !== null)
      .reduce<{ link: Link; slot: Slot } | null>(
        (found, { link, slot }) =>
          found === null || slot!.cutoverEnd < found.slot.cutoverEnd ? { link, slot: slot! } : found,
        null,
      );
    if (best === null) {
      refused.set(group.id, whyNot(group, links, programme, calendar));
      continue;
    }
    const { link, slot } = best;
    link.profile.reserve(slot.seedStart, slot.seedEnd, slot.seedKbps);
    link.profile.reserve(slot.seedEnd, slot.cutoverEnd, slot.deltaKbps);
    crew.teams.reserve(slot.cutoverStart, slot.cutoverEnd, 1);
    crew.groupsIn.set(slot.wave, (crew.groupsIn.get(slot.wave) ?? 0) + 1);
    slots.set(group.id, slot);
    if (pilot.has(group.id)) pilotWave = Math.max(pilotWave, slot.wave);
  }
  return { slots, refused };
}

function createLink({ id, bandwidthMbps, efficiency }: Programme['links'][number], concurrentCopies: number): Link {
  const usableKbps = Math.floor(bandwidthMbps * efficiency * 1000);
  return { id, shareKbps: Math.floor(usableKbps / concurrentCopies), profile: createProfile(usableKbps) };
}

function earliestSlot(
  group: MoveGroup,
  link: Link,
  { ready, firstWave }: { readonly ready: number; readonly firstWave: number },
  seeding: Seeding,
  crew: Crew,
  { programme, calendar }: Frame,
): Slot | null {
  const seedKbps = reservation(group, link, programme);
  const duration = seedMinutes(group.sizeGiB, group.changeMbps, seedKbps / 1000);
  const deltaKbps = Math.ceil(group.changeMbps * 1000);
  const settle = Math.ceil(programme.settleHours * 60);
  const cutover = programme.cutoverMinutes;
  if (!Number.isFinite(duration)) return null;
  const slotAt = (seedStart: number, cutoverStart: number, wave: number): Slot => ({
    group: group.id,
    link: link.id,
    seedKbps,
    deltaKbps,
    seedStart,
    seedEnd: seedStart + duration,
    cutoverStart,
    cutoverEnd: cutoverStart + cutover,
    wave,
  });
  const holds = ({ seedStart, seedEnd, cutoverEnd }: Slot): boolean =>
    link.profile.fits(seedEnd, cutoverEnd, deltaKbps) &&
    calendar.isUnambiguous(seedStart) &&
    calendar.isUnambiguous(seedEnd);

  let searchFrom: number | null = calendar.start;
  while (searchFrom !== null) {
    const seedStart = link.profile.earliest(searchFrom, calendar.end, duration, seedKbps);
    if (seedStart === null) return null;
    const from = Math.max(seedStart + duration + settle, ready);
    const found = earliestCutover(from, firstWave, crew, programme, calendar);
    if (found === null) return null;
    const last = seeding === 'late' ? link.profile.latest(seedStart, found.start - settle, duration, seedKbps) : null;
    for (const start of last === null ? [seedStart] : [last, seedStart]) {
      const slot = slotAt(start, found.start, found.wave);
      if (holds(slot)) return slot;
    }
    searchFrom = link.profile.nextChange(seedStart) ?? (seedStart < calendar.end ? seedStart + 60 : null);
  }
  return null;
}

/** As many shares of the link as get the copy done in half a wave's days; all of them if that is not enough. */
function reservation(group: MoveGroup, link: Link, { waveDays, concurrentCopies }: Programme): number {
  const wanted = (waveDays * 24 * 60) / 2;
  for (let shares = 1; shares < concurrentCopies; shares++) {
    if (seedMinutes(group.sizeGiB, group.changeMbps, (shares * link.shareKbps) / 1000) <= wanted) {
      return shares * link.shareKbps;
    }
  }
  return concurrentCopies * link.shareKbps;
}

/** The first time at which the windows are open, the wave has room, and a team is free. */
function earliestCutover(
  from: number,
  firstWave: number,
  { teams, groupsIn }: Crew,
  { cutoverMinutes, maxGroupsPerWave }: Programme,
  { openings, isUnambiguous }: Calendar,
): { start: number; wave: number } | null {
  for (const { start: opens, end, wave } of openings) {
    if (wave < firstWave || end < from || (groupsIn.get(wave) ?? 0) >= maxGroupsPerWave) continue;
    let start = teams.earliest(Math.max(from, opens), end, cutoverMinutes, 1);
    while (start !== null && !(isUnambiguous(start) && isUnambiguous(start + cutoverMinutes))) {
      start = teams.earliest(start + 60, end, cutoverMinutes, 1);
    }
    if (start !== null) return { start, wave };
  }
  return null;
}

function whyNot(group: MoveGroup, links: readonly Link[], programme: Programme, calendar: Calendar): Reason {
  const duration = (link: Link): number =>
    seedMinutes(group.sizeGiB, group.changeMbps, reservation(group, link, programme) / 1000);
  if (links.every((link) => !Number.isFinite(duration(link)))) {
    const widest = Math.max(...links.map((link) => reservation(group, link, programme) / 1000));
    return { code: 'YQ4013', params: { changeMbps: group.changeMbps, bandwidthMbps: widest } };
  }
  if (calendar.openings.every(({ start, end }) => end - start < programme.cutoverMinutes)) {
    return { code: 'YQ4014', params: { minutes: programme.cutoverMinutes } };
  }
  return { code: 'YQ4012', params: { end: calendar.toLocal(calendar.end) } };
}
