import type { Model } from '../compile/compile.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Pacer } from './pacer.ts';
import { restore } from './restore.ts';
import { compareScores, scoreNow } from './score.ts';
import { fillSearch } from './search-frame.ts';

/** Moves of one call into the kernel. */
const SLICE = 16_384;
/** Relocations sampled to learn what moves cost. */
const SAMPLES = 20_000;
/** Temperature at the start and at the end, in mean costs of a relocation that costs something. */
const HOT = 1;
const COLD = 1e-3;
/** Price of a broken hard term, in the same unit: at the start, and from this share of the time on. */
const LENIENT = 0.3;
const STRICT = 3;
const STRICT_FROM = 0.6;
/** Changes of the prices of hosts that are too full over the whole search, and their factors. */
const REPRICINGS = 400;
const DEARER = 1.2;
const CHEAPER = 0.97;
/** First price of being too full, as a share of what relocations cost. */
const FIRST_PRICE = 0.1;

export interface ImproveOptions {
  readonly seed: number;
  /** Share of the time or work that is spent, 0 to 1; never falls. */
  readonly share: () => number;
  readonly pacer: Pacer;
  readonly report: () => void;
}

/**
 * Lowers the soft costs of a complete or partial placement, one level after another, without breaking a hard rule, unplacing
 * anything or making an earlier level worse.
 */
export async function improve(model: Model, kernel: Kernel, options: ImproveOptions): Promise<void> {
  if (model.sizes.searched === 0) return;
  const open = (): number[] => scoreNow(model, kernel).slice(model.priorities.length, -1);
  const count = open().filter((cost) => cost > 0).length;
  let done = 0;
  for (let level = 0; level < model.levels.length && done < count; level++) {
    if (open()[level] === 0 || options.pacer.cancelled) continue;
    const from = options.share();
    const to = from + (1 - from) / (count - done);
    await improveLevel(model, kernel, level, { ...options, share: () => (options.share() - from) / (to - from) });
    done++;
  }
}

async function improveLevel(model: Model, kernel: Kernel, level: number, options: ImproveOptions): Promise<void> {
  const { share, pacer, report } = options;
  const before = { score: scoreNow(model, kernel), hostOf: kernel.columns.hostOf.slice() };
  const setPrices = fillSearch(model, kernel, level);
  kernel.openSearch(options.seed);
  const scale = typicalRise(kernel);
  setPrices(scale * FIRST_PRICE);
  kernel.repriceAll(1, 0);
  let repricings = 0;
  for (let part = share(); part < 1 && !pacer.cancelled; part = share()) {
    const temperature = scale * HOT * (COLD / HOT) ** part;
    const hardPrice = scale * LENIENT * (STRICT / LENIENT) ** Math.min(1, part / STRICT_FROM);
    kernel.anneal(SLICE, temperature, hardPrice);
    if (part * REPRICINGS >= repricings) {
      repricings = Math.floor(part * REPRICINGS) + 1;
      kernel.repriceAll(DEARER, CHEAPER);
    }
    if (await pacer.turn(SLICE)) report();
  }
  const found = kernel.columns.bestHostOf.slice();
  restore(kernel, found);
  if (compareScores(scoreNow(model, kernel), before.score) > 0) restore(kernel, before.hostOf);
}

/** Mean of what relocations cost that cost something. */
function typicalRise(kernel: Kernel): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < SAMPLES; at++) {
    const change = kernel.probe();
    if (change <= 0) continue;
    sum += change;
    count++;
  }
  return count > 0 ? sum / count : 1;
}
