import type { TrafficTerm } from '../term.ts';
import type { TermLayout } from './layout.ts';

export const traffic: TermLayout<TrafficTerm> = {
  words: ({ distances, apart }) => [0, distances.length, apart],
  draft(term, { everyone, takeConstants, takeTable }) {
    const peers = peersOf(term);
    const words = term.distances.flatMap(({ topology, price }) => [topology, price]);
    const members = [...peers.keys()].sort((a, b) => a - b);
    const parties = members.map((w) => {
      const own = peers.get(w)!;
      const offset = words.push(own.length / 2) - 1;
      for (const word of own) words.push(word);
      return offset;
    });
    return {
      members,
      parties,
      table: takeTable(everyone.length),
      extra: takeConstants(words.length, Int32Array.from(words)),
    };
  },
};

/** Per workload: each other one that it talks to, and the rate. */
function peersOf({ pairs }: TrafficTerm): Map<number, number[]> {
  const peers = new Map<number, number[]>();
  const add = (w: number, other: number, kbps: number) => {
    const own = peers.get(w);
    if (own) own.push(other, kbps);
    else peers.set(w, [other, kbps]);
  };
  for (const { a, b, kbps } of pairs) {
    for (let i = 0; i < a.length; i++) {
      for (let j = 0; j < b.length; j++) {
        if (a[i] === b[j]) continue;
        add(a[i]!, b[j]!, kbps);
        add(b[j]!, a[i]!, kbps);
      }
    }
  }
  return peers;
}
