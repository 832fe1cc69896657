import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Pacer } from './pacer.ts';
import { restore, restoreIfKept } from './restore.ts';
import { compareScores, scoreNow } from './score.ts';
import { fillSearch } from './search-frame.ts';
import { COOL, ENOUGH_MOVES, FINISH, HOT, type Strategy } from './strategy.ts';

/** Moves of one call into the kernel: at most, at least, and as a share of the budget. */
const MOST_MOVES = 16_384;
const LEAST_MOVES = 64;
const MOVES_SHARE = 1 / 2000;
/** Relocations sampled to learn what moves cost, in slices. */
const SAMPLES = 2;
/** Share of the time that tells how many moves there is time for, and where the finish begins. */
const TRIAL = 0.02;
const FINISH_FROM = 0.95;
/** Times that the prices of hosts that are too full change in the course of a strategy. */
const REPRICINGS = 400;

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

/** Two strategies of those that there is time for, and then the best placement is refined. A short race between them misleads. */
async function improveLevel(model: Model, kernel: Kernel, level: number, options: ImproveOptions): Promise<void> {
  const start = kernel.columns.hostOf.slice();
  let best = { score: scoreNow(model, kernel), hostOf: start };
  const setFirstPrice = fillSearch(model, kernel, level);
  const moves = Math.min(MOST_MOVES, Math.max(LEAST_MOVES, Math.floor(options.budget * MOVES_SHARE)));
  kernel.openSearch(options.seed);
  const scale = typicalRise(kernel, moves * SAMPLES);
  let tried = 0;
  const run = async (strategy: Strategy, from: Int32Array, until: number): Promise<void> => {
    restore(kernel, from);
    const begun = options.share();
    const share = (): number => (options.share() - begun) / Math.max(1e-9, until - begun);
    const found = await runStrategy(kernel, strategy, { ...options, setFirstPrice, scale, moves, share });
    tried += found.tried;
    // Terms that remember more than counts may see it otherwise in another order.
    if (!restoreIfKept(kernel, found.hostOf)) return;
    const score = scoreNow(model, kernel);
    if (compareScores(score, best.score) < 0) best = { score, hostOf: kernel.columns.hostOf.slice() };
  };
  await run(COOL[1]!, start, TRIAL);
  const isEnough = tried / TRIAL / model.sizes.workloads >= ENOUGH_MOVES;
  const each = (FINISH_FROM - TRIAL) / 2;
  for (const [at, strategy] of (isEnough ? HOT : COOL).entries())
    await run(strategy, isEnough ? start : best.hostOf, TRIAL + (at + 1) * each);
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
    if (await pacer.turn(moves)) report();
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
