import type { MoveDistanceTerm } from '../term.ts';
import type { TermLayout } from './layout.ts';

export const moveDistance: TermLayout<MoveDistanceTerm> = {
  words: ({ prices }) => [0, prices.length, priceBytes(prices)],
  draft({ classOf, prices }, { context, everyone, takeConstants }) {
    const classAtStart = (w: number) => classOf[context.initialHostOf[w]!] ?? -1;
    const members = everyone.filter((w) => classAtStart(w) >= 0);
    const words = concatenate(classOf, pack(prices));
    return { members, parties: members.map(classAtStart), extra: takeConstants(words.length, words) };
  },
};

/** Bytes that the largest price needs: a table of every pair of 5,000 hosts is 25 MB with one each. */
function priceBytes(prices: MoveDistanceTerm['prices']): 1 | 2 | 4 {
  let most = 0;
  for (const row of prices) for (let at = 0; at < row.length; at++) most = Math.max(most, row[at]!);
  return most < 2 ** 8 ? 1 : most < 2 ** 16 ? 2 : 4;
}

/** Row after row, in whole words. */
function pack(prices: MoveDistanceTerm['prices']): Int32Array {
  const size = prices.length;
  const bytes = priceBytes(prices);
  const buffer = new ArrayBuffer(Math.ceil((size * size * bytes) / 4) * 4);
  const cells = new { 1: Uint8Array, 2: Uint16Array, 4: Int32Array }[bytes](buffer);
  prices.forEach((row, at) => {
    cells.set(row, at * size);
  });
  return new Int32Array(buffer);
}

function concatenate(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
