import type { Messages } from './message.ts';

/** YQ12xx: fleets. Append-only. */
export const fleetMessages = {} as const satisfies Messages;
