import type { CardTerm } from '../term.ts';
import { createVectorIndex } from '../vector-index.ts';
import type { TermLayout } from './layout.ts';

/** See assembly/terms/card.ts for the order of the words. */
export const card: TermLayout<CardTerm> = {
  words: ({ cards, asks }) => [widthOf(asks), cards.reduce((count, { length }) => count + length, 0)],
  draft({ cards, members, asks }, { everyone, takeConstants, takeTable }) {
    const width = widthOf(asks);
    const first = new Int32Array(cards.length + 1);
    cards.forEach(({ length }, host) => {
      first[host + 1] = first[host]! + length;
    });
    const capacities = cards.flat(2);
    const rows = createVectorIndex(width + 1);
    const known = new Map<object, number>();
    const parties = asks.map((ask) => {
      const row = known.get(ask) ?? rows.add([ask.count, ...ask.part]);
      known.set(ask, row);
      return row;
    });
    const words = [...first, ...capacities, ...rows.rows.subarray(0, rows.count * (width + 1))];
    return {
      members,
      parties,
      extra: takeConstants(words.length, Int32Array.from(words)),
      table: takeTable(everyone.length * 2 + capacities.length),
    };
  },
};

function widthOf(asks: CardTerm['asks']): number {
  return asks[0]?.part.length ?? 0;
}
