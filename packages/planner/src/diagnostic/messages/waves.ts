import type { Messages } from './message.ts';

/** YQ40xx: programmes, waves and their verification. Append-only. */
export const wavesMessages = {} as const satisfies Messages;
