import { describe, expect, test } from 'vitest';
import { estateOf, fleetOf, policyOf, profileOf } from '../../test/support/documents.ts';
import { writeDocument } from '../document/write-document.ts';
import { createPlan } from './create-plan.ts';
import { diffPlans } from './diff-plans.ts';
import { explainPlan } from './explain-plan.ts';
import { planRows } from './plan-rows.ts';
import { verifyPlan } from './verify-plan.ts';

const workload = (id: string, more: object = {}) => ({ id, vcpus: 4, memMiB: 8192, ...more });
const racks = [{ id: 'r', count: 2, hosts: [{ id: 'h', count: 2, profile: 'small' }] }];
const inputs = [
  { kind: 'estate', path: 'my-estate.yaml', sha256: 'aa' },
  { kind: 'policy', path: 'my-policy.yaml', sha256: 'bb' },
];

describe('createPlan', () => {
  test('places what fits, explains what does not, and sums up', async () => {
    const estate = estateOf({ workloads: [workload('a', { count: 3 }), workload('huge', { memMiB: 1_000_000 })] });
    const { plan } = await createPlan({ estate, fleet: fleetOf(racks), inputs, seed: 7, budget: 1000 });
    expect(plan).toMatchObject({
      kind: 'plan',
      status: 'partial',
      seed: 7,
      budget: 1000,
      inputs,
      summary: { workloads: 4, placed: 3, unplaced: 1, hosts: 4, hardViolations: 0 },
    });
    expect(plan?.engine.kernelSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(plan?.unplaced).toEqual([
      expect.objectContaining({
        workload: 'huge',
        verdict: 'unresolvable',
        hosts: 4,
        blockedBy: [{ rule: 'capacity', reason: 'memMiB', hosts: 4 }],
      }),
    ]);
    expect(plan?.utilisation.dimensions).toEqual(['cpuMilli', 'memMiB', 'nicMbps', 'localDiskGiB']);
    expect(plan?.utilisation.total).toEqual([0.1875, 0.09375, 0, 0]);
  });

  test('refuses documents in error, and names the file in what it says', async () => {
    const policy = policyOf({ rules: [{ rule: 'capacity', id: 'c', dimensions: ['ram'], ratio: 1 }] });
    const { plan, diagnostics } = await createPlan({
      estate: estateOf({ workloads: [workload('a')] }),
      fleet: fleetOf(racks),
      policy,
      inputs,
    });
    expect(plan).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'YQ2008', severity: 'error', document: 'my-policy.yaml', pointer: '/rules/0/dimensions/0' },
    ]);
    const broken = fleetOf([{ id: 'r', hosts: [{ id: 'h', profile: 'nothing' }] }]);
    expect((await createPlan({ estate: estateOf({ workloads: [] }), fleet: broken })).plan).toBeUndefined();
  });

  test('takes back what fits into pools together but into no single one', async () => {
    const storagePools = [
      { id: 'p1', type: 'ssd', usableGiB: 100 },
      { id: 'p2', type: 'ssd', usableGiB: 100 },
    ];
    const volumes = (sizeGiB: number) => ({ volumes: [{ sizeGiB, type: 'ssd' }] });
    const estate = estateOf({
      workloads: [workload('a', volumes(80)), workload('b', volumes(70)), workload('c', volumes(50))],
    });
    const { plan, diagnostics } = await createPlan({ estate, fleet: fleetOf(racks, { storagePools }) });
    expect(plan?.placements.map(({ workload: id, volumes: [volume] }) => `${id} ${volume?.pool}`)).toEqual([
      'a c/s/p1',
      'b c/s/p2',
    ]);
    expect(plan?.unplaced.map(({ workload: id }) => id)).toEqual(['c']);
    expect(diagnostics).toMatchObject([{ code: 'YQ2016', params: { workload: 'c', sizeGiB: 50 } }]);
    expect(plan?.utilisation.pools).toEqual([
      { pool: 'c/s/p1', type: 'ssd', usedGiB: 80, usableGiB: 100 },
      { pool: 'c/s/p2', type: 'ssd', usedGiB: 70, usableGiB: 100 },
    ]);
  });

  test('gives bare metal a host of its own', async () => {
    const fleet = fleetOf([
      {
        id: 'r',
        hosts: [
          { id: 'bm', count: 2, profile: 'small', role: 'bareMetal' },
          { id: 'h', profile: 'small' },
        ],
      },
    ]);
    const { plan } = await createPlan({
      estate: estateOf({ workloads: [workload('m', { kind: 'bareMetal', count: 3, vcpus: 1 }), workload('v')] }),
      fleet,
    });
    expect(plan?.summary).toMatchObject({ placed: 3, unplaced: 1, hostsUsed: 3 });
    expect(plan?.unplaced[0]).toMatchObject({ workload: 'm-3', verdict: 'contended' });
  });

  test('comes out of a worker with the same bytes', async () => {
    const estate = estateOf({ workloads: [workload('a', { count: 5 }), workload('b', { vcpus: 3 })] });
    const here = await createPlan({ estate, fleet: fleetOf(racks) });
    const there = await createPlan({ estate, fleet: fleetOf(racks), worker: true });
    expect(writeDocument(there.plan!, 'json')).toBe(writeDocument(here.plan!, 'json'));
  });

  test('a cancelled plan is still a plan', async () => {
    const { plan } = await createPlan({
      estate: estateOf({ workloads: [workload('a')] }),
      fleet: fleetOf(racks),
      signal: AbortSignal.abort(),
    });
    expect(plan?.status).toBe('cancelled');
    expect(
      verifyPlan({ plan: plan!, estate: estateOf({ workloads: [workload('a')] }), fleet: fleetOf(racks) }).diagnostics,
    ).toEqual([]);
  });
});

describe('verifyPlan', () => {
  const estate = estateOf({ workloads: [workload('a', { count: 2 })] });
  const fleet = fleetOf(racks);

  test('compares the documents by their hashes', async () => {
    const { plan } = await createPlan({ estate, fleet, inputs });
    const codes = (hashes: Record<string, string>) =>
      verifyPlan({ plan: plan!, estate, fleet, hashes }).diagnostics.map(
        ({ code, params }) => `${code} ${params.kind}`,
      );
    expect(codes({ estate: 'aa', policy: 'bb' })).toEqual([]);
    expect(codes({ estate: 'a2', fleet: 'cc' })).toEqual(['YQ3001 estate', 'YQ3002 fleet']);
  });

  test('sees a rule that the plan was not made for', async () => {
    const { plan } = await createPlan({ estate, fleet });
    const policy = policyOf({ rules: [{ rule: 'separate', id: 'apart' }] });
    const { violations, diagnostics } = verifyPlan({ plan: plan!, estate, fleet, policy });
    expect(violations).toMatchObject([{ rule: 'apart', mode: 'hard', amount: 1 }]);
    expect(diagnostics.map(({ code, params }) => `${code} ${params.field}`)).toEqual([
      'YQ3020 summary.hardViolations',
      'YQ3020 violations',
    ]);
  });

  test('sees another estate and another fleet', async () => {
    const { plan } = await createPlan({ estate, fleet });
    const other = verifyPlan({
      plan: plan!,
      estate: estateOf({ workloads: [workload('b')] }),
      fleet: fleetOf([{ id: 'q', hosts: [{ id: 'h', profile: 'big' }] }], { profiles: [profileOf('big', 32, 64)] }),
    });
    const codes = new Set(other.diagnostics.map(({ code }) => code));
    expect([...codes].sort()).toEqual(['YQ3004', 'YQ3005', 'YQ3006', 'YQ3020']);
  });
});

describe('looking at plans', () => {
  const estate = estateOf({
    systems: [{ id: 's' }],
    workloads: [workload('a', { system: 's', count: 2 }), workload('b')],
  });
  const fleet = fleetOf(racks);

  test('explains a workload over all hosts and on one', async () => {
    const { plan } = await createPlan({ estate, fleet });
    const documents = { plan: plan!, estate, fleet };
    expect(explainPlan(documents, 'a-1')).toMatchObject({ verdict: 'placed', hosts: 4, feasible: 4 });
    expect(explainPlan(documents, 'a-1', 'c/s/m/r-02/h-02')).toMatchObject({ host: 'c/s/m/r-02/h-02', blocks: [] });
    expect(() => explainPlan(documents, 'zzz')).toThrow(RangeError);
  });

  test('joins placements with the documents', async () => {
    const { plan } = await createPlan({ estate, fleet });
    expect(planRows(plan!, estate, fleet).map(({ workload: id, system, host }) => [id, system?.id, host.rack])).toEqual(
      [
        ['a-1', 's', 'c/s/m/r-01'],
        ['a-2', 's', 'c/s/m/r-01'],
        ['b', undefined, 'c/s/m/r-01'],
      ],
    );
  });

  test('tells two plans apart', async () => {
    const before = (await createPlan({ estate, fleet })).plan!;
    const after = structuredClone(before);
    after.placements[0]!.host = 'c/s/m/r-02/h-02';
    after.placements.pop();
    after.placements.push({ workload: 'new', host: 'c/s/m/r-01/h-01', volumes: [] });
    after.summary.hostsUsed = 2;
    const from = before.placements[0]!.host;
    expect(diffPlans(before, after)).toEqual({
      moved: [{ workload: 'a-1', from, to: 'c/s/m/r-02/h-02' }],
      placed: [{ workload: 'new', to: 'c/s/m/r-01/h-01' }],
      lost: [{ workload: 'b', from: before.placements[2]!.host }],
      hostsUsed: [1, 2],
    });
    expect(diffPlans(before, before)).toMatchObject({ moved: [], placed: [], lost: [] });
  });
});
