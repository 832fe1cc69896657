/** Blocks that never part, with their sizes, and what it costs to put one in an earlier part than what it uses. */
export interface CutProblem {
  readonly sizes: readonly number[];
  /** `costs[user][used]`, whole numbers: the price of moving the user before the used. 0: it does not use it. */
  readonly costs: readonly (readonly number[])[];
  /** Sum of sizes in a part; a block above it is a part by itself. */
  readonly limit: number;
}

/** What an order of parts costs: every use that points forward. */
export function cutCost({ costs }: CutProblem, parts: readonly (readonly number[])[]): number {
  let cost = 0;
  const moved: number[] = [];
  for (const part of parts) {
    for (const used of part) for (const user of moved) cost += costs[user]![used]!;
    moved.push(...part);
  }
  return cost;
}

/** Least cost over sets of blocks already moved: O(3^n), each set of blocks with every part that may come next. */
export function exactOrder({ sizes, costs, limit }: CutProblem): number[][] {
  const n = sizes.length;
  const full = 2 ** n - 1;
  const size = new Float64Array(full + 1);
  for (let set = 1; set <= full; set++) size[set] = size[set & (set - 1)]! + sizes[lowest(set)]!;
  const best = new Float64Array(full + 1).fill(Number.POSITIVE_INFINITY);
  const lastPart = new Int32Array(full + 1);
  const price = new Float64Array(full + 1);
  best[0] = 0;
  for (let moved = 0; moved < full; moved++) {
    const rest = full & ~moved;
    const toBlock = sizes.map((_, used) => {
      let sum = 0;
      for (let user = 0; user < n; user++) if ((moved >> user) & 1) sum += costs[user]![used]!;
      return sum;
    });
    // Subsets of the rest, smaller numbers first, so that the price of a part without its lowest block is known.
    for (let part = rest & -rest; part !== 0; part = (part - rest) & rest) {
      const without = part & (part - 1);
      price[part] = (without === 0 ? 0 : price[without]!) + toBlock[lowest(part)]!;
      if (size[part]! > limit && without !== 0) continue;
      const cost = best[moved]! + price[part]!;
      if (cost < best[moved | part]!) {
        best[moved | part] = cost;
        lastPart[moved | part] = part;
      }
    }
  }
  const parts: number[][] = [];
  for (let set = full; set !== 0; set &= ~lastPart[set]!) {
    parts.unshift(sizes.flatMap((_, block) => ((lastPart[set]! >> block) & 1 ? [block] : [])));
  }
  return parts;
}

function lowest(set: number): number {
  return 31 - Math.clz32(set & -set);
}
