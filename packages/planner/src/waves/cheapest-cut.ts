import { type CutProblem, cutCost, exactOrder } from './exact-order.ts';

/** Up to so many blocks the cheapest cut is found; above, a search finds a cheap one. */
const exactBlocks = 12;
const kicks = 300;

/**
 * Parts in the order in which they may move, each within the limit, such that the uses which point from an earlier part
 * to a later one cost least. A use that points back is not cut: its target has moved by then. Any set of uses without
 * which no circle is too large gives such an order, so the cheapest order is the cheapest cut. Parts name block indices.
 */
export function cheapestCut(problem: CutProblem): number[][] {
  return problem.sizes.length <= exactBlocks ? exactOrder(problem) : searchedOrder(problem);
}

/**
 * A cheap order of parts for many blocks: blocks one by one into the part, or the new part between two, where they cost
 * least; again until nothing improves; then kicked and mended anew, a fixed number of times. Same problem, same order.
 */
export function searchedOrder(problem: CutProblem): number[][] {
  const random = createRandom(problem.sizes.length);
  const blocks = problem.sizes.map((_, block) => block);
  const bySize = blocks.toSorted((a, b) => problem.sizes[b]! - problem.sizes[a]! || a - b);
  let best = reordered(problem, improved(problem, inserted(problem, [], bySize)));
  for (let kick = 0; kick < kicks && best.cost > 0; kick++) {
    const out = new Set(
      Array.from({ length: 2 + random(Math.max(1, blocks.length >> 2)) }, () => random(blocks.length)),
    );
    const kept = best.parts.map((part) => part.filter((block) => !out.has(block))).filter((part) => part.length > 0);
    const shuffled = [...out].sort((a, b) => a - b);
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = random(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
    const other = improved(problem, inserted(problem, kept, shuffled));
    if (other.cost <= best.cost) best = other;
  }
  return reordered(problem, best).parts;
}

/** One level up: each part as a block, put in the cheapest order, or together where they fit. */
function reordered(problem: CutProblem, order: Order): Order {
  if (order.parts.length === problem.sizes.length) return order;
  const { parts } = order;
  const between = (users: readonly number[], used: readonly number[]): number =>
    users.reduce((sum, user) => sum + used.reduce((s, block) => s + problem.costs[user]![block]!, 0), 0);
  const coarse: CutProblem = {
    sizes: parts.map((part) => part.reduce((sum, block) => sum + problem.sizes[block]!, 0)),
    costs: parts.map((users, i) => parts.map((used, j) => (i === j ? 0 : between(users, used)))),
    limit: problem.limit,
  };
  const joined = cheapestCut(coarse);
  const cost = cutCost(coarse, joined);
  const asBlocks = (part: readonly number[]): number[] => part.flatMap((p) => parts[p]!).sort((a, b) => a - b);
  return cost < order.cost ? improved(problem, { parts: joined.map(asBlocks), cost }) : order;
}

interface Order {
  readonly parts: number[][];
  readonly cost: number;
}

function improved(problem: CutProblem, { parts, cost }: Order): Order {
  let order = { parts, cost };
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (let block = 0; block < problem.sizes.length; block++) {
      const rest = order.parts.map((part) => part.filter((b) => b !== block)).filter((part) => part.length > 0);
      const spot = cheapestSpot(problem, rest, block);
      const costHere = costAt(problem, order.parts, block);
      if (spot.cost >= costHere) continue;
      order = { parts: placed(rest, block, spot), cost: order.cost - costHere + spot.cost };
      isBetter = true;
    }
  }
  return order;
}

function inserted(problem: CutProblem, kept: number[][], blocks: readonly number[]): Order {
  let parts = kept;
  for (const block of blocks) parts = placed(parts, block, cheapestSpot(problem, parts, block));
  const cost = parts.flat().reduce((sum, block) => sum + costAt(problem, parts, block), 0) / 2;
  return { parts, cost };
}

interface Spot {
  readonly index: number;
  readonly isNew: boolean;
  readonly cost: number;
}

/** Costs of a block by where it stands: what it uses must not be later, what uses it must not be earlier. */
function cheapestSpot({ sizes, costs, limit }: CutProblem, parts: readonly number[][], block: number): Spot {
  const usesOf = parts.map((part) => part.reduce((sum, other) => sum + costs[block]![other]!, 0));
  const usedBy = parts.map((part) => part.reduce((sum, other) => sum + costs[other]![block]!, 0));
  let cost = usesOf.reduce((sum, uses) => sum + uses, 0);
  let best: Spot = { index: 0, isNew: true, cost };
  parts.forEach((part, index) => {
    const joined = cost - usesOf[index]!;
    const size = part.reduce((sum, other) => sum + sizes[other]!, sizes[block]!);
    // At equal cost with others rather than alone: fewer parts.
    if (size <= limit && joined <= best.cost) best = { index, isNew: false, cost: joined };
    cost = joined + usedBy[index]!;
    if (cost < best.cost) best = { index: index + 1, isNew: true, cost };
  });
  return best;
}

function costAt({ costs }: CutProblem, parts: readonly number[][], block: number): number {
  const at = parts.findIndex((part) => part.includes(block));
  return parts.reduce(
    (sum, part, index) =>
      index === at
        ? sum
        : sum + part.reduce((s, other) => s + (index < at ? costs[other]![block]! : costs[block]![other]!), 0),
    0,
  );
}

function placed(parts: readonly number[][], block: number, { index, isNew }: Spot): number[][] {
  return isNew
    ? parts.toSpliced(index, 0, [block])
    : parts.map((part, i) => (i === index ? [...part, block].sort((a, b) => a - b) : part));
}

/** Whole numbers below a bound, from a linear congruential generator (Numerical Recipes). */
function createRandom(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
