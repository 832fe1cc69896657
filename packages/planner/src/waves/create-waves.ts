import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Plan } from '../plan/schema.ts';
import { lowerBounds } from './bound.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import { completeWaves } from './complete-waves.ts';
import type { WavesInput } from './findings.ts';
import { programmeFindings } from './findings.ts';
import { hostRooms } from './host-rooms.ts';
import { createMoveGroups } from './move-groups.ts';
import { bondsOf, clearingsOf, type Move, movesOf } from './moves.ts';
import { pilotGroups } from './order.ts';
import type { Programme } from './programme-schema.ts';
import { changesSince, type Kept, keepWhatHolds, type WaveChange } from './replan.ts';
import { downtimeMinutes, quantiles } from './replication.ts';
import { type Schedule, type ScheduleOptions, scheduleGroups, usualBudget } from './schedule.ts';
import type { Activity, MoveGroup, Reason, Waves } from './schema.ts';
import type { Slot } from './slot.ts';
import type { Frame } from './staging.ts';
import { leftOut, whyNot } from './why-not.ts';

export interface CreateWavesOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Work units of the search: placements of groups. Same budget, same result on every machine. */
  readonly budget?: number;
  /** An earlier schedule: what of it still holds stays, see `keepWhatHolds`. */
  readonly from?: Waves;
  /** Groups that have been moved since: they stay in any case. */
  readonly done?: readonly string[];
  /** The objective of the best schedule so far, after what has no time; false ends the search. */
  readonly onProgress?: (costs: readonly number[], workUnits: number) => boolean;
}

export interface CreatedWaves {
  readonly waves: Waves;
  readonly diagnostics: Diagnostic[];
  /** Against the earlier schedule; empty without one. */
  readonly changes: WaveChange[];
}

/**
 * Move groups from the estate's dependencies, their copies and cutovers in the programme's calendar, and the waves that
 * they form. Same input, same result. What cannot be scheduled is in `unscheduled` with its reason.
 */
export function createWaves(input: WavesInput, options: CreateWavesOptions = {}): CreatedWaves {
  const { plan, estate, programme } = input;
  const { from, done = [], ...search } = options;
  const planned = new Set([...plan.placements, ...plan.unplaced].map(({ workload }) => workload));
  const groups = createMoveGroups(estate, programme, (id) => planned.has(id));
  const free = frameOf(input, groups);
  const settings = { seed: 1, budget: usualBudget(free.moves.length), ...search };
  const held = from === undefined ? undefined : keepWhatHolds(input, groups, from, new Set(done), free.calendar);
  const { frame, schedule } = around(free, held, settings);
  const { waves, diagnostics } = completeWaves(documentOf(input, groups, frame, schedule), input);
  return {
    waves,
    diagnostics: [...programmeFindings(input, waves, frame, planned), ...diagnostics],
    changes: from === undefined || held === undefined ? [] : changesSince(from, waves, held.released),
  };
}

type WholeFrame = ReturnType<typeof frameOf>;

/** Around what is kept; where that leaves a group without time, around what is decided only, if that serves more. */
function around(
  free: WholeFrame,
  held: Kept | undefined,
  options: ScheduleOptions,
): { frame: WholeFrame; schedule: Schedule } {
  const within = (kept: Frame['kept']): { frame: WholeFrame; schedule: Schedule } => {
    const frame = { ...free, kept };
    return { frame, schedule: scheduleGroups(frame, options) };
  };
  const first = within(held?.slots ?? new Map());
  if (held === undefined || first.schedule.slots.size === free.moves.length) return first;
  const second = within(new Map([...held.slots].filter(([, { state }]) => state !== undefined)));
  return second.schedule.slots.size > first.schedule.slots.size ? second : first;
}

/** What of the documents the schedule is made from. Groups that cannot move, and who uses them, are not in it. */
function frameOf({ plan, estate, programme }: WavesInput, groups: readonly MoveGroup[]): Frame & { out: Out } {
  const moves = movesOf(groups, estate, programme);
  const clearings = clearingsOf(groups, estate, plan, programme);
  const out = leftOut(moves, clearings, withoutPlace(groups, plan));
  return {
    programme,
    calendar: createCalendar(programme),
    moves: moves.filter(({ group }) => !out.has(group.id)),
    bonds: bondsOf(groups, estate),
    clearings,
    rooms: hostRooms(groups, estate, plan),
    pilot: pilotGroups(groups, programme.pilot),
    kept: new Map(),
    out,
  };
}

type Out = ReadonlyMap<string, Reason>;

function documentOf(
  { programme, inputs }: WavesInput,
  groups: readonly MoveGroup[],
  frame: Frame & { out: Out },
  schedule: Schedule,
): Waves {
  const { calendar, pilot, bonds } = frame;
  const slots = [...schedule.slots.values()].sort((a, b) => (a.group < b.group ? -1 : 1));
  const batches = batchesOf(slots);
  const digits = Math.max(2, String(batches.length).length);
  const waveIds = batches.map((_, i) => `w${String(i + 1).padStart(digits, '0')}`);
  const waveOf = new Map(batches.flatMap((batch, i) => batch.map((slot) => [slot.group, waveIds[i]!])));
  const moveOf = new Map(frame.moves.map((move) => [move.group.id, move]));
  const end = Math.max(calendar.start, ...slots.map((slot) => slot.cutoverEnd));
  const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
  const scheduled = frame.moves.filter(({ group }) => schedule.slots.has(group.id));
  const bounds = lowerBounds(scheduled, bonds, programme, calendar, pilot);
  const reasons = new Map([...frame.out, ...whyNot(frame, schedule)]);
  return {
    kind: 'waves',
    formatVersion: '1.0',
    name: programme.name,
    timeZone: programme.timeZone,
    inputs: [...inputs],
    groups: [...groups],
    activities: slots.map((slot) =>
      activityOf(slot, moveOf.get(slot.group)!, waveOf.get(slot.group)!, calendar, programme),
    ),
    waves: batches.map((batch, i) => ({
      id: waveIds[i]!,
      name: waveIds[i]!.toUpperCase(),
      start: calendar.toLocal(Math.min(...batch.map((slot) => slot.seedStart))),
      end: calendar.toLocal(Math.max(...batch.map((slot) => slot.cutoverEnd))),
      pilot: batch.every((slot) => pilot.has(slot.group)),
      groups: batch.map((slot) => slot.group),
    })),
    unscheduled: groups.flatMap(({ id }) => {
      const reason = reasons.get(id);
      return reason === undefined ? [] : [{ group: id, reason }];
    }),
    summary: {
      groups: groups.length,
      waves: batches.length,
      workloads: groups.reduce((sum, group) => sum + group.workloads.length, 0),
      hours: hours(end - calendar.start),
      lowerBoundHours: hours(bounds.end - calendar.start),
      end: slots.length === 0 ? null : calendar.toLocal(end),
      objective: programme.objective.map((level) => objectiveOf(level, frame, slots, bounds, end)),
    },
  };
}

/** A level of the objective in the document's units: misses in groups, exposure and makespan in hours. */
function objectiveOf(
  level: Programme['objective'][number],
  { calendar, moves, bonds }: Frame,
  slots: readonly Slot[],
  bounds: ReturnType<typeof lowerBounds>,
  end: number,
): NonNullable<Waves['summary']['objective']>[number] {
  const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
  const slotOf = new Map(slots.map((slot) => [slot.group, slot]));
  const pairs = bonds.flatMap(({ a, b, dependencies }) => {
    const [x, y] = [slotOf.get(a), slotOf.get(b)];
    return x === undefined || y === undefined ? [] : [{ x, y, dependencies }];
  });
  if (level === 'misses') {
    const late = moves.filter(({ group, due }) => {
      const slot = slotOf.get(group.id);
      return slot !== undefined && due !== undefined && slot.cutoverEnd > calendar.toMinute(due) + 1440;
    });
    return { level, value: late.length, bound: bounds.misses };
  }
  if (level === 'exposure') {
    const minutes = pairs.reduce(
      (sum, { x, y, dependencies }) => sum + dependencies * Math.abs(x.cutoverEnd - y.cutoverEnd),
      0,
    );
    return { level, value: hours(minutes), bound: hours(bounds.exposure) };
  }
  if (level === 'makespan') {
    return { level, value: hours(end - calendar.start), bound: hours(bounds.end - calendar.start) };
  }
  if (level === 'risk') {
    const risks = new Map<number, number>();
    for (const { group, risk } of moves) {
      const slot = slotOf.get(group.id);
      if (slot !== undefined) risks.set(slot.wave, (risks.get(slot.wave) ?? 0) + risk);
    }
    return { level, value: Math.round([...risks.values()].reduce((sum, risk) => sum + risk * risk, 0) * 1000) / 1000 };
  }
  return { level, value: pairs.filter(({ x, y }) => x.wave !== y.wave).length, bound: 0 };
}

function activityOf(
  slot: Slot,
  { group, changeMbps }: Move,
  wave: string,
  calendar: Calendar,
  programme: Programme,
): Activity {
  const { replication } = programme;
  const bandwidthMbps = slot.deltaKbps / 1000;
  const down = downtimeMinutes({ sizeGiB: group.sizeGiB, changeMbps, method: slot.method, bandwidthMbps }, replication);
  return {
    group: slot.group,
    wave,
    link: slot.link,
    bandwidthMbps: slot.seedKbps / 1000,
    deltaMbps: slot.deltaKbps / 1000,
    seedStart: calendar.toLocal(slot.seedStart),
    seedEnd: calendar.toLocal(slot.seedEnd),
    cutoverStart: calendar.toLocal(slot.cutoverStart),
    cutoverEnd: calendar.toLocal(slot.cutoverEnd),
    method: slot.method,
    ...(slot.appliance === undefined ? {} : { appliance: slot.appliance }),
    ...(slot.team === undefined ? {} : { team: slot.team }),
    ...(slot.state === undefined ? {} : { state: slot.state }),
    seedMinutes: quantiles(slot.seedEnd - slot.seedStart, replication.spread),
    downtimeMinutes: quantiles(down, replication.spread),
  };
}

/** By the waves of the calendar, those without a cutover left out; groups in the order of their cutovers. */
function batchesOf(slots: readonly Slot[]): Slot[][] {
  const waves = new Map<number, Slot[]>();
  for (const slot of slots.toSorted((a, b) => a.cutoverStart - b.cutoverStart || (a.group < b.group ? -1 : 1))) {
    waves.set(slot.wave, [...(waves.get(slot.wave) ?? []), slot]);
  }
  return [...waves.values()];
}

/** Groups with a workload that the plan found no host for. */
function withoutPlace(groups: readonly MoveGroup[], plan: Plan): Map<string, Reason> {
  const unplaced = new Map(plan.unplaced.map(({ workload, verdict }) => [workload, verdict]));
  return new Map(
    groups.flatMap(({ id, workloads }): [string, Reason][] => {
      const missing = workloads.filter((workload) => unplaced.has(workload));
      if (missing.length === 0) return [];
      return [[id, { code: 'YQ4010', params: { workload: missing[0]!, count: missing.length } }]];
    }),
  );
}
