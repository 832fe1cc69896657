import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Pacer } from './pacer.ts';
import { restore, restoreIfKept } from './restore.ts';
import { compareScores, scoreNow } from './score.ts';
import { fillSearch } from './search-frame.ts';
import { COOL, ENOUGH_MOVES, FINISH, HOT, KICKS, type Strategy } from './strategy.ts';

/** Moves of one call into the kernel: at most, at least, and as a share of the budget. */
const MOST_MOVES = 65_536;
const LEAST_MOVES = 64;
const MOVES_SHARE = 1 / 2000;
/** Moves that take about as long as a unit of other work does. */
const MOVES_PER_UNIT = 4;
/** Relocations sampled to learn what moves cost, in slices. */
const SAMPLES = 2;
/** Share of the time that tells how many moves there is time for. */
const TRIAL = 0.02;
/** Shares at whose end: the race of the hot strategies is over, the winner's runs, the kicks. Results of one run differ by more than long ones gain. */
const RACE_TO = 0.22;
const WINNER_TO = [0.56, 0.8];
const KICKS_TO = 0.95;
/** Share of one kick. */
const KICK = 0.015;
/** Times that the prices of hosts that are too full change in the course of a strategy. */
const REPRICINGS = 400;

/** Between the seeds of one run and the next, so that those of neighbouring searches differ. */
const SEED_STEP = 1009;

export interface ImproveOptions {
  readonly seed: number;
  /** Moves to try, about. */
  readonly budget: number;
  /** Share of the time or work that is spent, 0 to 1; never falls. */
  readonly share: () => number;
  readonly pacer: Pacer;
  readonly report: () => void;
}

/**
 * Lowers the soft costs of a placement, one level after another, without breaking a hard rule, unplacing anything or making an
 * earlier level worse.
 */
export async function improve(model: Model, kernel: Kernel, options: ImproveOptions): Promise<void> {
  if (model.sizes.searched === 0) return;
  const costs = (): number[] => scoreNow(model, kernel).slice(model.priorities.length, -1);
  let left = costs().filter((cost) => cost > 0).length;
  for (let level = 0; level < model.levels.length && left > 0; level++) {
    if (costs()[level] === 0 || options.pacer.cancelled) continue;
    const from = options.share();
    const to = from + (1 - from) / left--;
    await improveLevel(model, kernel, level, { ...options, share: () => (options.share() - from) / (to - from) });
  }
}

/** Strategies of those that there is time for, the best of them again, and then the best placement is refined. */
async function improveLevel(model: Model, kernel: Kernel, level: number, options: ImproveOptions): Promise<void> {
  const start = kernel.columns.hostOf.slice();
  let best = { score: scoreNow(model, kernel), hostOf: start };
  const setFirstPrice = fillSearch(model, kernel, level);
  const moves = Math.min(MOST_MOVES, Math.max(LEAST_MOVES, Math.floor(options.budget * MOVES_SHARE)));
  kernel.openSearch(options.seed);
  const scale = typicalRise(kernel, moves * SAMPLES);
  let tried = 0;
  let runs = 0;
  const run = async (strategy: Strategy, from: Int32Array, until: number): Promise<void> => {
    restore(kernel, from);
    const begun = options.share();
    const share = (): number => (options.share() - begun) / Math.max(1e-9, until - begun);
    const seed = options.seed + SEED_STEP * runs++;
    const found = await runStrategy(kernel, strategy, { ...options, seed, setFirstPrice, scale, moves, share });
    tried += found.tried;
    // Terms that remember more than counts may see it otherwise in another order.
    if (!restoreIfKept(kernel, found.hostOf)) return;
    const score = scoreNow(model, kernel);
    if (compareScores(score, best.score) < 0) best = { score, hostOf: kernel.columns.hostOf.slice() };
  };
  await run(COOL[1]!, start, TRIAL);
  const isEnough = tried / TRIAL / model.sizes.workloads >= ENOUGH_MOVES;
  if (isEnough) {
    let winner = HOT[0]!;
    for (const [at, strategy] of HOT.entries()) {
      const before = best;
      await run(strategy, start, TRIAL + ((at + 1) * (RACE_TO - TRIAL)) / HOT.length);
      if (best !== before) winner = strategy;
    }
    for (const until of WINNER_TO) await run(winner, start, until);
    for (let at = 0; options.share() < KICKS_TO && !options.pacer.cancelled; at++)
      await run(KICKS[at % KICKS.length]!, best.hostOf, options.share() + KICK);
  } else {
    for (const [at, strategy] of COOL.entries())
      await run(strategy, best.hostOf, TRIAL + ((at + 1) * (KICKS_TO - TRIAL)) / COOL.length);
  }
  await run(FINISH, best.hostOf, 1);
  restore(kernel, best.hostOf);
}

interface RunOptions extends ImproveOptions {
  /** Mean cost of a relocation. */
  readonly scale: number;
  readonly moves: number;
  readonly setFirstPrice: (price: number) => Float64Array;
}

/** Lets a strategy work on the placement as it stands; the best that it found. */
async function runStrategy(
  kernel: Kernel,
  strategy: Strategy,
  { seed, scale, moves, setFirstPrice, share, pacer, report }: RunOptions,
): Promise<{ hostOf: Int32Array; tried: number }> {
  kernel.openSearch(seed);
  const { basePrice, bestHostOf } = kernel.columns;
  const firstPrice = setFirstPrice(scale * strategy.firstPrice);
  kernel.repriceAll(1, 0);
  let repricings = 0;
  let tried = 0;
  for (let part = share(); part < 1 && !pacer.cancelled; part = share()) {
    kernel.anneal(moves, scale * strategy.temperature(part), scale * strategy.hardPrice(part));
    tried += moves;
    if (part * REPRICINGS >= repricings) {
      repricings = Math.floor(part * REPRICINGS) + 1;
      const rise = strategy.priceRise(part);
      for (let d = 0; d < firstPrice.length; d++) basePrice[d] = firstPrice[d]! * rise;
      kernel.repriceAll(strategy.dearer, strategy.cheaper);
    }
    if (await pacer.turn(moves / MOVES_PER_UNIT)) report();
  }
  return { hostOf: bestHostOf.slice(), tried };
}

/** Mean of what relocations cost that cost something. */
function typicalRise(kernel: Kernel, samples: number): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < samples; at++) {
    const change = kernel.probe();
    if (change <= 0) continue;
    sum += change;
    count++;
  }
  return count > 0 ? sum / count : 1;
}
