/** Two workloads change places. */
import { firstLink, firstLooseLink } from '../links';
import { cell, costFound, demandRow, excessFound, weigh } from '../search/host-row';
import { clearChange, hardChange, moveLinks, moveSharedLinks, priceMove, softChange } from '../search/link-change';
import { broken, enter, enterLinks, heldRow, isLinked, keepBest, linkReliefOf, priceOf, reliefOf, shiftTo } from '../search/state';
import { hostExcess } from '../layout.gen';

/**
 * Swaps them if that changes the price by at most `threshold`; `hardPrice` is that of a unit of broken hard terms. Unless
 * `mending`, moves that only mending those could make worth while are passed over without a look at the links. `peers`: their
 * blocking links are the same, and so nothing changes there.
 */
export function swap(w: i32, other: i32, here: i32, there: i32, threshold: f64, hardPrice: f64, mending: bool, peers: bool): bool {
  const own = demandRow(w);
  const others = demandRow(other);
  weigh(there, own, others, heldRow(w, there), heldRow(other, there));
  const thereCost = costFound;
  const thereExcess = excessFound;
  const linked = isLinked(w) || isLinked(other);
  const most = threshold + (linked ? linkReliefOf(w) + linkReliefOf(other) + (mending ? broken * hardPrice : 0) : 0);
  let change = thereCost + thereExcess - priceOf(there);
  if (change - reliefOf(w) - load<f64>(cell(hostExcess, here)) > most) return false;
  weigh(here, others, own, heldRow(other, here), heldRow(w, here));
  const hereCost = costFound;
  const hereExcess = excessFound;
  change += hereCost + hereExcess - priceOf(here);
  if (change > most) return false;
  if (linked) {
    const first = peers ? firstLooseLink(w) : firstLink(w);
    const firstOther = peers ? firstLooseLink(other) : firstLink(other);
    clearChange();
    priceMove(w, here, there, first);
    moveSharedLinks(w, other, here, there, first);
    priceMove(other, there, here, firstOther);
    moveSharedLinks(w, other, there, here, first);
    if (change + softChange + hardPrice * hardChange > threshold) return false;
    moveLinks(w, here, there, first);
    moveLinks(other, there, here, firstOther);
    enterLinks(softChange, hardChange);
  }
  shiftTo(w, here, there);
  shiftTo(other, there, here);
  enter(here, hereCost, hereExcess);
  enter(there, thereCost, thereExcess);
  keepBest();
  return true;
}
