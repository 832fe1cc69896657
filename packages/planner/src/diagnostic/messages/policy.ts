import type { Messages } from './message.ts';

/** YQ13xx: policies. Append-only. */
export const policyMessages = {} as const satisfies Messages;
