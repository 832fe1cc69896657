import { findEntry } from '../catalog/catalog.ts';
import { evsTypes } from '../catalog/flavors.ts';
import type { FleetStoragePool } from './expanded.ts';
import { listMarked } from './figures.ts';
import type { Report } from './report.ts';
import type { Fleet } from './schema.ts';

type StoragePool = Fleet['clouds'][number]['sites'][number]['storagePools'][number];

/** Usable share of raw where nothing is given: RAID, hot spare and metadata of an all-flash array. */
const assumedUsableRatio = 0.7;

/** Types that are no block volumes and so have no published IOPS formula. */
const otherTypes = new Set(['object', 'file']);

/** A storage pool with its usable capacity: given, else raw x ratio. `iops` 0 means that nobody stated it. */
export function resolvePool(pool: StoragePool, site: string, pointer: string, report: Report): FleetStoragePool {
  const id = `${site}/${pool.id}`;
  const subject = `storage pool ${id}`;
  listMarked(pool, subject, pointer, report);
  if (pool.model !== undefined && findEntry(pool.model) === undefined) {
    report.find('warning', 'YQ1204', `${pointer}/model`, { id: pool.model });
  }
  if (!otherTypes.has(pool.type) && !evsTypes().some(({ id }) => id === pool.type)) {
    report.find('warning', 'YQ1216', `${pointer}/type`, { type: pool.type });
  }
  return {
    id,
    site,
    type: pool.type,
    usableGiB: usableGiB(pool, subject, pointer, report),
    iops: pool.iops ?? 0,
    zones: pool.zones ?? [],
  };
}

function usableGiB(pool: StoragePool, subject: string, pointer: string, report: Report): number {
  if (pool.usableGiB !== undefined) return pool.usableGiB;
  if (pool.rawGiB === undefined) {
    report.find('error', 'YQ1215', pointer, { pool: pool.id });
    return 0;
  }
  if (pool.usableRatio === undefined) {
    report.assume(subject, 'usableRatio', assumedUsableRatio, 'no ratio given: RAID, hot spare and metadata');
  }
  return Math.floor(pool.rawGiB * (pool.usableRatio ?? assumedUsableRatio));
}
