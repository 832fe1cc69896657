import { describe, expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';

const replicas = racks((builder) =>
  builder
    .host('e', { capacity: { memMiB: 8 }, domains: { rack: 'r3' }, closed: true })
    .workload('x1', { demand: {} })
    .workload('x2', { demand: {} })
    .workload('x3', { demand: {} })
    .workload('x4', { demand: {} })
    .group('x', ['x1', 'x2', 'x3', 'x4']),
);
const rule = { id: 'even', kind: 'spread', topology: 'rack', groups: ['x'] } as const;

describe('spread', () => {
  it('maxPerDomain: at most so many in each domain', () => {
    const { breaches, stops } = underRule(replicas, { ...rule, maxPerDomain: 2 });
    expect(breaches('a a c c')).toEqual([]);
    expect(breaches('a a b c')).toEqual(['1 maxPerDomain x r1: x1 x2 x3']);
    expect(stops('a b - -', 'x3')).toEqual(['a even 1', 'b even 1', 'e closed 0!']);
  });

  it('minPerDomain: at least so many in each domain in use', () => {
    const { breaches, stops } = underRule(replicas, { ...rule, minPerDomain: 2 });
    expect(breaches('a b - -')).toEqual([]);
    expect(breaches('a b a d')).toEqual(['1 minPerDomain x r2: x4']);
    expect(stops('a - - -', 'x2')).toEqual(['c even 1', 'd even 1', 'e closed 0!', 'e even 1']);
    expect(underRule(replicas, { ...rule, minPerDomain: 5 }).stops('- - - -', 'x1')).toContain('a even 4!');
  });

  it('maxSkew: over the domains that are open or hold a member', () => {
    const { breaches, stops } = underRule(replicas, { ...rule, maxSkew: 1 });
    expect(breaches('a b c -')).toEqual([]);
    expect(breaches('a b - -')).toEqual(['1 maxSkew x: x1 x2']);
    expect(breaches('a b a c')).toEqual(['1 maxSkew x: x1 x2 x3 x4']);
    expect(stops('a - - -', 'x2')).toEqual(['a even 1', 'b even 1', 'e closed 0!']);
  });

  it('maxSkew: a domain without an open host counts once it holds a member', () => {
    const home = racks((builder) =>
      builder
        .host('e', { capacity: { memMiB: 8 }, domains: { rack: 'r3' }, closed: true })
        .workload('x1', { demand: {} })
        .workload('x2', { demand: {} })
        .workload('x3', { demand: {} })
        .workload('x4', { demand: {} })
        .workload('x5', { demand: {}, host: 'e' })
        .group('x', ['x1', 'x2', 'x3', 'x4', 'x5']),
    );
    const { breaches, stops } = underRule(home, { ...rule, maxSkew: 0 });
    expect(breaches('a b c d -')).toEqual([]);
    expect(breaches('a b c d e')).toEqual(['1 maxSkew x: x1 x2 x3 x4 x5']);
    expect(stops('a b c d -', 'x5')).toContain('e even 1');
  });

  it('minDomains: a smaller group uses one for each placed member', () => {
    const { breaches, stops } = underRule(replicas, { ...rule, topology: 'host', minDomains: 3 });
    expect(breaches('a b c a')).toEqual([]);
    expect(breaches('a b b -')).toEqual(['1 minDomains x: x1 x2 x3']);
    expect(breaches('a b - -')).toEqual([]);
    expect(stops('a b - -', 'x3')).toEqual(['a even 1', 'b even 1', 'e closed 0!']);
  });

  it('measures each limit against its own start under noWorse', () => {
    const start = racks((builder) =>
      builder
        .workload('x1', { demand: {}, host: 'a' })
        .workload('x2', { demand: {}, host: 'c' })
        .workload('x3', { demand: {}, host: 'c' })
        .group('x', ['x1', 'x2', 'x3']),
    );
    const limits = { ...rule, topology: 'rack', mode: 'noWorse', maxPerDomain: 1, minPerDomain: 2 } as const;
    const { breaches, terms } = underRule(start, limits);
    expect(breaches('a c c')).toEqual([]);
    expect(breaches('a a c')).toEqual(['1 maxPerDomain x r1: x1 x2', '1 minPerDomain x r2: x3']);
    expect(terms.map((term) => [Object.keys(term).at(-2), Object.values(term).at(-2)])).toEqual([
      ['maxPerDomain', 1],
      ['minPerDomain', 2],
    ]);
  });
});
