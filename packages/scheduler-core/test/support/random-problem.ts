import fc from 'fast-check';
import type { Group, Host, Problem, RuleMode, RuleSpec, RuleWhen, Workload } from '../../src/problem/problem.ts';

/** Bounds of a random problem. The defaults are small enough for `bestPlacement` (at most 5^6 placements). */
export interface RandomProblemOptions {
  readonly maxHosts?: number;
  readonly maxWorkloads?: number;
  readonly maxRules?: number;
  readonly modes?: readonly RuleMode[];
  readonly whens?: readonly RuleWhen[];
  readonly kinds?: readonly RuleSpec['kind'][];
}

const DIMENSIONS = ['cpuMilli', 'memMiB'] as const;
const LEVELS = ['site', 'rack'] as const;
const TOPOLOGIES = ['host', ...LEVELS] as const;
const GROUPS = ['red', 'green', 'blue'] as const;
const ZONES = ['gov', 'internet', 'dmz'] as const;
export const KINDS = [
  'capacity',
  'domainCapacity',
  'eligibility',
  'separate',
  'conflict',
  'colocate',
  'spread',
  'exclusive',
  'balance',
  'moveCost',
  'moveDistance',
  'moveLimit',
  'moveGroupMax',
  'dependency',
  'card',
  'activation',
  'groupCapacity',
  'failoverReserve',
  'traffic',
] as const;

/** Problems over every rule, mode and `when`, with holes: hosts in no domain, closed hosts, pinned and new workloads. */
export function randomProblem(options: RandomProblemOptions = {}): fc.Arbitrary<Problem> {
  const { maxHosts = 4, maxWorkloads = 6 } = options;
  return fc
    .tuple(fc.integer({ min: 1, max: maxHosts }), fc.integer({ min: 1, max: maxWorkloads }))
    .chain(([hosts, workloads]) =>
      fc.record({
        formatVersion: fc.constant('1.0' as const),
        name: fc.constant('random'),
        dimensions: fc.constant(DIMENSIONS),
        levels: fc.constant(LEVELS),
        hosts: fc.tuple(...Array.from({ length: hosts }, (_, index) => randomHost(index))),
        workloads: fc.tuple(...Array.from({ length: workloads }, (_, index) => randomWorkload(index, hosts))),
        groups: fc.tuple(...GROUPS.map((id) => randomGroup(id, workloads))),
        rules: randomRules(options),
      }),
    )
    .map((problem) => ({ ...problem, rules: problem.rules.map((rule) => priceEveryPair(rule, problem.hosts.length)) }));
}

/** Without classes, a table of prices is as large as the fleet: filled in when that is known. */
function priceEveryPair(rule: RuleSpec, hosts: number): RuleSpec {
  if (rule.kind !== 'moveDistance' || rule.classes) return rule;
  const { length } = rule.prices;
  const row = (from: number) => Array.from({ length: hosts }, (_, to) => ((from * 7 + to * 5) % 4) * 90 ** length);
  return { ...rule, prices: Array.from({ length: hosts }, (_, from) => row(from)) };
}

/** A placement of the problem's workloads, some of them unplaced. */
export function randomPlacement(problem: Problem): fc.Arbitrary<Int32Array> {
  const { length } = problem.workloads;
  return fc
    .array(fc.integer({ min: -1, max: problem.hosts.length - 1 }), { minLength: length, maxLength: length })
    .map((hosts) => Int32Array.from(hosts));
}

function randomHost(index: number): fc.Arbitrary<Host> {
  return fc.record(
    {
      id: fc.constant(`host${index}`),
      capacity: fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 8 })),
      domains: fc.tuple(fc.constantFrom('s1', 's2'), fc.constantFrom('r1', 'r2', 'r3', '')),
      attributes: fc.record(
        {
          zone: fc.constantFrom(...ZONES),
          level: fc.integer({ min: 1, max: 4 }),
          traits: fc.subarray(['kunpeng', 'nvme', 'npu']),
          taints: fc.subarray(['storage', 'edge']),
        },
        { requiredKeys: ['zone'] },
      ),
      closed: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      cards: fc.record({ slots: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 })), { maxLength: 3 }) }),
    },
    { requiredKeys: ['id', 'capacity', 'domains', 'attributes'] },
  );
}

function randomWorkload(index: number, hosts: number): fc.Arbitrary<Workload> {
  return fc
    .record({
      demand: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 })),
      attributes: fc.record(
        {
          zone: fc.constantFrom(...ZONES),
          level: fc.integer({ min: 1, max: 4 }),
          traits: fc.subarray(['kunpeng', 'nvme', 'npu']),
          tolerations: fc.subarray(['storage', 'edge']),
          moveHours: fc.integer({ min: 0, max: 3 }),
        },
        { requiredKeys: [] },
      ),
      priority: fc.integer({ min: 0, max: 2 }),
      host: fc.option(fc.integer({ min: 0, max: hosts - 1 }), { freq: 2 }),
      cards: fc.record({ slots: fc.integer({ min: 1, max: 2 }) }, { requiredKeys: [] }),
      pinned: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
    })
    .map(({ host, pinned, ...workload }) => ({
      id: `workload${index}`,
      ...workload,
      ...(host === null ? {} : { host: `host${host}`, pinned }),
    }));
}

function randomGroup(id: string, workloads: number): fc.Arbitrary<Group> {
  return fc.subarray(Array.from({ length: workloads }, (_, index) => index)).map((members) => ({ id, members }));
}

function randomRules({ maxRules = 4, modes, whens, kinds = KINDS }: RandomProblemOptions): fc.Arbitrary<RuleSpec[]> {
  const modifiers = fc.record({
    mode: fc.constantFrom<RuleMode>(...(modes ?? ['hard', 'soft', 'noWorse'])),
    when: fc.constantFrom<RuleWhen>(...(whens ?? ['after', 'during'])),
    level: fc.integer({ min: 1, max: 2 }),
    weight: fc.integer({ min: 1, max: 3 }),
  });
  const rule = fc
    .constantFrom(...kinds)
    .chain((kind) => fc.tuple(modifiers, OPTIONS[kind]))
    .map(([base, options]) => ({ ...base, ...options }));
  return fc
    .array(rule, { minLength: 1, maxLength: maxRules })
    .map((rules) => rules.map((options, index) => ({ id: `rule${index}`, ...options }) as RuleSpec));
}

const topology = fc.constantFrom(...TOPOLOGIES);
const groups = fc.subarray([...GROUPS], { minLength: 1 });
const small = fc.integer({ min: 1, max: 3 });

/** Options of each rule, without the modifiers. */
const OPTIONS: Readonly<Record<RuleSpec['kind'], fc.Arbitrary<object>>> = {
  capacity: fc.record(
    {
      kind: fc.constant('capacity'),
      dimensions: fc.subarray([...DIMENSIONS], { minLength: 1 }),
      ratio: fc.constantFrom(0.5, 0.8, 1, 1.5, 3),
    },
    { requiredKeys: ['kind'] },
  ),
  domainCapacity: fc.record(
    {
      kind: fc.constant('domainCapacity'),
      topology,
      dimension: fc.constantFrom(...DIMENSIONS),
      limits: fc.dictionary(fc.constantFrom('s1', 'r1', 'r2', 'host0'), fc.integer({ min: 0, max: 12 })),
      defaultLimit: fc.integer({ min: 2, max: 12 }),
      groups,
    },
    { requiredKeys: ['kind', 'topology', 'dimension', 'limits'] },
  ),
  eligibility: fc.oneof(
    eligible({ hostKey: 'zone', op: 'in', workloadKey: 'zone' }),
    eligible({ hostKey: 'level', op: 'atLeast', workloadKey: 'level' }),
    eligible({ hostKey: 'level', op: 'atMost', values: [3] }),
    eligible({ hostKey: 'traits', op: 'containsAll', workloadKey: 'traits' }),
    eligible({ hostKey: 'taints', op: 'subsetOf', workloadKey: 'tolerations' }),
    eligible({ hostKey: 'zone', op: 'notIn', values: ['dmz'] }),
    eligible({ hostKey: 'traits', op: 'exists' }),
    eligible({ hostKey: 'taints', op: 'notExists' }),
  ),
  separate: fc.record({ kind: fc.constant('separate'), topology, groups }),
  conflict: fc.record({
    kind: fc.constant('conflict'),
    topology,
    groupA: fc.constantFrom(...GROUPS),
    groupB: fc.constantFrom(...GROUPS),
  }),
  colocate: fc.record(
    { kind: fc.constant('colocate'), topology, groups, maxDomains: small },
    { requiredKeys: ['kind', 'topology', 'groups'] },
  ),
  spread: fc.record(
    {
      kind: fc.constant('spread'),
      topology,
      groups,
      maxPerDomain: fc.integer({ min: 0, max: 3 }),
      minPerDomain: small,
      maxSkew: fc.integer({ min: 0, max: 2 }),
      minDomains: small,
    },
    { requiredKeys: ['kind', 'topology', 'groups'] },
  ),
  exclusive: fc.record({ kind: fc.constant('exclusive'), topology, groups }, { requiredKeys: ['kind', 'groups'] }),
  balance: fc.record({
    kind: fc.constant('balance'),
    mode: fc.constant('soft'),
    when: fc.constant('after'),
    dimensionA: fc.constantFrom(...DIMENSIONS),
    dimensionB: fc.constantFrom(...DIMENSIONS),
    target: fc.integer({ min: 0, max: 3 }),
  }),
  moveCost: fc.record(
    {
      kind: fc.constant('moveCost'),
      when: fc.constant('after'),
      price: fc.integer({ min: 0, max: 3 }),
      workloadKey: fc.constant('moveHours'),
      groups,
    },
    { requiredKeys: ['kind', 'when'] },
  ),
  moveDistance: fc.oneof(
    fc.record({
      kind: fc.constant('moveDistance'),
      when: fc.constant('after'),
      hostKey: fc.constant('zone'),
      classes: fc.constant(['gov', 'internet']),
      prices: fc.array(fc.array(fc.constantFrom(0, 1, 2, 300), { minLength: 2, maxLength: 2 }), {
        minLength: 2,
        maxLength: 2,
      }),
    }),
    // The number of rows tells `priceEveryPair` how large the prices are.
    fc.record({
      kind: fc.constant('moveDistance'),
      when: fc.constant('after'),
      prices: fc.array(fc.constant([]), { maxLength: 3 }),
    }),
  ),
  moveLimit: fc.record(
    { kind: fc.constant('moveLimit'), when: fc.constant('after'), limit: fc.nat(3), groups },
    { requiredKeys: ['kind', 'when', 'limit'] },
  ),
  card: fc.constant({ kind: 'card', mode: 'hard', when: 'after', cards: 'slots', dimensions: ['cpuMilli'] }),
  moveGroupMax: fc.record(
    { kind: fc.constant('moveGroupMax'), when: fc.constant('after'), limit: fc.nat(2), groups },
    { requiredKeys: ['kind', 'when', 'groups'] },
  ),
  activation: fc.record(
    { kind: fc.constant('activation'), price: fc.integer({ min: 0, max: 5 }), hostKey: fc.constant('level') },
    { requiredKeys: ['kind'] },
  ),
  groupCapacity: fc.record(
    {
      kind: fc.constant('groupCapacity'),
      when: fc.constant('after'),
      groups,
      limits: fc.dictionary(fc.constantFrom(...DIMENSIONS), fc.integer({ min: 0, max: 12 })),
      topology,
      domains: fc.subarray(['s1', 'r1', 'r2', 'host0', 'host1']),
    },
    { requiredKeys: ['kind', 'when', 'groups', 'limits'] },
  ),
  failoverReserve: fc.record(
    {
      kind: fc.constant('failoverReserve'),
      when: fc.constant('after'),
      topology,
      count: fc.integer({ min: 1, max: 2 }),
      scope: topology,
      dimensions: fc.subarray([...DIMENSIONS], { minLength: 1 }),
      ratio: fc.constantFrom(0.5, 1, 1.5),
    },
    { requiredKeys: ['kind', 'when', 'topology'] },
  ),
  traffic: fc.record(
    {
      kind: fc.constant('traffic'),
      mode: fc.constant('soft'),
      when: fc.constant('after'),
      rates: fc.dictionary(
        fc.constantFrom(...GROUPS),
        fc.dictionary(fc.constantFrom(...GROUPS), fc.integer({ min: 0, max: 5 })),
      ),
      prices: fc.dictionary(fc.constantFrom(...LEVELS), fc.integer({ min: 0, max: 4 })),
      apart: fc.integer({ min: 0, max: 6 }),
    },
    { requiredKeys: ['kind', 'mode', 'when', 'rates'] },
  ),
  dependency: fc.record({
    kind: fc.constant('dependency'),
    topology,
    needs: fc.dictionary(fc.constantFrom(...GROUPS), groups),
  }),
};

function eligible(options: object): fc.Arbitrary<object> {
  return fc.record(
    { kind: fc.constant('eligibility'), groups, ...constants(options) },
    { requiredKeys: ['kind', ...Object.keys(options)] as never },
  );
}

function constants(options: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [key, fc.constant(value)]));
}
