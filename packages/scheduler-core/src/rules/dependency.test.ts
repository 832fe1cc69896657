import { describe, expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';
import { checkProblem } from '../problem/check-problem.ts';

const demand = { memMiB: 1 };
const fleet = racks((builder) =>
  builder
    .workload('app1', { demand, host: 'a' })
    .workload('app2', { demand, host: 'c' })
    .workload('cache', { demand, host: 'b' })
    .workload('both', { demand })
    .group('app', ['app1', 'app2', 'both'])
    .group('cache', ['cache', 'both'])
    .group('nobody', []),
);
const near = { id: 'near', kind: 'dependency', topology: 'rack', needs: { app: ['cache'] } } as const;

describe('dependency', () => {
  it('wants the needed group in every domain where there is a member', () => {
    const { breaches } = underRule(fleet, near);
    expect(breaches('a b a -')).toEqual([]);
    expect(breaches('a c a -')).toEqual(['1 app r2: app2']);
    expect(breaches('a c - -')).toEqual(['1 app r1: app1', '1 app r2: app2']);
    expect(breaches('- - a -')).toEqual([]);
  });

  it('is met by a workload in both groups', () => {
    expect(underRule(fleet, near).breaches('- c - d')).toEqual([]);
    expect(underRule(fleet, near).stops('- - - -', 'both')).toEqual([]);
  });

  it('stops a workload where nobody meets its need, and not where somebody needs already', () => {
    const { stops } = underRule(fleet, near);
    expect(stops('- - a -', 'app1')).toEqual(['c near 1', 'd near 1']);
    expect(stops('- d a -', 'app1')).toEqual([]);
    expect(underRule(fleet, { ...near, needs: { app: ['nobody'] } }).stops('- - - -', 'app1')).toEqual([
      'a near 1!',
      'b near 1!',
      'c near 1!',
      'd near 1!',
    ]);
  });

  it('counts both places of a move under during, and what the start had broken under noWorse', () => {
    expect(underRule(fleet, { ...near, when: 'during' }).breaches('c - d -')).toEqual([]);
    expect(underRule(fleet, { ...near, when: 'during' }).breaches('c - - -')).toEqual([
      '1 app r2: app1',
      '1 app r1: app1',
    ]);
    expect(underRule(fleet, { ...near, mode: 'noWorse' }).breaches('d c a -')).toEqual([]);
  });

  it('refuses groups that do not exist', () => {
    const rule = { ...near, needs: { app: ['cashe'], apps: [] } };
    expect(checkProblem({ ...fleet.build(), rules: [rule] }).map(({ path }) => path)).toEqual([
      '/rules/0/needs/apps',
      '/rules/0/needs/app/0',
    ]);
  });
});
