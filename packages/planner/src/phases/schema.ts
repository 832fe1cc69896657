import { z } from 'zod';
import { recoverySchema } from '../recovery/schema.ts';
import { estateChangesSchema } from './estate-changes-schema.ts';

/** A file, named relative to the document of phases. */
const path = z.string().min(1);

/** One state of the cloud that stands for a time, and how its estate differs from that of the phase before. */
export const phaseSchema = z.strictObject({
  /** Also the name of the folder that its plan is written into. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string().optional(),
  nameZh: z.string().optional(),
  note: z.string().optional(),
  /** First day on which it stands. */
  from: z.iso.date(),
  /** Documents of this phase; what is not named stays as in the phase before. */
  fleet: path.optional(),
  policy: path.optional(),
  estate: path.optional(),
  programme: path.optional(),
  /** What changes in the estate of the phase before; not together with `estate`. */
  changes: estateChangesSchema.optional(),
  /** What may fail in this phase, instead of what the policy declares. */
  failures: recoverySchema.shape.failures.unwrap().optional(),
});

/** Phases in the order in which they come; each is planned from where the one before left everything. */
export const phasesSchema = z.strictObject({
  kind: z.literal('phases'),
  formatVersion: z.literal('1.0'),
  name: z.string(),
  note: z.string().optional(),
  phases: z.array(phaseSchema).min(1),
});

export type Phase = z.output<typeof phaseSchema>;
export type Phases = z.output<typeof phasesSchema>;
export type PhasesInput = z.input<typeof phasesSchema>;
