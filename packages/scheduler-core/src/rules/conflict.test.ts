import { describe, expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';

const parties = racks((builder) =>
  builder
    .workload('a1', { demand: {} })
    .workload('a2', { demand: {} })
    .workload('b1', { demand: {} })
    .workload('b2', { demand: {} })
    .workload('both', { demand: {} })
    .group('A', ['a1', 'a2', 'both'])
    .group('B', ['b1', 'b2', 'both']),
);
const rule = { id: 'never', kind: 'conflict', topology: 'rack', groupA: 'A', groupB: 'B' } as const;

describe('conflict', () => {
  it('keeps the groups out of each other’s domains, but not members of one group', () => {
    const { breaches } = underRule(parties, rule);
    expect(breaches('a a c d -')).toEqual([]);
    expect(breaches('a b b - -')).toEqual(['1 r1: a1 a2 b1']);
    expect(breaches('a b a b -')).toEqual(['2 r1: a1 a2 b1 b2']);
  });

  it('stops a workload where the other group is', () => {
    const { stops } = underRule(parties, rule);
    expect(stops('- - c - -', 'a1')).toEqual(['c never 1', 'd never 1']);
    expect(stops('- c - - -', 'a1')).toEqual([]);
  });

  it('has no place for a member of both', () => {
    const { stops } = underRule(parties, rule);
    expect(stops('- - - - -', 'both')).toEqual(['a never 1!', 'b never 1!', 'c never 1!', 'd never 1!']);
  });

  it('lowers to one term, or none where a group is empty', () => {
    expect(underRule(parties, rule).terms).toMatchObject([{ term: 'conflict', topology: 0 }]);
    const empty = racks((builder) => builder.workload('a1', { demand: {} }).group('A', ['a1']).group('B', []));
    expect(underRule(empty, rule).terms).toEqual([]);
  });
});
