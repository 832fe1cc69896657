import { z } from 'zod';

/** Somebody else's platform that systems call: the province's interface. Nothing is placed there; links may end there. */
export const peerSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  name: z.string().optional(),
  nameZh: z.string().optional(),
  kind: z.enum(['province', 'nation', 'external']).default('external'),
});
