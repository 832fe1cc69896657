import type { Messages } from './message.ts';

/** YQ45xx: runs and steps. Append-only. */
export const runsMessages = {} as const satisfies Messages;
