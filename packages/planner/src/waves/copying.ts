/** From GiB, the unit of volumes, to the GB of the vendor's formula. */
const gbPerGiB = 1.073741824;

/** Above this share of the bandwidth, what is written meanwhile is not caught up with any more. */
export const convergenceShare = 0.8;

/**
 * Minutes until a copy has caught up with what is written meanwhile: the vendor's formula
 * T(h) = C(GB) x 1000 x 8 / S(Mbit/s) / 3600 / U (support.huaweicloud.com, sms_faq_0017), where `bandwidthMbps` is the
 * reserved part of S x U, less the change that has to be sent again. Infinity when it never catches up.
 */
export function seedMinutes(sizeGiB: number, changeMbps: number, bandwidthMbps: number): number {
  if (changeMbps > convergenceShare * bandwidthMbps) return Number.POSITIVE_INFINITY;
  const seconds = (sizeGiB * gbPerGiB * 1000 * 8) / (bandwidthMbps - changeMbps);
  return Math.max(1, Math.ceil(seconds / 60));
}
