import type { Method } from './programme-schema.ts';

/**
 * One group's times, in minutes since 1970. Bandwidths are whole kbit/s, so that sums are exact; where a link has
 * patterns they are of its full bandwidth, and what flows is that times the share of the time.
 */
export interface Slot {
  readonly group: string;
  readonly method: Method;
  readonly link: string;
  readonly appliance?: string;
  readonly team?: string;
  readonly seedKbps: number;
  readonly deltaKbps: number;
  readonly seedStart: number;
  readonly seedEnd: number;
  readonly cutoverStart: number;
  readonly cutoverEnd: number;
  /** Of the calendar's waves, in whose days the cutover lies. */
  readonly wave: number;
  readonly state?: 'pinned' | 'done';
}
