import { describe, expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';

const loads = racks((builder) =>
  builder
    .workload('x', { demand: { memMiB: 3 }, host: 'a' })
    .workload('y', { demand: { memMiB: 4 }, host: 'b' })
    .workload('z', { demand: { memMiB: 5 } })
    .group('ours', ['x', 'y'])
    .group('also', ['y']),
);
const power = { id: 'power', kind: 'domainCapacity', topology: 'rack', dimension: 'memMiB' } as const;

describe('domainCapacity', () => {
  it('holds the demands of all hosts of a domain under its limit', () => {
    const { breaches } = underRule(loads, { ...power, limits: { r1: 6 } });
    expect(breaches('a b c')).toEqual(['1 memMiB r1: x y']);
    expect(breaches('a c c')).toEqual([]);
  });

  it('gives domains that are not named the default limit, or none', () => {
    expect(underRule(loads, { ...power, limits: { r1: 6 }, defaultLimit: 8 }).breaches('c c d')).toEqual([
      '4 memMiB r2: x y z',
    ]);
    expect(underRule(loads, { ...power, limits: {} }).breaches('c c d')).toEqual([]);
    expect(underRule(loads, { ...power, limits: { r1: 0 } }).breaches('a - -')).toEqual(['3 memMiB r1: x']);
  });

  it('takes 2^31 - 1 as unlimited, although sums may pass it', () => {
    const vast = racks((builder) =>
      builder.workload('x', { demand: { memMiB: 2_147_483_647 } }).workload('y', { demand: { memMiB: 1 } }),
    );
    expect(underRule(vast, { ...power, limits: {}, defaultLimit: 2_147_483_647 }).breaches('a b')).toEqual([]);
    expect(underRule(vast, { ...power, limits: {}, defaultLimit: 2_147_483_646 }).breaches('a b')).toEqual([
      '2 memMiB r1: x y',
    ]);
  });

  it('counts only members of the groups, each once', () => {
    const quota = underRule(loads, { ...power, limits: { r1: 6 }, groups: ['ours', 'also'] });
    expect(quota.breaches('a b a')).toEqual(['1 memMiB r1: x y']);
    expect(quota.stops('- b a', 'x')).toEqual(['a memMiB 1', 'b memMiB 1']);
    expect(quota.stops('a b -', 'z')).toEqual([]);
  });

  it('counts a move within a domain once, a move between two in both, under during', () => {
    const { breaches } = underRule(loads, { ...power, limits: { r1: 6 }, when: 'during' });
    expect(breaches('b b -')).toEqual(['1 memMiB r1: x y']);
    expect(breaches('a c -')).toEqual(['1 memMiB r1: x y']);
  });

  it('lowers to a limit for each domain and the members that count', () => {
    const { terms } = underRule(loads, { ...power, limits: { r2: 6 }, groups: ['ours', 'also'] });
    expect(terms).toHaveLength(1);
    expect(terms[0]).toMatchObject({ term: 'domainCapacity', topology: 0, dimension: 0 });
    expect(terms[0]).toHaveProperty('limit', Float64Array.of(Number.POSITIVE_INFINITY, 6));
    expect(terms[0]).toHaveProperty('members', Int32Array.of(0, 1));
  });
});
