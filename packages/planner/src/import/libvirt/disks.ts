import type { EstateWorkload } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import { attribute, childrenNamed, descend, type XmlElement } from '../object/xml-element.ts';
import { scaledBytes } from './scaled.ts';

type Volume = EstateWorkload['volumes'][number];

/** Sizes of storage volumes by path, and by pool and name. */
export type VolumeSizes = ReadonlyMap<string, number>;

const inPool = (pool: string, volume: string): string => `${pool}\u0000${volume}`;

/** Sizes in GiB of the volumes (`virsh vol-dumpxml`) of the input; a pool's elements may hold its volumes. */
export function readVolumeSizes(roots: readonly XmlElement[], session: ImportSession): VolumeSizes {
  const sizes = new Map<string, number>();
  const add = (volume: XmlElement, pool: XmlElement | undefined): void => {
    const name = descend(volume, 'name')?.text;
    const bytes = scaledBytes(descend(volume, 'capacity'), 'bytes', session);
    if (name === undefined || bytes === undefined) return;
    const folder = pool && descend(pool, 'target', 'path')?.text;
    const path =
      descend(volume, 'target', 'path')?.text ??
      descend(volume, 'key')?.text ??
      (folder ? `${folder}/${name}` : undefined);
    const sizeGiB = Math.ceil((bytes / 2 ** 30) * 1000) / 1000;
    if (path !== undefined) sizes.set(path, sizeGiB);
    const poolName = pool && descend(pool, 'name')?.text;
    if (poolName !== undefined) sizes.set(inPool(poolName, name), sizeGiB);
  };
  for (const root of roots) {
    if (root.name === 'volume') add(root, undefined);
    else if (root.name === 'pool') for (const volume of childrenNamed(root, 'volume')) add(volume, root);
  }
  return sizes;
}

/**
 * Disks of a domain whose size the input tells, and the number of those it does not: a domain's XML names the file or
 * device and not its size. Removable media are no volumes. `<shareable/>` disks are shared by their source.
 */
export function readDisks(domain: XmlElement, sizes: VolumeSizes): { volumes: Volume[]; unknown: number } {
  const volumes: Volume[] = [];
  let unknown = 0;
  for (const disk of childrenNamed(descend(domain, 'devices'), 'disk')) {
    const device = attribute(disk, 'device') ?? 'disk';
    if (device !== 'disk' && device !== 'lun') continue;
    const source = descend(disk, 'source');
    const pool = attribute(source, 'pool');
    const volume = attribute(source, 'volume');
    const path =
      pool !== undefined && volume !== undefined
        ? inPool(pool, volume)
        : (attribute(source, 'file') ?? attribute(source, 'dev') ?? attribute(source, 'name'));
    const sizeGiB = path === undefined ? undefined : sizes.get(path);
    if (sizeGiB === undefined) {
      unknown++;
      continue;
    }
    const id = attribute(descend(disk, 'target'), 'dev');
    const shared = descend(disk, 'shareable') === undefined ? {} : { sharedId: path!.replace('\u0000', '/') };
    volumes.push({ ...(id !== undefined && { id }), sizeGiB, ...shared });
  }
  return { volumes, unknown };
}
