import { checkProblem } from '@yunqian/scheduler-core';
import { describe, expect, test } from 'vitest';
import { estateOf, fleetOf, policyOf, profileOf } from '../test/support/documents.ts';
import { lower } from './lower.ts';

const racks = [{ id: 'r', count: 2, hosts: [{ id: 'h', count: 2, profile: 'small' }] }];
const codes = (lowered: ReturnType<typeof lower>) => lowered.diagnostics.map(({ code }) => code);
const ruleOf = (lowered: ReturnType<typeof lower>, id: string) => lowered.problem.rules.find((rule) => rule.id === id);
const attributesOf = (lowered: ReturnType<typeof lower>, id: string) =>
  lowered.problem.workloads.find((workload) => workload.id === id)?.attributes;

describe('lower', () => {
  test('counts in whole units: demands up, capacities down, replicas written out and sharing their objects', () => {
    const estate = estateOf({
      workloads: [
        { id: 'a', vcpus: 1.5, memMiB: 1000.2, count: 3 },
        { id: 'b', vcpus: 0.1, memMiB: 1, nicMbps: 10, localDiskGiB: 5 },
      ],
    });
    const { problem, index } = lower(
      estate,
      fleetOf(racks, { profiles: [profileOf('small', 16, 64, { localDiskGiB: 100.9 })] }),
      policyOf(),
    );
    expect(problem.dimensions).toEqual(['cpuMilli', 'memMiB', 'nicMbps', 'localDiskGiB']);
    expect(problem.workloads.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3', 'b']);
    expect(problem.workloads.map(({ demand }) => demand)).toEqual([
      ...Array(3).fill([1500, 1001, 0, 0]),
      [100, 1, 10, 5],
    ]);
    expect(problem.workloads[0]?.demand).toBe(problem.workloads[2]?.demand);
    expect(problem.hosts.map(({ id }) => id)).toEqual([
      'c/s/m/r-01/h-01',
      'c/s/m/r-01/h-02',
      'c/s/m/r-02/h-01',
      'c/s/m/r-02/h-02',
    ]);
    expect(problem.hosts[0]).toMatchObject({
      capacity: [16_000, 65_536, 10_000, 100],
      domains: ['c', 'c/s', 'c/s/m', 'c/s/m/r-01', ''],
    });
    expect(problem.hosts[0]?.capacity).toBe(problem.hosts[3]?.capacity);
    expect([...index.entryOf]).toEqual([0, 0, 0, 1]);
    expect(checkProblem(problem)).toEqual([]);
  });

  test('inherits zone and level from component, system and policy, nearest first, and lists what it assumed', () => {
    const zones = ['a', 'b'].map((id) => ({ id, kind: 'business' as const, mlps: 3 }));
    const estate = estateOf({
      systems: [{ id: 's', zone: 'a', mlps: 3, components: [{ id: 'web', zone: 'b' }, { id: 'db' }] }],
      workloads: [
        { id: 'own', system: 's', component: 'web', zone: 'x', mlps: 2, vcpus: 1, memMiB: 1 },
        { id: 'web', system: 's', component: 'web', vcpus: 1, memMiB: 1 },
        { id: 'db', system: 's', component: 'db', vcpus: 1, memMiB: 1 },
        { id: 'alone', vcpus: 1, memMiB: 1 },
      ],
    });
    const fleet = fleetOf([{ id: 'r', zone: 'a', hosts: [{ id: 'h', profile: 'small' }] }], { zones });
    const lowered = lower(estate, fleet, policyOf({ defaults: { mlps: 2 } }));
    expect(attributesOf(lowered, 'own')).toMatchObject({ zone: 'x', mlps: 2 });
    expect(attributesOf(lowered, 'web')).toMatchObject({ zone: 'b', mlps: 3 });
    expect(attributesOf(lowered, 'db')).toMatchObject({ zone: 'a', mlps: 3 });
    expect(attributesOf(lowered, 'alone')).not.toHaveProperty('zone');
    expect(lowered.assumptions.map(({ subject, value }) => `${subject}: ${value}`)).toEqual(
      expect.arrayContaining(['1 workloads without zone: any', '1 workloads without mlps: 2']),
    );
    expect(ruleOf(lowered, 'zone')).toMatchObject({ mode: 'hard', hostKey: 'zone', op: 'in' });
    expect(ruleOf(lowered, 'mlps')).toMatchObject({ op: 'atLeast' });
    expect(lowered.problem.hosts[0]?.attributes).toMatchObject({ zone: 'a', mlps: 3 });
    // No host stands in x or b.
    expect(codes(lowered)).toEqual(['YQ2001', 'YQ2001']);
    expect(
      lower(estate, fleet, policyOf({ builtin: { zone: 'soft', mlps: 'off' } })).problem.rules.map(
        ({ id, mode }) => `${id} ${mode}`,
      ),
    ).toEqual(['role hard', 'zone soft', 'pool hard', 'capacity hard']);
  });

  test('warns where a fleet without zones cannot check them', () => {
    const lowered = lower(
      estateOf({ workloads: [{ id: 'a', zone: 'z', vcpus: 1, memMiB: 1 }] }),
      fleetOf(racks),
      policyOf(),
    );
    expect(codes(lowered)).toEqual(['YQ2002']);
    expect(ruleOf(lowered, 'zone')).toBeUndefined();
  });

  test('keeps whole machines for bare metal, and platform hosts and taints for those that tolerate them', () => {
    const fleet = fleetOf([
      {
        id: 'r',
        hosts: [
          { id: 'bm', profile: 'small', role: 'bareMetal' },
          { id: 'mgmt', profile: 'small', role: 'management' },
          { id: 'gpu', profile: 'small', taints: ['dedicated=ai:NoSchedule'] },
        ],
      },
    ]);
    const estate = estateOf({
      workloads: [
        { id: 'metal', kind: 'bareMetal', vcpus: 8, memMiB: 1024 },
        { id: 'tool', tolerations: ['role=management'], vcpus: 1, memMiB: 1 },
        { id: 'ai', tolerations: ['dedicated'], vcpus: 1, memMiB: 1 },
      ],
    });
    const lowered = lower(estate, fleet, policyOf());
    expect(lowered.problem.dimensions).toContain('bareMetal');
    expect(lowered.problem.workloads.map(({ demand }) => demand[4])).toEqual([1, 0, 0]);
    expect(lowered.problem.hosts.map(({ capacity }) => capacity[4])).toEqual([1, 0, 0]);
    expect(attributesOf(lowered, 'metal')?.serves).toBe('bareMetal');
    expect(attributesOf(lowered, 'tool')?.taints).toEqual(['role=management']);
    expect(attributesOf(lowered, 'ai')?.taints).toEqual(['dedicated=ai:NoSchedule']);
    expect(ruleOf(lowered, 'taints')).toMatchObject({ op: 'subsetOf', hostKey: 'taints', workloadKey: 'taints' });
  });

  test('counts volumes against the pools that a host reaches, shared disks once', () => {
    const storagePools = [
      { id: 'p1', type: 'ssd', usableGiB: 100 },
      { id: 'p2', type: 'ssd', usableGiB: 50 },
      { id: 'p3', type: 'sas', usableGiB: 900.7 },
    ];
    const volumes = [{ sizeGiB: 30, type: 'ssd' }, { sizeGiB: 10 }, { sizeGiB: 5, type: 'sas', sharedId: 'q' }];
    const estate = estateOf({
      workloads: [
        { id: 'a', vcpus: 1, memMiB: 1, volumes },
        { id: 'b', vcpus: 1, memMiB: 1, volumes: volumes.slice(2) },
      ],
    });
    const lowered = lower(estate, fleetOf(racks, { storagePools }), policyOf());
    expect(lowered.problem.dimensions.slice(4)).toEqual(['storage:sas', 'storage:ssd']);
    expect(lowered.problem.workloads.map(({ demand }) => demand.slice(4))).toEqual([
      [15, 30],
      [0, 0],
    ]);
    expect(lowered.problem.hosts[0]?.domains.slice(5)).toEqual(['c/s/p3', 'c/s/p1+c/s/p2']);
    expect(ruleOf(lowered, 'storage:ssd')).toMatchObject({
      kind: 'domainCapacity',
      topology: 'storage:ssd',
      limits: { 'c/s/p1+c/s/p2': 150 },
    });
    expect(ruleOf(lowered, 'storage:sas')).toMatchObject({ limits: { 'c/s/p3': 900 } });
    expect(ruleOf(lowered, 'sharedDisk')).toMatchObject({ kind: 'colocate', topology: 'site' });
    expect(lowered.problem.groups.map(({ id, members }) => [id, [...(members as Int32Array)]])).toEqual([
      ['sharedDisk/q', [0, 1]],
    ]);
    expect(lowered.assumptions).toContainEqual(expect.objectContaining({ field: 'volumeType', value: 'sas' }));
    expect(
      codes(
        lower(
          estateOf({ workloads: [{ id: 'a', vcpus: 1, memMiB: 1, volumes: [{ sizeGiB: 1, type: 'essd' }] }] }),
          fleetOf(racks, { storagePools }),
          policyOf(),
        ),
      ),
    ).toEqual(['YQ2012']);
  });

  test('limits rack uplinks where demands are known', () => {
    const tor = { model: 'switch/CE6865', uplinkMbps: 40_000 };
    const fleet = fleetOf([{ id: 'r', count: 2, tor, hosts: [{ id: 'h', profile: 'small' }] }]);
    const lowered = lower(estateOf({ workloads: [{ id: 'a', nicMbps: 100, vcpus: 1, memMiB: 1 }] }), fleet, policyOf());
    expect(ruleOf(lowered, 'rackUplink')).toMatchObject({
      topology: 'rack',
      dimension: 'nicMbps',
      limits: { 'c/s/m/r-01': 40_000, 'c/s/m/r-02': 40_000 },
    });
  });

  test('lowers written rules with groups per owner, sharing equal selections', () => {
    const estate = estateOf({
      tenants: [{ id: 'city' }, { id: 'bureau', parent: 'city' }],
      systems: [
        {
          id: 's',
          tenant: 'bureau',
          mlps: 3,
          components: [
            { id: 'web', role: 'web' },
            { id: 'db', role: 'db' },
          ],
        },
        { id: 't', components: [{ id: 'web', role: 'web' }] },
      ],
      workloads: [
        { id: 'w', system: 's', component: 'web', count: 2, vcpus: 1, memMiB: 1 },
        { id: 'd', system: 's', component: 'db', vcpus: 1, memMiB: 1 },
        { id: 'x', system: 't', component: 'web', count: 2, vcpus: 1, memMiB: 1 },
        { id: 'free', vcpus: 1, memMiB: 1, labels: { app: 'q' } },
      ],
    });
    const policy = policyOf({
      rules: [
        { rule: 'separate', id: 'apart', select: { roles: ['web'] } },
        { rule: 'spread', id: 'racks', mode: 'soft', select: { roles: ['web'] }, topology: 'rack', maxPerDomain: 1 },
        { rule: 'exclusive', id: 'own', select: { tenants: ['city'] }, per: 'tenant' },
        { rule: 'conflict', id: 'no', a: { systems: ['s'] }, b: { labels: { app: 'q' } } },
        { rule: 'eligibility', id: 'rack1', select: { mlpsAtLeast: 3 }, host: 'rack', op: 'in', values: ['r-01'] },
        { rule: 'capacity', id: 'cpu', mode: 'soft', dimensions: ['vcpus'], ratio: 0.8 },
        {
          rule: 'domainCapacity',
          id: 'quota',
          select: { systems: ['s'] },
          topology: 'rack',
          dimension: 'vcpus',
          limits: { 'r-01': 2.5 },
        },
      ],
    });
    const { problem, diagnostics } = lower(estate, fleetOf(racks), policy);
    expect(diagnostics.map(({ code }) => code)).toEqual(['YQ2002']);
    const groups = new Map(problem.groups.map(({ id, members }) => [id, [...(members as Int32Array)]]));
    expect(ruleOf({ problem } as never, 'apart')).toMatchObject({
      groups: ['apart/s/web', 'apart/t/web'],
      topology: 'host',
    });
    expect(ruleOf({ problem } as never, 'racks')).toMatchObject({
      groups: ['apart/s/web', 'apart/t/web'],
      mode: 'soft',
      maxPerDomain: 1,
    });
    expect(groups.get('apart/s/web')).toEqual([0, 1]);
    expect(groups.get('own/bureau')).toEqual([0, 1, 2]);
    expect(groups.get('no/b')).toEqual([5]);
    expect(ruleOf({ problem } as never, 'rack1')).toMatchObject({
      hostKey: 'rack',
      values: ['r-01'],
      groups: ['rack1'],
    });
    expect(problem.hosts[0]?.attributes?.rack).toEqual(['c/s/m/r-01', 'r-01']);
    expect(ruleOf({ problem } as never, 'cpu')).toMatchObject({ dimensions: ['cpuMilli'], ratio: 0.8 });
    expect(ruleOf({ problem } as never, 'quota')).toMatchObject({
      dimension: 'cpuMilli',
      limits: { 'c/s/m/r-01': 2500 },
    });
    expect(checkProblem(problem)).toEqual([]);
  });

  test('a hard capacity rule of the policy replaces the built-in one for its dimensions', () => {
    const policy = policyOf({ rules: [{ rule: 'capacity', id: 'cpu', dimensions: ['vcpus'], ratio: 1.5 }] });
    expect(ruleOf(lower(estateOf({ workloads: [] }), fleetOf(racks), policy), 'capacity')).toMatchObject({
      dimensions: ['memMiB', 'nicMbps', 'localDiskGiB'],
    });
  });

  test('says what is wrong with rules instead of passing over it', () => {
    const estate = estateOf({
      systems: [{ id: 'sys' }],
      workloads: [{ id: 'a', system: 'sys', count: 9, vcpus: 1, memMiB: 1 }],
      rules: [{ rule: 'separate', id: 'both' }],
    });
    const policy = policyOf({
      rules: [
        { rule: 'separate', id: 'both', select: { systems: ['sus'] } },
        { rule: 'separate', id: 'many' },
        { rule: 'colocate', id: 'one' },
        { rule: 'capacity', id: 'c', dimensions: ['vcpu'], ratio: 1 },
        { rule: 'separate', id: 'tenants', per: 'tenant' },
        { rule: 'domainCapacity', id: 'd', topology: 'rack', dimension: 'memMiB', limits: { 'r-7': 1 } },
        { rule: 'conflict', id: 'self', a: {}, b: {} },
      ],
    });
    const found = lower(estate, fleetOf(racks), policy).diagnostics.map(
      ({ code, severity, params }) => `${code} ${severity} ${params.rule ?? params.rules}`,
    );
    expect(found).toEqual([
      'YQ2021 info both',
      'YQ2005 warning both',
      'YQ2003 warning both',
      'YQ2008 error c',
      'YQ2006 warning tenants',
      'YQ2009 warning d',
      'YQ2017 warning self',
      'YQ2010 warning many',
      'YQ2011 warning many, one',
    ]);
  });

  test('leaves out what is powered off where the policy says so', () => {
    const estate = estateOf({
      workloads: [
        { id: 'a', powerState: 'off', count: 2, vcpus: 1, memMiB: 1 },
        { id: 'b', vcpus: 1, memMiB: 1 },
      ],
    });
    const lowered = lower(estate, fleetOf(racks), policyOf({ poweredOff: 'omit' }));
    expect(lowered.omitted).toEqual([
      { workload: 'a-1', reason: 'poweredOff' },
      { workload: 'a-2', reason: 'poweredOff' },
    ]);
    expect(lowered.problem.workloads.map(({ id }) => id)).toEqual(['b']);
  });
});
