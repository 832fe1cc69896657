import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Calendar } from './calendar.ts';
import type { WavesInput } from './findings.ts';
import type { Activity, MoveGroup, Reason, Waves } from './schema.ts';
import type { Slot } from './slot.ts';
import { verifyWaves } from './verify-waves.ts';

/** What a schedule was, what it is now, and why it is another. */
export interface WaveChange {
  readonly group: string;
  readonly from: Activity | null;
  readonly to: Activity | null;
  readonly reason: Reason;
}

/** What of an earlier schedule stays, and why the rest does not. */
export interface Kept {
  readonly slots: ReadonlyMap<string, Slot>;
  readonly released: ReadonlyMap<string, Reason>;
}

/**
 * Keeps of an earlier schedule all that still holds under the documents as they are now, by the verifier: what is done or
 * pinned in any case, else what no breach names, and whose used groups stay too. Of a resource that is too small, what
 * cuts over last gives way.
 */
export function keepWhatHolds(
  input: WavesInput,
  groups: readonly MoveGroup[],
  from: Waves,
  done: ReadonlySet<string>,
  calendar: Calendar,
): Kept {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const isFixed = ({ group, state }: Activity): boolean => state !== undefined || done.has(group);
  const released = new Map<string, Reason>();
  let kept = from.activities
    .filter((activity) => byId.has(activity.group))
    .map((activity): Activity => (done.has(activity.group) ? { ...activity, state: 'done' } : activity));
  const release = (group: string, reason: Reason): void => {
    if (!released.has(group)) released.set(group, reason);
    for (const user of groups) {
      if (user.after.includes(group) && !released.has(user.id)) release(user.id, { code: 'YQ4122', params: { group } });
    }
  };
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    const waves = { ...from, groups: [...groups], activities: kept };
    for (const { code, pointer, params } of verifyWaves({ ...input, waves })) {
      const named = /^\/activities\/(\d+)/.exec(pointer);
      // A use of what is not there any more is no fault of the user's time: that group comes back.
      if (code === 'YQ4035' && !kept.some(({ group }) => group === params.used)) continue;
      if (pointer.startsWith('/waves/') && code !== 'YQ4048' && code !== 'YQ4133') continue;
      const culprit = named === null ? lastOf(kept, from, { pointer, params }, isFixed) : kept[Number(named[1])];
      if (culprit !== undefined && !isFixed(culprit)) release(culprit.group, { code, params });
    }
    kept = kept.filter((activity) => isFixed(activity) || !released.has(activity.group));
  }
  return { slots: new Map(kept.map((activity) => [activity.group, slotOf(activity, calendar)])), released };
}

/** Of those that use the resource, or are in the wave, of a breach, the one that cuts over last. */
function lastOf(
  kept: readonly Activity[],
  { waves }: Waves,
  { pointer, params: { at, link, appliance, tenant } }: Pick<Diagnostic, 'pointer' | 'params'>,
  isFixed: (activity: Activity) => boolean,
): Activity | undefined {
  const wave = waves[Number(/^\/waves\/(\d+)/.exec(pointer)?.[1] ?? -1)]?.id;
  const isShort = pointer === '/activities' && at !== undefined;
  const uses = (activity: Activity): boolean => {
    if (wave !== undefined) return activity.wave === wave;
    if (!isShort || activity.seedStart > String(at) || activity.cutoverEnd < String(at)) return false;
    if (link !== undefined) return activity.link === link;
    if (appliance !== undefined) return activity.appliance === appliance;
    return tenant !== undefined || activity.cutoverStart <= String(at);
  };
  return kept
    .filter((activity) => !isFixed(activity) && uses(activity))
    .sort((a, b) => compare(a.cutoverStart, b.cutoverStart) || compare(a.group, b.group))
    .at(-1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function slotOf(activity: Activity, calendar: Calendar): Slot {
  const { group, link, appliance, team, state, method = 'warm', bandwidthMbps, deltaMbps } = activity;
  const cutoverStart = calendar.toMinute(activity.cutoverStart);
  return {
    group,
    method,
    link,
    ...(appliance === undefined ? {} : { appliance }),
    ...(team === undefined ? {} : { team }),
    ...(state === undefined ? {} : { state }),
    seedKbps: Math.round(bandwidthMbps * 1000),
    deltaKbps: Math.round(deltaMbps * 1000),
    seedStart: calendar.toMinute(activity.seedStart),
    seedEnd: calendar.toMinute(activity.seedEnd),
    cutoverStart,
    cutoverEnd: calendar.toMinute(activity.cutoverEnd),
    wave: calendar.waveAt(cutoverStart),
  };
}

/** Group by group what is another time or link than before, in the order of the groups' ids. */
export function changesSince(from: Waves, to: Waves, released: ReadonlyMap<string, Reason>): WaveChange[] {
  const [before, after] = [from, to].map((waves) => new Map(waves.activities.map((item) => [item.group, item])));
  const left = new Map(to.unscheduled.map(({ group, reason }) => [group, reason]));
  const same = (a: Activity, b: Activity): boolean =>
    a.cutoverStart === b.cutoverStart && a.seedStart === b.seedStart && a.link === b.link;
  return [...new Set([...before!.keys(), ...after!.keys()])].sort().flatMap((group) => {
    const [old, now] = [before!.get(group) ?? null, after!.get(group) ?? null];
    if (old !== null && now !== null && same(old, now)) return [];
    const reason = (now === null ? left.get(group) : released.get(group)) ?? { code: 'YQ4120', params: {} };
    return [{ group, from: old, to: now, reason }];
  });
}
