import { z } from 'zod';
import { inputRefSchema } from '../plan/schema.ts';

/** Local date-time without zone, ISO: the programme names the zone. */
const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/);
const date = z.iso.date();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** A reason as data: `describe(code, params, lang)` gives its text. */
const reasonSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The programme: when, over which links, with how many hands. An input document. */
export const programmeSchema = z
  .strictObject({
    kind: z.literal('programme'),
    formatVersion: z.literal('1.0'),
    name: z.string(),
    timeZone: z.string().refine(isTimeZone, 'unknown time zone').default('Asia/Shanghai'),
    start: date,
    deadline: date.optional(),
    /** What bulk copies share. */
    links: z
      .array(
        z.strictObject({
          id: z.string(),
          bandwidthMbps: z.number().positive(),
          /** Usable share, 0.5-0.8 by the vendor's formula. */
          efficiency: z.number().min(0.05).max(1).default(0.7),
        }),
      )
      .min(1),
    /** Bulk copies of groups at once per link; a copy reserves at least this part of the link's usable bandwidth. */
    concurrentCopies: z.int().min(1).default(20),
    /** Cutovers that the people can carry at once. */
    teams: z.int().min(1).default(4),
    /** When cutovers may happen: weekly, local time; `to` before `from` runs past midnight. */
    windows: z
      .array(z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: clock, to: clock }))
      .default([{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]),
    /** No cutover, both dates included (封网). */
    freezes: z
      .array(
        z
          .strictObject({ from: date, to: date, reason: z.string() })
          .refine((freeze) => freeze.from <= freeze.to, 'a freeze ends before it starts'),
      )
      .default([]),
    /** Systems of the first, small wave. */
    pilot: z.array(z.string()).default([]),
    maxGroupsPerWave: z.int().min(1).default(30),
    /** Waves follow each other every so many days from the start; a wave is what cuts over in them. */
    waveDays: z.int().min(1).default(14),
    cutoverMinutes: z.int().positive().default(60),
    /** From the end of the bulk copy to the cutover at least: time for checks and the approval. */
    settleHours: z.number().min(0).default(24),
    /** A larger move group draws a warning. */
    maxWorkloadsPerGroup: z.int().min(1).default(100),
    /** Mbit/s written per GiB of volume where an estate has no measure. */
    changeMbpsPerGiB: z.number().min(0).default(0.01),
  })
  .refine((programme) => programme.deadline === undefined || programme.deadline >= programme.start, {
    path: ['deadline'],
    message: 'the deadline is before the start',
  });

export const moveGroupSchema = z.strictObject({
  id: z.string(),
  systems: z.array(z.string()),
  workloads: z.array(z.string()),
  /** Data to copy; a shared disk counts once. */
  sizeGiB: z.number(),
  /** Written while the copy runs. */
  changeMbps: z.number(),
  /** Why these belong together: one per dependency inside a cycle and per shared disk. */
  reasons: z.array(reasonSchema),
  /** Groups whose cutover must have ended before this one's begins: what this one strongly uses. */
  after: z.array(z.string()),
});

export const activitySchema = z.strictObject({
  group: z.string(),
  wave: z.string(),
  link: z.string(),
  /** Reserved from seedStart to seedEnd. */
  bandwidthMbps: z.number(),
  /** Reserved from seedEnd to cutoverEnd. */
  deltaMbps: z.number(),
  seedStart: dateTime,
  seedEnd: dateTime,
  cutoverStart: dateTime,
  cutoverEnd: dateTime,
});

/** The wave document: move groups, their schedule, and the waves they form. */
export const wavesSchema = z.strictObject({
  kind: z.literal('waves'),
  formatVersion: z.literal('1.0'),
  name: z.string(),
  timeZone: z.string(),
  inputs: z.array(inputRefSchema),
  groups: z.array(moveGroupSchema),
  activities: z.array(activitySchema),
  waves: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      start: dateTime,
      end: dateTime,
      pilot: z.boolean(),
      groups: z.array(z.string()),
    }),
  ),
  unscheduled: z.array(z.strictObject({ group: z.string(), reason: reasonSchema })),
  /** Makespan lower bound and result, hours. */
  summary: z.strictObject({
    groups: z.int(),
    waves: z.int(),
    workloads: z.int(),
    hours: z.number(),
    lowerBoundHours: z.number(),
    end: dateTime.nullable(),
  }),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export type Reason = z.output<typeof reasonSchema>;
export type Programme = z.output<typeof programmeSchema>;
export type ProgrammeInput = z.input<typeof programmeSchema>;
export type MoveGroup = z.output<typeof moveGroupSchema>;
export type Activity = z.output<typeof activitySchema>;
export type Waves = z.output<typeof wavesSchema>;
