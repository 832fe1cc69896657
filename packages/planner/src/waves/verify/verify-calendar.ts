import type { Activity } from '../schema.ts';
import { instantMinutes, wallMinutes, wallText } from './local-time.ts';
import type { Report, Tell, VerifyWavesInput } from './report.ts';
import { isOpen, type Scope, scopeOf } from './scope.ts';
import { verifyCopy } from './verify-copy.ts';

/** Times of each activity: in order, inside the programme, long enough, in a window, in no freeze, after what it uses. What is done is a fact. */
export function verifyCalendar({ waves, estate, programme }: VerifyWavesInput, report: Report): void {
  if (waves.timeZone !== programme.timeZone) {
    report('YQ4057', '/timeZone', { claimed: waves.timeZone, actual: programme.timeZone });
  }
  const groups = new Map(waves.groups.map((group) => [group.id, group]));
  const byGroup = new Map(waves.activities.map((activity) => [activity.group, activity]));
  const at = (local: string): number => instantMinutes(local, programme.timeZone);

  waves.activities.forEach((activity, i) => {
    const { group, seedStart, seedEnd, cutoverStart, cutoverEnd, method = 'warm' } = activity;
    if (activity.state === 'done') return;
    const tell: Tell = (code, params) => report(code, `/activities/${i}`, { group, ...params });
    const isCopied = method === 'cold' ? seedStart === seedEnd : seedStart < seedEnd;
    if (!(isCopied && seedEnd <= cutoverStart && cutoverStart < cutoverEnd)) tell('YQ4056', {});
    if (seedStart < `${programme.start}T00:00`) tell('YQ4052', { at: seedStart });
    if (programme.deadline !== undefined && wallMinutes(cutoverEnd) > wallMinutes(programme.deadline) + 1440) {
      tell('YQ4042', { at: cutoverEnd, deadline: programme.deadline });
    }
    const settle = at(cutoverStart) - at(seedEnd);
    if (method !== 'cold' && settle < programme.settleHours * 60) {
      tell('YQ4044', { minutes: settle, needed: programme.settleHours * 60 });
    }
    const member = groups.get(group);
    if (member === undefined) return;
    for (const used of member.after) {
      const other = byGroup.get(used);
      const stays = estateStays(groups.get(used)?.systems ?? [], programme);
      if (stays ? false : other === undefined || at(other.cutoverEnd) > at(cutoverStart)) {
        tell('YQ4035', { used, at: cutoverStart });
      }
    }
    const scope = scopeOf(member, estate, programme);
    verifyCopy(activity, member, scope, programme, tell);
    if (method !== scope.method) tell('YQ4142', { claimed: method, actual: scope.method });
    if (estateStays(member.systems, programme)) tell('YQ4141', {});
    const day = scope.entries
      .flatMap(({ notBefore }) => notBefore ?? [])
      .sort()
      .at(-1);
    if (day !== undefined && cutoverStart < `${day}T00:00`) tell('YQ4138', { at: cutoverStart, day });
    verifyPins(activity, scope, programme, tell);
    if (!scope.pins.some((pin) => pin.cutoverStart !== undefined)) verifyCutover(activity, scope, tell);
  });
}

type Programme = VerifyWavesInput['programme'];

function estateStays(systems: readonly string[], programme: Programme): boolean {
  const strategyOf = (id: string) => programme.systems.find(({ system }) => system === id)?.strategy ?? 'rehost';
  return systems.length > 0 && systems.every((id) => ['retain', 'retire'].includes(strategyOf(id)));
}

function verifyPins({ cutoverStart, link }: Activity, { pins }: Scope, programme: Programme, tell: Tell): void {
  for (const pin of pins) {
    const turn =
      Math.floor((wallMinutes(cutoverStart) - wallMinutes(programme.start)) / (programme.waveDays * 1440)) + 1;
    const actual = { cutoverStart: cutoverStart.slice(0, 16), turn, link };
    const pinned = { cutoverStart: pin.cutoverStart?.slice(0, 16), turn: pin.turn, link: pin.link };
    for (const field of ['cutoverStart', 'turn', 'link'] as const) {
      if (pinned[field] === undefined || pinned[field] === actual[field]) continue;
      tell('YQ4137', { pinned: `${field} ${pinned[field]}`, actual: actual[field] });
    }
  }
}

/** Minute by minute on the wall clock. */
function verifyCutover({ cutoverStart, cutoverEnd }: Activity, { windows, freezes }: Scope, tell: Tell): void {
  for (let minute = wallMinutes(cutoverStart); minute < wallMinutes(cutoverEnd); minute++) {
    const at = wallText(minute);
    const date = at.slice(0, 10);
    const freeze = freezes.find(({ from, to }) => from <= date && date <= to);
    const open = windows.every((set) => set.some((window) => isOpen(window, minute)));
    if (freeze === undefined && open) continue;
    if (freeze === undefined) tell('YQ4036', { at });
    else tell('YQ4037', { at, reason: freeze.reason });
    return;
  }
}
