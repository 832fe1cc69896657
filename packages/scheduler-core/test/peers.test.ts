import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/problem/problem.ts';
import { restore } from '../src/solve/restore.ts';
import { levelCosts } from '../src/solve/score.ts';
import { fillSearch } from '../src/solve/search-frame.ts';
import { solve } from '../src/solve/solve.ts';
import { summarise } from '../src/verify/summarise.ts';
import { verify } from '../src/verify/verify.ts';
import { BUILDS, kernelOf } from './support/kernel.ts';

/** Replicas of two groups, fewer than hosts or as many, never two of a group on one; group b wants a in its room; a cost beyond `safe`. */
function replicas(hosts: number, a: readonly number[], b: readonly number[]): Problem {
  const host = (at: number) => `h${at}`;
  return {
    formatVersion: '1.0',
    name: 'replicas',
    dimensions: ['memMiB'],
    levels: ['room'],
    hosts: Array.from({ length: hosts }, (_, at) => ({
      id: host(at),
      capacity: [1000],
      domains: [`r${at >> 1}`],
      attributes: { safe: 10 * (at + 1) },
    })),
    workloads: [...a, ...b].map((size, at) => ({
      id: `w${at}`,
      demand: [size],
      host: host(hosts - 1 - (at < a.length ? at : at - a.length)),
      attributes: { price: 1 + (at % 3) },
    })),
    groups: [
      { id: 'a', members: a.map((_, at) => at) },
      { id: 'b', members: b.map((_, at) => a.length + at) },
    ],
    rules: [
      { id: 'capacity', kind: 'capacity' },
      { id: 'apart', kind: 'separate', topology: 'host', groups: ['a', 'b'] },
      { id: 'near', kind: 'dependency', topology: 'room', needs: { b: ['a'] } },
      { id: 'safe', kind: 'capacity', mode: 'soft', weight: 100, limitKey: 'safe' },
      { id: 'move', kind: 'moveCost', mode: 'soft', weight: 1, workloadKey: 'price' },
    ],
  };
}

const full = replicas(6, [5, 10, 15, 20, 25, 30], [5, 10, 15, 20, 25, 30]);

describe.each(BUILDS)('peers, %s kernel', (_, load) => {
  it('are the workloads with the same blocking rules that may move', async () => {
    const { model, kernel } = await kernelOf(
      { ...full, workloads: full.workloads.map((own, w) => (w === 3 ? { ...own, pinned: true } : own)) },
      load,
    );
    restore(kernel, kernel.columns.initialOf);
    fillSearch(model, kernel, 0);
    const { peers, peerStart, peerCount } = kernel.columns;
    const peersOf = (w: number) => [...peers.slice(peerStart[w]!, peerStart[w]! + peerCount[w]!)];
    expect(peersOf(0)).toEqual([0, 1, 2, 4, 5]);
    expect(peersOf(3)).toEqual([]);
    expect(peersOf(11)).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it('change places at the price that the search reckons, and break no rule', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 6, maxLength: 6 });
    const cases = fc.record({ a: sizes, b: sizes, seed: fc.nat(1000), moves: fc.integer({ min: 1, max: 400 }) });
    await fc.assert(
      fc.asyncProperty(cases, async ({ a, b, seed, moves }) => {
        const problem = replicas(6, a, b);
        const { model, kernel } = await kernelOf(problem, load);
        const { hostOf, initialOf } = kernel.columns;
        restore(kernel, initialOf);
        const before = levelCosts(model, kernel)[0]!;
        fillSearch(model, kernel, 0)(1);
        kernel.openSearch(seed);
        kernel.anneal(moves, 100, 1e9);
        const [found, change] = [hostOf.slice(), kernel.nowCost()];
        restore(kernel, found);
        expect(levelCosts(model, kernel)[0]! - before).toBeCloseTo(change, 6);
        expect(verify(problem, found).filter(({ mode }) => mode !== 'soft')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

it('replicas that fill every host come to where they cost nothing but their moves', async () => {
  const { hostOf } = await solve(full);
  const violations = verify(full, hostOf);
  expect(violations.filter(({ mode }) => mode !== 'soft')).toEqual([]);
  // Six of each group in the order of the hosts: all twelve move, and 100 a unit is saved.
  expect(summarise(full, violations).costs.map(({ cost }) => cost)).toEqual([24]);
});
