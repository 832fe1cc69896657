import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/problem/problem.ts';
import { createRandom } from '../src/solve/random.ts';
import { createSessionWith } from '../src/solve/session.ts';
import { verify } from '../src/verify/verify.ts';
import { fleet } from './support/fleet.ts';
import { BUILDS } from './support/kernel.ts';
import { KINDS, randomProblem } from './support/random-problem.ts';

const OPTIONS = { policy: 'leastFragmented' } as const;
const CARDS = { id: 'cards', kind: 'card', cards: 'slots', dimensions: ['cpuMilli'] } as const;

/** Without a start, and sometimes with cards; without the rules that the removal of a member alone can break. */
const fresh = fc
  .tuple(
    randomProblem({
      kinds: KINDS.filter((kind) => kind !== 'spread' && kind !== 'card' && kind !== 'dependency'),
      maxHosts: 8,
      maxWorkloads: 16,
    }),
    fc.boolean(),
  )
  .map(
    ([problem, cards]): Problem => ({
      ...problem,
      rules: cards ? [...problem.rules, CARDS] : problem.rules,
      workloads: problem.workloads.map(({ host: _, pinned: __, ...workload }) => workload),
    }),
  );

const steps = fresh.chain((problem) =>
  fc.tuple(fc.constant(problem), fc.array(fc.nat(problem.workloads.length - 1), { minLength: 1, maxLength: 40 })),
);

describe.each(BUILDS)('%s kernel', (_, load) => {
  it('finds a host for the least fragmented placement wherever the rules admit one, and keeps them', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async ([problem, script]) => {
        const session = await createSessionWith(load, problem, undefined, OPTIONS);
        for (const w of script) {
          if (session.remove(w) >= 0) continue;
          const open = problem.hosts.flatMap(({ closed }, host) => (!closed && session.admits(w, host) ? [host] : []));
          const host = session.whatIf((inner) => inner.place(w));
          expect(session.place(w)).toBe(host);
          if (host >= 0) expect(open).toContain(host);
          else expect(open).toEqual([]);
        }
        expect(verify(problem, session.hostOf()).filter(({ mode }) => mode !== 'soft')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('names cards that nobody else overfills', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async ([problem, script]) => {
        const session = await createSessionWith(load, { ...problem, rules: [CARDS] }, undefined, OPTIONS);
        for (const w of script) if (session.remove(w) < 0) session.place(w);
        const free = problem.hosts.map(({ cards }) => cards?.slots?.map(([milli]) => milli!) ?? []);
        session.hostOf().forEach((host, w) => {
          const { demand, cards } = problem.workloads[w]!;
          const count = cards?.slots ?? (demand[0]! > 0 ? 1 : 0);
          const own = session.cardsOf(w).cards ?? [];
          expect(new Set(own).size).toBe(host < 0 ? 0 : count);
          for (const card of own) free[host]![card]! -= Math.ceil(demand[0]! / count);
        });
        expect(free.flat().filter((milli) => milli < 0)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

it('chooses after many changes as if it had just begun, over several blocks of hosts', async () => {
  const problem = fleet(200, 900, 11);
  const random = createRandom(4);
  const session = await createSessionWith(BUILDS[1]![1], problem, undefined, OPTIONS);
  for (let step = 0; step < 1500; step++) {
    const w = Math.floor(random() * problem.workloads.length);
    if (session.remove(w) >= 0) continue;
    const before = session.hostOf();
    const host = session.place(w);
    if (step % 30 !== 0) continue;
    const other = await createSessionWith(BUILDS[1]![1], problem, before, OPTIONS);
    expect(other.place(w)).toBe(host);
  }
  expect(verify(problem, session.hostOf()).filter(({ mode }) => mode !== 'soft')).toEqual([]);
});

it('joins on a card what fills it, where the tightest card would strand a gap', async () => {
  const ask = (id: string, milli: number) => ({ id, demand: [1, milli], cards: { npu: 1 } });
  const problem: Problem = {
    formatVersion: '1.0',
    name: 'npus',
    dimensions: ['cpu', 'npuMilli'],
    levels: [],
    hosts: [{ id: 'h', capacity: [64, 2000], domains: [], cards: { npu: [[1000], [1000]] } }],
    workloads: [ask('a', 490), ask('x', 330), ask('b', 490), ask('y', 330), ask('z', 330)],
    groups: [],
    rules: [
      { id: 'capacity', kind: 'capacity' },
      { id: 'cards', kind: 'card', cards: 'npu', dimensions: ['npuMilli'] },
    ],
  };
  const session = await createSessionWith(BUILDS[0]![1], problem, undefined, OPTIONS);
  for (let w = 0; w < 5; w++) expect(session.place(w)).toBe(0);
  expect([0, 1, 2, 3, 4].map((w) => session.cardsOf(w).cards)).toEqual([[0], [1], [0], [1], [1]]);
  const tight = await createSessionWith(BUILDS[0]![1], problem);
  expect([0, 1, 2, 3, 4].map((w) => tight.place(w))).toEqual([0, 0, 0, 0, -1]);
});

it('keeps whole cards for those who need them', async () => {
  const host = (id: string, cpu: number, cards: number) => ({
    id,
    capacity: [cpu, cards * 1000],
    domains: [],
    cards: { npu: Array.from({ length: cards }, () => [1000]) },
  });
  const ask = (id: string, cpu: number, cards: number, milli: number) => ({
    id,
    demand: [cpu, cards * milli],
    cards: { npu: cards },
  });
  const problem: Problem = {
    formatVersion: '1.0',
    name: 'npus',
    dimensions: ['cpu', 'npuMilli'],
    levels: [],
    // A host poor in CPU beside one that is rich in it.
    hosts: [host('rich', 64, 2), host('poor', 8, 2)],
    workloads: [
      ask('half', 1, 1, 500),
      ask('other', 1, 1, 500),
      ask('heavy', 30, 1, 1000),
      ask('heavy too', 30, 1, 1000),
    ],
    groups: [],
    rules: [
      { id: 'capacity', kind: 'capacity' },
      { id: 'cards', kind: 'card', cards: 'npu', dimensions: ['npuMilli'] },
    ],
  };
  const session = await createSessionWith(BUILDS[0]![1], problem, undefined, OPTIONS);
  expect([0, 1, 2, 3].map((w) => session.place(w))).toEqual([1, 1, 0, 0]);
  expect(session.cardsOf(0)).toEqual(session.cardsOf(1));
  expect(() => session.place(0, { policy: 'bestFit' })).not.toThrow();
  const plain = await createSessionWith(BUILDS[0]![1], problem);
  expect(() => plain.place(0, { policy: 'leastFragmented' })).toThrow(TypeError);
});
