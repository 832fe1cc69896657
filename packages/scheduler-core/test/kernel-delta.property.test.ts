import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../src/compile/compile.ts';
import type { Kernel } from '../src/kernel/kernel.ts';
import type { Problem } from '../src/problem/problem.ts';
import { BUILDS, kernelOf } from './support/kernel.ts';
import { KINDS, randomProblem } from './support/random-problem.ts';
import { termAmounts } from './support/term-amounts.ts';

/** Cards are dealt as workloads come, not anew for each question: see card.property.test.ts. */
const COUNTED = KINDS.filter((kind) => kind !== 'card');

/** A problem and moves over it: a workload and the host it goes to, -1 for none. Many hosts: counts are kept in hash tables. */
const moves = (kinds: readonly (typeof KINDS)[number][], maxHosts = 4) =>
  randomProblem({ kinds, maxWorkloads: 8, maxHosts }).chain((problem) =>
    fc.tuple(
      fc.constant(problem),
      fc.array(fc.tuple(fc.nat(problem.workloads.length - 1), fc.integer({ min: -1, max: problem.hosts.length - 1 })), {
        minLength: 1,
        maxLength: 24,
      }),
    ),
  );

/** Amount of each rule by the plain evaluation of its terms; `as`: every term counted in this mode. */
function amountsOf(model: Model, hostOf: ArrayLike<number>, as?: 'soft'): number[] {
  const terms = as ? model.terms.map((term) => ({ ...term, mode: as })) : model.terms;
  return termAmounts(terms, model.context, hostOf);
}

/** What the kernel says that one more placement changes, per rule. Hard capacity and eligibility are no linked terms. */
function deltaOf(model: Model, kernel: Kernel, problem: Problem, mending: boolean): (number | null)[] {
  return problem.rules.map((rule, at) => {
    const own = model.configs.flatMap((config, index) =>
      config.rule === at && config.mending === mending ? [index] : [],
    );
    const linked = mending
      ? rule.mode === 'noWorse'
      : rule.mode === 'soft' || !['capacity', 'eligibility'].includes(rule.kind);
    return linked ? own.reduce((sum, index) => sum + kernel.columns.configDelta[index]!, 0) : null;
  });
}

describe.each(BUILDS)('%s kernel', (_, load) => {
  it.each([
    ...COUNTED.map((kind) => [kind, 4, 150] as const),
    ...(['separate', 'conflict', 'exclusive', 'spread'] as const).map((kind) => [kind, 150, 40] as const),
  ])(
    '%s, up to %i hosts: what a placement changes is the difference of the plain sums',
    async (kind, hosts, numRuns) => {
      await fc.assert(
        fc.asyncProperty(moves([kind], hosts), async ([problem, steps]) => {
          const { model, kernel } = await kernelOf(problem, load);
          const hostOf = new Int32Array(problem.workloads.length).fill(-1);
          for (const [w, host] of steps) {
            if (hostOf[w]! >= 0) kernel.take(w);
            hostOf[w] = -1;
            if (host < 0) continue;
            const before = { own: amountsOf(model, hostOf), raw: amountsOf(model, hostOf, 'soft') };
            kernel.evaluate(w, host);
            const own = deltaOf(model, kernel, problem, false);
            const raw = deltaOf(model, kernel, problem, true);
            kernel.place(w, host);
            hostOf[w] = host;
            const after = { own: amountsOf(model, hostOf), raw: amountsOf(model, hostOf, 'soft') };
            problem.rules.forEach((_, at) => {
              if (own[at] !== null) expect(own[at]).toBe(after.own[at]! - before.own[at]!);
              if (raw[at] !== null) expect(raw[at]).toBe(after.raw[at]! - before.raw[at]!);
            });
          }
          const sums = amountsOf(model, hostOf, 'soft');
          model.configs.forEach(({ mode }, index) => {
            if (mode !== 'soft') return;
            const { rule } = model.configs[index]!;
            const own = model.configs.flatMap((config, at) =>
              config.rule === rule && config.mode === 'soft' ? [at] : [],
            );
            expect(own.reduce((sum, at) => sum + kernel.columns.amounts[at]!, 0)).toBe(sums[rule]);
          });
        }),
        { numRuns },
      );
    },
  );

  it('admits a host exactly where no hard or noWorse amount grows', async () => {
    await fc.assert(
      fc.asyncProperty(moves(COUNTED), async ([problem, steps]) => {
        const { model, kernel } = await kernelOf(problem, load);
        const hostOf = new Int32Array(problem.workloads.length).fill(-1);
        const firm = problem.rules.flatMap(({ mode }, at) => (mode === 'soft' ? [] : [at]));
        const groups = new Set(
          problem.rules.flatMap((rule, at) => (rule.kind === 'spread' && rule.minPerDomain !== undefined ? [at] : [])),
        );
        for (const [w, host] of steps) {
          if (hostOf[w]! >= 0 || host < 0) continue;
          const before = amountsOf(model, hostOf);
          hostOf[w] = host;
          const after = amountsOf(model, hostOf);
          hostOf[w] = -1;
          const grows = firm.some((at) => after[at]! > before[at]!);
          const closed = problem.hosts[host]!.closed && model.context.initialHostOf[w] !== host;
          // A least number per domain is settled by whole groups; on its own it forbids nothing.
          if (grows && firm.every((at) => groups.has(at) || after[at]! <= before[at]!)) continue;
          expect(Boolean(kernel.admits(w, host))).toBe(!grows && !closed);
          if (grows || closed) continue;
          kernel.place(w, host);
          hostOf[w] = host;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds a host wherever one is admitted: one that costs nothing, or the cheapest', async () => {
    await fc.assert(
      fc.asyncProperty(moves(KINDS), async ([problem, steps]) => {
        const { model, kernel } = await kernelOf(problem, load);
        const soft = model.configs.flatMap(({ mode }, index) => (mode === 'soft' ? [index] : []));
        const { hostOf, fixed, levelDelta, configDelta, closed } = kernel.columns;
        for (const [w] of steps) {
          if (hostOf[w]! >= 0) {
            kernel.take(w);
            continue;
          }
          const open = problem.hosts.flatMap((_, host) => (kernel.admits(w, host) && !closed[host] ? [host] : []));
          const host = kernel.find(w, 0);
          if (fixed[w] === 1) expect([-1, initialHost(problem, w)]).toContain(host);
          else if (open.length === 0) expect(host).toBe(-1);
          else {
            expect(open).toContain(host);
            const costs = open.map((at) => {
              kernel.evaluate(w, at);
              return { levels: Array.from(levelDelta), isFree: soft.every((index) => configDelta[index]! <= 0) };
            });
            const own = costs[open.indexOf(host)]!;
            const least = costs
              .map(({ levels }) => levels)
              .reduce((best, cost) => (compare(cost, best) < 0 ? cost : best));
            if (!own.isFree) expect(compare(own.levels, least)).toBe(0);
          }
          if (host >= 0) kernel.place(w, host);
        }
      }),
      { numRuns: 400 },
    );
  });
});

function initialHost(problem: Problem, w: number): number {
  return problem.hosts.findIndex(({ id }) => id === problem.workloads[w]!.host);
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, at) => value - b[at]!).find((difference) => difference !== 0) ?? 0;
}
