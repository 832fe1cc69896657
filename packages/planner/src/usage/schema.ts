import { z } from 'zod';
import { selectSchema } from '../policy/select-schema.ts';

export const usageBases = ['request', 'mean', 'percentile', 'peak'] as const;

/** By what a workload is sized: the first entry that selects it decides; without one it is the request. */
export const rightSizeSchema = z.strictObject({
  select: selectSchema.default({}),
  basis: z.enum(usageBases),
  /** Added to what was measured. */
  headroomPct: z.number().min(0).max(1000).default(25),
  /** Whether a workload may become larger than its request. */
  grow: z.boolean().default(false),
});

export type UsageBasis = (typeof usageBases)[number];
export type RightSize = z.output<typeof rightSizeSchema>;
