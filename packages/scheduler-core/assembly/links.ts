/** A workload's links to its terms: what placing it would change, and the change itself. */
import { add, delta, remove } from './dispatch.gen';
import { CONFIG_DURING, CONFIG_INDEX, CONFIG_KIND, CONFIG_LEVEL, CONFIG_MODE, CONFIG_TOPOLOGY, CONFIG_TRACKED, SOFT } from './record';
import { amounts, configDelta, configWeight, domainOf, hosts, initialOf, levelDelta, linkLoose, linkStart, links } from './layout.gen';

/** Sum of the tracked hard amounts: positive while a deferred rule is broken. */
export let breach: f64 = 0;

export function clearBreach(): void {
  breach = 0;
}

export function firstLink(w: i32): i32 {
  return load<i32>(linkStart + (<usize>w << 2));
}

export function firstLooseLink(w: i32): i32 {
  return load<i32>(linkLoose + (<usize>w << 2));
}

export function linkTerm(link: i32): usize {
  return <usize>load<i32>(links + (<usize>link << 3));
}

export function linkParty(link: i32): i32 {
  return load<i32>(links + (<usize>link << 3), 4);
}

/** Party of a workload that links to the term. */
export function partyIn(term: usize, w: i32): i32 {
  let link = firstLink(w);
  while (linkTerm(link) != term) link++;
  return linkParty(link);
}

/** The place of a host in a term's topology: a domain, or the host itself; -1 where the rule does not reach. */
export function placeIn(topology: i32, host: i32): i32 {
  return topology < 0 ? host : load<i32>(domainOf + (<usize>(topology * hosts + host) << 2));
}

/** The other place where a workload counts under `during`, or -1. */
export function departedPlace(config: usize, w: i32, host: i32, place: i32): i32 {
  if (!load<i32>(config, CONFIG_DURING)) return -1;
  const initial = load<i32>(initialOf + (<usize>w << 2));
  if (initial < 0 || initial == host) return -1;
  const origin = placeIn(load<i32>(config, CONFIG_TOPOLOGY), initial);
  return origin == place ? -1 : origin;
}

/** Change of a term's amount if the unplaced workload came to `host`. */
export function linkDelta(link: i32, w: i32, host: i32): f64 {
  const term = linkTerm(link);
  const config = <usize>load<i32>(term);
  const kind = load<i32>(config, CONFIG_KIND);
  const party = linkParty(link);
  const place = placeIn(load<i32>(config, CONFIG_TOPOLOGY), host);
  const origin = departedPlace(config, w, host, place);
  if (origin < 0) return place < 0 ? 0 : delta(kind, term, config, party, w, place, 1);
  let change = delta(kind, term, config, party, w, origin, 0);
  if (place >= 0) {
    add(kind, term, config, party, w, origin, 0);
    change += delta(kind, term, config, party, w, place, 1);
    remove(kind, term, config, party, w, origin, 0);
  }
  return change;
}

function applyLink(link: i32, w: i32, host: i32, adding: bool): void {
  const term = linkTerm(link);
  const config = <usize>load<i32>(term);
  const kind = load<i32>(config, CONFIG_KIND);
  const party = linkParty(link);
  const place = placeIn(load<i32>(config, CONFIG_TOPOLOGY), host);
  const origin = departedPlace(config, w, host, place);
  if (adding) {
    if (load<i32>(config, CONFIG_TRACKED)) track(config, linkDelta(link, w, host));
    if (origin >= 0) add(kind, term, config, party, w, origin, 0);
    if (place >= 0) add(kind, term, config, party, w, place, 1);
  } else {
    if (place >= 0) remove(kind, term, config, party, w, place, 1);
    if (origin >= 0) remove(kind, term, config, party, w, origin, 0);
    if (load<i32>(config, CONFIG_TRACKED)) track(config, -linkDelta(link, w, host));
  }
}

function track(config: usize, change: f64): void {
  const cell = amounts + (<usize>load<i32>(config, CONFIG_INDEX) << 3);
  store<f64>(cell, load<f64>(cell) + change);
  if (load<i32>(config, CONFIG_MODE) != SOFT) breach += change;
}

export function addLinks(w: i32, host: i32): void {
  const end = firstLink(w + 1);
  for (let link = firstLink(w); link < end; link++) applyLink(link, w, host, true);
}

export function removeLinks(w: i32, host: i32): void {
  for (let link = firstLink(w + 1) - 1; link >= firstLink(w); link--) applyLink(link, w, host, false);
}

/** While on, hard terms that a whole group settles (the tracked ones) block nothing: `breach` tells whether they hold in the end. */
let lenient: bool = false;

export function setLenient(value: bool): void {
  lenient = value;
}

/** Whether a hard term forbids the host. */
export function isBlocked(w: i32, host: i32): bool {
  const end = firstLooseLink(w);
  for (let link = firstLink(w); link < end; link++) {
    if (lenient && load<i32>(load<i32>(linkTerm(link)), CONFIG_TRACKED)) continue;
    if (linkDelta(link, w, host) > 0) return true;
  }
  return false;
}

/** Whether a soft term would cost something on the host. */
export function isCharged(w: i32, host: i32): bool {
  const end = firstLink(w + 1);
  for (let link = firstLooseLink(w); link < end; link++) {
    if (load<i32>(load<i32>(linkTerm(link)), CONFIG_MODE) == SOFT && linkDelta(link, w, host) > 0) return true;
  }
  return false;
}

/** Adds to `levelDelta` what the soft terms would cost on the host; to `configDelta` what any term would add. */
export function addLinkDeltas(w: i32, host: i32, from: i32): void {
  const end = firstLink(w + 1);
  for (let link = from; link < end; link++) {
    const config = <usize>load<i32>(linkTerm(link));
    const index = <usize>load<i32>(config, CONFIG_INDEX) << 3;
    const change = linkDelta(link, w, host);
    store<f64>(configDelta + index, load<f64>(configDelta + index) + change);
    if (load<i32>(config, CONFIG_MODE) != SOFT) continue;
    const cell = levelDelta + (<usize>load<i32>(config, CONFIG_LEVEL) << 3);
    store<f64>(cell, load<f64>(cell) + change * load<f64>(configWeight + index));
  }
}
