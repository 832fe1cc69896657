import type { Calendar, Opening } from './calendar.ts';
import type { Bond, Move } from './moves.ts';
import type { Programme } from './programme-schema.ts';
import { megabits } from './replication.ts';
import { canCarry, crewsOf } from './teams.ts';

/** What no schedule of these groups is below. */
export interface Bounds {
  /** Minute at which the last cutover ends. */
  readonly end: number;
  readonly misses: number;
  /** Dependency-minutes. */
  readonly exposure: number;
}

/**
 * The end is the latest of: all data over all links together; each group alone over the fastest link, after what it uses
 * and after the pilot, in one of its windows; so many cutovers by so many teams in the windows, no more in a wave than
 * allowed, the pilot's waves first. Misses are groups whose own end, found so, is behind their date. Exposure is the
 * cutover of what may only begin when the other has ended. Less bandwidth never lowers any of them.
 */
export function lowerBounds(
  moves: readonly Move[],
  bonds: readonly Bond[],
  programme: Programme,
  calendar: Calendar,
  pilot: ReadonlySet<string>,
): Bounds {
  if (moves.length === 0) return { end: calendar.start, misses: 0, exposure: 0 };
  const settle = Math.ceil(programme.settleHours * 60);
  const rates = ratesOf(programme, calendar);
  const finish = (ready: number, minutes: number, openings: readonly Opening[]): number => {
    const opening = openings.find(({ start, end }) => end - Math.max(start, ready) >= minutes);
    return Math.max(ready, opening?.start ?? ready) + minutes;
  };
  const union = unionOf(moves.map(({ owners }) => calendar.openingsFor(owners)));
  const shortest = Math.min(...moves.map(({ cutoverMinutes }) => cutoverMinutes));

  // What is copied inside the cutover has no time to settle, so all data is not followed by more than the least.
  const copied = moves.filter(({ method }) => method !== 'cold');
  const data = copied.reduce((sum, { group }) => sum + megabits(group.sizeGiB), 0);
  const byBandwidth =
    copied.length === 0 ? calendar.start : finish(sent(data, 0, rates, calendar) - 1 + settle, shortest, union);

  const byId = new Map(moves.map((move) => [move.group.id, move]));
  const ends = new Map<string, number>();
  const endOf = (move: Move, notBefore: number): number => {
    const { group, cutoverMinutes, owners, method } = move;
    const used = group.after.flatMap((id) => {
      const other = byId.get(id);
      return other === undefined ? [] : [ends.get(id) ?? endOf(other, notBefore)];
    });
    const copy = Math.min(...rates.map((rate) => sent(megabits(group.sizeGiB), move.changeMbps, [rate], calendar)));
    const ready = method === 'cold' ? calendar.start : copy + settle;
    const day = move.notBefore === undefined ? calendar.start : calendar.toMinute(move.notBefore);
    const end =
      move.pin?.cutoverStart === undefined
        ? finish(Math.max(ready, day, notBefore, ...used), cutoverMinutes, calendar.openingsFor(owners))
        : calendar.toMinute(move.pin.cutoverStart) + cutoverMinutes;
    ends.set(group.id, end);
    return end;
  };
  const latest = (members: readonly Move[], notBefore: number): number =>
    members.reduce((end, move) => Math.max(end, ends.get(move.group.id) ?? endOf(move, notBefore)), notBefore);
  const pilots = moves.filter(({ group }) => pilot.has(group.id));
  const others = moves.filter(({ group }) => !pilot.has(group.id));
  const byChains = latest(others, latest(pilots, calendar.start));

  const crew = { openings: union, minutes: shortest, programme, first: calendar.start };
  const afterPilot = whenAllAreCutOver(pilots.length, -1, crew);
  const byCrew = whenAllAreCutOver(others.length, afterPilot.wave, crew);
  const bySkill = skillsOf(moves).map((skills) => {
    const needing = moves.filter((move) => skills.every((skill) => move.skills.includes(skill)));
    return whenAllAreCutOver(needing.length, -1, { ...crew, skills }).end;
  });

  return {
    end: Math.max(byBandwidth, byChains, afterPilot.end, byCrew.end, ...bySkill),
    misses: moves.filter(({ group, due }) => due !== undefined && ends.get(group.id)! > calendar.toMinute(due) + 1440)
      .length,
    exposure: bonds.reduce((sum, { a, b, dependencies }) => {
      const [x, y] = [byId.get(a), byId.get(b)];
      const user = x?.group.after.includes(b) ? x : y?.group.after.includes(a) ? y : undefined;
      return x === undefined || y === undefined || user === undefined ? sum : sum + dependencies * user.cutoverMinutes;
    }, 0),
  };
}

interface Rate {
  readonly mbps: number;
  readonly shares: readonly { readonly from: number; readonly share: number }[];
}

function ratesOf({ links }: Programme, calendar: Calendar): Rate[] {
  return links.map((link) => ({ mbps: link.bandwidthMbps * link.efficiency, shares: calendar.sharesOf(link) }));
}

/** First minute at which so many Mbit, and what is written meanwhile, can have gone over some links together. */
function sent(mbit: number, changeMbps: number, rates: readonly Rate[], { start, end }: Calendar): number {
  const times = [...new Set(rates.flatMap(({ shares }) => shares.map(({ from }) => from)))].sort((a, b) => a - b);
  const at = rates.map(() => 0);
  let left = mbit;
  for (let i = 0; ; i++) {
    const from = times[i] ?? start;
    const to = times[i + 1] ?? Number.POSITIVE_INFINITY;
    const mbps = rates.reduce((sum, { mbps: full, shares }, r) => {
      while (at[r]! + 1 < shares.length && shares[at[r]! + 1]!.from <= from) at[r]! += 1;
      return sum + full * (shares[at[r]!]?.share ?? 1);
    }, 0);
    const perMinute = (mbps - changeMbps) * 60;
    if (perMinute > 0 && left <= perMinute * (to - from)) return from + Math.max(1, Math.ceil(left / perMinute - 1e-9));
    if (to === Number.POSITIVE_INFINITY) return end;
    left -= perMinute * (to - from);
  }
}

/** All times at which any of the lists is open, by wave. */
function unionOf(lists: readonly (readonly Opening[])[]): readonly Opening[] {
  const different = [...new Set(lists)];
  if (different.length === 1) return different[0]!;
  const union: Opening[] = [];
  for (const opening of different.flat().sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = union.at(-1);
    if (last === undefined || opening.start > last.end || opening.wave !== last.wave) union.push(opening);
    else union[union.length - 1] = { ...last, end: Math.max(last.end, opening.end) };
  }
  return union;
}

function skillsOf(moves: readonly Move[]): string[][] {
  return [...new Set(moves.filter(({ skills }) => skills.length > 0).map(({ skills }) => JSON.stringify(skills)))]
    .sort()
    .map((text) => JSON.parse(text) as string[]);
}

/** Earliest end of so many cutovers after a wave, if nothing but windows, teams and the waves' size holds them up. */
function whenAllAreCutOver(
  cutovers: number,
  afterWave: number,
  crew: {
    readonly openings: readonly Opening[];
    readonly minutes: number;
    readonly programme: Programme;
    readonly first: number;
    readonly skills?: readonly string[];
  },
): { end: number; wave: number } {
  const { openings, minutes, programme, first, skills = [] } = crew;
  const teams = crewsOf(programme)
    .filter((team) => canCarry(team, skills))
    .reduce((sum, { members }) => sum + members, 0);
  let left = teams === 0 ? 0 : cutovers;
  let end = first;
  let wave = afterWave;
  let room = 0;
  for (const opening of openings) {
    const turns = Math.floor((opening.end - opening.start) / minutes);
    if (left === 0) break;
    if (opening.wave <= afterWave || turns === 0) continue;
    if (opening.wave > wave) room = programme.maxGroupsPerWave;
    wave = opening.wave;
    const done = Math.min(left, room, turns * teams);
    if (done > 0) end = opening.start + Math.ceil(done / teams) * minutes;
    left -= done;
    room -= done;
  }
  return { end, wave };
}
