import { plannableIops, type Storage } from '../lower/storage.ts';
import { round } from './utilisation.ts';

export interface PoolUse {
  readonly pool: string;
  readonly type: string;
  readonly usedGiB: number;
  readonly usableGiB: number;
  /** Planned IOPS, and those that may be planned; absent where the pool states none. */
  readonly usedIops?: number;
  readonly plannableIops?: number;
}

/** Which amounts are limits; the others are goals. */
export interface Strictness {
  readonly space: boolean;
  readonly iops: boolean;
}

/** What is left in single pools, and in the arrays that they are cut from. */
export interface Room {
  freeGiB(pool: string): number;
  /** Whether the pool takes a volume within every limit, and within those that are strict. */
  fits(pool: string, sizeGiB: number, iops: number): boolean;
  allows(pool: string, sizeGiB: number, iops: number): boolean;
  take(pool: string, sizeGiB: number, iops: number): void;
  used(): PoolUse[];
}

export function createRoom({ sets, arrays }: Storage, strict: Strictness): Room {
  const pools = sets.flatMap((set) => set.pools);
  const freeGiB = new Map(pools.map(({ id, usableGiB }) => [id, usableGiB]));
  const usedIops = new Map(pools.map(({ id }) => [id, 0]));
  const limits = new Map(pools.map((pool) => [pool.id, plannableIops(pool) ?? Number.POSITIVE_INFINITY]));
  const arrayOf = new Map(pools.map(({ id, array }) => [id, array]));
  const arrayUsed = new Map<string, number>();
  const arrayLimit = new Map(
    arrays.map(({ id, iops, oversubscription }) => [
      id,
      iops === 0 ? Number.POSITIVE_INFINITY : iops * oversubscription,
    ]),
  );
  const hasSpace = (pool: string, sizeGiB: number) => freeGiB.get(pool)! >= sizeGiB;
  const hasIops = (pool: string, iops: number) => {
    const array = arrayOf.get(pool)!;
    const arrayFree = (arrayLimit.get(array) ?? Number.POSITIVE_INFINITY) - (arrayUsed.get(array) ?? 0);
    return Math.min(limits.get(pool)! - usedIops.get(pool)!, arrayFree) >= iops - 1e-6;
  };
  return {
    freeGiB: (pool) => freeGiB.get(pool)!,
    fits: (pool, sizeGiB, iops) => hasSpace(pool, sizeGiB) && hasIops(pool, iops),
    allows: (pool, sizeGiB, iops) =>
      (!strict.space || hasSpace(pool, sizeGiB)) && (!strict.iops || hasIops(pool, iops)),
    take(pool, sizeGiB, iops) {
      const array = arrayOf.get(pool)!;
      freeGiB.set(pool, freeGiB.get(pool)! - sizeGiB);
      usedIops.set(pool, usedIops.get(pool)! + iops);
      arrayUsed.set(array, (arrayUsed.get(array) ?? 0) + iops);
    },
    used: () =>
      pools.map(({ id, type, usableGiB }) => {
        const limit = limits.get(id)!;
        return {
          pool: id,
          type,
          usedGiB: round(usableGiB - freeGiB.get(id)!),
          usableGiB,
          ...(limit < Number.POSITIVE_INFINITY && { usedIops: round(usedIops.get(id)!), plannableIops: round(limit) }),
        };
      }),
  };
}
