import type { Messages } from './message.ts';

/** YQ14xx: importers of tables (RVTools, Azure, AWS, Konveyor). Append-only. */
export const importTablesMessages = {} as const satisfies Messages;
