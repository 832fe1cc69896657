import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/problem/problem.ts';
import { createSessionWith, type Session } from '../src/solve/session.ts';
import { verify } from '../src/verify/verify.ts';
import { BUILDS } from './support/kernel.ts';
import { KINDS, randomProblem } from './support/random-problem.ts';

type Step = readonly ['place' | 'remove' | 'drain' | 'add', number];

const scripts = (problems: fc.Arbitrary<Problem>) =>
  problems.chain((problem) => {
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.tuple(fc.constantFrom('place' as const, 'remove' as const), fc.nat(problem.workloads.length - 1)),
      fc.tuple(fc.constantFrom('drain' as const, 'add' as const), fc.nat(problem.hosts.length - 1)),
    );
    /** Each step, and what is tried and undone before it. */
    return fc.tuple(
      fc.constant(problem),
      fc.array(fc.tuple(fc.array(step, { maxLength: 6 }), step), { minLength: 1, maxLength: 12 }),
    );
  });

const run = (session: Session, [name, index]: Step): unknown => session[name](index);

describe.each(BUILDS)('%s kernel', (_, load) => {
  it('answers the same whether or not something was tried in between', async () => {
    const problems = randomProblem({ maxHosts: 8, maxWorkloads: 16, maxRules: 3 });
    await fc.assert(
      fc.asyncProperty(scripts(problems), async ([problem, script]) => {
        const [tried, plain] = await Promise.all([createSessionWith(load, problem), createSessionWith(load, problem)]);
        for (const [attempts, step] of script) {
          const before = tried.hostOf();
          tried.whatIf((session) => {
            for (const attempt of attempts) run(session, attempt);
            session.whatIf((inner) => attempts.map((attempt) => run(inner, attempt)));
          });
          expect(tried.hostOf()).toEqual(before);
          expect(run(tried, step)).toEqual(run(plain, step));
          expect(tried.hostOf()).toEqual(plain.hostOf());
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never breaks a hard rule by placing or draining', async () => {
    // Who is taken off may be the one that others need: a removal alone breaks these.
    const kinds = KINDS.filter((kind) => kind !== 'spread' && kind !== 'dependency');
    const problems = randomProblem({ kinds, maxHosts: 8, maxWorkloads: 16 }).map(withoutStart);
    await fc.assert(
      fc.asyncProperty(scripts(problems), async ([problem, script]) => {
        const session = await createSessionWith(load, problem);
        for (const [, step] of script) {
          if (step[0] === 'add') continue;
          run(session, step);
          expect(verify(problem, session.hostOf()).filter(({ mode }) => mode !== 'soft')).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it('drains a host onto the others and says what found no place', async () => {
  const workload = (id: string, mem: number) => ({ id, demand: [mem] });
  const problem: Problem = {
    formatVersion: '1.0',
    name: 'drain',
    dimensions: ['memMiB'],
    levels: [],
    hosts: ['a', 'b', 'c'].map((id) => ({ id, capacity: [8], domains: [] })),
    workloads: [workload('big', 6), workload('small', 2), workload('other', 5), workload('third', 5)],
    groups: [],
    rules: [{ id: 'capacity', kind: 'capacity' }],
  };
  const session = await createSessionWith(BUILDS[0]![1], problem, [0, 0, 1, 2]);
  expect(session.admits(0, 1)).toBe(false);
  expect(session.drain(0)).toEqual({ moves: [{ workload: 1, from: 0, to: expect.any(Number) }], stranded: [0] });
  expect(session.remove(3)).toBe(2);
  expect(session.drain(0).stranded).toEqual([]);
  expect(session.place(3)).toBe(-1);
  session.add(0);
  expect(session.place(3)).toBe(0);
});

function withoutStart(problem: Problem): Problem {
  return { ...problem, workloads: problem.workloads.map(({ host: _, pinned: __, ...workload }) => workload) };
}
