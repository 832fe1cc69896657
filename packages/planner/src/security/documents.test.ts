import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estateOf, fleetOf, policyOf } from '../../test/support/documents.ts';
import { checkEstate } from '../estate/check-estate.ts';
import { type AccessRule, accessRuleSchema } from '../estate/network-schema.ts';
import { lower } from '../lower.ts';
import { compareAccess } from './access-policy.ts';

const vm = (id: string, more: object = {}) => ({ id, vcpus: 1, memMiB: 1024, ...more });
const codes = (estate: Partial<Parameters<typeof estateOf>[0]>) =>
  checkEstate(estateOf({ workloads: [vm('any')], ...estate })).map(
    ({ code, severity, pointer }) => `${code} ${severity} ${pointer}`,
  );

describe('R3: networks of different tenants are disjoint', () => {
  const tenants = [{ id: 'a' }, { id: 'b' }];
  test.each<[string, object, object, string[]]>([
    ['apart', { tenant: 'a', cidrs: ['10.0.0.0/24'] }, { tenant: 'b', cidrs: ['10.0.1.0/24'] }, []],
    [
      'one inside the other',
      { tenant: 'a', cidrs: ['10.0.0.0/16'] },
      { tenant: 'b', cidrs: ['10.0.1.0/24'] },
      ['YQ1620 error /networks/1/cidrs'],
    ],
    [
      'the larger one second',
      { tenant: 'a', cidrs: ['10.0.1.0/24'] },
      { tenant: 'b', cidrs: ['10.0.0.0/16'] },
      ['YQ1620 error /networks/0/cidrs'],
    ],
    ['of one tenant', { tenant: 'a', cidrs: ['10.0.0.0/16'] }, { tenant: 'a', cidrs: ['10.0.1.0/24'] }, []],
    ['shared', { tenant: 'a', cidrs: ['10.0.0.0/16'], shared: true }, { tenant: 'b', cidrs: ['10.0.0.0/24'] }, []],
    [
      'of the other family',
      { tenant: 'a', cidrs: ['2001:db8::/32'] },
      { tenant: 'b', cidrs: ['2001:db8:1::/48', '10.0.0.0/8'] },
      ['YQ1620 error /networks/1/cidrs'],
    ],
    ['no range', { tenant: 'a', cidrs: ['10.0.0.0/33'] }, {}, ['YQ1601 error /networks/0/cidrs/0']],
  ])('%s', (_, one, other, expected) => {
    const networks = [
      { id: 'n', ...one },
      { id: 'o', ...other },
    ];
    expect(codes({ tenants, networks })).toEqual(expected);
  });

  test('workloads are attached to networks of their own tenant, with addresses of these', () => {
    const estate = {
      tenants,
      systems: [{ id: 's', tenant: 'a' }],
      networks: [
        { id: 'own', tenant: 'a', cidrs: ['10.0.0.0/24'] },
        { id: 'theirs', tenant: 'b', cidrs: ['10.0.1.0/24'] },
        { id: 'open', tenant: 'b', shared: true, cidrs: ['10.0.2.0/24'] },
      ],
      workloads: [
        vm('w', { system: 's', networks: ['own', 'theirs', 'open', 'none'] }),
        vm('x', { system: 's', networks: ['own', 'open'], ips: ['10.0.0.7', '10.0.2.7', '10.9.9.9'] }),
      ],
    };
    expect(codes(estate)).toEqual([
      'YQ1621 error /workloads/0/networks/1',
      'YQ1622 warning /workloads/0/networks/3',
      'YQ1623 warning /workloads/1/ips/2',
    ]);
  });
});

test('R2: networks lie in subnets of their zone, and carry workloads of that zone', () => {
  const zones = [
    { id: 'a', kind: 'business' as const, mlps: 3, subnets: ['10.1.0.0/16'] },
    { id: 'b', kind: 'business' as const, mlps: 3 },
  ];
  const fleet = fleetOf([{ id: 'r', zone: 'a', hosts: [{ id: 'h', profile: 'small' }] }], { zones });
  const estate = estateOf({
    networks: [
      { id: 'in', zone: 'a', cidrs: ['10.1.2.0/24'] },
      { id: 'out', zone: 'a', cidrs: ['10.2.0.0/24'] },
    ],
    workloads: [vm('w', { zone: 'a', networks: ['in'] }), vm('x', { zone: 'b', networks: ['in'] })],
  });
  const found = lower(estate, fleet, policyOf()).diagnostics.filter(({ severity }) => severity === 'error');
  expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'YQ2106 /networks/1/cidrs/0',
    'YQ2107 /workloads/1/networks/0',
  ]);
});

describe('R5: access policies are equal at source and target', () => {
  const rule = (parts: object = {}) => accessRuleSchema.parse(parts);
  const compare = (source: object[], target: object[]) =>
    compareAccess({ source: source.map(rule), target: target.map(rule) });

  test.each<[string, object[], object[], string[], string[]]>([
    ['order and repeats', [{ ports: [80, 443] }], [{ ports: [443] }, { ports: [80, 443] }], [], []],
    ['neighbouring ranges', [{ ports: ['1-10'] }], [{ ports: ['1-5'] }, { ports: ['6-10'] }], [], []],
    ['all protocols', [{ protocol: 'any' }], [{}, { protocol: 'udp' }, { protocol: 'icmp' }], [], []],
    ['host bits', [{ peer: '10.0.0.9/24' }], [{ peer: '10.0.0.0/24' }], [], []],
    ['everybody', [{ peer: '0.0.0.0/0' }], [{ peer: 'any' }], [], []],
    ['a port short', [{ ports: ['80-90'] }], [{ ports: ['80-84', '86-90'] }], ['in tcp 85 any'], []],
    ['more open', [{ peer: '10.0.0.0/24' }], [{ peer: '10.0.0.0/24' }, { peer: 'any' }], [], ['in tcp any']],
    [
      'another peer',
      [{ peer: '10.0.0.0/24', ports: [22] }],
      [{ peer: '2001:db8::1', ports: [22] }],
      ['in tcp 22 10.0.0.0/24'],
      ['in tcp 22 2001:db8:0:0:0:0:0:1'],
    ],
    ['another direction', [{ direction: 'out' }], [{}], ['out tcp any'], ['in tcp any']],
  ])('%s', (_, source, target, missing, added) => {
    expect(compare(source, target)).toEqual({ missing, added });
  });

  test('agrees with a comparison port by port', () => {
    const port = fc.integer({ min: 0, max: 12 });
    const ports = fc.oneof(
      port,
      fc.tuple(port, port).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    );
    const rules = fc.array(
      fc.record({
        protocol: fc.constantFrom('tcp', 'udp', 'any'),
        peer: fc.constantFrom('any', '10.0.0.0/24', '10.0.0.1/24', 'system:a'),
        ports: fc.array(ports, { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 4 },
    );
    const open = (list: readonly AccessRule[]) => {
      const all = new Set<string>();
      for (const { protocol, peer, ports: given = [] } of list)
        for (const one of protocol === 'any' ? ['tcp', 'udp', 'icmp'] : [protocol])
          for (let number = 0; number <= 12; number++)
            if (one === 'icmp' || given.some((p) => inside(String(p), number)))
              all.add(`${one} ${peer.startsWith('10.') ? '10' : peer} ${number}`);
      return all;
    };
    const inside = (text: string, number: number) => {
      const [from, to = from] = text.split('-').map(Number);
      return from! <= number && number <= to!;
    };
    fc.assert(
      fc.property(rules, rules, (a, b) => {
        const [source, target] = [a.map(rule), b.map(rule)];
        const [before, after] = [open(source), open(target)];
        const { missing, added } = compareAccess({ source, target });
        expect(missing.length > 0).toBe(![...before].every((one) => after.has(one as never)));
        expect(added.length > 0).toBe(![...after].every((one) => before.has(one as never)));
      }),
      { numRuns: 300 },
    );
  });

  test('an estate tells what differs, what is open to all, and what leads nowhere', () => {
    const wide = [{ protocol: 'any' as const }];
    expect(
      codes({
        systems: [{ id: 's' }],
        accessPolicies: [
          { of: 'system:s', source: [{ ports: [80] }], target: [{ ports: [443] }] },
          { of: 'system:s', source: wide, target: wide },
          { of: 'system:t', source: [], target: [] },
          { of: 's', source: [{ ports: ['9-3'] }], target: [] },
        ],
      }),
    ).toEqual([
      'YQ1624 warning /accessPolicies/0',
      'YQ1625 error /accessPolicies/1/of',
      'YQ1626 warning /accessPolicies/1/target',
      'YQ1103 error /accessPolicies/2/of',
      'YQ1114 error /accessPolicies/3/of',
      'YQ1613 error /accessPolicies/3/source/0/ports/0',
    ]);
  });
});
