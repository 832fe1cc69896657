import { evsTypes } from '../catalog/flavors.ts';

/**
 * IOPS limit of one volume: min(max, base + perGiB x GiB); undefined for a type that has no published figures.
 * Source: repo:opentelekomcloud-docs/elastic-volume-service@a50f1ef, disk_types_and_performance.rst.
 */
export function evsIops(type: string, sizeGiB: number): number | undefined {
  const evs = evsTypes().find(({ id }) => id === type);
  return evs && Math.min(evs.iopsMax, evs.iopsBase + evs.iopsPerGiB * sizeGiB);
}
