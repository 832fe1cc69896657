import { describe, expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';

const tenants = racks((builder) =>
  builder
    .workload('tax1', { demand: {} })
    .workload('tax2', { demand: {} })
    .workload('police', { demand: {} })
    .workload('anybody', { demand: {} })
    .workload('shared', { demand: {} })
    .group('tax', ['tax1', 'tax2', 'shared'])
    .group('police', ['police', 'shared']),
);
const rule = { id: 'dedicated', kind: 'exclusive', groups: ['tax', 'police'] } as const;

describe('exclusive', () => {
  it('keeps each owner alone on a host', () => {
    const { breaches } = underRule(tenants, rule);
    expect(breaches('a a b c -')).toEqual([]);
    expect(breaches('a a a - -')).toEqual(['1 a: tax1 tax2 police']);
    expect(breaches('a - a a -')).toEqual(['2 a: tax1 police anybody']);
    expect(breaches('a - - a -')).toEqual(['1 a: tax1 anybody']);
  });

  it('does the same in the domains of a level', () => {
    expect(underRule(tenants, { ...rule, topology: 'rack' }).breaches('a - b c -')).toEqual(['1 r1: tax1 police']);
  });

  it('counts a workload of several owners with the first', () => {
    expect(underRule(tenants, rule).breaches('a - - - a')).toEqual([]);
    expect(underRule(tenants, rule).breaches('- - a - a')).toEqual(['1 a: police shared']);
    expect(underRule(tenants, rule).terms).toMatchObject([
      { term: 'exclusive', topology: -1, owners: [Int32Array.of(0, 1, 4), Int32Array.of(2)] },
    ]);
  });

  it('stops strangers on an owner’s host, and owners among strangers', () => {
    const { stops } = underRule(tenants, rule);
    expect(stops('a - - - -', 'anybody')).toEqual(['a dedicated 1']);
    expect(stops('- - - b -', 'tax1')).toEqual(['b dedicated 1']);
    expect(stops('a - - - -', 'tax2')).toEqual([]);
  });
});
