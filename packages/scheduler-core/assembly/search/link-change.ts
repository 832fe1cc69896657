/** What a move changes in the terms that workloads link to: lifted off, priced, set down. Balance is in the host rows. */
import { add, delta, remove } from '../dispatch.gen';
import { departedPlace, firstLink, linkDelta, linkParty, linkTerm, placeIn } from '../links';
import { CONFIG_INDEX, CONFIG_KIND, CONFIG_MODE, CONFIG_TOPOLOGY, SOFT } from '../record';
import { linkWeight } from '../layout.gen';

/** Of the changes priced since `clearChange`: of the soft cost, and of the sum of all hard amounts. */
export let softChange: f64 = 0;
export let hardChange: f64 = 0;

export function clearChange(): void {
  softChange = 0;
  hardChange = 0;
}

function note(link: i32, w: i32, host: i32, sign: f64): void {
  const config = <usize>load<i32>(linkTerm(link));
  if (load<i32>(config, CONFIG_MODE) != SOFT) {
    hardChange += sign * linkDelta(link, w, host);
    return;
  }
  const weight = load<f64>(linkWeight + (<usize>load<i32>(config, CONFIG_INDEX) << 3));
  if (weight > 0) softChange += sign * weight * linkDelta(link, w, host);
}

/** Counts the workload no more on its host, and prices that. Its links before `first` are left alone, here and below. */
export function lift(w: i32, host: i32, first: i32): void {
  for (let link = firstLink(w + 1) - 1; link >= first; link--) {
    shift(link, w, host, false);
    note(link, w, host, -1);
  }
}

/** Prices the lifted workload on a host. */
export function price(w: i32, host: i32, first: i32): void {
  const end = firstLink(w + 1);
  for (let link = first; link < end; link++) note(link, w, host, 1);
}

/** Counts the lifted workload on a host. */
export function setDown(w: i32, host: i32, first: i32): void {
  const end = firstLink(w + 1);
  for (let link = first; link < end; link++) shift(link, w, host, true);
}

/** Undoes `setDown`. */
export function pickUp(w: i32, host: i32, first: i32): void {
  for (let link = firstLink(w + 1) - 1; link >= first; link--) shift(link, w, host, false);
}

function shift(link: i32, w: i32, host: i32, adding: bool): void {
  const term = linkTerm(link);
  const config = <usize>load<i32>(term);
  const kind = load<i32>(config, CONFIG_KIND);
  const party = linkParty(link);
  const place = placeIn(load<i32>(config, CONFIG_TOPOLOGY), host);
  const origin = departedPlace(config, w, host, place);
  if (adding) {
    if (origin >= 0) add(kind, term, config, party, w, origin, 0);
    if (place >= 0) add(kind, term, config, party, w, place, 1);
  } else {
    if (place >= 0) remove(kind, term, config, party, w, place, 1);
    if (origin >= 0) remove(kind, term, config, party, w, origin, 0);
  }
}
