import { type ExpandedFleet, expandFleet, type FleetInput, fleetSchema } from '@yunqian/hw-model';
import { describe, expect, test } from 'vitest';
import { estateOf, policyOf, profileOf } from '../../test/support/documents.ts';
import type { Estate } from '../estate/schema.ts';
import { explanationClauses } from '../plan/clauses.ts';
import { createPlan } from '../plan/create-plan.ts';
import { explainPlan } from '../plan/explain-plan.ts';
import { explanationText } from '../plan/explanation-text.ts';
import type { Plan } from '../plan/schema.ts';
import { verifyPlan } from '../plan/verify-plan.ts';
import type { Policy } from '../policy/schema.ts';
import { requirementOf, requirements } from './requirements.ts';

type Site = FleetInput['clouds'][number]['sites'][number];
type Rack = Site['rooms'][number]['racks'][number];

const zone = (id: string, kind: 'internet' | 'public' | 'private' | 'management', mlps = 3) => ({ id, kind, mlps });
const zones = [
  zone('edge', 'internet'),
  zone('public', 'public'),
  zone('private', 'private'),
  zone('ops', 'management'),
];
const rack = (id: string, count: number, more: Partial<Rack> = {}): Rack => ({
  id,
  zone: id,
  hosts: [{ id: 'h', count, profile: 'small' }],
  ...more,
});
const site = (id: string, racks: Rack[], more: Partial<Site> = {}): Site => ({
  id,
  rooms: [{ id: 'm', racks }],
  ...more,
});

function fleetWith(sites: Site[], more: Partial<FleetInput> = {}): ExpandedFleet {
  const fleet = expandFleet(
    fleetSchema.parse({
      kind: 'fleet',
      formatVersion: '1.0',
      name: 'test',
      zones,
      profiles: [profileOf('small', 16, 64, { units: 1, powerW: 100 })],
      clouds: [{ id: 'c', sites }],
      ...more,
    }),
  );
  expect(fleet.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return fleet;
}

const vm = (id: string, more: object = {}) => ({ id, vcpus: 2, memMiB: 4096, zone: 'public', ...more });

interface Case {
  readonly estate: Estate;
  readonly fleet: ExpandedFleet;
  readonly policy?: Policy;
}

async function planned(documents: Case): Promise<Plan> {
  const { plan, diagnostics } = await createPlan(documents);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(faults(plan!, documents)).toEqual([]);
  return plan!;
}

/** Codes of what verification finds wrong, and ids of hard rules that are broken. */
function faults(plan: Plan, documents: Case): string[] {
  const { violations, diagnostics } = verifyPlan({ plan, ...documents });
  const broken = violations.filter(({ mode }) => mode !== 'soft').map(({ rule }) => rule);
  const codes = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return [...new Set([...broken, ...codes])].sort();
}

/** The plan with some workloads put elsewhere by hand. */
const moved = (plan: Plan, hosts: Readonly<Record<string, string>>): Plan => ({
  ...plan,
  placements: plan.placements.map((placement) => ({ ...placement, host: hosts[placement.workload] ?? placement.host })),
});

const hostOf = (plan: Plan, id: string): string | undefined =>
  plan.placements.find(({ workload }) => workload === id)?.host;
const unplaced = (plan: Plan): string[] => plan.unplaced.map(({ workload }) => workload);

function explained(plan: Plan, documents: Case, workload: string): string {
  const explanation = explainPlan({ plan, ...documents }, workload);
  const zh = explanationClauses(explanation, 'zh-CN', plan.rules).join('\n');
  expect(zh === '' || /[\u4e00-\u9fff]/.test(zh)).toBe(true);
  return [explanationText(explanation, 'en'), ...explanationClauses(explanation, 'en', plan.rules)].join('\n');
}

test('fifteen requirements, each with a clause, a source and both languages; a rule serves one', () => {
  expect(requirements.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, i) => `R${i + 1}`));
  for (const { clause, source, text } of requirements) {
    expect(clause.length * source.length * text.en.length).toBeGreaterThan(0);
    expect(text['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
  }
  const rules = requirements.flatMap((requirement) => requirement.rules);
  expect(new Set(rules).size).toBe(rules.length);
  expect(requirementOf('iops:ssd')?.id).toBe('R15');
  expect([requirementOf('storage')?.id, requirementOf('storage:ssd')]).toEqual(['R12', undefined]);
  expect(requirementOf('separate-them')).toBeUndefined();
});

describe('R1: no system above its platform', () => {
  const low = { id: 'low', kind: 'public' as const, mlps: 2 };
  const fleet = fleetWith([site('s', [rack('public', 1), rack('low', 2)])], { zones: [...zones, low] });
  const estate = estateOf({ workloads: [vm('a', { zone: undefined, mlps: 3 }), vm('big', { zone: 'low', mlps: 3 })] });
  test('binds, is explained, and a breach is caught', async () => {
    const plan = await planned({ estate, fleet });
    expect(hostOf(plan, 'a')).toContain('/public/');
    expect(unplaced(plan)).toEqual(['big']);
    expect(explained(plan, { estate, fleet }, 'big')).toContain('R1, GB/T 22239-2019 8.2.2.1 a)');
    expect(faults(moved(plan, { a: 'c/s/m/low/h-01' }), { estate, fleet })).toEqual(
      expect.arrayContaining(['YQ3101', 'mlps']),
    );
  });
});

describe('R2: zones talk through declared boundaries only', () => {
  const racks = [rack('edge', 1), rack('public', 2), rack('private', 1)];
  const allow = [{ from: 'edge', to: 'public', ports: [443, '8000-8099'] }];
  const boundary = { id: 'fw', site: 'c/s', zones: ['edge', 'public'], throughputMbps: 100, sessions: 1000, allow };
  const web = vm('web', { zone: 'edge' });
  const call = { from: 'workload:web', to: 'workload:app' };

  test.each<[string, object, string[]]>([
    ['allowed', { ...call, port: 443 }, []],
    ['allowed by a range', { ...call, port: 8042 }, []],
    ['of a port that is not allowed', { ...call, port: 22 }, ['YQ2101']],
    ['of no port, where ports are listed', call, ['YQ2101']],
    ['the other way round', { from: 'workload:app', to: 'workload:web', port: 443 }, ['YQ2101']],
    ['to a zone that the boundary does not join', { from: 'workload:web', to: 'workload:db', port: 443 }, ['YQ2101']],
    ['inside a zone', { from: 'workload:app', to: 'workload:app2' }, []],
  ])('a flow %s', async (_, dependency, codes) => {
    const estate = estateOf({
      workloads: [web, vm('app'), vm('app2'), vm('db', { zone: 'private' })],
      dependencies: [dependency as { from: string; to: string }],
    });
    const { plan, diagnostics } = await createPlan({
      estate,
      fleet: fleetWith([site('s', racks)], { boundaries: [boundary] }),
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(codes);
    expect(plan === undefined).toBe(codes.length > 0);
  });

  test('a flow may be guarded in one site only: the called workload goes there; elsewhere it is caught', async () => {
    const fleet = fleetWith([site('s', racks), site('t', [rack('public', 4)])], { boundaries: [boundary] });
    const estate = estateOf({
      workloads: [web, vm('app', { count: 8, vcpus: 8 })],
      dependencies: [{ ...call, port: 443, bandwidthMbps: 10 }],
    });
    const plan = await planned({ estate, fleet });
    expect(plan.placements.filter(({ host }) => host.startsWith('c/t/'))).toEqual([]);
    expect(unplaced(plan).length).toBe(4);
    expect(explained(plan, { estate, fleet }, unplaced(plan)[0]!)).toMatch(
      /boundary.*R2, GB\/T 22239-2019 8\.1\.2\.1/s,
    );
    const wrong = moved(plan, {
      [plan.placements.find(({ workload }) => workload !== 'web')!.workload]: 'c/t/m/public/h-01',
    });
    expect(faults(wrong, { estate, fleet })).toEqual(expect.arrayContaining(['YQ3102', 'boundary']));
  });

  test('what a policy makes soft is a warning', async () => {
    const estate = estateOf({ workloads: [web, vm('app')], dependencies: [call] });
    const documents = {
      estate,
      fleet: fleetWith([site('s', racks)], { boundaries: [boundary] }),
      policy: policyOf({ builtin: { boundary: 'soft' } }),
    };
    expect((await createPlan(documents)).diagnostics).toMatchObject([{ code: 'YQ2101', severity: 'warning' }]);
  });

  test('R15: a boundary carries its throughput and sessions, standby devices nothing', async () => {
    const fleet = fleetWith([site('s', racks)], { boundaries: [boundary] });
    const many = (figures: object) => ({
      estate: estateOf({
        workloads: [web, vm('app', { count: 4 })],
        dependencies: [{ ...call, port: 443, ...figures }],
      }),
      fleet,
    });
    const within = await planned(many({ bandwidthMbps: 100, sessions: 1000 }));
    expect(unplaced(within)).toEqual([]);
    expect(within.utilisation.network).toEqual([
      { kind: 'boundary', id: 'fw', used: 100, limit: 100 },
      { kind: 'boundarySessions', id: 'fw', used: 1000, limit: 1000 },
    ]);
    for (const figures of [{ bandwidthMbps: 200 }, { sessions: 2000 }]) {
      const plan = await planned(many(figures));
      expect(unplaced(plan).length).toBe(2);
      const left = unplaced(plan)[0]!;
      expect(explained(plan, many(figures), left)).toContain('R15, GB/T 22239-2019 8.1.2.1 a) b)');
      const whole: Plan = {
        ...plan,
        placements: [
          ...plan.placements,
          ...unplaced(plan).map((workload) => ({ workload, host: 'c/s/m/public/h-01', volumes: [] })),
        ],
        unplaced: [],
      };
      expect(faults(whole, many(figures))).toContain('YQ3115');
    }
  });
});

describe('R4: a pool of its own for level 4', () => {
  const hosts = [
    { id: 'h', count: 2, profile: 'small' },
    { id: 'x', count: 1, profile: 'small', pool: 'level4' },
  ];
  const four = { id: 'four', kind: 'private' as const, mlps: 4 };
  const fleet = fleetWith([site('s', [rack('four', 1, { hosts })])], { zones: [four] });
  const estate = estateOf({
    workloads: [
      vm('top', { zone: 'four', mlps: 4, pool: 'level4' }),
      vm('also', { zone: 'four', mlps: 3, pool: 'level4' }),
      vm('two', { zone: 'four', mlps: 2 }),
      vm('three', { zone: 'four', mlps: 3 }),
    ],
  });
  test('levels 2 and 3 share, level 4 does not', async () => {
    const plan = await planned({ estate, fleet });
    expect(hostOf(plan, 'two')).toBe(hostOf(plan, 'three'));
    expect(unplaced(plan).length).toBe(1);
    const [left] = unplaced(plan) as [string];
    expect(['top', 'also']).toContain(left);
    expect(explained(plan, { estate, fleet }, left)).toContain('R4, GB/T 22239-2019 9.2.2.1');
    const whole: Plan = {
      ...plan,
      placements: [...plan.placements, { workload: left, host: 'c/s/m/four/x', volumes: [] }],
      unplaced: [],
    };
    expect(faults(whole, { estate, fleet })).toEqual(expect.arrayContaining(['YQ3104', 'level4Pool']));
  });
});

describe('R9: the management plane apart, and large enough', () => {
  const fleet = fleetWith([site('s', [rack('public', 1), rack('ops', 2)])]);
  const estate = estateOf({ workloads: [vm('any', { zone: undefined, count: 12 }), vm('tool', { zone: 'ops' })] });
  test('workloads without a zone stay out of it', async () => {
    const plan = await planned({ estate, fleet });
    expect(unplaced(plan).length).toBe(4);
    expect(explained(plan, { estate, fleet }, unplaced(plan)[0]!)).toContain('R9, GB/T 22239-2019 8.2.5.1 b)');
    const first = plan.placements.find(({ workload }) => workload.startsWith('any'))!.workload;
    expect(faults(moved(plan, { [first]: 'c/s/m/ops/h-01' }), { estate, fleet })).toEqual(
      expect.arrayContaining(['YQ3109', 'plane']),
    );
  });
  test('its size follows the published table', async () => {
    const hosts = [
      { id: 'h', count: 2, profile: 'small' },
      { id: 'ctl', count: 2, profile: 'small', role: 'management' as const },
    ];
    const small = {
      estate: estateOf({ workloads: [vm('a')] }),
      fleet: fleetWith([site('s', [rack('public', 1, { hosts })])]),
    };
    expect((await createPlan(small)).diagnostics).toMatchObject([
      { code: 'YQ2104', severity: 'warning', params: { nodes: 2, needed: 3 } },
    ]);
    const strict = { ...small, policy: policyOf({ builtin: { managementSize: 'hard' } }) };
    const refused = await createPlan(strict);
    expect([refused.plan, refused.diagnostics[0]?.severity]).toEqual([undefined, 'error']);
    const { plan } = await createPlan(small);
    expect(faults(plan!, strict)).toContain('YQ2104');
  });
});

describe('R11: vCPUs by the formula, memory once', () => {
  const fleet = fleetWith([site('s', [rack('public', 1)])]);
  test('binds, is explained, and a breach is caught', async () => {
    const estate = estateOf({ workloads: [vm('a', { count: 9 })] });
    const plan = await planned({ estate, fleet });
    expect(unplaced(plan).length).toBe(1);
    expect(explained(plan, { estate, fleet }, unplaced(plan)[0]!)).toContain('R11, vCPU = (sockets x cores x threads');
    const [last] = unplaced(plan) as [string];
    const whole: Plan = {
      ...plan,
      placements: [...plan.placements, { workload: last, host: 'c/s/m/public/h', volumes: [] }],
      unplaced: [],
    };
    expect(faults(whole, { estate, fleet })).toEqual(expect.arrayContaining(['YQ3111', 'capacity']));
  });
  test('memory that a policy oversells is pointed out', async () => {
    const estate = estateOf({ workloads: [vm('a', { count: 2, memMiB: 40 * 1024 })] });
    const policy = policyOf({ rules: [{ rule: 'capacity', id: 'ram', dimensions: ['memMiB'], ratio: 1.5 }] });
    const { plan } = await createPlan({ estate, fleet, policy });
    const { diagnostics } = verifyPlan({ plan: plan!, estate, fleet, policy });
    expect(diagnostics).toMatchObject([{ code: 'YQ3111', severity: 'warning' }]);
  });
});

describe('R12: machine, disks and network in one availability zone', () => {
  const pools = (id: string) => [{ id, type: 'ssd', usableGiB: 1000 }];
  const fleet = fleetWith([
    site('s', [rack('public', 2)], { storagePools: pools('p') }),
    site('t', [rack('public', 1)], { az: 'az-t', storagePools: pools('q') }),
  ]);
  const estate = estateOf({
    networks: [
      { id: 'n', az: 'az-t' },
      { id: 'o', az: 's' },
    ],
    workloads: [
      vm('a', { networks: ['n'], volumes: [{ sizeGiB: 10, type: 'ssd' }] }),
      vm('both', { networks: ['n', 'o'] }),
    ],
  });
  test('binds, is explained, and a breach is caught', async () => {
    const plan = await planned({ estate, fleet });
    expect(hostOf(plan, 'a')).toContain('c/t/');
    expect(unplaced(plan)).toEqual(['both']);
    expect(explained(plan, { estate, fleet }, 'both')).toContain('networkAz: R12, FusionCloud basic concepts');
    const wrong = faults(moved(plan, { a: 'c/s/m/public/h-01' }), { estate, fleet });
    expect(wrong).toEqual(expect.arrayContaining(['YQ3011', 'YQ3112', 'networkAz']));
  });
});

describe('R15: devices and links carry the peak', () => {
  const tor = { model: 'switch-leaf/CE6865-48S8CQ-EI', uplinkMbps: 1000, oversubscription: 2 };
  const spine = { capacityMbps: 1000, oversubscription: 3 };
  const uplink = { bandwidthMbps: 500, oversubscription: 8 };
  const one = (more: Partial<Rack>, siteMore: Partial<Site> = {}, roomMore: object = {}) =>
    fleetWith([{ ...site('s', [], siteMore), rooms: [{ id: 'm', racks: [rack('public', 2, more)], ...roomMore }] }]);

  test.each([
    ['rackUplink', 4, one({ tor })],
    ['spine', 6, one({}, {}, { spine })],
    ['siteUplink', 8, one({}, { uplink })],
  ] as const)('%s with its oversubscription', async (rule, fits, fleet) => {
    const estate = estateOf({ workloads: [vm('a', { count: 10, vcpus: 1, nicMbps: 500 })] });
    const plan = await planned({ estate, fleet });
    expect(plan.summary.placed).toBe(fits);
    expect(plan.utilisation.network).toMatchObject([{ kind: rule, used: fits * 500, limit: fits * 500 }]);
    expect(explained(plan, { estate, fleet }, unplaced(plan)[0]!)).toContain(`${rule}: R15, GB/T 22239-2019`);
    const whole: Plan = {
      ...plan,
      placements: [
        ...plan.placements,
        ...unplaced(plan).map((workload) => ({ workload, host: plan.placements[0]!.host, volumes: [] })),
      ],
      unplaced: [],
    };
    expect(faults(whole, { estate, fleet })).toEqual(expect.arrayContaining(['YQ3115', rule]));
  });

  test('pools and arrays have IOPS: 100 + 50 per GiB of an SSD volume', async () => {
    const ssd = { type: 'ssd', usableGiB: 1000, array: 'dorado' };
    const fleet = fleetWith([
      site('s', [rack('public', 2)], {
        storageArrays: [{ id: 'dorado', iops: 4000 }],
        storagePools: [
          { id: 'p', iops: 1300, iopsOversubscription: 2, ...ssd },
          { id: 'q', iops: 2600, ...ssd },
        ],
      }),
    ]);
    // 2,600 IOPS each: one fits into each pool, but the array carries 4,000.
    const estate = estateOf({ workloads: [vm('a', { count: 3, volumes: [{ sizeGiB: 50, type: 'ssd' }] })] });
    const plan = await planned({ estate, fleet });
    expect(plan.summary.placed).toBe(1);
    expect(plan.utilisation.pools).toMatchObject([{ usedIops: 2600, plannableIops: 2600 }, { usedIops: 0 }]);
    const volumes = [{ type: 'ssd', pool: 'c/s/q', sizeGiB: 50 }];
    const over: Plan = {
      ...plan,
      placements: [
        ...plan.placements,
        ...unplaced(plan).map((workload) => ({ workload, host: plan.placements[0]!.host, volumes })),
      ],
      unplaced: [],
    };
    expect(faults(over, { estate, fleet })).toEqual(expect.arrayContaining(['YQ3115', 'iops:ssd']));
    const explainedText = explained(
      plan,
      { estate: estateOf({ workloads: [vm('a', { count: 3, volumes: [{ sizeGiB: 120, type: 'ssd' }] })] }), fleet },
      'a-1',
    );
    expect(explainedText).toContain('short of iops:ssd');
    expect(explainedText).toContain('R15');
  });

  test('flows between sites stay within their links', async () => {
    const estate = estateOf({
      workloads: [vm('a', { vcpus: 16 }), vm('b', { vcpus: 16 })],
      dependencies: [{ from: 'workload:a', to: 'workload:b', bandwidthMbps: 200 }],
    });
    const links = (bandwidthMbps: number) => [{ id: 'l', from: 'c/s', to: 'c/t', bandwidthMbps }];
    const fleet = (bandwidthMbps: number) =>
      fleetWith([site('s', [rack('public', 1)]), site('t', [rack('public', 1)])], { links: links(bandwidthMbps) });
    const wide = { estate, fleet: fleet(200) };
    const plan = await planned(wide);
    expect(plan.utilisation.network).toEqual([{ kind: 'siteLink', id: 'c/s - c/t', used: 200, limit: 200 }]);
    const narrow = { estate, fleet: fleet(199) };
    expect((await createPlan(narrow)).plan).toBeUndefined();
    expect(faults(plan, narrow)).toContain('YQ2103');
    const soft = { ...narrow, policy: policyOf({ builtin: { siteLink: 'soft' } }) };
    expect((await createPlan(soft)).diagnostics).toMatchObject([{ code: 'YQ2103', severity: 'warning' }]);
  });

  test('what talks across sites is placed together, and a narrow link is worth more than a written goal', async () => {
    const two = [site('s', [rack('public', 1)]), site('t', [rack('public', 1)])];
    const links = (bandwidthMbps: number) => ({ links: [{ id: 'l', from: 'c/s', to: 'c/t', bandwidthMbps }] });
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const estate = estateOf({
      workloads: ids.map((id) => vm(id, { vcpus: 4, memMiB: 1024, component: id === 'a' || id === 'b' ? 'x' : id })),
      dependencies: [
        ['a', 'd', 100],
        ['b', 'e', 90],
        ['c', 'f', 80],
        ['a', 'b', 300],
      ].map(([from, to, bandwidthMbps]) => ({
        from: `workload:${from}`,
        to: `workload:${to}`,
        bandwidthMbps,
      })) as never,
    });
    const used = (plan: Plan) => plan.utilisation.network?.find(({ kind }) => kind === 'siteLink')?.used ?? 0;
    const apart = {
      rule: 'separate',
      id: 'apart',
      mode: 'soft',
      select: { workloads: ['a', 'b'] },
      per: 'all',
      topology: 'site',
    } as const;
    const policy = policyOf({ rules: [apart] });
    // The written goal comes first, everything else stays together.
    const wide = { estate, fleet: fleetWith(two, links(1000)), policy };
    const plan = await planned(wide);
    expect(used(plan)).toBe(300);
    expect(faults(plan, wide)).toEqual([]);
    const narrow = { estate, fleet: fleetWith(two, links(299)), policy };
    const together = await planned(narrow);
    expect(used(together)).toBe(0);
    expect(together.violations.map(({ rule }) => rule)).toEqual(['apart']);
    expect(faults(plan, narrow)).toEqual(expect.arrayContaining(['YQ2103', 'YQ3115']));
    // Nobody moves for it alone.
    const spread = { ...wide, policy: policyOf({ builtin: { siteLink: 'off' }, rules: [apart] }) };
    const started = await planned(spread);
    const { plan: live } = await createPlan({ ...wide, from: started });
    expect(live!.placements.map(({ host }) => host)).toEqual(started.placements.map(({ host }) => host));
  });

  test('boundaries side by side share a flow evenly, said among the assumptions', async () => {
    const pair = (throughputMbps: number) =>
      ['fw-1', 'fw-2'].map((id) => ({
        id,
        site: 'c/s',
        zones: ['public', 'private'],
        throughputMbps,
        allow: [{ from: 'public', to: 'private', ports: [443] }],
      }));
    const fleet = (throughputMbps: number) =>
      fleetWith([site('s', [rack('public', 1), rack('private', 1)])], { boundaries: pair(throughputMbps) });
    const estate = estateOf({
      workloads: [vm('a', { vcpus: 1 }), vm('b', { vcpus: 1, zone: 'private' })],
      dependencies: [{ from: 'workload:a', to: 'workload:b', port: 443, bandwidthMbps: 100 }],
    });
    const enough = { estate, fleet: fleet(50) };
    const plan = await planned(enough);
    expect(plan.summary.placed).toBe(2);
    expect(plan.utilisation.network).toEqual(
      ['fw-1', 'fw-2'].map((id) => ({ kind: 'boundary', id, used: 50, limit: 50 })),
    );
    expect(plan.assumptions).toContainEqual(expect.objectContaining({ subject: 'fw-1, fw-2', value: 'equal parts' }));
    expect(faults(plan, enough)).toEqual([]);
    expect((await planned({ estate, fleet: fleet(49) })).summary.placed).toBe(1);
    expect(faults(plan, { estate, fleet: fleet(49) })).toContain('YQ3115');
  });
});
