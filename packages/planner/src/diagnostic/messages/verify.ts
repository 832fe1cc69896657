import type { Messages } from './message.ts';

/** YQ3xxx: verification of plans. Append-only. */
export const verifyMessages = {} as const satisfies Messages;
