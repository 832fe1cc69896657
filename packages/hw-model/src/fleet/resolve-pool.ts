import { evsTypes } from '../catalog/flavors.ts';
import type { FleetStoragePool } from './expanded.ts';
import { defaultFigure, findModel, listMarked } from './figures.ts';
import type { Report } from './report.ts';
import type { Fleet } from './schema.ts';

type StoragePool = Fleet['clouds'][number]['sites'][number]['storagePools'][number];

/** Types that are no block volumes and so have no published IOPS formula. */
const otherTypes = new Set(['object', 'file']);

/** A storage pool with its usable capacity: given, else raw x ratio. `iops` 0 means that nobody stated it. */
export function resolvePool(
  pool: StoragePool,
  site: string,
  rooms: readonly string[],
  pointer: string,
  report: Report,
): FleetStoragePool {
  const id = `${site}/${pool.id}`;
  const subject = `storage pool ${id}`;
  listMarked(pool, subject, pointer, report);
  if (pool.model !== undefined) findModel(pool.model, `${pointer}/model`, report);
  if (!otherTypes.has(pool.type) && !evsTypes().some(({ id }) => id === pool.type)) {
    report.find('warning', 'YQ1216', `${pointer}/type`, { type: pool.type });
  }
  return {
    id,
    site,
    type: pool.type,
    usableGiB: usableGiB(pool, subject, pointer, report),
    iops: pool.iops ?? 0,
    iopsOversubscription: pool.iopsOversubscription,
    room: roomOf(pool, site, rooms, pointer, report),
    copies: pool.copies,
    array: pool.array === undefined ? '' : `${site}/${pool.array}`,
    zones: pool.zones ?? [],
  };
}

/** A site of one room loses its pools with the room. */
function roomOf(pool: StoragePool, site: string, rooms: readonly string[], pointer: string, report: Report): string {
  if (pool.room !== undefined && !rooms.includes(pool.room))
    report.find('error', 'YQ1801', `${pointer}/room`, { pool: pool.id, room: pool.room });
  const room = pool.room ?? (rooms.length === 1 ? rooms[0] : undefined);
  return room === undefined ? '' : `${site}/${room}`;
}

function usableGiB(pool: StoragePool, subject: string, pointer: string, report: Report): number {
  if (pool.usableGiB !== undefined) return pool.usableGiB;
  if (pool.rawGiB === undefined) {
    report.find('error', 'YQ1215', pointer, { pool: pool.id });
    return 0;
  }
  return Math.floor(pool.rawGiB * (pool.usableRatio ?? defaultFigure('storage', 'usableRatio', subject, report)));
}
