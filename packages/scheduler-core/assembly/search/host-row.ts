/**
 * What capacities and balance say about one host, as flat rows of f64 (exact for integers, two at a time): the search asks it a
 * hundred million times. A row holds, `lanes` numbers each: what is used; hard limits; price of a unit beyond them; and, where
 * departed workloads count, what is used with them and the hard limits for that; then a limit for each soft layer, and a number
 * for each balance (target x capacity A - capacity B). Beyond a hard limit a host is too full: allowed on the way, at a price.
 */
import { balanceDimensions, balanceTarget, balanceWeight, balances, basePrice, demandRows, dimensions, hostCost, hostExcess, hostRows, hosts, lanes, layerDuring,
  layerWeight, rowWidth, shapeOf, shapes, softLayers, transient, transientUse, used } from '../layout.gen';

/** Soft cost and penalty that `weigh` found. */
export let costFound: f64 = 0;
export let excessFound: f64 = 0;

/** A row of zeros. */
export let noDemand: usize = 0;

export function openRows(): void {
  noDemand = demandRows + (<usize>(shapes * lanes) << 3);
  for (let host = 0; host < hosts; host++) fillRow(host);
}

/** Offsets in bytes from the start of a row; what is used comes first. */
const LIMIT: i32 = 1;
const PRICE: i32 = 2;
const WITH_DEPARTED: i32 = 3;
const DURING_LIMIT: i32 = 4;

function at(field: i32): usize {
  return <usize>(field * lanes) << 3;
}

function firstLayer(): usize {
  return at(transientUse ? 5 : 3);
}

export function rowOf(host: i32): usize {
  return hostRows + (<usize>(host * rowWidth) << 3);
}

export function demandRow(w: i32): usize {
  return demandRows + (<usize>(load<i32>(shapeOf + (<usize>w << 2)) * lanes) << 3);
}

export function cell(column: usize, index: i32): usize {
  return column + (<usize>index << 3);
}

/** Cost of a host with one demand more and one less; `moreHeld`, `lessHeld`: the same for what departed workloads hold too. */
export function weigh(host: i32, more: usize, less: usize, moreHeld: usize, lessHeld: usize): void {
  const row = rowOf(host);
  const width = <usize>lanes << 3;
  const zero = f64x2.splat(0);
  let cost = zero;
  let excess = zero;
  for (let d: usize = 0; d < width; d += 16) {
    const sum = f64x2.sub(f64x2.add(v128.load(row + d), v128.load(more + d)), v128.load(less + d));
    const price = v128.load(row + at(PRICE) + d);
    const over = f64x2.pmax(zero, f64x2.sub(sum, v128.load(row + at(LIMIT) + d)));
    excess = f64x2.add(excess, f64x2.mul(price, over));
    let held = sum;
    if (transientUse) {
      held = f64x2.sub(f64x2.add(v128.load(row + at(WITH_DEPARTED) + d), v128.load(moreHeld + d)), v128.load(lessHeld + d));
      const beyond = f64x2.pmax(zero, f64x2.sub(held, v128.load(row + at(DURING_LIMIT) + d)));
      excess = f64x2.add(excess, f64x2.mul(price, beyond));
    }
    let limit = row + firstLayer() + d;
    let weight = layerWeight + d;
    for (let layer = 0; layer < softLayers; layer++) {
      const counted = load<i32>(layerDuring + (<usize>layer << 2)) ? held : sum;
      cost = f64x2.add(cost, f64x2.mul(v128.load(weight), f64x2.pmax(zero, f64x2.sub(counted, v128.load(limit)))));
      limit += width;
      weight += width;
    }
  }
  costFound = f64x2.extract_lane(cost, 0) + f64x2.extract_lane(cost, 1);
  excessFound = f64x2.extract_lane(excess, 0) + f64x2.extract_lane(excess, 1);
  const bases = row + firstLayer() + <usize>softLayers * width;
  for (let k = 0; k < balances; k++) {
    const a = <usize>load<i32>(balanceDimensions + (<usize>k << 3)) << 3;
    const b = <usize>load<i32>(balanceDimensions + (<usize>k << 3), 4) << 3;
    const usedA = load<f64>(row + a) + load<f64>(more + a) - load<f64>(less + a);
    const usedB = load<f64>(row + b) + load<f64>(more + b) - load<f64>(less + b);
    const lacking = load<f64>(cell(bases, k)) - load<f64>(cell(balanceTarget, k)) * usedA + usedB;
    costFound += load<f64>(cell(balanceWeight, k)) * max<f64>(0, lacking);
  }
}

/** Notes a demand that came to (`sign` 1) or left (-1) the host; `held`: the same, departed workloads counted. */
export function shiftRow(host: i32, demand: usize, sign: f64, held: f64): void {
  const row = rowOf(host);
  for (let d = 0; d < dimensions; d++) {
    const asked = load<f64>(cell(demand, d));
    const sum = cell(row, d);
    store<f64>(sum, load<f64>(sum) + sign * asked);
    if (!transientUse) continue;
    const both = sum + at(WITH_DEPARTED);
    store<f64>(both, load<f64>(both) + held * asked);
  }
}

/** Takes the sums over from the placement as it stands. */
export function fillRow(host: i32): void {
  const row = rowOf(host);
  for (let d = 0; d < dimensions; d++) {
    const from = <usize>(host * dimensions + d) << 2;
    const sum = <f64>load<i32>(used + from);
    store<f64>(cell(row, d), sum);
    if (transientUse) store<f64>(cell(row, d) + at(WITH_DEPARTED), sum + <f64>load<i32>(transient + from));
  }
  refreshRow(host);
}

/** Recomputes the host's cost and penalty. */
export function refreshRow(host: i32): void {
  weigh(host, noDemand, noDemand, noDemand, noDemand);
  store<f64>(cell(hostCost, host), costFound);
  store<f64>(cell(hostExcess, host), excessFound);
}

/** Raises the price of every dimension in which the host is too full, lowers the others, though not below the first price. */
export function reprice(host: i32, up: f64, down: f64): void {
  const row = rowOf(host);
  for (let d = 0; d < dimensions; d++) {
    const price = cell(row, d) + at(PRICE);
    let over = load<f64>(cell(row, d)) > load<f64>(cell(row, d) + at(LIMIT));
    if (transientUse && load<f64>(cell(row, d) + at(WITH_DEPARTED)) > load<f64>(cell(row, d) + at(DURING_LIMIT))) over = true;
    store<f64>(price, over ? load<f64>(price) * up : max<f64>(load<f64>(cell(basePrice, d)), load<f64>(price) * down));
  }
  refreshRow(host);
}
