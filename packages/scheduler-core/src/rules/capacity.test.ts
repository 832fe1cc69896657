import { describe, expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';
import { scaledCapacity } from './capacity.ts';

const loads = racks((builder) =>
  builder
    .workload('small', { demand: { memMiB: 3 } })
    .workload('big', { demand: { memMiB: 6 }, host: 'a' })
    .workload('huge', { demand: { memMiB: 13 } }),
);

describe('capacity', () => {
  it('holds the demands on a host under its capacity', () => {
    const { breaches } = underRule(loads, { id: 'room', kind: 'capacity' });
    expect(breaches('b a -')).toEqual([]);
    expect(breaches('a a d')).toEqual(['1 memMiB a: small big', '5 memMiB d: huge']);
  });

  it('scales by the ratio, and checks only the dimensions named', () => {
    const overcommit = underRule(loads, { id: 'room', kind: 'capacity', ratio: 1.5, dimensions: ['memMiB'] });
    expect(overcommit.breaches('a a d')).toEqual(['1 memMiB d: huge']);
    expect(underRule(loads, { id: 'room', kind: 'capacity', dimensions: [] }).breaches('a a a')).toEqual([]);
  });

  it('forgives the rounding of decimal ratios, and stays within what the kernel counts', () => {
    expect(100 * 0.29).toBeLessThan(29);
    expect(scaledCapacity(100, 0.29)).toBe(29);
    expect(scaledCapacity(7, 0.5)).toBe(3);
    expect(scaledCapacity(2_000_000_000, 4)).toBe(2_147_483_647);
  });

  it('counts a workload that moves also on the host it leaves, under during', () => {
    expect(underRule(loads, { id: 'room', kind: 'capacity', when: 'during' }).breaches('a b -')).toEqual([
      '1 memMiB a: small big',
    ]);
    expect(underRule(loads, { id: 'room', kind: 'capacity', when: 'after' }).breaches('a b -')).toEqual([]);
    expect(underRule(loads, { id: 'room', kind: 'capacity', when: 'during' }).breaches('a - -')).toEqual([]);
  });

  it('says what is missing, and whether others could make room', () => {
    const { stops } = underRule(loads, { id: 'room', kind: 'capacity' });
    expect(stops('- a -', 'small')).toEqual(['a memMiB 1']);
    expect(stops('- a -', 'huge')).toEqual(['a memMiB 11!', 'b memMiB 5!', 'c memMiB 5!', 'd memMiB 5!']);
    expect(stops('- a -', 'big')).toEqual([]);
  });

  it('lowers to one term for each dimension with the limit of each host', () => {
    const { terms } = underRule(loads, { id: 'room', kind: 'capacity', ratio: 0.5, mode: 'soft', level: 2, weight: 3 });
    expect(terms).toEqual([
      {
        rule: 0,
        mode: 'soft',
        when: 'after',
        level: 2,
        weight: 3,
        term: 'capacity',
        dimension: 0,
        limit: Int32Array.of(4, 4, 4, 4),
      },
    ]);
  });
});
