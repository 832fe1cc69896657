import { expandFleet, type FleetInput } from '@yunqian/hw-model';
import { describe, expect, it } from 'vitest';
import { estateOf, fleetOf, policyOf, site, systemOf } from '../../test/support/two-sites.ts';
import { createPlan } from '../plan/create-plan.ts';
import type { PolicyInput } from '../policy/schema.ts';
import { whatIfFail } from '../whatif/fail.ts';

/** A city of four hosts and two districts of one host each, 8 vCPUs a host; and the province's interface. */
const clouds: FleetInput['clouds'] = [
  { id: 'city', role: 'city', sites: [site('centre', 2, 2)] },
  { id: 'district-01', role: 'district', sites: [site('d1', 1, 1)] },
  { id: 'district-02', role: 'district', sites: [site('d2', 1, 1)] },
];
const links: FleetInput['links'] = [
  { id: 'd1-d2', from: 'district-01/d1', to: 'district-02/d2', bandwidthMbps: 1000 },
  { id: 'to-province', from: 'city/centre', to: 'peer:province', bandwidthMbps: 100 },
];
const fleet = fleetOf([], { clouds, links, peers: [{ id: 'province', kind: 'province' }] });
const general = { mlps: 2, criticality: 'general' } as const;
const overflow: PolicyInput['federation'] = { overflow: [{ from: ['role:district'], to: ['role:city'] }] };
const tenants = [
  { id: 'bureau', homeCloud: 'city' },
  { id: 'district', homeCloud: 'district-01' },
  { id: 'street', parent: 'district' },
];

async function place(
  systems: Parameters<typeof estateOf>[0],
  federation: PolicyInput['federation'] = overflow,
  more: Parameters<typeof estateOf>[1] = {},
  policyMore: Partial<PolicyInput> = {},
) {
  const documents = {
    estate: estateOf(systems, { tenants, ...more }),
    fleet: expandFleet(fleet),
    policy: policyOf(policyMore.recovery, { ...policyMore, federation }),
  };
  const { plan, diagnostics } = await createPlan(documents);
  const cloudsOf = (id: string) =>
    plan?.placements.filter(({ workload }) => workload.startsWith(id)).map(({ host }) => host.split('/')[0]) ?? [];
  return { plan: plan!, diagnostics, codes: diagnostics.map(({ code }) => code), cloudsOf, documents };
}
const ofTenant = (id: string, tenant: string, count: number, more: object = {}) =>
  systemOf(id, 'none', count, { system: { ...general, tenant, ...more } });

describe('a federation of clouds', () => {
  it('keeps systems at the home of their tenant, or of the tenant above it', async () => {
    const { cloudsOf } = await place([ofTenant('a', 'bureau', 2), ofTenant('b', 'street', 2)]);
    expect([cloudsOf('a'), cloudsOf('b')]).toEqual([
      ['city', 'city'],
      ['district-01', 'district-01'],
    ]);
  });

  it('overflows from a full district to the city, never to another district, and home comes first', async () => {
    const { cloudsOf, plan } = await place([ofTenant('b', 'district', 7)]);
    expect(cloudsOf('b').sort()).toEqual([...Array(3).fill('city'), ...Array(4).fill('district-01')]);
    expect(plan.violations.map(({ rule, amount }) => [rule, amount])).toEqual(Array(3).fill(['cloudOrder:1', 1]));
  });

  it('returns home when there is room again', async () => {
    const before = await place([ofTenant('a', 'district', 3), ofTenant('b', 'district', 2)]);
    expect([...before.cloudsOf('a'), ...before.cloudsOf('b')].filter((id) => id === 'city').length).toBe(1);
    const { estate, fleet: expanded, policy } = before.documents;
    const fewer = { ...estate, workloads: estate.workloads.filter(({ id }) => id !== 'a-app') };
    const { plan } = await createPlan({ estate: fewer, fleet: expanded, policy, from: before.plan });
    expect(plan!.placements.map(({ host }) => host.split('/')[0])).toEqual(['district-01', 'district-01']);
  });

  it('without overflow what does not fit at home is left over, and the rule is the reason', async () => {
    const { plan } = await place([ofTenant('b', 'district', 5)], {});
    expect(plan.unplaced.map(({ workload }) => workload)).toHaveLength(1);
    expect(plan.unplaced[0]!.blockedBy).toContainEqual(expect.objectContaining({ rule: 'clouds', hosts: 5 }));
  });

  it('a system may name its own clouds, in its own order', async () => {
    const own = { clouds: { home: 'district-02', overflow: ['district-01', 'city'] } };
    const { cloudsOf } = await place([ofTenant('b', 'district', 9, own)]);
    const count = (id: string) => cloudsOf('b').filter((cloud) => cloud === id).length;
    expect([count('district-02'), count('district-01'), count('city')]).toEqual([4, 4, 1]);
  });

  it('tells clouds and peers that do not exist, and links to a peer that are too narrow', async () => {
    const bad = await place([ofTenant('b', 'district', 1, { clouds: { home: 'district-1' } })], {
      overflow: [{ from: ['district-01'], to: ['citty'] }],
    });
    expect(bad.codes).toEqual(['YQ1809', 'YQ1809']);
    const calls = (peer: string, bandwidthMbps: number) =>
      place([ofTenant('a', 'bureau', 1)], overflow, {
        dependencies: [{ from: 'system:a', to: `peer:${peer}`, bandwidthMbps }],
      }).then(({ codes }) => codes);
    expect(await calls('province', 100)).toEqual([]);
    expect(await calls('province', 101)).toEqual(['YQ1811']);
    expect(await calls('nation', 1)).toEqual(['YQ1810']);
  });

  it('districts that copy for each other take over when one is lost, though they are not its overflow', async () => {
    const pairs = [
      { id: 'd1-d2', sites: ['district-01/d1', 'district-02/d2'] as [string, string], method: 'async' as const },
    ];
    const system = systemOf('b', 'async', 2, { system: { ...general, tenant: 'district' } });
    const { plan, documents, cloudsOf } = await place([system], overflow, {}, { recovery: { pairs } });
    expect(cloudsOf('b')).toEqual(['district-01', 'district-01']);
    const { outcomes } = await whatIfFail({
      plan,
      ...documents,
      failures: [{ topology: 'cloud', ids: ['district-01'] }],
    });
    expect(outcomes[0]).toMatchObject({ affected: 2, losses: [], broken: 0, violations: [] });
    expect(outcomes[0]!.restarts.every(({ to }) => to.startsWith('district-02/'))).toBe(true);
  });
});
