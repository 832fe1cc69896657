/** One workload to another host. */
import { firstLink } from '../links';
import { cell, costFound, demandRow, excessFound, noDemand, weigh } from '../search/host-row';
import { clearChange, hardChange, moveLinks, priceMove, softChange } from '../search/link-change';
import { broken, enter, enterLinks, heldRow, isLinked, keepBest, linkReliefOf, priceOf, reliefOf, shiftTo } from '../search/state';
import { hostExcess } from '../layout.gen';

/**
 * Moves it if that changes the price by at most `threshold`; `hardPrice` is that of a unit of broken hard terms. Unless
 * `mending`, moves that only mending those could make worth while are passed over without a look at the links.
 */
export function relocate(w: i32, from: i32, to: i32, threshold: f64, hardPrice: f64, mending: bool): bool {
  const demand = demandRow(w);
  weigh(to, demand, noDemand, heldRow(w, to), noDemand);
  const toCost = costFound;
  const toExcess = excessFound;
  const linked = isLinked(w);
  const most = threshold + (linked ? linkReliefOf(w) + (mending ? broken * hardPrice : 0) : 0);
  let change = toCost + toExcess - priceOf(to);
  if (change - reliefOf(w) - load<f64>(cell(hostExcess, from)) > most) return false;
  weigh(from, noDemand, demand, noDemand, heldRow(w, from));
  const fromCost = costFound;
  const fromExcess = excessFound;
  change += fromCost + fromExcess - priceOf(from);
  if (change > most) return false;
  if (linked) {
    const first = firstLink(w);
    clearChange();
    priceMove(w, from, to, first);
    if (change + softChange + hardPrice * hardChange > threshold) return false;
    moveLinks(w, from, to, first);
    enterLinks(softChange, hardChange);
  }
  shiftTo(w, from, to);
  enter(from, fromCost, fromExcess);
  enter(to, toCost, toExcess);
  keepBest();
  return true;
}
