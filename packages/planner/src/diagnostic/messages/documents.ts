import type { Messages } from './message.ts';

/** YQ10xx: reading and schema of any document. Append-only. */
export const documentsMessages = {} as const satisfies Messages;
