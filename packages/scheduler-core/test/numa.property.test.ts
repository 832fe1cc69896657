import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Problem } from '../src/problem/problem.ts';
import { createSession } from '../src/solve/session.ts';
import { solve } from '../src/solve/solve.ts';
import { verify } from '../src/verify/verify.ts';

type Cell = readonly [cpu: number, mem: number];

/** Hosts of one to four equal cells of CPUs and memory; workloads bound to none, one, two or four of them. */
const problems: fc.Arbitrary<Problem> = fc
  .record({
    hosts: fc.array(
      fc.tuple(fc.constantFrom(1, 2, 4), fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 })),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    asks: fc.array(
      fc.tuple(fc.constantFrom(0, 1, 1, 2, 4), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })),
      { minLength: 1, maxLength: 7 },
    ),
  })
  .map(({ hosts, asks }) => ({
    formatVersion: '1.0',
    name: 'numa',
    dimensions: ['cpu', 'mem'],
    levels: [],
    hosts: hosts.map(([cells, cpu, mem], at) => ({
      id: `h${at}`,
      capacity: [cells * cpu, cells * mem],
      domains: [],
      cards: { numa: Array.from({ length: cells }, () => [cpu, mem]) },
    })),
    workloads: asks.map(([numa, cpu, mem], at) => ({ id: `w${at}`, demand: [cpu, mem], cards: { numa } })),
    groups: [],
    rules: [
      { id: 'capacity', kind: 'capacity' },
      { id: 'numa', kind: 'card', cards: 'numa', dimensions: ['cpu', 'mem'] },
    ],
  }));

/** Whether each of them can have its parts on different cells: every choice is tried. */
function canStand(cells: readonly Cell[], [first, ...rest]: readonly { parts: number; part: Cell }[]): boolean {
  if (first === undefined) return true;
  const { parts, part } = first;
  const choices = Array.from({ length: 1 << cells.length }, (_, bits) => bits).filter((bits) => {
    const chosen = cells.filter((_, at) => (bits >> at) & 1);
    return chosen.length === parts && chosen.every((cell) => cell.every((free, d) => free >= part[d]!));
  });
  return choices.some((bits) =>
    canStand(
      cells.map((cell, at): Cell => ((bits >> at) & 1 ? [cell[0] - part[0], cell[1] - part[1]] : cell)),
      rest,
    ),
  );
}

function plainlyStands({ hosts, workloads }: Problem, hostOf: ArrayLike<number>): boolean {
  return hosts.every(({ capacity, cards }, host) => {
    const here = workloads.filter((_, w) => hostOf[w] === host);
    const within = capacity.every((most, d) => here.reduce((sum, { demand }) => sum + demand[d]!, 0) <= most);
    const bound = here.flatMap(({ demand, cards: asked }) => {
      const parts = asked!.numa!;
      return parts === 0 ? [] : { parts, part: [Math.ceil(demand[0]! / parts), Math.ceil(demand[1]! / parts)] as Cell };
    });
    return within && canStand(cards!.numa as unknown as Cell[], bound);
  });
}

it('the rule breaks exactly where no choice of cells will do', () => {
  let stood = 0;
  let broken = 0;
  fc.assert(
    fc.property(
      problems.chain((problem) =>
        fc.tuple(
          fc.constant(problem),
          fc.array(fc.integer({ min: -1, max: problem.hosts.length - 1 }), {
            minLength: problem.workloads.length,
            maxLength: problem.workloads.length,
          }),
        ),
      ),
      ([problem, hostOf]) => {
        const stands = plainlyStands(problem, hostOf);
        expect(verify(problem, hostOf).length === 0).toBe(stands);
        if (stands) stood++;
        else broken++;
      },
    ),
    { numRuns: 600 },
  );
  expect(Math.min(stood, broken)).toBeGreaterThan(20);
});

it('solves into placements whose cells can be dealt, and leaves nobody out who could stand alone on an empty host', async () => {
  await fc.assert(
    fc.asyncProperty(problems, async (problem) => {
      const { hostOf } = await solve(problem);
      expect(verify(problem, hostOf)).toEqual([]);
      expect(plainlyStands(problem, hostOf)).toBe(true);
      problem.hosts.forEach((_, host) => {
        if (hostOf.includes(host)) return;
        problem.workloads.forEach((_, w) => {
          if (hostOf[w]! >= 0) return;
          expect(
            plainlyStands(
              problem,
              hostOf.map((own, at) => (at === w ? host : own)),
            ),
          ).toBe(false);
        });
      });
    }),
    { numRuns: 150 },
  );
});

it.each(['bestFit', 'leastFragmented'] as const)(
  'a session by %s keeps the cells while workloads come and go',
  async (policy) => {
    await fc.assert(
      fc.asyncProperty(problems, fc.array(fc.nat(), { maxLength: 40 }), async (problem, steps) => {
        const session = await createSession(problem, undefined, { policy });
        for (const step of steps) {
          const w = step % problem.workloads.length;
          if (session.hostOf()[w]! >= 0) session.remove(w);
          else session.place(w);
          expect(plainlyStands(problem, session.hostOf())).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  },
);
