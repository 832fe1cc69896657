import { z } from 'zod';
import { inputRefSchema } from '../plan/schema.ts';
import { dateTime, methods, objectiveLevels } from './programme-schema.ts';

export { type Programme, type ProgrammeInput, programmeSchema } from './programme-schema.ts';

/** A reason as data: `describe(code, params, lang)` gives its text. */
const reasonSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
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

/** Minutes by how likely they are enough. */
const quantilesSchema = z.strictObject({ p50: z.number(), p80: z.number(), p95: z.number() });

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
  /** Absent in older documents: warm. */
  method: z.enum(methods).optional(),
  appliance: z.string().optional(),
  team: z.string().optional(),
  /** Decided by people (`pinned`) or carried out (`done`): a new schedule leaves it where it is. */
  state: z.enum(['pinned', 'done']).optional(),
  /** Of the bulk copy and the deltas written meanwhile. */
  seedMinutes: quantilesSchema.optional(),
  /** From the stop of the service to its start on the target. */
  downtimeMinutes: quantilesSchema.optional(),
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
    /** Levels of the objective in their order, each with a bound that no schedule of these groups is below. */
    objective: z
      .array(
        z.strictObject({
          level: z.enum(objectiveLevels),
          value: z.number(),
          /** Absent where none is known. */
          bound: z.number().optional(),
        }),
      )
      .optional(),
  }),
});

export type Reason = z.output<typeof reasonSchema>;
export type MoveGroup = z.output<typeof moveGroupSchema>;
export type Activity = z.output<typeof activitySchema>;
export type Waves = z.output<typeof wavesSchema>;
