import { expandFleet, type FleetInput, fleetSchema } from '@yunqian/hw-model';
import fc from 'fast-check';
import type { EstateInput } from '../../src/estate/schema.ts';
import { estateOf, policyOf, profileOf } from './documents.ts';

/** There in one case of `of`. */
const maybe = <T>(key: string, value: fc.Arbitrary<T>, of = 2) =>
  fc.oneof(
    { weight: of - 1, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: value.map((given) => ({ [key]: given })) },
  );
const several = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((found) => Object.assign({}, ...found) as object);
const zone = fc.constantFrom('a', 'b');

function randomFleet(): fc.Arbitrary<FleetInput> {
  const host = several(
    fc.record({ profile: fc.constantFrom('small', 'big', 'big', 'arm'), count: fc.integer({ min: 1, max: 3 }) }),
    maybe('zone', zone),
    maybe('pool', fc.constantFrom('shared', 'dedicated'), 6),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          { role: 'management' },
          { role: 'bareMetal' },
          { taints: ['dedicated=ai'] },
          { traits: ['ssd'] },
          { closed: true },
        ),
      },
    ),
  );
  const hosts = fc
    .array(host, { minLength: 1, maxLength: 3 })
    .map((list) => list.map((entry, i) => ({ id: `h${i}`, ...entry })));
  const rack = several(
    fc.record({ zone, count: fc.integer({ min: 1, max: 2 }), hosts }),
    fc.constantFrom({}, { tor: { model: 'tor', uplinkMbps: 400 } }),
  );
  const racks = fc
    .array(rack, { minLength: 1, maxLength: 2 })
    .map((list) => list.map((entry, i) => ({ id: `r${i}`, ...entry })));
  const pool = several(
    fc.record({ type: fc.constantFrom('ssd', 'sas'), usableGiB: fc.integer({ min: 50, max: 400 }) }),
    maybe('zones', fc.constantFrom(['a'], ['b'], ['a', 'b'])),
  );
  const pools = fc.array(pool, { maxLength: 4 }).map((list) => list.map((entry, i) => ({ id: `p${i}`, ...entry })));
  return fc.tuple(racks, pools).map(
    ([rackList, storagePools]) =>
      ({
        kind: 'fleet',
        formatVersion: '1.0',
        name: 'random',
        zones: [
          { id: 'a', kind: 'business', mlps: 3 },
          { id: 'b', kind: 'business', mlps: 2 },
        ],
        profiles: [
          profileOf('small', 8, 32, { units: 1, powerW: 100 }),
          profileOf('big', 32, 128, { units: 1, powerW: 100, accelerators: [{ model: 'V', count: 2 }] }),
          profileOf('arm', 16, 64, { units: 1, powerW: 100, arch: 'aarch64' }),
        ],
        clouds: [{ id: 'c', sites: [{ id: 's', rooms: [{ id: 'm', racks: rackList }], storagePools }] }],
      }) as FleetInput,
  );
}

function randomEstate(): fc.Arbitrary<EstateInput> {
  const volume = several(
    fc.record({ sizeGiB: fc.integer({ min: 1, max: 120 }) }),
    maybe('type', fc.constantFrom('ssd', 'sas')),
  );
  const workload = several(
    fc.record({
      vcpus: fc.constantFrom(0.5, 1, 2, 4, 8),
      memMiB: fc.constantFrom(512, 4096, 16_384),
      count: fc.integer({ min: 1, max: 4 }),
    }),
    maybe('system', fc.constantFrom('s0', 's1', 's2')),
    maybe('zone', zone, 4),
    maybe('arch', fc.constantFrom('x86_64', 'x86_64', 'aarch64'), 3),
    maybe('nicMbps', fc.constantFrom(10, 100)),
    maybe('volumes', fc.array(volume, { maxLength: 2 })),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          { kind: 'bareMetal' },
          { kind: 'container' },
          { tolerations: ['dedicated'] },
          { tolerations: ['role=management'] },
          { pool: 'dedicated' },
          { traits: ['ssd'] },
          { accelerators: [{ model: 'V', count: 0.5 }] },
          { powerState: 'off' },
          { priority: 5 },
        ),
      },
    ),
  );
  return fc.array(workload, { minLength: 1, maxLength: 10 }).map(
    (list) =>
      ({
        kind: 'estate',
        formatVersion: '1.0',
        name: 'random',
        tenants: [{ id: 't' }],
        systems: [
          { id: 's0', tenant: 't', zone: 'a', mlps: 3, components: [{ id: 'web', role: 'web' }] },
          { id: 's1', tenant: 't', mlps: 2, criticality: 'core', components: [{ id: 'web', role: 'web' }] },
          { id: 's2', components: [{ id: 'web', role: 'web' }] },
        ],
        workloads: list.map((entry, i) => ({
          id: `w${i}`,
          ...entry,
          ...('system' in entry && i % 2 === 0 ? { component: 'web' } : {}),
        })),
      }) as unknown as EstateInput,
  );
}

function randomPolicy(): fc.Arbitrary<object> {
  const select = fc.constantFrom(
    {},
    { systems: ['s0'] },
    { systems: ['s1', 's2'] },
    { roles: ['web'] },
    { mlpsAtLeast: 3 },
  );
  const common = {
    select,
    mode: fc.constantFrom('hard', 'soft', 'noWorse'),
    when: fc.constantFrom('after', 'during'),
    topology: fc.constantFrom('host', 'rack', 'zone'),
    per: fc.constantFrom('all', 'component', 'system', 'workload'),
  };
  const { select: _, per, ...placed } = common;
  const rule = fc.oneof(
    fc.record({ rule: fc.constant('separate'), ...common }),
    fc.record({ rule: fc.constant('colocate'), ...common, maxDomains: fc.integer({ min: 1, max: 2 }) }),
    several(
      fc.record({ rule: fc.constant('spread'), ...common, maxPerDomain: fc.integer({ min: 1, max: 3 }) }),
      maybe('maxSkew', fc.integer({ min: 1, max: 2 })),
      maybe('minDomains', fc.constant(2)),
    ),
    fc.record({ rule: fc.constant('exclusive'), ...common }),
    fc.record({
      rule: fc.constant('conflict'),
      ...placed,
      a: fc.constant({ systems: ['s0'] }),
      b: fc.constant({ systems: ['s1'] }),
    }),
    fc.record({
      rule: fc.constant('dependency'),
      ...placed,
      a: fc.constant({ systems: ['s0'] }),
      b: fc.constantFrom({ roles: ['web'] }, { systems: ['s1'] }),
    }),
    fc.record({ rule: fc.constant('moveLimit'), select, mode: common.mode, limit: fc.nat(2) }),
    fc.record({ rule: fc.constant('moveCost'), select, price: fc.nat(3) }),
    fc.record({ rule: fc.constant('activation'), price: fc.nat(3) }),
    fc.record({ rule: fc.constant('traffic'), select, apart: fc.nat(3) }),
    fc.record({
      rule: fc.constant('quota'),
      select,
      mode: common.mode,
      per: fc.constantFrom('all', 'system'),
      amounts: fc.record({ vcpus: fc.integer({ min: 0, max: 20 }) }),
    }),
    fc.record({
      rule: fc.constant('reserve'),
      mode: common.mode,
      topology: common.topology,
      ratio: fc.constantFrom(1, 4),
    }),
    fc.record({
      rule: fc.constant('eligibility'),
      select,
      mode: common.mode,
      host: fc.constantFrom('rack', 'arch', 'zone'),
      op: fc.constantFrom('in', 'notIn'),
      values: fc.constantFrom(['r0'], ['x86_64'], ['a']),
    }),
    fc.record({
      rule: fc.constant('capacity'),
      mode: fc.constantFrom('hard', 'soft'),
      dimensions: fc.constant(['vcpus']),
      ratio: fc.constantFrom(0.5, 0.8, 1.5),
    }),
    fc.record({
      rule: fc.constant('domainCapacity'),
      select,
      mode: common.mode,
      topology: fc.constantFrom('rack', 'zone'),
      dimension: fc.constantFrom('vcpus', 'memMiB'),
      defaultLimit: fc.constantFrom(8, 20_000),
    }),
  );
  return several(
    fc.array(rule, { maxLength: 4 }).map((list) => ({ rules: list.map((each, i) => ({ id: `rule-${i}`, ...each })) })),
    maybe('poweredOff', fc.constant('omit')),
    maybe(
      'builtin',
      fc.constantFrom({ zone: 'soft' }, { storage: 'soft' }, { storage: 'off' }, { mlps: 'off', arch: 'off' }),
    ),
  );
}

/** Small documents that belong together: zones, levels, pools, taints, bare metal, volumes, rules of every kind. */
export const randomDocuments = fc
  .record({ estate: randomEstate(), fleet: randomFleet(), policy: randomPolicy() })
  .map(({ estate, fleet, policy }) => ({
    estate: estateOf(estate),
    fleet: expandFleet(fleetSchema.parse(fleet)),
    policy: policyOf(policy),
  }));
