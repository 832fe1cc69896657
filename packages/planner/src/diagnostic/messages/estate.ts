import type { Messages } from './message.ts';

/** YQ11xx: estates. Append-only. */
export const estateMessages = {} as const satisfies Messages;
