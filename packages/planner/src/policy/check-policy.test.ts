import { describe, expect, test } from 'vitest';
import { policyOf } from '../../test/support/documents.ts';
import { checkPolicy } from './check-policy.ts';

const check = (...rules: object[]) =>
  checkPolicy(policyOf({ rules })).map(({ code, severity, pointer }) => `${code} ${severity} ${pointer}`);

describe('checkPolicy', () => {
  test('has nothing to say of sound rules', () => {
    expect(
      check(
        { rule: 'spread', id: 'a', maxPerDomain: 2, minPerDomain: 2 },
        { rule: 'eligibility', id: 'b', host: 'label:ssd', op: 'exists' },
        { rule: 'eligibility', id: 'c', host: 'mlps', op: 'atLeast', values: [3] },
        { rule: 'domainCapacity', id: 'd', dimension: 'memMiB', defaultLimit: 0 },
        { rule: 'capacity', id: 'e', dimensions: ['vcpus'], ratio: 2 },
      ),
    ).toEqual([]);
  });

  test.each<[string, object[], string[]]>([
    [
      'ids used twice or by built-in rules',
      [
        { rule: 'separate', id: 'a' },
        { rule: 'separate', id: 'a' },
        { rule: 'separate', id: 'zone' },
        { rule: 'separate', id: 'closed' },
      ],
      ['YQ1301 error /rules/1/id', 'YQ1302 error /rules/2/id', 'YQ1302 error /rules/3/id'],
    ],
    ['a spread without a limit', [{ rule: 'spread', id: 'a' }], ['YQ1303 error /rules/0']],
    [
      'contradictory limits',
      [{ rule: 'spread', id: 'a', minPerDomain: 3, maxPerDomain: 2 }],
      ['YQ1304 error /rules/0/minPerDomain'],
    ],
    [
      'an attribute that hosts do not have',
      [{ rule: 'eligibility', id: 'a', host: 'zones', op: 'exists' }],
      ['YQ1305 error /rules/0/host'],
    ],
    [
      'values in excess and values missing',
      [
        { rule: 'eligibility', id: 'a', host: 'zone', op: 'exists', values: ['x'] },
        { rule: 'eligibility', id: 'b', host: 'zone', op: 'in' },
      ],
      ['YQ1306 warning /rules/0/values', 'YQ1307 error /rules/1/op'],
    ],
    [
      'comparison with words',
      [{ rule: 'eligibility', id: 'a', host: 'mlps', op: 'atLeast', values: ['high'] }],
      ['YQ1308 error /rules/0/values'],
    ],
    ['a limit of nothing', [{ rule: 'domainCapacity', id: 'a', dimension: 'memMiB' }], ['YQ1309 error /rules/0']],
    ['memory sold twice', [{ rule: 'capacity', id: 'a', ratio: 1.5 }], ['YQ1310 warning /rules/0/ratio']],
  ])('finds %s', (_, rules, expected) => {
    expect(check(...rules)).toEqual(expected);
  });
});
