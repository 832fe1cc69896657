import { z } from 'zod';
import { inputRefSchema } from '../plan/schema.ts';
import { evidenceKinds } from '../security/evidence.ts';
import { dateTime, methods, objectiveLevels, strategies } from './programme-schema.ts';

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
  /** What the check before its cutover must show (R5, R6). */
  evidence: z.array(z.enum(evidenceKinds)).optional(),
  /** Strong uses that had to be cut, as the group was too large: these users move before what they use. */
  cuts: z
    .array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        /** Group of what is used. */
        group: z.string(),
        /** Between the two systems, both ways, over the wide-area link until both have moved. */
        bandwidthMbps: z.number(),
      }),
    )
    .optional(),
});

export const difficulties = ['easy', 'moderate', 'hard', 'veryHard'] as const;
export const confidences = ['high', 'medium', 'low'] as const;

/** How hard a system is to move, why, and how much of that is known. A workload without a system stands for itself. */
export const assessmentSchema = z.strictObject({
  subject: z.string(),
  group: z.string(),
  strategy: z.enum(strategies),
  method: z.enum(methods),
  difficulty: z.enum(difficulties),
  /** Sum of the points of its reasons. */
  points: z.int(),
  reasons: z.array(z.strictObject({ points: z.int(), ...reasonSchema.shape })),
  confidence: z.enum(confidences),
  /** Figures behind it by where they come from. */
  figures: z.strictObject({ measured: z.int(), given: z.int(), assumed: z.int() }),
  /** What is not known, by field of the estate. */
  missing: z.array(z.string()),
});

/** A readiness check that is not met. */
export const findingSchema = z.strictObject({
  subject: z.string(),
  group: z.string(),
  ...reasonSchema.shape,
  status: z.enum(['blocking', 'warning', 'waived']),
  waiver: z.strictObject({ by: z.string(), reason: z.string(), until: z.string() }).optional(),
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

export const gates = ['pilot', 'readiness', 'capacity', 'synced', 'cutover', 'acceptance'] as const;

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
      nameZh: z.string().optional(),
      pilot: z.boolean(),
      groups: z.array(z.string()),
      /** What must be true, and by when, for the wave to go on. */
      gates: z.array(z.strictObject({ id: z.enum(gates), at: dateTime, ...reasonSchema.shape })).optional(),
      /** Where it can go back to, and until when: the state before its first cutover, while the sources are kept. */
      rollback: z.strictObject({ point: dateTime, until: dateTime }).optional(),
      /** What must be on file before the wave is closed. */
      evidence: z.array(z.strictObject({ id: z.string(), ...reasonSchema.shape })).optional(),
    }),
  ),
  unscheduled: z.array(z.strictObject({ group: z.string(), reason: reasonSchema })),
  /** Of every system, and of every workload without one. */
  assessments: z.array(assessmentSchema).optional(),
  findings: z.array(findingSchema).optional(),
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
export type Assessment = z.output<typeof assessmentSchema>;
export type ReadinessFinding = z.output<typeof findingSchema>;
export type Wave = Waves['waves'][number];
