import { describe, expect, it } from 'vitest';
import { underRule } from '../../test/support/small.ts';
import { createProblem } from '../problem/builder.ts';
import type { EligibilityOp } from '../problem/problem.ts';
import { satisfies } from './support/predicate.ts';

const gov = { zone: 'gov', mlps: 3 };
const zoned = createProblem()
  .host('g1', { capacity: {}, attributes: gov })
  .host('g2', { capacity: {}, attributes: { zone: 'gov', mlps: 2, taints: ['edge'] } })
  .host('i1', { capacity: {}, attributes: { zone: 'internet' } })
  .host('bare', { capacity: {} })
  .workload('tax', { demand: {}, attributes: { zone: 'gov', mlps: 3 } })
  .workload('news', { demand: {}, attributes: { zone: 'internet', tolerations: ['edge', 'other'] } })
  .workload('free', { demand: {} })
  .group('some', ['free']);
const zone = { id: 'zone', kind: 'eligibility', hostKey: 'zone', op: 'in', workloadKey: 'zone' } as const;

describe('eligibility', () => {
  it('binds workloads that want something, and leaves the others free', () => {
    const { breaches, stops } = underRule(zoned, zone);
    expect(breaches('g1 i1 bare')).toEqual([]);
    expect(breaches('i1 bare bare')).toEqual(['1 i1: tax', '1 bare: news']);
    expect(stops('- - -', 'tax')).toEqual(['i1 zone 0!', 'bare zone 0!']);
    expect(stops('- - -', 'free')).toEqual([]);
  });

  it('wants the empty list of a workload without the attribute under subsetOf (taints)', () => {
    const taints = underRule(zoned, {
      ...zone,
      id: 'taint',
      hostKey: 'taints',
      op: 'subsetOf',
      workloadKey: 'tolerations',
    });
    expect(taints.breaches('g2 g2 g2')).toEqual(['1 g2: tax', '1 g2: free']);
  });

  it('takes constant values for the members of groups', () => {
    const rule = {
      id: 'z',
      kind: 'eligibility',
      hostKey: 'zone',
      op: 'notIn',
      values: ['gov'],
      groups: ['some'],
    } as const;
    expect(underRule(zoned, rule).breaches('g1 g1 g1')).toEqual(['1 g1: free']);
    expect(underRule(zoned, rule).stops('- - -', 'tax')).toEqual([]);
  });

  it('lets a workload that stands wrong at the start stay wrong under noWorse', () => {
    const wrong = createProblem()
      .host('g', { capacity: {}, attributes: gov })
      .host('i', { capacity: {}, attributes: { zone: 'internet' } })
      .workload('w', { demand: {}, attributes: gov, host: 'i' })
      .workload('v', { demand: {}, attributes: gov, host: 'g' });
    const { breaches, stops } = underRule(wrong, { ...zone, mode: 'noWorse' });
    expect(breaches('i i')).toEqual(['1 i: v']);
    expect(stops('- -', 'w')).toEqual([]);
    expect(stops('- -', 'v')).toEqual(['i zone 0!']);
  });

  it('lowers to one class for each wanted value, none where every host will do', () => {
    const [term] = underRule(zoned, { ...zone, when: 'during' }).terms;
    expect(term).toMatchObject({ term: 'eligibility', when: 'after', classOf: Int32Array.of(0, 1, -1) });
    expect(term).toHaveProperty('allowed', [Uint8Array.of(1, 1, 0, 0), Uint8Array.of(0, 0, 1, 0)]);
    const anywhere = underRule(zoned, { id: 'z', kind: 'eligibility', hostKey: 'zone', op: 'notIn', values: ['dmz'] });
    expect(anywhere.terms[0]).toMatchObject({ classOf: Int32Array.of(-1, -1, -1), allowed: [] });
  });

  it.each<[EligibilityOp, string | number | string[] | undefined, (string | number)[], boolean]>([
    ['in', 'a', ['a', 'b'], true],
    ['in', ['x', 'b'], ['a', 'b'], true],
    ['in', undefined, ['a'], false],
    ['in', 'a', [], false],
    ['in', 3, ['3'], true],
    ['notIn', 'a', ['b'], true],
    ['notIn', ['a', 'b'], ['b'], false],
    ['notIn', undefined, ['b'], true],
    ['exists', 'a', [], true],
    ['exists', undefined, [], false],
    ['notExists', undefined, [], true],
    ['atLeast', 3, [3], true],
    ['atLeast', 2, [3], false],
    ['atLeast', '10', ['9'], true],
    ['atLeast', undefined, [1], false],
    ['atLeast', 'many', [1], false],
    ['atLeast', '', [0], false],
    ['atMost', 3, [3], true],
    ['atMost', 4, [3], false],
    ['containsAll', ['a', 'b', 'c'], ['c', 'a'], true],
    ['containsAll', ['a'], ['a', 'b'], false],
    ['containsAll', undefined, [], true],
    ['subsetOf', ['a'], ['a', 'b'], true],
    ['subsetOf', ['a', 'c'], ['a', 'b'], false],
    ['subsetOf', undefined, [], true],
  ])('%s: host %j, wanted %j -> %j', (op, host, wanted, expected) => {
    expect(satisfies(op, host, wanted)).toBe(expected);
  });
});
