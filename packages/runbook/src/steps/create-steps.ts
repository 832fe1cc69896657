import type { Activity, MoveGroup, Waves } from '@yunqian/planner';
import type { Step, StepKind } from '../journal/event.ts';

/** Minutes that a check takes: the schedule has no figure for it; assumed. */
const checkMinutes = 5;

/**
 * The step graph of one wave, group by group:
 * seed -> verifySync -> approval -> cutover -> verifyService -> commit, with a compensation for what touches the world.
 * A cutover also waits until the groups that this one strongly uses are in service, as far as they are in this wave.
 * An unknown wave gives no steps.
 */
export function createSteps(waves: Waves, waveId: string): Step[] {
  const wave = waves.waves.find((candidate) => candidate.id === waveId);
  if (wave === undefined) return [];
  const groups = new Map(waves.groups.map((group) => [group.id, group]));
  const activities = new Map(waves.activities.map((activity) => [activity.group, activity]));
  const members = new Set(wave.groups);
  return wave.groups.flatMap((id) => {
    const group = groups.get(id);
    const activity = activities.get(id);
    if (group === undefined || activity === undefined)
      throw new TypeError(`waves document: group ${id} has no schedule`);
    return stepsOfGroup(
      group,
      activity,
      group.after.filter((other) => members.has(other)),
    );
  });
}

function stepsOfGroup(group: MoveGroup, activity: Activity, usedGroups: readonly string[]): Step[] {
  const id = (kind: string): string => `${group.id}/${kind}`;
  const seedMinutes = minutesBetween(activity.seedStart, activity.seedEnd);
  const cutoverMinutes = minutesBetween(activity.cutoverStart, activity.cutoverEnd);
  const step = (kind: StepKind, after: readonly string[], minutes: number, more: Partial<Step> = {}): Step => ({
    id: id(kind),
    group: group.id,
    kind,
    workloads: group.workloads,
    after,
    minutes,
    pointOfNoReturn: false,
    maxAttempts: 3,
    ...more,
  });
  const rollback = (kind: StepKind, after: readonly string[], minutes: number): Step =>
    step('rollback', after, minutes, { id: id(`rollback-${kind}`), compensates: id(kind) });
  return [
    step('seed', [], seedMinutes, { plannedStart: activity.seedStart }),
    step('verifySync', [id('seed')], checkMinutes, group.evidence === undefined ? {} : { requires: group.evidence }),
    step('approval', [id('verifySync')], 0),
    // One attempt: after a failed cutover a person decides between another attempt and the way back.
    step('cutover', [id('approval'), ...usedGroups.map((other) => `${other}/verifyService`)], cutoverMinutes, {
      plannedStart: activity.cutoverStart,
      pointOfNoReturn: true,
      maxAttempts: 1,
    }),
    step('verifyService', [id('cutover')], checkMinutes),
    step('commit', [id('verifyService')], checkMinutes),
    rollback('cutover', [], cutoverMinutes),
    rollback('seed', [id('rollback-cutover')], checkMinutes),
  ];
}

/** Both are local times of one zone: an estimate, so a change of the clocks between them does not matter. */
function minutesBetween(start: string, end: string): number {
  return Math.round((Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000);
}
