import type { Method, Programme } from './programme-schema.ts';

/** From GiB, the unit of volumes, to the GB of the vendor's formula. */
const gbPerGiB = 1.073741824;

/** Above this share of the bandwidth, what is written meanwhile is not caught up with any more. */
export const convergenceShare = 0.8;

/** The stop of a live migration, whatever its last round of memory; assumed. */
const liveMinutes = 1;
/** What a database's own replication is behind by; assumed. */
const databaseLagMinutes = 1;

/** Mbit to send for a size. */
export function megabits(sizeGiB: number): number {
  return sizeGiB * gbPerGiB * 1000 * 8;
}

/**
 * Minutes until a copy has caught up with what is written meanwhile: the vendor's formula
 * T(h) = C(GB) x 1000 x 8 / S(Mbit/s) / 3600 / U (support.huaweicloud.com, sms_faq_0017), where `bandwidthMbps` is the
 * reserved part of S x U, less the change that has to be sent again: the sum of all pre-copy rounds, each of which sends
 * what was written in the one before. Infinity when it never catches up.
 */
export function seedMinutes(sizeGiB: number, changeMbps: number, bandwidthMbps: number): number {
  if (changeMbps > convergenceShare * bandwidthMbps) return Number.POSITIVE_INFINITY;
  const seconds = megabits(sizeGiB) / (bandwidthMbps - changeMbps);
  return Math.max(1, Math.ceil(seconds / 60));
}

/** What of a group's data and bandwidth decides how long its service is down. */
export interface Replicated {
  readonly method: Method;
  readonly sizeGiB: number;
  readonly changeMbps: number;
  /** Reserved at the cutover: for the deltas, or for the whole copy of a cold group. */
  readonly bandwidthMbps: number;
}

/**
 * Minutes from the stop of the service to its start, as planned. Warm: after the last cycle so many delta rounds run, each
 * of which sends what was written during the one before; what the last one left is sent while the service stands still.
 */
export function downtimeMinutes(
  { method, sizeGiB, changeMbps, bandwidthMbps }: Replicated,
  { cycleMinutes, rounds, switchMinutes }: Programme['replication'],
): number {
  if (method === 'cold') return megabits(sizeGiB) / bandwidthMbps / 60 + switchMinutes;
  if (method === 'live') return liveMinutes;
  const ratio = bandwidthMbps > 0 ? changeMbps / bandwidthMbps : 0;
  if (method === 'database') return databaseLagMinutes * ratio + switchMinutes;
  return cycleMinutes * ratio ** (rounds + 1) + switchMinutes;
}

/** Of the standard normal distribution. */
const z = { p80: 0.8416, p95: 1.6449 };

/** How long it takes by how likely that is enough: lognormal, the planned time is the median. */
export function quantiles(minutes: number, spread: number): { p50: number; p80: number; p95: number } {
  const at = (deviations: number): number => Math.round(minutes * Math.exp(deviations * spread) * 10) / 10;
  return { p50: at(0), p80: at(z.p80), p95: at(z.p95) };
}
