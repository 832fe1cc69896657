import type { Model } from '../compile/compile.ts';
import { softLayers } from '../compile/search-sizes.ts';
import type { BalanceTerm } from '../compile/term.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { fillPeers } from './peers.ts';

/** Price that an earlier level has beside the one that is improved: it may not get worse. */
const EARLIER = 2 ** 20;

/**
 * Writes what the search reads beside the kernel's own state: limits and weights for one level of cost. Returns how the first
 * prices of being too full are set, from what a typical relocation costs.
 */
export function fillSearch(model: Model, kernel: Kernel, level: number): (price: number) => Float64Array {
  const { sizes, capacities, configs, levels, shapes, context } = model;
  const { columns } = kernel;
  const { dimensions, hosts, lanes, rowWidth, transientUse } = sizes;
  const weightAt = (own: number, weight: number): number => {
    const at = levels.indexOf(own);
    return at === level ? weight : at < level ? weight * EARLIER ** (level - at) : 0;
  };
  const layers = softLayers(capacities.soft);
  columns.layerWeight.fill(0);
  const unitPrice = new Float64Array(dimensions);
  layers.forEach(({ during, terms }, layer) => {
    columns.layerDuring[layer] = during ? 1 : 0;
    for (const at of terms) {
      const { dimension, level: own, weight } = capacities.soft[at]!;
      columns.layerWeight[layer * lanes + dimension] = weightAt(own, weight);
      unitPrice[dimension]! += weightAt(own, weight) * (during ? 2 : 1);
    }
  });
  const balances = model.terms.filter((term): term is BalanceTerm => term.term === 'balance');
  // Host rows have balance in them: it is not priced once more by links.
  const inRows = new Set(balances.map(({ rule }) => rule));
  configs.forEach(({ rule, mode, level: own, weight }, at) => {
    columns.linkWeight[at] = mode === 'soft' && !inRows.has(rule) ? weightAt(own, weight) : 0;
  });
  balances.forEach(({ dimensionA, dimensionB, target, level: own, weight }, k) => {
    columns.balanceDimensions[2 * k] = dimensionA;
    columns.balanceDimensions[2 * k + 1] = dimensionB;
    columns.balanceTarget[k] = target;
    columns.balanceWeight[k] = weightAt(own, weight);
    unitPrice[dimensionB]! += weightAt(own, weight);
  });
  const firstLayer = lanes * (transientUse ? 5 : 3);
  for (let host = 0; host < hosts; host++) {
    const row = host * rowWidth;
    for (let d = 0; d < dimensions; d++) {
      columns.hostRows[row + lanes + d] = capacities.limit[host * dimensions + d]!;
      if (transientUse)
        columns.hostRows[row + 4 * lanes + d] = capacities.duringLimit?.[host * dimensions + d] ?? 2147483647;
    }
    layers.forEach(({ terms }, layer) => {
      for (const at of terms) {
        const { dimension, limit } = capacities.soft[at]!;
        columns.hostRows[row + firstLayer + layer * lanes + dimension] = limit[host]!;
      }
    });
    const { capacity } = context.problem.hosts[host]!;
    balances.forEach(({ dimensionA, dimensionB, target }, k) => {
      columns.hostRows[row + firstLayer + layers.length * lanes + k] =
        target * capacity[dimensionA]! - capacity[dimensionB]!;
    });
  }
  const demandSum = new Float64Array(dimensions);
  for (let shape = 0; shape < shapes.count; shape++) {
    let relief = 0;
    for (let d = 0; d < dimensions; d++) {
      const asked = shapes.demands[shape * dimensions + d]!;
      columns.demandRows[shape * lanes + d] = asked;
      relief += asked * unitPrice[d]!;
      demandSum[d]! += asked;
    }
    columns.relief[shape] = relief;
  }
  fillLinkRelief(model, kernel);
  fillPeers(kernel);
  return (price) => {
    const firstPrice = new Float64Array(lanes);
    for (let d = 0; d < dimensions; d++) {
      const mean = demandSum[d]! / shapes.count;
      firstPrice[d] = mean > 0 ? price / mean / dimensions : price;
    }
    columns.basePrice.set(firstPrice);
    for (let host = 0; host < hosts; host++) columns.hostRows.set(firstPrice, host * rowWidth + 2 * lanes);
    return firstPrice;
  };
}

/** The most that the soft terms of a workload can be cheaper without it: of movement and traffic its prices, else without a bound. */
function fillLinkRelief(model: Model, { columns }: Kernel): void {
  columns.linkRelief.fill(0);
  for (const term of model.terms) {
    if (term.mode === 'hard' || term.term === 'capacity' || term.term === 'balance') continue;
    const config = model.configs.findIndex((own) => own.rule === term.rule && own.mode === 'soft');
    const weight = columns.linkWeight[config]!;
    if (weight === 0) continue;
    if (term.term === 'moveCost') {
      for (let at = 0; at < term.members.length; at++)
        columns.linkRelief[term.members[at]!]! += weight * term.prices[at]!;
    } else if (term.term === 'moveGroupMax') {
      for (const members of term.groups)
        for (let at = 0; at < members.length; at++) columns.linkRelief[members[at]!]! += weight;
    } else if (term.term === 'moveDistance') {
      let most = 0;
      for (const row of term.prices) for (let at = 0; at < row.length; at++) most = Math.max(most, row[at]!);
      for (let w = 0; w < columns.linkRelief.length; w++) columns.linkRelief[w]! += weight * most;
    } else if (term.term === 'traffic') {
      const most = Math.max(term.apart, ...term.distances.map(({ price }) => price));
      for (const { a, b, kbps } of term.pairs) {
        for (let at = 0; at < a.length; at++) columns.linkRelief[a[at]!]! += weight * most * kbps * b.length;
        for (let at = 0; at < b.length; at++) columns.linkRelief[b[at]!]! += weight * most * kbps * a.length;
      }
    } else {
      columns.linkRelief.fill(Number.POSITIVE_INFINITY);
    }
  }
}
