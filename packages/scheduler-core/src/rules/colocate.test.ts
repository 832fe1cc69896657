import { describe, expect, it } from 'vitest';
import { racks, underRule } from '../../test/support/small.ts';

const tiers = racks((builder) =>
  builder
    .workload('web', { demand: {} })
    .workload('app', { demand: {} })
    .workload('db', { demand: {} })
    .group('system', ['web', 'app', 'db']),
);
const rule = { id: 'near', kind: 'colocate', topology: 'rack', groups: ['system'] } as const;

describe('colocate', () => {
  it('keeps a group in one domain', () => {
    const { breaches, stops, terms } = underRule(tiers, rule);
    expect(breaches('a b a')).toEqual([]);
    expect(breaches('a b c')).toEqual(['1 maxDomains system: web app db']);
    expect(stops('a - -', 'db')).toEqual(['c near 1', 'd near 1']);
    expect(terms).toMatchObject([{ term: 'domainCount', maxDomains: 1 }]);
  });

  it('keeps a group in at most so many domains', () => {
    const { breaches, stops } = underRule(tiers, { ...rule, topology: 'host', maxDomains: 2 });
    expect(breaches('a b a')).toEqual([]);
    expect(breaches('a b c')).toEqual(['1 maxDomains system: web app db']);
    expect(stops('a b -', 'db')).toEqual(['c near 1', 'd near 1']);
  });

  it('may stay as scattered as it was under noWorse', () => {
    const scattered = racks((builder) =>
      builder
        .workload('web', { demand: {}, host: 'a' })
        .workload('app', { demand: {}, host: 'c' })
        .workload('db', { demand: {}, host: 'd' })
        .group('system', ['web', 'app', 'db']),
    );
    const { breaches } = underRule(scattered, { ...rule, topology: 'host', mode: 'noWorse', maxDomains: 2 });
    expect(breaches('a b c')).toEqual([]);
    expect(underRule(scattered, { ...rule, mode: 'noWorse', topology: 'host' }).breaches('a c d')).toEqual([]);
  });
});
