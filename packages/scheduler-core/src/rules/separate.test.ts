import { describe, expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';

const replicas = racks((builder) =>
  builder
    .workload('x1', { demand: {}, host: 'a' })
    .workload('x2', { demand: {} })
    .workload('x3', { demand: {} })
    .workload('other', { demand: {} })
    .group('x', ['x1', 'x2', 'x3']),
);

describe('separate', () => {
  it('keeps members on different hosts', () => {
    const { breaches } = underRule(replicas, { id: 'apart', kind: 'separate', topology: 'host', groups: ['x'] });
    expect(breaches('a b c a')).toEqual([]);
    expect(breaches('b b b b')).toEqual(['2 maxPerDomain x b: x1 x2 x3']);
  });

  it('keeps members in different domains of a level', () => {
    const { breaches, stops, terms } = underRule(replicas, {
      id: 'apart',
      kind: 'separate',
      topology: 'rack',
      groups: ['x'],
    });
    expect(breaches('a b c a')).toEqual(['1 maxPerDomain x r1: x1 x2']);
    expect(stops('a - d a', 'x2')).toEqual(['a apart 1', 'b apart 1', 'c apart 1', 'd apart 1']);
    expect(stops('a - - a', 'x2')).toEqual(['a apart 1', 'b apart 1']);
    expect(stops('a - d -', 'other')).toEqual([]);
    expect(terms).toMatchObject([{ term: 'domainCount', topology: 0, maxPerDomain: 1 }]);
    expect(terms[0]).not.toHaveProperty('maxDomains');
  });

  it('lowers to nothing for a group without members', () => {
    const empty = racks((builder) => builder.group('x', []));
    expect(underRule(empty, { id: 'apart', kind: 'separate', topology: 'host', groups: ['x'] }).terms).toEqual([]);
  });

  it('counts a member also where it was, under during', () => {
    const rule = { id: 'apart', kind: 'separate', topology: 'host', groups: ['x'], when: 'during' } as const;
    expect(underRule(replicas, rule).breaches('b a c -')).toEqual(['1 maxPerDomain x a: x1 x2']);
    expect(underRule(replicas, rule).stops('b - c -', 'x2')).toEqual(['a apart 1', 'b apart 1', 'c apart 1']);
  });

  it('lets hosts outside the level take any number', () => {
    const outside = racks((builder) =>
      builder
        .host('loose', { capacity: { memMiB: 8 } })
        .workload('x1', { demand: {} })
        .workload('x2', { demand: {} })
        .group('x', ['x1', 'x2']),
    );
    const { breaches } = underRule(outside, { id: 'apart', kind: 'separate', topology: 'rack', groups: ['x'] });
    expect(breaches('loose loose')).toEqual([]);
  });
});
