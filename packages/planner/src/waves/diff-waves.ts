import type { Activity, MoveGroup, Reason, Waves } from './schema.ts';

export interface WavesDiff {
  /** Groups whose wave or times are others, with why. By the second schedule's order, then by id. */
  readonly moved: readonly {
    readonly group: string;
    readonly from: Slot;
    readonly to: Slot;
    readonly reasons: Reason[];
  }[];
  /** Same time, other way: link, bandwidth, method, team. */
  readonly changed: readonly {
    readonly group: string;
    readonly fields: readonly Change[];
    readonly reasons: Reason[];
  }[];
  readonly added: readonly { readonly group: string; readonly to: Slot | null; readonly reasons: Reason[] }[];
  readonly removed: readonly { readonly group: string; readonly from: Slot | null }[];
  /** Scheduled before, left out now. */
  readonly lost: readonly { readonly group: string; readonly from: Slot; readonly reasons: Reason[] }[];
  /** Left out before, scheduled now. */
  readonly gained: readonly { readonly group: string; readonly to: Slot; readonly reasons: Reason[] }[];
  /** Systems that change their group. */
  readonly regrouped: readonly { readonly system: string; readonly from: string; readonly to: string }[];
  /** Documents that are others: causes of all of it. */
  readonly causes: readonly Reason[];
  readonly summary: readonly Change[];
}

export interface Slot {
  readonly wave: string;
  readonly cutoverStart: string;
}

export interface Change {
  readonly field: string;
  readonly from: string | number;
  readonly to: string | number;
}

/** What changed between two schedules, and what in the groups themselves explains it. */
export function diffWaves(before: Waves, after: Waves): WavesDiff {
  const [was, is] = [indexOf(before), indexOf(after)];
  const diff = {
    moved: [] as WavesDiff['moved'][number][],
    changed: [] as WavesDiff['changed'][number][],
    added: [] as WavesDiff['added'][number][],
    removed: [] as WavesDiff['removed'][number][],
    lost: [] as WavesDiff['lost'][number][],
    gained: [] as WavesDiff['gained'][number][],
  };
  for (const group of orderOf(after)) {
    const [then, now] = [was.activities.get(group), is.activities.get(group)];
    if (!was.groups.has(group)) {
      const refusal = is.refusals.get(group);
      diff.added.push({ group, to: slotOf(now), reasons: refusal === undefined ? [] : [refusal] });
    } else if (then === undefined && now !== undefined) {
      diff.gained.push({ group, to: slotOf(now)!, reasons: whyOf(group, was, is) });
    } else if (then !== undefined && now === undefined) {
      diff.lost.push({
        group,
        from: slotOf(then)!,
        reasons: [...(is.refusals.has(group) ? [is.refusals.get(group)!] : [])],
      });
    } else if (then !== undefined && now !== undefined) {
      const fields = changesOf(then, now);
      if (then.wave !== now.wave || then.cutoverStart !== now.cutoverStart) {
        diff.moved.push({ group, from: slotOf(then)!, to: slotOf(now)!, reasons: whyOf(group, was, is) });
      } else if (fields.length > 0) diff.changed.push({ group, fields, reasons: whyOf(group, was, is) });
    }
  }
  for (const group of orderOf(before)) {
    if (!is.groups.has(group)) diff.removed.push({ group, from: slotOf(was.activities.get(group)) });
  }
  return {
    ...diff,
    regrouped: regrouped(before, after),
    causes: causesOf(before, after),
    summary: summaryOf(before, after),
  };
}

/** True where nothing that people would act on is another. Other inputs alone are no difference of the schedule. */
export function isSameWaves({ moved, changed, added, removed, lost, gained, regrouped, summary }: WavesDiff): boolean {
  return [moved, changed, added, removed, lost, gained, regrouped, summary].every((list) => list.length === 0);
}

interface Index {
  readonly groups: ReadonlyMap<string, MoveGroup>;
  readonly activities: ReadonlyMap<string, Activity>;
  readonly refusals: ReadonlyMap<string, Reason>;
}

function indexOf({ groups, activities, unscheduled }: Waves): Index {
  return {
    groups: new Map(groups.map((group) => [group.id, group])),
    activities: new Map(activities.map((activity) => [activity.group, activity])),
    refusals: new Map(unscheduled.map(({ group, reason }) => [group, reason])),
  };
}

/** Groups by their cutover, those without one last. */
function orderOf({ waves, groups }: Waves): string[] {
  const scheduled = waves.flatMap((wave) => wave.groups);
  const known = new Set(scheduled);
  return [...scheduled, ...groups.map(({ id }) => id).filter((id) => !known.has(id))];
}

function slotOf(activity: Activity): Slot;
function slotOf(activity: Activity | undefined): Slot | null;
function slotOf(activity: Activity | undefined): Slot | null {
  return activity === undefined ? null : { wave: activity.wave, cutoverStart: activity.cutoverStart };
}

const compared = ['link', 'bandwidthMbps', 'method', 'appliance', 'team', 'seedStart', 'cutoverEnd'] as const;

function changesOf(then: Activity, now: Activity): Change[] {
  return compared.flatMap((field) =>
    then[field] === now[field] ? [] : [{ field, from: then[field] ?? '-', to: now[field] ?? '-' }],
  );
}

function whyOf(group: string, was: Index, is: Index): Reason[] {
  const [a, b] = [was.groups.get(group)!, is.groups.get(group)!];
  const state = is.activities.get(group)?.state;
  const reasons: Reason[] = [];
  if (state !== undefined) reasons.push({ code: 'YQ4297', params: { state } });
  if (a.sizeGiB !== b.sizeGiB) reasons.push({ code: 'YQ4291', params: { before: a.sizeGiB, after: b.sizeGiB } });
  if (a.changeMbps !== b.changeMbps)
    reasons.push({ code: 'YQ4292', params: { before: a.changeMbps, after: b.changeMbps } });
  const joined = b.workloads.filter((id) => !a.workloads.includes(id)).length;
  const gone = a.workloads.filter((id) => !b.workloads.includes(id)).length;
  if (joined + gone > 0) reasons.push({ code: 'YQ4293', params: { joined, gone } });
  for (const used of b.after) {
    if (!a.after.includes(used)) reasons.push({ code: 'YQ4294', params: { group: used } });
    else if (was.activities.get(used)?.cutoverEnd !== is.activities.get(used)?.cutoverEnd) {
      reasons.push({ code: 'YQ4296', params: { group: used } });
    }
  }
  for (const used of a.after) if (!b.after.includes(used)) reasons.push({ code: 'YQ4295', params: { group: used } });
  return reasons.length > 0 ? reasons : [{ code: 'YQ4298', params: {} }];
}

function regrouped(before: Waves, after: Waves): { system: string; from: string; to: string }[] {
  const was = new Map(before.groups.flatMap(({ id, systems }) => systems.map((system) => [system, id] as const)));
  return after.groups
    .flatMap(({ id, systems }) =>
      systems.flatMap((system) => {
        const from = was.get(system);
        return from === undefined || from === id ? [] : [{ system, from, to: id }];
      }),
    )
    .sort((a, b) => (a.system < b.system ? -1 : 1));
}

function causesOf(before: Waves, after: Waves): Reason[] {
  const was = new Map(before.inputs.map(({ kind, sha256 }) => [kind, sha256]));
  return after.inputs.flatMap(({ kind, sha256 }) =>
    was.get(kind) === sha256 ? [] : [{ code: 'YQ4290', params: { kind } }],
  );
}

function summaryOf({ summary: a }: Waves, { summary: b }: Waves): Change[] {
  return (['groups', 'waves', 'workloads', 'hours', 'end'] as const).flatMap((field) =>
    a[field] === b[field] ? [] : [{ field, from: a[field] ?? '-', to: b[field] ?? '-' }],
  );
}
