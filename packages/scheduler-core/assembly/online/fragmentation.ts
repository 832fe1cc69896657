/**
 * The host on which a workload leaves least unusable. Stock: what lies on the cards of one card term, or, where there is none, all room of a
 * host as if it were one card. Unusable of a host: over the typical asks, weighted by how often they come, what of its free stock remains
 *   - beyond copies of the ask alone, as many as the host's other room bears (in parts, so that scarce CPU tells long before it is gone);
 *   - on cards too small for the ask, or all of it where the host has no room for a good part of one;
 * and a share of what of the gaps on its cards will be left empty in the end (gaps.ts).
 * The second is the measure of FGD (USENIX ATC 2023); the others look ahead. Scores are kept per class of workloads and host until the host changes,
 * and the least of each block of hosts, so that a search looks at few of them.
 */
import { wasteOf, weighsGaps } from './gaps';
import { firstLink, firstLooseLink, isBlocked, isCharged } from '../links';
import { initialAt } from '../state';
import { demandOf, fits, fitsTight, mayDepart } from '../terms/capacity';
import { askOf, capacityOf, charge, choose, delta, firstCard, freeOf, partyIn } from '../terms/card';
import { isEligible } from '../terms/eligibility';
import { askKinds, blockLeast, blockRevision, blockScoredAt, closed, dimensions, free, hosts, kindAsk, kindCopies, kindRoom, kindSize, offWeight, onlineClassOf, poolOf, potential, potentialAt,
  revision, scoredAt, scores, scratchCards, scratchRoom, stockScale, stockTerm, stockWidth, typicalInverse, typicalKind, typicalStart, typicalWeight } from '../layout.gen';

/** Share of the second part of the measure. */
const ONE: f64 = 0.75;
/** What an empty gap weighs beside what is unusable today. */
const GAP: f64 = 0.4;
/** Less than this part of a copy is no room for one. */
const LEAST: f64 = 0.3;
/** Scores per card: smaller differences are none, and the first host is taken. */
const STEPS: f64 = 200;
const NEVER: i32 = i32.MAX_VALUE;

function term(): usize {
  return <usize>load<i32>(stockTerm);
}

/** Total of a card in cards. */
function measure(card: usize): f64 {
  let sum: f64 = 0;
  for (let d = 0; d < stockWidth; d++) sum += <f64>max(0, load<i32>(card + (<usize>d << 2))) * load<f64>(stockScale + (<usize>d << 3));
  return sum;
}

/** How many parts go onto the card. */
function copiesOn(part: usize, card: usize): i32 {
  let copies = i32.MAX_VALUE;
  for (let d = 0; d < stockWidth; d++) {
    const asked = load<i32>(part + (<usize>d << 2));
    if (asked > 0) copies = min(copies, max(0, load<i32>(card + (<usize>d << 2))) / asked);
  }
  return copies == i32.MAX_VALUE ? 1 : copies;
}

/** Unusable stock of a host with this room and these cards. */
function unusable(pool: i32, room: usize, cards: usize, count: i32): f64 {
  const row = <usize>stockWidth << 2;
  let all: f64 = 0;
  for (let card = 0; card < count; card++) all += measure(cards + <usize>card * row);
  if (all == 0) return 0;
  for (let kind = 0; kind < askKinds; kind++) {
    const ask = kindAsk + <usize>kind * (row + 4);
    const wanted = load<i32>(ask);
    let copies = 0;
    let fitting = 0;
    let offered: f64 = 0;
    for (let card = 0; card < count; card++) {
      const here = copiesOn(ask + 4, cards + <usize>card * row);
      if (here == 0) continue;
      copies += here;
      fitting++;
      offered += measure(cards + <usize>card * row);
    }
    store<i32>(kindCopies + (<usize>kind << 2), fitting < wanted ? 0 : copies / wanted);
    store<f64>(kindRoom + (<usize>kind << 3), offered);
  }
  let sum = load<f64>(offWeight + (<usize>pool << 3)) * all;
  const end = load<i32>(typicalStart + (<usize>(pool + 1) << 2));
  for (let at = load<i32>(typicalStart + (<usize>pool << 2)); at < end; at++) {
    const kind = load<i32>(typicalKind + (<usize>at << 2));
    const copies = <f64>load<i32>(kindCopies + (<usize>kind << 2));
    let left = all;
    if (copies > 0) {
      let borne = copies;
      for (let d = 0; d < dimensions; d++) {
        const inverse = load<f64>(typicalInverse + (<usize>(at * dimensions + d) << 3));
        if (inverse > 0) borne = min<f64>(borne, <f64>load<i32>(room + (<usize>d << 2)) * inverse);
      }
      if (borne >= LEAST) left -= (1 - ONE) * borne * load<f64>(kindSize + (<usize>kind << 3)) + ONE * load<f64>(kindRoom + (<usize>kind << 3));
    }
    sum += load<f64>(typicalWeight + (<usize>at << 3)) * left;
  }
  if (weighsGaps(term())) for (let card = 0; card < count; card++) sum += GAP * wasteOf(load<i32>(cards + (<usize>card << 2)));
  return sum;
}

function unusableNow(host: i32): f64 {
  const cell = potential + (<usize>host << 3);
  const stamp = load<i32>(revision + (<usize>host << 2));
  if (load<i32>(potentialAt + (<usize>host << 2)) == stamp) return load<f64>(cell);
  const room = free + (<usize>(host * dimensions) << 2);
  const value = unusable(load<i32>(poolOf + (<usize>host << 2)), room, term() ? cardsOf(host) : room, countOf(host));
  store<f64>(cell, value);
  store<i32>(potentialAt + (<usize>host << 2), stamp);
  return value;
}

function cardsOf(host: i32): usize {
  return freeOf(term(), configOf(), firstCard(term(), host));
}

function countOf(host: i32): i32 {
  return term() ? firstCard(term(), host + 1) - firstCard(term(), host) : 1;
}

function configOf(): usize {
  return <usize>load<i32>(term());
}

/** What the workload would make unusable there, in steps; NEVER where it has no room. */
function score(w: i32, demand: usize, party: i32, host: i32): i32 {
  if (!fits(demand, host) || !isEligible(w, host)) return NEVER;
  if (party >= 0 && delta(term(), configOf(), party, w, host, 1) > 0) return NEVER;
  const room = free + (<usize>(host * dimensions) << 2);
  for (let d = 0; d < dimensions; d++) {
    const at = <usize>d << 2;
    store<i32>(scratchRoom + at, load<i32>(room + at) - load<i32>(demand + at));
  }
  let cards = scratchRoom;
  const count = countOf(host);
  if (term()) {
    cards = cardsOf(host);
    if (party >= 0) {
      const ask = askOf(term(), configOf(), party);
      const chosen = choose(ask, cards, capacityOf(term(), configOf(), firstCard(term(), host)), count, stockWidth, weighsGaps(term()));
      memory.copy(scratchCards, cards, <usize>(count * stockWidth) << 2);
      charge(ask, scratchCards, stockWidth, chosen, 1);
      cards = scratchCards;
    }
  }
  const after = unusable(load<i32>(poolOf + (<usize>host << 2)), scratchRoom, cards, count);
  return <i32>min<f64>(<f64>(NEVER - 1), nearest<f64>((after - unusableNow(host)) * STEPS));
}

/** Hosts of a block, as a power of two: blocks without a better host are passed over. */
const BLOCK: i32 = 6;

/** Scores the hosts of a block that have changed, and keeps the least score of it. */
function refresh(w: i32, demand: usize, party: i32, row: usize, block: i32): i32 {
  const end = min(hosts, (block + 1) << BLOCK);
  let least = NEVER;
  for (let host = block << BLOCK; host < end; host++) {
    const at = <usize>host << 2;
    const stamp = load<i32>(revision + at);
    if (load<i32>(scoredAt + row + at) != stamp) {
      store<i32>(scores + row + at, score(w, demand, party, host));
      store<i32>(scoredAt + row + at, stamp);
    }
    least = min(least, load<i32>(scores + row + at));
  }
  return least;
}

/** Host for an unplaced workload, -1 where none will take it: first those where no soft rule costs anything; of equal ones the first. */
export function findLeastFragmented(w: i32): i32 {
  const demand = demandOf(w);
  const party = term() ? partyIn(term(), w) : -1;
  const own = load<i32>(onlineClassOf + (<usize>w << 2));
  const row = <usize>(own * hosts) << 2;
  const blocks = (hosts + (1 << BLOCK) - 1) >> BLOCK;
  const blockRow = <usize>(own * blocks) << 2;
  const linked = firstLink(w) < firstLooseLink(w);
  const home = initialAt(w);
  let best = -1;
  let least = NEVER;
  let costly = -1;
  let leastCostly = NEVER;
  if (!mayDepart(w, demand, -2)) return -1;
  for (let block = 0; block < blocks; block++) {
    const cell = <usize>block << 2;
    const stamp = load<i32>(blockRevision + cell);
    if (load<i32>(blockScoredAt + blockRow + cell) != stamp) {
      store<i32>(blockLeast + blockRow + cell, refresh(w, demand, party, row, block));
      store<i32>(blockScoredAt + blockRow + cell, stamp);
    }
    if (load<i32>(blockLeast + blockRow + cell) >= least) continue;
    const end = min(hosts, (block + 1) << BLOCK);
    for (let host = block << BLOCK; host < end; host++) {
      const at = <usize>host << 2;
      const score = load<i32>(scores + row + at);
      if (score >= least || (load<i32>(closed + at) && host != home) || (linked && isBlocked(w, host))) continue;
      if (fitsTight(demand, host) && !isCharged(w, host)) {
        best = host;
        least = score;
      } else if (score < leastCostly) {
        costly = host;
        leastCostly = score;
      }
    }
  }
  return best >= 0 ? best : costly;
}
