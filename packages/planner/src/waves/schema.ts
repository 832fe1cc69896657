import { z } from 'zod';
import { inputRefSchema } from '../plan/schema.ts';

/** Local date-time without zone, ISO: the programme names the zone. */
const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The programme: when, over which links, with how many hands. An input document. */
export const programmeSchema = z.strictObject({
  kind: z.literal('programme'),
  formatVersion: z.literal('1.0'),
  name: z.string(),
  timeZone: z.string().default('Asia/Shanghai'),
  start: date,
  deadline: date.optional(),
  /** What bulk copies share. */
  links: z.array(z.strictObject({ id: z.string(), bandwidthMbps: z.number().positive(), /** Usable share, 0.5-0.8 by the vendor's formula. */ efficiency: z.number().min(0.05).max(1).default(0.7) })).min(1),
  /** Copies running at once per link. */
  concurrentCopies: z.int().min(1).default(20),
  /** Cutovers that the people can carry at once. */
  teams: z.int().min(1).default(4),
  /** When cutovers may happen: weekly, local time; `to` before `from` runs past midnight. */
  windows: z.array(z.strictObject({ days: z.array(z.int().min(1).max(7)), from: z.string(), to: z.string() })).default([{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]),
  /** No cutover, both dates included (封网). */
  freezes: z.array(z.strictObject({ from: date, to: date, reason: z.string() })).default([]),
  /** Systems of the first, small wave. */
  pilot: z.array(z.string()).default([]),
  maxGroupsPerWave: z.int().min(1).default(30),
  waveDays: z.int().min(1).default(14),
  cutoverMinutes: z.number().positive().default(60),
  /** Mbit/s written per GiB of volume where an estate has no measure. */
  changeMbpsPerGiB: z.number().min(0).default(0.01),
});

export const moveGroupSchema = z.strictObject({
  id: z.string(),
  systems: z.array(z.string()),
  workloads: z.array(z.string()),
  sizeGiB: z.number(),
  /** Why these belong together: one line per edge or shared disk. */
  reasons: z.array(z.string()),
  /** Groups whose cutover must not come after this one's. */
  after: z.array(z.string()),
});

export const activitySchema = z.strictObject({
  group: z.string(),
  wave: z.string(),
  link: z.string(),
  bandwidthMbps: z.number(),
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
  waves: z.array(z.strictObject({ id: z.string(), name: z.string(), start: dateTime, end: dateTime, pilot: z.boolean(), groups: z.array(z.string()) })),
  unscheduled: z.array(z.strictObject({ group: z.string(), reason: z.string() })),
  /** Makespan lower bound and result, hours. */
  summary: z.strictObject({ groups: z.int(), waves: z.int(), workloads: z.int(), hours: z.number(), lowerBoundHours: z.number(), end: dateTime.nullable() }),
});

export type Programme = z.output<typeof programmeSchema>;
export type MoveGroup = z.output<typeof moveGroupSchema>;
export type Activity = z.output<typeof activitySchema>;
export type Waves = z.output<typeof wavesSchema>;
