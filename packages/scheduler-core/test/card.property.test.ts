import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/problem/problem.ts';
import { cardChoices, cardsIn } from '../src/solve/card-choices.ts';
import { solveWith } from '../src/solve/solve.ts';
import { verify } from '../src/verify/verify.ts';
import { BUILDS, kernelOf } from './support/kernel.ts';
import { leastUnseated } from './support/naive-amounts.ts';

const SET = 'slots';

/** Hosts with cards of up to 10 units, and workloads that ask for parts of one to three of them. */
const problems: fc.Arbitrary<Problem> = fc
  .record({
    hosts: fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    asks: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 10 })), {
      minLength: 1,
      maxLength: 9,
    }),
  })
  .map(({ hosts, asks }) => ({
    formatVersion: '1.0',
    name: 'cards',
    dimensions: ['milli'],
    levels: [],
    hosts: hosts.map((cards, at) => ({
      id: `h${at}`,
      capacity: [0],
      domains: [],
      cards: { [SET]: cards.map((free) => [free]) },
    })),
    workloads: asks.map(([count, part], at) => ({ id: `w${at}`, demand: [count * part], cards: { [SET]: count } })),
    groups: [],
    rules: [{ id: 'cards', kind: 'card', cards: SET, dimensions: ['milli'] }],
  }));

/** A problem, and workloads that come to a host or leave (-1). */
const scripts = problems.chain((problem) =>
  fc.tuple(
    fc.constant(problem),
    fc.array(fc.tuple(fc.nat(problem.workloads.length - 1), fc.integer({ min: -1, max: problem.hosts.length - 1 })), {
      maxLength: 30,
    }),
  ),
);

const fewAsks = (problem: Problem): Problem => ({ ...problem, workloads: problem.workloads.slice(0, 5) });

const cardsOn = (problem: Problem, host: number) => problem.hosts[host]!.cards![SET]!.map(([free]) => free!);
const askOf = (problem: Problem, w: number) => {
  const count = problem.workloads[w]!.cards![SET]!;
  return { count, part: problem.workloads[w]!.demand[0]! / count };
};

describe.each(BUILDS)('%s kernel', (_, load) => {
  it('admits where enough cards have room, takes the tightest, and gives them back', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async ([problem, steps]) => {
        const { kernel } = await kernelOf(problem, load);
        const hostOf = problem.workloads.map(() => -1);
        const taken = problem.workloads.map((): number[] => []);
        const free = problem.hosts.map((_, host) => cardsOn(problem, host));
        const lastOn = problem.workloads.map((): { host: number; cards: number[] } => ({ host: -1, cards: [] }));
        for (const [w, host] of steps) {
          const { count, part } = askOf(problem, w);
          if (hostOf[w]! >= 0) {
            for (const card of taken[w]!) free[hostOf[w]!]![card]! += part;
            hostOf[w] = -1;
            kernel.take(w);
          }
          if (host < 0) continue;
          const room = free[host]!;
          const fitting = room.flatMap((left, card) => (left >= part ? [card] : []));
          kernel.evaluate(w, host);
          expect(kernel.columns.configDelta[0]).toBe(Math.max(0, count - fitting.length));
          expect(Boolean(kernel.admits(w, host))).toBe(fitting.length >= count);
          if (fitting.length < count) continue;
          kernel.place(w, host);
          const back = lastOn[w]!.host === host && lastOn[w]!.cards.every((card) => room[card]! >= part);
          const own = cardsOn(problem, host);
          const share = (card: number) => (room[card]! - part) / Math.max(1, own[card]!);
          const cards = back
            ? lastOn[w]!.cards
            : fitting
                .sort((a, b) => share(a) - share(b) || a - b)
                .slice(0, count)
                .sort((a, b) => a - b);
          for (const card of cards) room[card]! -= part;
          hostOf[w] = host;
          taken[w] = cards;
          lastOn[w] = { host, cards };
        }
        expect(verify(problem, hostOf)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('deals the cards of a host anew where a workload comes that finds no room', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async ([problem, steps]) => {
        const { kernel } = await kernelOf(problem, load);
        const { hostOf } = kernel.columns;
        for (const [w, host] of steps) {
          if (hostOf[w]! >= 0) kernel.take(w);
          if (host >= 0) kernel.place(w, host);
        }
        for (let w = 0; w < problem.workloads.length; w++) if (hostOf[w]! >= 0) kernel.take(w);
        // All room is back: what fits an empty host is admitted again.
        problem.workloads.forEach((_, w) => {
          const { count, part } = askOf(problem, w);
          problem.hosts.forEach((_, host) => {
            const fitting = cardsOn(problem, host).filter((left) => left >= part);
            expect(Boolean(kernel.admits(w, host))).toBe(fitting.length >= count);
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  it('seats everybody who can stand together, in whatever order they come', async () => {
    const orders = problems
      .map(fewAsks)
      .chain((problem) =>
        fc.tuple(
          fc.constant(problem),
          fc.shuffledSubarray([...problem.workloads.keys()]),
          fc.nat(problem.hosts.length - 1),
        ),
      );
    let tight = 0;
    await fc.assert(
      fc.asyncProperty(orders, async ([problem, order, host]) => {
        const parts = order.flatMap((at) => {
          const { count, part } = askOf(problem, at);
          return Array.from({ length: count }, () => ({ at, part }));
        });
        if (leastUnseated(cardsOn(problem, host), parts) > 0) return;
        const { model, kernel } = await kernelOf(problem, load);
        for (const w of order) {
          if (!kernel.admits(w, host)) tight++;
          kernel.place(w, host);
        }
        const [choices] = cardChoices(model, kernel);
        const left = cardsOn(problem, host);
        for (const w of order) {
          const cards = cardsIn(choices!.words[w * 2 + 1]!);
          expect(cards).toHaveLength(askOf(problem, w).count);
          for (const card of cards) left[card]! -= askOf(problem, w).part;
        }
        expect(Math.min(0, ...left)).toBe(0);
      }),
      { numRuns: 1500 },
    );
    expect(tight).toBeGreaterThan(0);
  });

  it('solves into placements that can be dealt, by the verifier and by trying every deal', async () => {
    await fc.assert(
      // Trying every deal takes long where many are asked for.
      fc.asyncProperty(problems.map(fewAsks), async (problem) => {
        const { hostOf } = await solveWith(load, problem, {});
        expect(verify(problem, hostOf)).toEqual([]);
        problem.hosts.forEach((_, host) => {
          const parts = problem.workloads.flatMap((_, at) => {
            const { count, part } = askOf(problem, at);
            return hostOf[at] === host ? Array.from({ length: count }, () => ({ at, part })) : [];
          });
          expect(leastUnseated(cardsOn(problem, host), parts)).toBe(0);
        });
      }),
      { numRuns: 40 },
    );
  });
});
