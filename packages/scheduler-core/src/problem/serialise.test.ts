import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomPlacement, randomProblem } from '../../test/support/random-problem.ts';
import { verify } from '../verify/verify.ts';
import { createProblem } from './builder.ts';
import { checkProblem } from './check-problem.ts';
import { parseProblem, serialiseProblem } from './serialise.ts';

describe('serialiseProblem, parseProblem', () => {
  it('brings back the same problem, which verifies alike', () => {
    const placed = randomProblem().chain((problem) => fc.tuple(fc.constant(problem), randomPlacement(problem)));
    fc.assert(
      fc.property(placed, ([problem, hostOf]) => {
        const back = parseProblem(serialiseProblem(problem));
        expect(back).toEqual(problem);
        expect(verify(back, hostOf)).toEqual(verify(problem, hostOf));
      }),
    );
  });

  it('writes members in typed arrays as lists, and shares equal parts again', () => {
    const problem = createProblem()
      .dimension('memMiB')
      .workload('x', { demand: { memMiB: 1 }, attributes: { zone: 'gov' } })
      .workload('y', { demand: { memMiB: 1 }, attributes: { zone: 'gov' } })
      .group('g', ['x', 'y'])
      .build();
    const { groups, workloads } = parseProblem(serialiseProblem(problem));
    expect(groups).toEqual([{ id: 'g', members: [0, 1] }]);
    expect(workloads[0]!.demand).toBe(workloads[1]!.demand);
    expect(workloads[0]!.attributes).toBe(workloads[1]!.attributes);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{}',
    '{"hosts":[{}]}',
    serialiseProblem(createProblem().build()).replace('"hosts":[]', '"hosts":[null]'),
  ])('refuses %j', (text) => {
    expect(() => parseProblem(text)).toThrow(SyntaxError);
  });

  it('leaves what the parts say to checkProblem', () => {
    const text = serialiseProblem(createProblem().host('a', { capacity: {} }).build()).replace(
      '"capacity":[]',
      '"capacity":["many"]',
    );
    expect(checkProblem(parseProblem(text)).map(({ code }) => code)).toEqual(['length', 'quantity']);
  });
});
