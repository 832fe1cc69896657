/** Small seeded generator (mulberry32): the same seed gives the same numbers on every runtime. */
export interface Random {
  /** Next number in [0, 1). */
  next(): number;
  pick<T>(items: readonly T[]): T;
  /** The items of every share, that many times each, in a random order. */
  deal<T>(shares: readonly (readonly [item: T, times: number])[]): T[];
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    deal(shares) {
      const dealt = shares.flatMap(([item, times]) => Array.from({ length: times }, () => item));
      for (let last = dealt.length - 1; last > 0; last--) {
        const other = Math.floor(next() * (last + 1));
        [dealt[last], dealt[other]] = [dealt[other]!, dealt[last]!];
      }
      return dealt;
    },
  };
}
