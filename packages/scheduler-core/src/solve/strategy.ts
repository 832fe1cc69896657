/**
 * A course of annealing, over the share of its time that has passed. Prices and temperatures are in mean costs of a relocation that
 * costs something.
 */
export interface Strategy {
  readonly temperature: (part: number) => number;
  /** Of a unit by which a hard term is broken. */
  readonly hardPrice: (part: number) => number;
  /** Of a mean demand beyond a hard capacity, over all dimensions: the least at the start, and the factor that it rises by. */
  readonly firstPrice: number;
  readonly priceRise: (part: number) => number;
  /** Factors on the price of a host and dimension: while it is too full, and while it is not. */
  readonly dearer: number;
  readonly cheaper: number;
}

/** From one value to another in equal ratios, between two shares of the time. */
function course(from: number, to: number, start = 0, end = 1): (part: number) => number {
  return (part) => from * (to / from) ** Math.min(1, Math.max(0, (part - start) / (end - start)));
}

const FORBIDDEN = 100;

/**
 * Hosts may be too full on the way, at a low price that rises where that lasts, and everywhere towards the end: tightly packed
 * placements are not connected by moves that keep all capacities.
 */
const crowding = { firstPrice: 0.1, priceRise: course(1, 1e5, 0.5, 0.9), dearer: 1.2, cheaper: 0.97 };

/** From hot, all for a short while and then the best of them, measured on the instances of ROADEF 2012: breaking every rule on the way is best where dependencies bind, else only capacities. */
export const HOT: readonly Strategy[] = [
  { ...crowding, temperature: course(3, 1e-3), hardPrice: course(0.3, 30, 0, 0.6) },
  { ...crowding, temperature: course(1, 1e-3), hardPrice: () => FORBIDDEN },
];

/** Where there is too little time for that: so many moves for each workload. */
export const ENOUGH_MOVES = 45_000;
export const COOL: readonly Strategy[] = [
  { ...crowding, temperature: course(1e-2, 1e-6), hardPrice: () => FORBIDDEN },
  { ...crowding, temperature: course(1e-3, 1e-7), hardPrice: () => FORBIDDEN },
];

/** Downhill, nothing broken. */
export const FINISH: Strategy = {
  temperature: course(1e-4, 1e-8),
  hardPrice: () => FORBIDDEN,
  firstPrice: 1e3,
  priceRise: () => 1,
  dearer: 1.2,
  cheaper: 1,
};

/**
 * Short courses from the best placement, in turn: hosts crowded and cleared again, warm, downhill. Together they find what a single
 * slow course leaves, above all where dependencies bind.
 */
export const KICKS: readonly Strategy[] = [COOL[1]!, { ...FINISH, temperature: course(1e-2, 1e-6) }, FINISH];
