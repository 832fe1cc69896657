/**
 * Discrete cards of a host (accelerators, NUMA cells): a workload takes n different ones, each with room for an equal part of its demand. Party: its
 * row in the table of asks. Which cards it takes is settled when it comes, the tightest that will do or those whose gaps it suits, and stays so; amount: asked cards that have no room.
 * TERM_EXTRA: first card of each host, capacity vectors of the cards, asks (n, part per dimension).
 * TERM_TABLE: per workload the host that it was on last, plus 1, and its cards as bits; then free room per card.
 */
import { firstLink, linkParty, linkTerm } from '../links';
import { wasteOf, weighsGaps } from '../online/gaps';
import { CONFIG_CARDS, CONFIG_DIMENSION, TERM_EXTRA, TERM_TABLE } from '../record';
import { firstOn, hosts, nextOn, workloads } from '../layout.gen';

/** Whether the lists of hosts are true, so that cards can be dealt anew: not while the improvement search walks. */
let listed: bool = true;

export function setListed(value: bool): void {
  listed = value;
}

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

/** Gaps that differ by less than this many cards for a whole card less room are equal: then the tighter card is taken. */
const TIGHTNESS: f32 = 0.001;

/** How ill the part suits the card: what of its room will be wasted on top, where gaps are weighed; else, and between equal ones, what is left. */
function misfit(part: usize, free: usize, capacity: usize, dimensions: i32, weighed: bool): f32 {
  const left = leftOver(part, free, capacity, dimensions);
  if (!weighed) return left;
  const now = load<i32>(free);
  return <f32>(wasteOf(now - load<i32>(part)) - wasteOf(now)) + TIGHTNESS * left;
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
 * The n of the cards with room that it suits best, as bits; fewer bits where fewer have room. `free` and `capacity`: the first card's;
 * equal cards in their order. `weighed`: by what of their gaps will be wasted.
 */
export function choose(ask: usize, free: usize, capacity: usize, cards: i32, dimensions: i32, weighed: bool): i32 {
  const row = <usize>dimensions << 2;
  let chosen = 0;
  for (let wanted = load<i32>(ask); wanted > 0; wanted--) {
    let best = -1;
    let least: f32 = 0;
    for (let card = 0; card < cards; card++) {
      if ((chosen >> card) & 1 || !fits(ask + 4, free + <usize>card * row, dimensions)) continue;
      const left = misfit(ask + 4, free + <usize>card * row, capacity + <usize>card * row, dimensions, weighed);
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

/** The cards that it had if it comes back and they have room, else those that it suits best. Where there is no room, all on the host are dealt anew, or it gets fewer. */
export function add(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  const first = firstCard(term, place);
  const cards = firstCard(term, place + 1) - first;
  const ask = askOf(term, config, party);
  const free = freeOf(term, config, first);
  const choice = choiceOf(term, w);
  let chosen = load<i32>(choice) == place + 1 ? load<i32>(choice, 4) : 0;
  if (!chosen || !haveRoom(ask, free, width(config), chosen)) chosen = choose(ask, free, capacityOf(term, config, first), cards, width(config), weighsGaps(term));
  store<i32>(choice, place + 1);
  store<i32>(choice, chosen, 4);
  if (listed && popcnt(chosen) < load<i32>(ask)) deal(term, config, w, party, place);
  else charge(ask, free, width(config), chosen, 1);
}

function haveRoom(ask: usize, free: usize, dimensions: i32, chosen: i32): bool {
  for (let bits = chosen; bits; bits &= bits - 1) if (!fits(ask + 4, free + (<usize>(ctz(bits) * dimensions) << 2), dimensions)) return false;
  return true;
}

export function remove(term: usize, config: usize, party: i32, w: i32, place: i32, member: i32): void {
  charge(askOf(term, config, party), freeOf(term, config, firstCard(term, place)), width(config), load<i32>(choiceOf(term, w), 4), -1);
}

/** Positions that a search for a deal may look at. */
const SIGHT: i32 = 20_000;

let sight: i32 = 0;
let dealtTerm: usize = 0;
let dealtConfig: usize = 0;
let dealtHost: i32 = 0;
/** The one that is coming, who is not in the host's list yet, and its party. */
let coming: i32 = 0;
let comingParty: i32 = 0;
/** Party of the one that `nextUndealt` found. */
let undealtParty: i32 = 0;

/**
 * Deals the host's cards anew to all on it and to `w`, largest first. Where that leaves somebody short, every deal is tried: what stood
 * together before can stand together again, in whatever order it is put back. Who finds too few in the end gets those that there are.
 */
function deal(term: usize, config: usize, w: i32, party: i32, host: i32): void {
  dealtTerm = term;
  dealtConfig = config;
  dealtHost = host;
  coming = w;
  comingParty = party;
  if (dealGreedily()) return;
  clearDeal();
  sight = SIGHT;
  if (seat()) return;
  clearDeal();
  dealGreedily();
}

/** All cards free, nobody has any. */
function clearDeal(): void {
  const first = firstCard(dealtTerm, dealtHost);
  const cards = firstCard(dealtTerm, dealtHost + 1) - first;
  memory.copy(freeOf(dealtTerm, dealtConfig, first), capacityOf(dealtTerm, dealtConfig, first), <usize>(cards * width(dealtConfig)) << 2);
  for (let other = load<i32>(firstOn + (<usize>dealtHost << 2)); other >= 0; other = load<i32>(nextOn + (<usize>other << 2))) {
    if (partyIn(dealtTerm, other) >= 0) store<i32>(choiceOf(dealtTerm, other), -1);
  }
  store<i32>(choiceOf(dealtTerm, coming), -1);
}

/** The largest that has no cards yet, -1 where all have. */
function nextUndealt(): i32 {
  const first = firstCard(dealtTerm, dealtHost);
  const cards = firstCard(dealtTerm, dealtHost + 1) - first;
  const capacity = capacityOf(dealtTerm, dealtConfig, first);
  let next = -1;
  let most: f32 = -1;
  if (load<i32>(choiceOf(dealtTerm, coming)) < 0) {
    next = coming;
    undealtParty = comingParty;
    most = sizeOf(askOf(dealtTerm, dealtConfig, comingParty), capacity, cards, width(dealtConfig));
  }
  for (let other = load<i32>(firstOn + (<usize>dealtHost << 2)); other >= 0; other = load<i32>(nextOn + (<usize>other << 2))) {
    if (load<i32>(choiceOf(dealtTerm, other)) >= 0) continue;
    const own = partyIn(dealtTerm, other);
    const size = sizeOf(askOf(dealtTerm, dealtConfig, own), capacity, cards, width(dealtConfig));
    if (size < most || (size == most && other > next)) continue;
    next = other;
    undealtParty = own;
    most = size;
  }
  return next;
}

function give(w: i32, chosen: i32): void {
  store<i32>(choiceOf(dealtTerm, w), dealtHost + 1);
  store<i32>(choiceOf(dealtTerm, w), chosen, 4);
}

/** Each the tightest cards; whether all have what they ask for. */
function dealGreedily(): bool {
  clearDeal();
  const first = firstCard(dealtTerm, dealtHost);
  const cards = firstCard(dealtTerm, dealtHost + 1) - first;
  const free = freeOf(dealtTerm, dealtConfig, first);
  let whole = true;
  for (let next = nextUndealt(); next >= 0; next = nextUndealt()) {
    const ask = askOf(dealtTerm, dealtConfig, undealtParty);
    const chosen = choose(ask, free, capacityOf(dealtTerm, dealtConfig, first), cards, width(dealtConfig), false);
    charge(ask, free, width(dealtConfig), chosen, 1);
    give(next, chosen);
    if (popcnt(chosen) < load<i32>(ask)) whole = false;
  }
  return whole;
}

/** Depth first over all who have no cards yet; false where there is no deal, or none in sight. */
function seat(): bool {
  const next = nextUndealt();
  if (next < 0) return true;
  const ask = askOf(dealtTerm, dealtConfig, undealtParty);
  return seatOn(next, ask, load<i32>(ask), 0, 0);
}

/** Seats the rest of one ask on cards from `from` on; of cards that are equal now the first. */
function seatOn(w: i32, ask: usize, wanted: i32, from: i32, chosen: i32): bool {
  if (wanted == 0) {
    give(w, chosen);
    if (seat()) return true;
    store<i32>(choiceOf(dealtTerm, w), -1);
    return false;
  }
  const first = firstCard(dealtTerm, dealtHost);
  const cards = firstCard(dealtTerm, dealtHost + 1) - first;
  const dimensions = width(dealtConfig);
  const row = <usize>dimensions << 2;
  const free = freeOf(dealtTerm, dealtConfig, first);
  for (let card = from; card < cards && --sight > 0; card++) {
    const own = free + <usize>card * row;
    if (!fits(ask + 4, own, dimensions)) continue;
    let known = false;
    for (let other = from; other < card && !known; other++) known = memory.compare(free + <usize>other * row, own, row) == 0;
    if (known) continue;
    charge(ask, free, dimensions, 1 << card, 1);
    if (seatOn(w, ask, wanted - 1, card + 1, chosen | (1 << card))) return true;
    charge(ask, free, dimensions, 1 << card, -1);
  }
  return false;
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
