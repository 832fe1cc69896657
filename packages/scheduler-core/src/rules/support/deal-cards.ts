import type { CardAsk } from '../../compile/term.ts';

/** Positions that a search for a deal without remainder may look at. */
const SIGHT = 50_000;

export interface Deal {
  /** Asked cards that find no room. */
  readonly unseated: number;
  /** Cards of each ask, ascending. */
  readonly cardsOf: readonly (readonly number[])[];
}

/**
 * Deals parts to cards with as few left over as can be: depth first with the largest first and the tightest card first. Exact as long as the
 * search ends within its sight, which for a handful of cards it does; beyond that, the best found.
 */
export function dealCards(cards: readonly (readonly number[])[], asks: readonly CardAsk[]): Deal {
  const free = cards.map((card) => [...card]);
  const order = asks.map((_, at) => at).sort((a, b) => compareAsks(asks[b]!, asks[a]!, cards[0] ?? []) || a - b);
  const dealt: number[][] = asks.map(() => []);
  let best: Deal = { unseated: Number.POSITIVE_INFINITY, cardsOf: [] };
  let looked = 0;

  /** Seats the asks from `order[at]` on; `after`: the last card that the current one has. */
  const seat = (at: number, wanted: number, after: number, unseated: number): void => {
    if (unseated >= best.unseated || (looked++ > SIGHT && best.cardsOf.length > 0)) return;
    if (at === order.length) {
      best = { unseated, cardsOf: dealt.map((list) => [...list]) };
      return;
    }
    const next = order[at + 1];
    const goOn = (missing: number) => seat(at + 1, next === undefined ? 0 : asks[next]!.count, -1, unseated + missing);
    if (wanted === 0) {
      goOn(0);
      return;
    }
    const { part } = asks[order[at]!]!;
    for (const card of candidates(free, part, after)) {
      dealt[order[at]!]!.push(card);
      move(free[card]!, part, -1);
      seat(at, wanted - 1, card, unseated);
      move(free[card]!, part, 1);
      dealt[order[at]!]!.pop();
      if (best.unseated === 0) return;
    }
    goOn(wanted);
  };
  seat(0, asks[order[0]!]?.count ?? 0, -1, 0);
  return best;
}

/** Cards beyond `after` with room, tightest first; of equal ones the first. */
function candidates(free: readonly (readonly number[])[], part: readonly number[], after: number): number[] {
  const found: number[] = [];
  for (let card = after + 1; card < free.length; card++) {
    const own = free[card]!;
    if (!part.every((value, d) => value <= own[d]!)) continue;
    if (!found.some((other) => free[other]!.every((value, d) => value === own[d]))) found.push(card);
  }
  return found.sort((a, b) => sum(free[a]!) - sum(free[b]!) || a - b);
}

function compareAsks(a: CardAsk, b: CardAsk, card: readonly number[]): number {
  const size = ({ part }: CardAsk) => part.reduce((total, value, d) => total + value / Math.max(1, card[d]!), 0);
  return a.count - b.count || size(a) - size(b);
}

function move(free: number[], part: readonly number[], sign: number): void {
  part.forEach((value, d) => {
    free[d]! += sign * value;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
