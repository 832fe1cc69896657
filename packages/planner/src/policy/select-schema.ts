import { z } from 'zod';

/** Which workloads a rule speaks of; every condition given must hold. */
export const selectSchema = z.strictObject({
  tenants: z.array(z.string()).optional(),
  systems: z.array(z.string()).optional(),
  components: z.array(z.string()).optional(),
  workloads: z.array(z.string()).optional(),
  zones: z.array(z.string()).optional(),
  kinds: z.array(z.enum(['vm', 'container', 'bareMetal'])).optional(),
  /** Component roles: `web`, `app`, `db`, ... */
  roles: z.array(z.string()).optional(),
  mlpsAtLeast: z.int().min(1).max(4).optional(),
  criticality: z.array(z.enum(['core', 'important', 'general'])).optional(),
  labels: z.record(z.string(), z.string()).optional(),
});

export type Select = z.output<typeof selectSchema>;
