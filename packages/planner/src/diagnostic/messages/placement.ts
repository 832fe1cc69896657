import type { Messages } from './message.ts';

/** YQ2xxx: lowering and placement. Append-only. */
export const placementMessages = {} as const satisfies Messages;
