import { describe, expect, it } from 'vitest';
import { createProblem } from '../problem/builder.ts';
import { checkProblem } from '../problem/check-problem.ts';
import type { RuleSpec } from '../problem/problem.ts';
import { summarise } from '../verify/summarise.ts';
import { verify } from '../verify/verify.ts';

const rule = { id: 'even', kind: 'balance', mode: 'soft', dimensionA: 'cpu', dimensionB: 'mem', target: 4 } as const;

function withRule(spec: RuleSpec) {
  return createProblem()
    .dimension('cpu')
    .dimension('mem')
    .host('a', { capacity: { cpu: 10, mem: 40 } })
    .host('b', { capacity: { cpu: 10, mem: 30 } })
    .workload('x', { demand: { cpu: 1, mem: 16 } })
    .workload('y', { demand: { cpu: 5, mem: 4 } })
    .rule(spec)
    .build();
}

describe('balance', () => {
  const problem = withRule(rule);
  const amounts = (...hostOf: number[]) => verify(problem, hostOf).map(({ host, amount }) => `${amount} ${host}`);

  it('counts what is free of A without its share of B, on empty hosts too', () => {
    expect(amounts(-1, -1)).toEqual(['10 b']);
    expect(amounts(0, -1)).toEqual(['12 a', '10 b']);
    expect(amounts(0, 0)).toEqual(['10 b']);
    expect(amounts(-1, 1)).toEqual([]);
  });

  it('costs its weight', () => {
    const weighted = withRule({ ...rule, weight: 10 });
    expect(summarise(weighted, verify(weighted, [0, -1])).costs).toEqual([{ level: 1, cost: 220 }]);
  });

  it('is a goal: it cannot be hard, and has no during', () => {
    const { mode: _, ...hard } = rule;
    expect(checkProblem(withRule(hard as never)).map(({ message }) => message)).toEqual(['balance needs mode']);
    expect(checkProblem(withRule({ ...rule, mode: 'noWorse' as 'soft' })).map(({ path }) => path)).toEqual([
      '/rules/0/mode',
    ]);
    expect(checkProblem(withRule({ ...rule, when: 'during' })).map(({ path }) => path)).toEqual(['/rules/0/when']);
    expect(checkProblem(problem)).toEqual([]);
  });
});
