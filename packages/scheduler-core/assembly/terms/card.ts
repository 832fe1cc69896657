/**
 * Discrete cards of a host (accelerators, NUMA cells): a workload takes n different ones, each with room for an equal part of its demand. Party: its
 * row in the table of asks. Which cards it takes is settled when it comes, the tightest that will do, and stays so; amount: asked cards that have no room.
 * TERM_EXTRA: first card of each host, capacity vectors of the cards, asks (n, part per dimension).
 * TERM_TABLE: per workload the host that it was on last, plus 1, and its cards as bits; then free room per card.
 */
import { firstLink, linkParty, linkTerm } from '../links';
import { CONFIG_CARDS, CONFIG_DIMENSION, TERM_EXTRA, TERM_TABLE } from '../record';
import { firstOn, hosts, nextOn, workloads } from '../layout.gen';

/** Dimensions of a card. */
export function width(config: usize): i32 {
  return load<i32>(config, CONFIG_DIMENSION);
}

export function firstCard(term: usize, host: i32): i32 {
  return load<i32>(<usize>load<i32>(term, TERM_EXTRA) + (<usize>host << 2));
}

export function capacityOf(term: usize, config: usize, card: i32): usize {
  return <usize>load<i32>(term, TERM_EXTRA) + (<usize>(hosts + 1 + card * width(config)) << 2);
}

export function freeOf(term: usize, config: usize, card: i32): usize {
  return <usize>load<i32>(term, TERM_TABLE) + (<usize>(workloads * 2 + card * width(config)) << 2);
}

/** (n, part per dimension) */
export function askOf(term: usize, config: usize, party: i32): usize {
  return capacityOf(term, config, load<i32>(config, CONFIG_CARDS)) + (<usize>(party * (width(config) + 1)) << 2);
}

function choiceOf(term: usize, w: i32): usize {
  return <usize>load<i32>(term, TERM_TABLE) + (<usize>w << 3);
}

function fits(part: usize, free: usize, dimensions: i32): bool {
  for (let d = 0; d < dimensions; d++) if (load<i32>(part + (<usize>d << 2)) > load<i32>(free + (<usize>d << 2))) return false;
  return true;
}

/** What the part would leave on the card, in shares of the card. */
function leftOver(part: usize, free: usize, capacity: usize, dimensions: i32): f32 {
  let left: f32 = 0;
  for (let d = 0; d < dimensions; d++) {
    const at = <usize>d << 2;
    left += <f32>(load<i32>(free + at) - load<i32>(part + at)) / <f32>max(1, load<i32>(capacity + at));
  }
  return left;
}

/**
 * The n tightest of the cards with room, as bits; fewer bits where fewer have room. `free` and `capacity`: the first card's;
 * equal cards in their order.
 */
export function choose(ask: usize, free: usize, capacity: usize, cards: i32, dimensions: i32): i32 {
  const row = <usize>dimensions << 2;
  let chosen = 0;
  for (let wanted = load<i32>(ask); wanted > 0; wanted--) {
    let best = -1;
    let least: f32 = 0;
    for (let card = 0; card < cards; card++) {
      if ((chosen >> card) & 1 || !fits(ask + 4, free + <usize>card * row, dimensions)) continue;
      const left = leftOver(ask + 4, free + <usize>card * row, capacity + <usize>card * row, dimensions);
      if (best >= 0 && left >= least) continue;
      best = card;
      least = left;
    }
    if (best < 0) break;
    chosen |= 1 << best;
  }
  return chosen;
}

/** Adds the parts to the cards of the bits (`sign` 1), or takes them off (-1). */
export function charge(ask: usize, free: usize, dimensions: i32, chosen: i32, sign: i32): void {
  for (let bits = chosen; bits; bits &= bits - 1) {
    const row = free + (<usize>(ctz(bits) * dimensions) << 2);
    for (let d = 0; d < dimensions; d++) {
      const at = <usize>d << 2;
      store<i32>(row + at, load<i32>(row + at) - sign * load<i32>(ask + 4 + at));
    }
  }
}

export function delta(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): f64 {
  const first = firstCard(term, place);
  const cards = firstCard(term, place + 1) - first;
  const ask = askOf(term, config, party);
  const dimensions = width(config);
  let missing = load<i32>(ask);
  for (let card = first; card < first + cards && missing > 0; card++) if (fits(ask + 4, freeOf(term, config, card), dimensions)) missing--;
  return <f64>missing;
}

/** The cards that it had if it comes back and they have room, else the tightest. Where there is no room, all on the host are dealt anew. */
export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  const first = firstCard(term, place);
  const cards = firstCard(term, place + 1) - first;
  const ask = askOf(term, config, party);
  const free = freeOf(term, config, first);
  const choice = choiceOf(term, w);
  let chosen = load<i32>(choice) == place + 1 ? load<i32>(choice, 4) : 0;
  if (!chosen || !haveRoom(ask, free, width(config), chosen)) chosen = choose(ask, free, capacityOf(term, config, first), cards, width(config));
  store<i32>(choice, place + 1);
  store<i32>(choice, chosen, 4);
  if (popcnt(chosen) < load<i32>(ask)) deal(term, config, w, party, place);
  else charge(ask, free, width(config), chosen, 1);
}

function haveRoom(ask: usize, free: usize, dimensions: i32, chosen: i32): bool {
  for (let bits = chosen; bits; bits &= bits - 1) if (!fits(ask + 4, free + (<usize>(ctz(bits) * dimensions) << 2), dimensions)) return false;
  return true;
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  charge(askOf(term, config, party), freeOf(term, config, firstCard(term, place)), width(config), load<i32>(choiceOf(term, w), 4), -1);
}

/** Deals the host's cards anew to all on it and to `w`, largest first; who finds too few gets those that there are. */
function deal(term: usize, config: usize, w: i32, party: i32, host: i32): void {
  const first = firstCard(term, host);
  const cards = firstCard(term, host + 1) - first;
  const free = freeOf(term, config, first);
  const capacity = capacityOf(term, config, first);
  memory.copy(free, capacity, <usize>(cards * width(config)) << 2);
  for (let other = load<i32>(firstOn + (<usize>host << 2)); other >= 0; other = load<i32>(nextOn + (<usize>other << 2))) {
    if (partyIn(term, other) >= 0) store<i32>(choiceOf(term, other), -1);
  }
  store<i32>(choiceOf(term, w), -1);
  while (true) {
    let next = -1;
    let nextParty = 0;
    let most: f32 = -1;
    if (load<i32>(choiceOf(term, w)) < 0) {
      next = w;
      nextParty = party;
      most = sizeOf(askOf(term, config, party), capacity, cards, width(config));
    }
    for (let other = load<i32>(firstOn + (<usize>host << 2)); other >= 0; other = load<i32>(nextOn + (<usize>other << 2))) {
      if (load<i32>(choiceOf(term, other)) >= 0) continue;
      const own = partyIn(term, other);
      const size = sizeOf(askOf(term, config, own), capacity, cards, width(config));
      if (size < most || (size == most && other > next)) continue;
      next = other;
      nextParty = own;
      most = size;
    }
    if (next < 0) break;
    const ask = askOf(term, config, nextParty);
    const chosen = choose(ask, free, capacity, cards, width(config));
    charge(ask, free, width(config), chosen, 1);
    store<i32>(choiceOf(term, next), host + 1);
    store<i32>(choiceOf(term, next), chosen, 4);
  }
}

/** Parts by the first card's capacity; whoever wants more cards comes first. */
function sizeOf(ask: usize, capacity: usize, cards: i32, dimensions: i32): f32 {
  let size: f32 = cards > 0 ? -leftOver(ask + 4, capacity, capacity, dimensions) + <f32>dimensions : 0;
  return size + <f32>(load<i32>(ask) * 2 * dimensions);
}

/** -1 where the workload has no part in the term. */
export function partyIn(term: usize, w: i32): i32 {
  const end = firstLink(w + 1);
  for (let link = firstLink(w); link < end; link++) if (linkTerm(link) == term) return linkParty(link);
  return -1;
}

export function reset(term: usize, config: usize): void {
  const cards = load<i32>(config, CONFIG_CARDS);
  memory.copy(freeOf(term, config, 0), capacityOf(term, config, 0), <usize>(cards * width(config)) << 2);
}

export function record(term: usize, config: usize): void {}
