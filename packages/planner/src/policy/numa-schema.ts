import { z } from 'zod';
import { selectSchema } from './select-schema.ts';

/**
 * How workloads stand on the NUMA cells of their host; the first entry that selects one decides. `align`: whole in one cell, or in equal parts on
 * the fewest that hold it; `spread`: in equal parts on two or more; `ignore`: bound to none, as is who is not selected.
 */
export const numaSchema = z.strictObject({
  select: selectSchema.default({}),
  cells: z.enum(['align', 'spread', 'ignore']),
});

export type NumaPolicy = z.output<typeof numaSchema>;
