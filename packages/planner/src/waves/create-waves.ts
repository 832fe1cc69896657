import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import type { Plan } from '../plan/schema.ts';
import { lowerBound } from './bound.ts';
import { createCalendar } from './calendar.ts';
import type { WavesInput } from './findings.ts';
import { programmeFindings } from './findings.ts';
import { createMoveGroups } from './move-groups.ts';
import { orders, pilotGroups } from './order.ts';
import type { Frame, Schedule, Slot } from './schedule.ts';
import { scheduleGroups } from './schedule.ts';
import type { MoveGroup, Reason, Waves } from './schema.ts';

/**
 * Move groups from the estate's dependencies, their copies and cutovers in the programme's calendar, and the waves that
 * they form. Same input, same result. What cannot be scheduled is in `unscheduled` with its reason.
 */
export function createWaves(input: WavesInput): { waves: Waves; diagnostics: Diagnostic[] } {
  const { plan, estate, programme, inputs } = input;
  const calendar = createCalendar(programme);
  const planned = new Set([...plan.placements, ...plan.unplaced].map(({ workload }) => workload));
  const groups = createMoveGroups(estate, programme, (id) => planned.has(id));
  const pilot = pilotGroups(groups, programme.pilot);
  const schedule = bestSchedule(groups, estate, { programme, calendar, pilot, unmovable: withoutPlace(groups, plan) });
  const slots = [...schedule.slots.values()].sort((a, b) => (a.group < b.group ? -1 : 1));
  const batches = batchesOf(slots);
  const digits = Math.max(2, String(batches.length).length);
  const waveIds = batches.map((_, i) => `w${String(i + 1).padStart(digits, '0')}`);
  const waveOf = new Map(batches.flatMap((batch, i) => batch.map((slot) => [slot.group, waveIds[i]!])));
  const scheduled = groups.filter((group) => schedule.slots.has(group.id));
  const end = Math.max(calendar.start, ...slots.map((slot) => slot.cutoverEnd));
  const hours = (minute: number): number => Math.round(((minute - calendar.start) / 60) * 100) / 100;

  const waves: Waves = {
    kind: 'waves',
    formatVersion: '1.0',
    name: programme.name,
    timeZone: programme.timeZone,
    inputs: [...inputs],
    groups,
    activities: slots.map((slot) => ({
      group: slot.group,
      wave: waveOf.get(slot.group)!,
      link: slot.link,
      bandwidthMbps: slot.seedKbps / 1000,
      deltaMbps: slot.deltaKbps / 1000,
      seedStart: calendar.toLocal(slot.seedStart),
      seedEnd: calendar.toLocal(slot.seedEnd),
      cutoverStart: calendar.toLocal(slot.cutoverStart),
      cutoverEnd: calendar.toLocal(slot.cutoverEnd),
    })),
    waves: batches.map((batch, i) => ({
      id: waveIds[i]!,
      name: waveIds[i]!.toUpperCase(),
      start: calendar.toLocal(Math.min(...batch.map((slot) => slot.seedStart))),
      end: calendar.toLocal(Math.max(...batch.map((slot) => slot.cutoverEnd))),
      pilot: pilot.has(batch[0]!.group),
      groups: batch.map((slot) => slot.group),
    })),
    unscheduled: groups
      .filter((group) => schedule.refused.has(group.id))
      .map((group) => ({ group: group.id, reason: schedule.refused.get(group.id)! })),
    summary: {
      groups: groups.length,
      waves: batches.length,
      workloads: groups.reduce((sum, group) => sum + group.workloads.length, 0),
      hours: hours(end),
      lowerBoundHours: hours(lowerBound(scheduled, programme, calendar, pilot)),
      end: slots.length === 0 ? null : calendar.toLocal(end),
    },
  };
  return { waves, diagnostics: programmeFindings(input, waves, pilot, planned) };
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

/** The best of a few orders, seeded late and early: fewest groups left out, then the earliest end, then the least kept in step. */
function bestSchedule(groups: readonly MoveGroup[], estate: Estate, frame: Frame): Schedule {
  const schedules = orders(groups, estate).flatMap((order) =>
    (['late', 'early'] as const).map((seeding) => scheduleGroups(order, seeding, frame)),
  );
  return schedules.reduce((best, other) => (isBetter(other, best) ? other : best));
}

function isBetter(a: Schedule, b: Schedule): boolean {
  const [x, y] = [score(a), score(b)];
  const i = x.findIndex((value, level) => value !== y[level]);
  return i >= 0 && x[i]! < y[i]!;
}

function score({ slots, refused }: Schedule): number[] {
  const all: Slot[] = [...slots.values()];
  const kept = all.reduce((sum, slot) => sum + slot.deltaKbps * (slot.cutoverEnd - slot.seedEnd), 0);
  return [refused.size, Math.max(0, ...all.map((slot) => slot.cutoverEnd)), kept];
}
