/**
 * What a move changes in the terms that workloads link to. Terms that say it from their counts are asked so; of the others the
 * workload is taken off and put back. Balance is in the host rows.
 */
import { add, delta, DEPENDENCY, DOMAIN_COUNT, MOVE_COST, MOVE_DISTANCE, MOVE_GROUP_MAX, remove } from '../dispatch.gen';
import { departedPlace, firstLink, firstLooseLink, linkDelta, linkParty, linkTerm, placeIn } from '../links';
import { CONFIG_DURING, CONFIG_INDEX, CONFIG_KIND, CONFIG_MODE, CONFIG_TOPOLOGY, SOFT, TERM_SLACK } from '../record';
import { linkWeight } from '../layout.gen';
import * as dependency from '../terms/dependency';
import * as domainCount from '../terms/domain-count';
import * as moveGroupMax from '../terms/move-group-max';

/** Of the changes priced since `clearChange`: of the soft cost, and of the sum of all hard amounts. */
export let softChange: f64 = 0;
export let hardChange: f64 = 0;

export function clearChange(): void {
  softChange = 0;
  hardChange = 0;
}

/** Prices the way from one host to another. Links before `first` are left alone, here and below. */
export function priceMove(w: i32, from: i32, to: i32, first: i32): void {
  const end = firstLink(w + 1);
  for (let link = first; link < end; link++) {
    const config = <usize>load<i32>(linkTerm(link));
    if (load<i32>(config, CONFIG_MODE) != SOFT) {
      hardChange += moveDelta(link, w, from, to);
      continue;
    }
    const weight = load<f64>(linkWeight + (<usize>load<i32>(config, CONFIG_INDEX) << 3));
    if (weight > 0) softChange += weight * moveDelta(link, w, from, to);
  }
}

function moveDelta(link: i32, w: i32, from: i32, to: i32): f64 {
  const term = linkTerm(link);
  const config = <usize>load<i32>(term);
  if (!load<i32>(config, CONFIG_DURING)) {
    const topology = load<i32>(config, CONFIG_TOPOLOGY);
    const here = placeIn(topology, from);
    const there = placeIn(topology, to);
    if (here == there) return 0;
    const kind = load<i32>(config, CONFIG_KIND);
    const party = linkParty(link);
    if (kind == MOVE_COST || kind == MOVE_DISTANCE)
      return delta(kind, term, config, party, w, there, 1) - delta(kind, term, config, party, w, here, 1);
    if (kind == MOVE_GROUP_MAX) return moveGroupMax.moved(term, config, party, w, here, there);
    if (here >= 0 && there >= 0) {
      if (kind == DEPENDENCY) return dependency.moved(term, config, party, here, there);
      if (kind == DOMAIN_COUNT && !load<i32>(term, TERM_SLACK) && domainCount.isCounted(term, config)) return domainCount.moved(term, config, here, there);
    }
  }
  shift(link, w, from, false);
  const change = linkDelta(link, w, to) - linkDelta(link, w, from);
  shift(link, w, from, true);
  return change;
}

/** Counts the workload on another host. */
export function moveLinks(w: i32, from: i32, to: i32, first: i32): void {
  const end = firstLink(w + 1);
  for (let link = first; link < end; link++) moveLink(link, w, from, to);
}

/** The same in the terms alone that the other workload links to as well: those in which what one changes matters to the other. */
export function moveSharedLinks(w: i32, other: i32, from: i32, to: i32, first: i32): void {
  const loose = firstLooseLink(w);
  const others = firstLooseLink(other);
  moveShared(w, from, to, first, loose, firstLink(other), others);
  moveShared(w, from, to, max(first, loose), firstLink(w + 1), others, firstLink(other + 1));
}

/** Links of a workload are in the order of their terms, blocking ones first. */
function moveShared(w: i32, from: i32, to: i32, link: i32, end: i32, other: i32, otherEnd: i32): void {
  while (link < end && other < otherEnd) {
    const own = linkTerm(link);
    const term = linkTerm(other);
    if (own == term) moveLink(link, w, from, to);
    if (own <= term) link++;
    if (term <= own) other++;
  }
}

function moveLink(link: i32, w: i32, from: i32, to: i32): void {
  shift(link, w, from, false);
  shift(link, w, to, true);
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
