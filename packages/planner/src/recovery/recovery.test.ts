import { expandFleet, type FleetInput } from '@yunqian/hw-model';
import { describe, expect, it } from 'vitest';
import { bothWays, estateOf, fleetOf, policyOf, site, systemOf } from '../../test/support/two-sites.ts';
import { describe as describeCode } from '../diagnostic/describe.ts';
import { createPlan } from '../plan/create-plan.ts';
import { explainPlan } from '../plan/explain-plan.ts';
import { explanationText } from '../plan/explanation-text.ts';
import type { Plan } from '../plan/schema.ts';
import { verifyPlan } from '../plan/verify-plan.ts';

const twoSites = [site('east', 2, 2), site('west', 2, 2)];
const active = policyOf({ pairs: [bothWays('activeActive')] });

async function planOf(
  estate = estateOf([systemOf('portal', 'activeActive', 2)]),
  fleet = fleetOf(twoSites),
  policy = active,
) {
  const documents = { estate, fleet: expandFleet(fleet), policy };
  const { plan, diagnostics } = await createPlan(documents);
  return { plan: plan!, diagnostics, documents, codes: diagnostics.map(({ code }) => code) };
}

const siteOf = (host: string) => host.split('/').slice(0, 2).join('/');

describe('classes', () => {
  it('an active-active component stands at both sites, with copies at the other one, and that verifies', async () => {
    const { plan, documents } = await planOf();
    expect(plan.placements.map(({ host }) => siteOf(host)).sort()).toEqual(['city/east', 'city/west']);
    for (const { host, volumes } of plan.placements)
      expect(volumes[0]!.copies).toEqual([siteOf(host) === 'city/east' ? 'city/west/ssd' : 'city/east/ssd']);
    expect(plan.utilisation.pools?.map(({ usedGiB }) => usedGiB)).toEqual([200, 200]);
    expect(verifyPlan({ plan, ...documents })).toEqual({ violations: [], diagnostics: [] });
  });

  it('space for copies is kept free at both sites, so that what does not fit with its copy is not placed', async () => {
    const small = [
      site('east', 2, 2),
      site('west', 2, 2, { storagePools: [{ id: 'ssd', type: 'ssd', usableGiB: 250 }] }),
    ];
    // Both sites hold every volume of the protected system: 3 x 100 GiB do not fit into 250.
    const { plan, codes } = await planOf(
      estateOf([systemOf('portal', 'async', 3)]),
      fleetOf(small),
      policyOf({ pairs: [bothWays('async')] }),
    );
    expect(plan).toBeUndefined();
    expect(codes).toContain('YQ3206');
    const fits = await planOf(
      estateOf([systemOf('portal', 'async', 2)]),
      fleetOf(small),
      policyOf({ pairs: [bothWays('async')] }),
    );
    expect(fits.plan.summary.unplaced).toBe(0);
  });

  it('what is unprotected leaves the space for copies of others free', async () => {
    const small = [
      site('east', 2, 2, { storagePools: [{ id: 'ssd', type: 'ssd', usableGiB: 250 }] }),
      site('west', 2, 2),
    ];
    const plain = systemOf('plain', 'none', 2, {
      system: { mlps: 2, criticality: 'general' },
      workload: { volumes: [{ sizeGiB: 100, type: 'ssd' }] },
    });
    const { plan, documents } = await planOf(estateOf([systemOf('portal', 'activeActive', 2), plain]), fleetOf(small));
    const plainSites = plan.placements
      .filter(({ workload }) => workload.startsWith('plain'))
      .map(({ host }) => siteOf(host));
    // 200 of 250 GiB in the east belong to the portal and its copies.
    expect(plainSites).toEqual(['city/west', 'city/west']);
    expect(verifyPlan({ plan, ...documents }).diagnostics).toEqual([]);
  });

  it('a system stays where a copy can be kept: at the protected sites only', async () => {
    const three = fleetOf([site('north', 4, 4), ...twoSites]);
    const { plan } = await planOf(
      estateOf([systemOf('portal', 'async', 4)]),
      three,
      policyOf({ pairs: [bothWays('async')] }),
    );
    expect(new Set(plan.placements.map(({ host }) => siteOf(host)).filter((id) => id === 'city/north'))).toEqual(
      new Set(),
    );
    const why = explainPlan(
      {
        plan,
        estate: estateOf([systemOf('portal', 'async', 4)]),
        fleet: expandFleet(three),
        policy: policyOf({ pairs: [bothWays('async')] }),
      },
      'portal-app-1',
    );
    expect(why.blockedBy).toContainEqual(expect.objectContaining({ rule: 'recoverySite', hosts: 16 }));
  });

  it('says which names do not exist, and which classes no pair serves', async () => {
    const estate = estateOf([systemOf('portal', 'gold', 2), systemOf('archive', 'backup', 2)]);
    const { codes } = await planOf(
      estate,
      fleetOf(twoSites),
      policyOf({ pairs: [{ ...bothWays('async'), sites: ['city/est', 'city/west'] }] }),
    );
    expect(codes).toEqual(expect.arrayContaining(['YQ1806', 'YQ1807', 'YQ1808']));
  });

  it('links must carry what changes, and copies be as young as promised', async () => {
    const busy = (changeMbps: number) =>
      estateOf([systemOf('portal', 'copied', 2, { workload: { measured: { changeMbps } } })]);
    const policy = (rpoMinutes: number) =>
      policyOf({
        classes: [{ id: 'copied', method: 'async', intervalMinutes: 10, rpoMinutes }],
        pairs: [bothWays('async')],
      });
    expect((await planOf(busy(600), fleetOf(twoSites), policy(60))).codes).toContain('YQ3203');
    // 800 of 1,000 Mbit/s: an interval of 10 minutes takes 8 to carry.
    expect((await planOf(busy(400), fleetOf(twoSites), policy(17))).codes).toContain('YQ3204');
    expect((await planOf(busy(400), fleetOf(twoSites), policy(18))).codes).toEqual([]);
  });
});

describe('R7: two instances on two hosts', () => {
  const fleet = fleetOf(
    [site('east', 1, 2, { storagePools: [{ id: 'ssd', type: 'ssd', usableGiB: 2000, copies: 2 }] })],
    { links: [] },
  );
  const local = policyOf({});
  const estate = estateOf([systemOf('portal', 'none', 2)]);

  it('binds: both instances would fit on one host, and stand on two', async () => {
    const { plan } = await planOf(estate, fleet, local);
    expect(new Set(plan.placements.map(({ host }) => host)).size).toBe(2);
    const free = await planOf(estate, fleet, policyOf({ clauses: { instances: 'off' } }));
    expect(new Set(free.plan.placements.map(({ host }) => host)).size).toBe(1);
  });

  it('broken by hand, it is caught by the verifier', async () => {
    const { plan, documents } = await planOf(estate, fleet, local);
    const host = plan.placements[0]!.host;
    const broken = { ...plan, placements: plan.placements.map((one) => ({ ...one, host })) };
    expect(verifyPlan({ plan: broken, ...documents }).violations).toContainEqual(
      expect.objectContaining({ rule: 'twoInstances', mode: 'hard', group: 'twoInstances/portal/app' }),
    );
  });

  it('is named with its clause in the plan, and as a reason', async () => {
    const one = fleetOf(
      [site('east', 1, 1, { storagePools: [{ id: 'ssd', type: 'ssd', usableGiB: 2000, copies: 2 }] })],
      { links: [] },
    );
    const { plan } = await planOf(estate, one, local);
    expect(plan.rules).toContainEqual(
      expect.objectContaining({ id: 'twoInstances', requirement: 'R7', clause: expect.stringContaining('8.1.4.9') }),
    );
    expect(plan.unplaced.length).toBeGreaterThan(0);
    expect(plan.unplaced.map((left) => explanationText(left, 'en')).join()).toContain('twoInstances');
  });

  it('a single instance of a level 3 system that matters is an error of the estate', async () => {
    const { plan, codes } = await planOf(estateOf([systemOf('portal', 'none', 1)]), fleet, local);
    expect([plan, codes]).toEqual([undefined, ['YQ1814']]);
    const general = systemOf('portal', 'none', 1, { system: { criticality: 'general' } });
    expect((await planOf(estateOf([general]), fleet, local)).codes).toEqual([]);
  });
});

describe('R8: two copies, in the country, and one with the tenant', () => {
  const single = fleetOf([site('east', 2, 2)], { links: [] });

  it('binds: level 3 data in one copy is not planned; a copy elsewhere or in the pool mends it', async () => {
    const estate = estateOf([systemOf('portal', 'none', 2)]);
    expect((await planOf(estate, single, policyOf({}))).codes).toEqual(['YQ3202']);
    const mirrored = fleetOf(
      [site('east', 2, 2, { storagePools: [{ id: 'ssd', type: 'ssd', usableGiB: 2000, copies: 2 }] })],
      { links: [] },
    );
    expect((await planOf(estate, mirrored, policyOf({}))).codes).toEqual([]);
    expect((await planOf()).codes).toEqual([]);
  });

  it('a copy taken out of a plan, or moved next to its original, is caught by the verifier', async () => {
    const { plan, documents } = await planOf();
    const edit = (copiesOf: (pool: string) => string[]): Plan => ({
      ...plan,
      placements: plan.placements.map((one) => ({
        ...one,
        volumes: one.volumes.map((volume) => ({ ...volume, copies: copiesOf(volume.pool) })),
      })),
    });
    const codes = (broken: Plan) => verifyPlan({ plan: broken, ...documents }).diagnostics.map(({ code }) => code);
    expect(codes(edit(() => []))).toEqual(expect.arrayContaining(['YQ3205', 'YQ3202', 'YQ3020']));
    expect(codes(edit((pool) => [pool]))).toContain('YQ3205');
  });

  it('a tenant without local backup and a site abroad are errors; the texts name the clause in both languages', async () => {
    const bare = estateOf([systemOf('portal', 'activeActive', 2)], { tenants: [{ id: 'bureau' }] });
    const { diagnostics } = await planOf(bare);
    expect(diagnostics.map(({ code }) => code)).toEqual(['YQ1815']);
    const abroad = fleetOf([site('east', 2, 2), site('west', 2, 2, { country: 'SG' })]);
    expect((await planOf(undefined, abroad)).codes).toEqual(['YQ1816']);
    for (const lang of ['en', 'zh-CN'] as const)
      expect(describeCode('YQ1815', diagnostics[0]!.params, lang).text).toMatch(/R8.*8\.2\.4\.6/);
  });
});

describe('R10: synchronous pairs', () => {
  const pair = async (more: Partial<FleetInput>, west: Parameters<typeof site>[3] = {}) =>
    (await planOf(undefined, fleetOf([site('east', 2, 2), site('west', 2, 2, west)], more))).codes;
  const metro = { id: 'metro', from: 'city/east', to: 'city/west', bandwidthMbps: 1000 };

  it('binds: each condition that is not met is told by itself', async () => {
    expect(await pair({})).toEqual([]);
    expect(await pair({}, { region: 'remote' })).toContain('YQ1812');
    expect(await pair({}, { az: 'east' })).toContain('YQ1818');
    expect(await pair({ links: [] })).toContain('YQ1820');
    expect(await pair({ links: [{ ...metro, distanceKm: 100 }] })).toEqual([]);
    expect(await pair({ links: [{ ...metro, distanceKm: 101 }] })).toContain('YQ1821');
    const array = (version: string) => ({
      storageArrays: [{ id: 'a', model: 'storage/Dorado6000 V3', version }],
      storagePools: [{ id: 'ssd', type: 'ssd', usableGiB: 2000, array: 'a' }],
    });
    const withArrays = (one: string, other: string) =>
      planOf(undefined, fleetOf([site('east', 2, 2, array(one)), site('west', 2, 2, array(other))]));
    expect((await withArrays('V3R2', 'V3R2')).codes).toEqual([]);
    expect((await withArrays('V3R2', 'V3R1')).codes).toContain('YQ1823');
  });

  it('what is bound to its host cannot be active-active', async () => {
    const bound = (workload: Parameters<typeof systemOf>[3]) =>
      planOf(estateOf([systemOf('portal', 'activeActive', 2, workload)])).then(({ codes }) => codes);
    expect(await bound({ workload: { traits: ['sriov'] } })).toContain('YQ1824');
    expect(await bound({ workload: { kind: 'bareMetal' } })).toContain('YQ1813');
    expect(await bound({ workload: { volumes: [{ sizeGiB: 100, type: 'ssd', sharedId: 'disk' }] } })).toContain(
      'YQ1826',
    );
  });

  it('instances on one site only are caught by the verifier, and the rule is named with its requirement', async () => {
    const { plan, documents } = await planOf();
    expect(plan.rules).toContainEqual(expect.objectContaining({ id: 'activeActive', requirement: 'R10' }));
    const east = documents.fleet.hosts.filter((host) => host.site === 'city/east').map(({ id }) => id);
    const broken = { ...plan, placements: plan.placements.map((one, i) => ({ ...one, host: east[i]! })) };
    expect(verifyPlan({ plan: broken, ...documents }).violations).toContainEqual(
      expect.objectContaining({ rule: 'activeActive', group: 'activeActive/portal/app', amount: 1 }),
    );
  });

  it('one site too full for its half is explained', async () => {
    const narrow = fleetOf([site('east', 2, 2), site('west', 1, 1)]);
    const filler = systemOf('filler', 'activeActive', 2, { workload: { vcpus: 7 } });
    const { plan } = await planOf(estateOf([filler, systemOf('portal', 'activeActive', 2)]), narrow);
    const left = plan.unplaced.find(({ workload }) => workload.startsWith('portal'))!;
    expect(explanationText(left, 'en')).toContain('activeActive');
  });
});
