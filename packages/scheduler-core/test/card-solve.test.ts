import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/problem/problem.ts';
import { createRandom } from '../src/solve/random.ts';
import { solve } from '../src/solve/solve.ts';
import { verify } from '../src/verify/verify.ts';

const PARTS = [160, 220, 300, 320, 470, 490, 650, 810];

/** Hosts of four cards, and asks that fill `share` of them; where it is `dealt`, they come from hosts that hold them all. */
function problemOf(seed: number, share: number, dealt: boolean): Problem {
  const random = createRandom(seed);
  const pick = (values: readonly number[]) => values[Math.floor(random() * values.length)]!;
  const asks: { count: number; part: number; host: number }[] = [];
  for (let host = 0; host < 3; host++) {
    const free = [1000, 1000, 1000, 1000];
    for (let misses = 0; misses < 12; ) {
      const count = random() < 0.2 ? 2 : 1;
      const part = pick(PARTS);
      const fitting = free.flatMap((left, card) => (left >= part ? [card] : [])).slice(0, count);
      if (dealt && fitting.length < count) {
        misses++;
        continue;
      }
      for (const card of fitting) free[card]! -= part;
      asks.push({ count, part, host });
      const used = asks.reduce((sum, ask) => sum + (ask.host === host ? ask.count * ask.part : 0), 0);
      if (used >= 4000 * share) break;
    }
  }
  return {
    formatVersion: '1.0',
    name: 'cards',
    dimensions: ['milli'],
    levels: [],
    hosts: [0, 1, 2, 3].map((host) => ({
      id: `h${host}`,
      capacity: [4000],
      domains: [],
      cards: { npu: new Array(4).fill([1000]) },
    })),
    workloads: asks.map(({ count, part, host }, at) => ({
      id: `w${at}`,
      demand: [count * part],
      cards: { npu: count },
      ...(dealt && { host: `h${host}` }),
    })),
    groups: [],
    rules: [
      { id: 'capacity', kind: 'capacity' },
      { id: 'cards', kind: 'card', cards: 'npu', dimensions: ['milli'] },
      { id: 'even', kind: 'capacity', mode: 'soft', ratio: 0.7 },
    ],
  };
}

describe('solving with cards', () => {
  it('moves workloads with cards from hosts that hold them exactly, and loses none', async () => {
    let moved = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const problem = problemOf(seed, 0.97, true);
      const { hostOf, unplaced } = await solve(problem, { seed, budget: 200_000 });
      expect(unplaced).toEqual([]);
      expect(verify(problem, hostOf).filter(({ mode }) => mode === 'hard')).toEqual([]);
      moved += problem.workloads.filter(({ host }, w) => host !== `h${hostOf[w]}`).length;
    }
    expect(moved).toBeGreaterThan(40);
  });

  it('leaves nobody out whom the cards of a host would take if they were dealt anew', async () => {
    let left = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const problem = problemOf(seed, 1.35, false);
      const { hostOf, unplaced } = await solve(problem, { seed, budget: 200_000 });
      left += unplaced.length;
      for (const w of unplaced) {
        problem.hosts.forEach((_, host) => {
          const other = Array.from(hostOf, (own, at) => (at === w ? host : own));
          expect(verify(problem, other).some(({ mode }) => mode === 'hard')).toBe(true);
        });
      }
    }
    expect(left).toBeGreaterThan(10);
  });
});
