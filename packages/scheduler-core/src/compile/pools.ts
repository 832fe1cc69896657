import type { RuleContext } from '../rules/rule.ts';
import type { Eligibility } from './eligibility.ts';
import type { EligibilityTerm } from './term.ts';

/**
 * Hosts that coarse levels (few domains: sites, rooms) and eligibility cannot tell apart. The kernel keeps an index per
 * pool, so that a closed site or a foreign zone is passed over as a whole. A refinement that would make too many
 * pools is left out; the kernel then tests host by host.
 */
export interface Pools {
  readonly count: number;
  readonly poolOf: Int32Array;
  /** Per pool and level: the domain that all its hosts share, -1 none, -2 where they differ. */
  readonly domain: Int32Array;
  /** Per level: 1 where no pool holds hosts of two domains. */
  readonly coarse: Int32Array;
  /** Per pool: bits of the dimensions of which some host has capacity. */
  readonly dimensions: Int32Array;
  /** Per eligibility class, the pools with an allowed host. */
  readonly eligibleStart: Int32Array;
  readonly eligible: Int32Array;
}

const COARSE_DOMAINS = 32;

export function findPools(context: RuleContext, eligibility: Eligibility, soft: readonly EligibilityTerm[]): Pools {
  const { hosts } = context.problem;
  const levels = context.domainOf.length;
  const most = Math.min(256, Math.max(8, hosts.length >> 3));
  let poolOf = new Int32Array(hosts.length);
  let count = 1;

  const refine = (value: (host: number) => number): void => {
    const known = new Map<number, number>();
    const refined = new Int32Array(hosts.length);
    for (let host = 0; host < hosts.length; host++) {
      const key = value(host) * most + poolOf[host]!;
      let pool = known.get(key);
      if (pool === undefined) {
        pool = known.size;
        if (pool === most) return;
        known.set(key, pool);
      }
      refined[host] = pool;
    }
    poolOf = refined;
    count = Math.max(1, known.size);
  };

  const byDomains = context.domainIds
    .map((ids, level) => ({ level, domains: ids.length }))
    .filter(({ domains }) => domains <= COARSE_DOMAINS)
    .sort((a, b) => a.domains - b.domains || a.level - b.level);
  for (const { level } of byDomains) refine((host) => context.domainOf[level]![host]! + 1);
  const dimensionsOf = hosts.map(({ capacity }) => dimensionBits(capacity));
  refine((host) => dimensionsOf[host]!);
  const { bits, words } = eligibility;
  for (let row = 0; row < eligibility.count; row++) {
    refine((host) => (bits[row * words + (host >> 5)]! >>> (host & 31)) & 1);
  }
  for (const term of soft) for (const allowed of term.allowed) refine((host) => allowed[host]!);

  const domain = new Int32Array(count * levels).fill(-3);
  const dimensions = new Int32Array(count);
  for (let host = 0; host < hosts.length; host++) {
    const pool = poolOf[host]!;
    dimensions[pool]! |= dimensionsOf[host]!;
    for (let level = 0; level < levels; level++) {
      const own = context.domainOf[level]![host]!;
      const at = pool * levels + level;
      if (domain[at] === -3) domain[at] = own;
      else if (domain[at] !== own) domain[at] = -2;
    }
  }
  const coarse = Int32Array.from({ length: levels }, (_, level) => {
    for (let pool = 0; pool < count; pool++) if (domain[pool * levels + level] === -2) return 0;
    return 1;
  });
  return { count, poolOf, domain, coarse, dimensions, ...eligiblePools(poolOf, count, eligibility) };
}

/** Bits of the dimensions of which a vector has any; those beyond 31 share the last bit. */
export function dimensionBits(vector: ArrayLike<number>, from = 0, length: number = vector.length): number {
  let bits = 0;
  for (let d = 0; d < length; d++) if (vector[from + d]! > 0) bits |= 1 << Math.min(d, 31);
  return bits;
}

function eligiblePools(poolOf: Int32Array, count: number, { count: classes, bits, words }: Eligibility) {
  const start = new Int32Array(classes + 1);
  const pools: number[] = [];
  const seen = new Int32Array(count).fill(-1);
  for (let row = 0; row < classes; row++) {
    for (let host = 0; host < poolOf.length; host++) {
      const pool = poolOf[host]!;
      if (seen[pool] === row || !((bits[row * words + (host >> 5)]! >>> (host & 31)) & 1)) continue;
      seen[pool] = row;
      pools.push(pool);
    }
    start[row + 1] = pools.length;
  }
  return { eligibleStart: start, eligible: Int32Array.from(pools) };
}
