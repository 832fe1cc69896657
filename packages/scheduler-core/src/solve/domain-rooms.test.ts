import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kernelOf } from '../../test/support/kernel.ts';
import { randomProblem } from '../../test/support/random-problem.ts';
import { loadRelease } from '../kernel/loader.ts';
import { createDomainRooms } from './domain-rooms.ts';

it('knows the room of each domain after any placing and taking, as summed host by host', async () => {
  const kinds = ['capacity', 'eligibility', 'separate'] as const;
  const cases = fc.tuple(randomProblem({ kinds: [...kinds], maxHosts: 20 }), fc.array(fc.tuple(fc.nat(), fc.nat())));
  await fc.assert(
    fc.asyncProperty(cases, async ([problem, steps]) => {
      const { model, kernel } = await kernelOf(problem, loadRelease);
      const { hostOf, free, closed, eligibilityBits } = kernel.columns;
      const { dimensions, eligibilityWords } = model.sizes;
      const rooms = createDomainRooms(model, kernel);
      for (const [a, b] of steps) {
        if (hostOf.length === 0 || closed.length === 0) continue;
        const [w, host] = [a % hostOf.length, b % closed.length];
        if (hostOf[w]! >= 0) rooms.kernel.take(w);
        else if (rooms.kernel.admits(w, host)) rooms.kernel.place(w, host);
        const level = (b % (problem.levels.length + 1)) - 1;
        const row = a % model.eligibility.count;
        const { domains, room } = rooms.roomOf(level, row);
        const sums = new Map<number, number[]>();
        problem.hosts.forEach((_, at) => {
          const domain = level < 0 ? at : model.context.domainOf[level]![at]!;
          const allowed = (eligibilityBits[row * eligibilityWords + (at >> 5)]! >>> (at & 31)) & 1;
          if (domain < 0 || closed[at] || !allowed) return;
          const sum = sums.get(domain) ?? new Array<number>(dimensions).fill(0);
          for (let d = 0; d < dimensions; d++) sum[d]! += free[at * dimensions + d]!;
          sums.set(domain, sum);
        });
        expect([...domains].sort((x, y) => x - y)).toEqual([...sums.keys()].sort((x, y) => x - y));
        for (const [domain, sum] of sums)
          expect(Array.from(room.subarray(domain * dimensions, (domain + 1) * dimensions))).toEqual(sum);
      }
    }),
    { numRuns: 200 },
  );
});
