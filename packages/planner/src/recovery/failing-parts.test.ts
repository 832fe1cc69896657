import { expandFleet } from '@yunqian/hw-model';
import { describe, expect, it } from 'vitest';
import { bothWays, estateOf, fleetOf, policyOf, site, systemOf } from '../../test/support/two-sites.ts';
import { lower } from '../lower.ts';
import { createPlan } from '../plan/create-plan.ts';
import { whatIfFail } from '../whatif/fail.ts';
import { eachFailure, type Failure } from './failures.ts';
import { pairLoads } from './pair-load.ts';
import { createRecoveryModel } from './recovery-model.ts';
import { recoverySchema } from './schema.ts';
import { placementOf } from './sweep.ts';
import { recountFault } from './verify-reserve.ts';

const fleet = expandFleet(fleetOf([site('east', 2, 2), site('west', 2, 2)]));
const copying = policyOf({ pairs: [bothWays('async')] });
const general = { system: { mlps: 2, criticality: 'general' } } as const;

async function planned(systems: Parameters<typeof estateOf>[0], onto = fleet, more: object = {}) {
  const policy = onto.sites.length > 1 ? copying : policyOf({});
  const estate = { ...estateOf(systems), ...more };
  const documents = { estate, fleet: onto, policy };
  const { plan, diagnostics } = await createPlan(documents);
  if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
  const fail = async (...failures: Failure[]) => (await whatIfFail({ plan, ...documents, failures })).outcomes;
  return { plan, fail, lowered: lower(estate, onto, policy) };
}

describe('storage that fails by itself', () => {
  it('what is copied restarts where the copy is, what is not is lost as its class allows', async () => {
    const { plan, fail, lowered } = await planned([
      systemOf('ledger', 'async', 2, general),
      systemOf('scratch', 'none', 2, general),
    ]);
    for (const outcome of await fail(...eachFailure(fleet, 'pool'))) {
      const pool = outcome.failure.ids[0]!;
      const inPool = plan.placements.filter(({ volumes }) => volumes.some((volume) => volume.pool === pool));
      const home = fleet.storagePools.find(({ id }) => id === pool)!.site;
      expect(outcome).toMatchObject({ hostsLost: 0, affected: inPool.length, broken: 0, violations: [] });
      expect(
        outcome.restarts.every(
          ({ workload, to, data }) => workload.startsWith('ledger') && !to.startsWith(home) && data === 'async',
        ),
      ).toBe(true);
      expect(
        outcome.losses.every(({ system, allowed, reason }) => system === 'scratch' && allowed && reason === 'noCopy'),
      ).toBe(true);
      expect(outcome.restarts.length + outcome.losses.length).toBe(inPool.length);
      expect(recountFault(outcome, plan, lowered)).toBeNull();
      if (inPool.length > 0) {
        expect(recountFault({ ...outcome, restarts: [], losses: [] }, plan, lowered)?.what).toBe('forgotten');
        const stayed = outcome.restarts.map((one) => ({ ...one, to: one.from }));
        if (stayed.length > 0) expect(recountFault({ ...outcome, restarts: stayed }, plan, lowered)?.what).toBe('data');
      }
    }
  });

  it('with the pool and the pool of its copy nothing comes back', async () => {
    const { fail } = await planned([systemOf('ledger', 'async', 2, general)]);
    const [both] = await fail({ topology: 'pool', ids: fleet.storagePools.map(({ id }) => id) });
    expect(both!.losses.map(({ reason, allowed }) => [reason, allowed])).toEqual([
      ['noCopy', false],
      ['noCopy', false],
    ]);
    expect(both!.broken).toBeGreaterThan(0);
  });
});

describe('the network', () => {
  it('a link that fails makes copies late; the second one on another way carries them', async () => {
    const one = await planned([systemOf('ledger', 'async', 2, general)]);
    const [cut] = await one.fail({ topology: 'link', ids: ['metro'] });
    expect(cut).toMatchObject({ affected: 0, restarts: [], losses: [] });
    expect(cut!.network.map(({ code }) => code)).toEqual(['YQ3203']);
    expect(cut!.broken).toBe(1);
    const link = { from: 'city/east', to: 'city/west', bandwidthMbps: 1000, distanceKm: 30 };
    const two = expandFleet(
      fleetOf([site('east', 2, 2), site('west', 2, 2)], {
        links: [
          { id: 'metro', ...link },
          { id: 'other', ...link },
        ],
      }),
    );
    const doubled = await planned([systemOf('ledger', 'async', 2, general)], two);
    for (const outcome of await doubled.fail(...eachFailure(two, 'link'))) expect(outcome.broken).toBe(0);
  });

  it('copies have what flows of workloads leave of a link', async () => {
    const systems = [systemOf('ledger', 'async', 2, general), systemOf('mirror', 'async', 2, general)];
    const link = { id: 'metro', from: 'city/east', to: 'city/west', bandwidthMbps: 100, distanceKm: 30 };
    const narrow = expandFleet(fleetOf([site('east', 2, 2), site('west', 2, 2)], { links: [link] }));
    const { plan, lowered } = await planned(systems, narrow);
    const hostOf = placementOf(plan, lowered);
    const alone = pairLoads(lowered, narrow, lowered.index.recovery!, hostOf).loads;
    const [east, west] = ['east', 'west'].map((name) =>
      narrow.hosts.findIndex(({ site: at }) => at === `city/${name}`),
    );
    const dependencies = [{ from: 'system:ledger', to: 'system:mirror', bandwidthMbps: 60 }] as never;
    const talking = lower({ ...estateOf(systems), dependencies }, narrow, copying);
    const split = Int32Array.from(talking.problem.workloads, ({ id }) => (id.startsWith('ledger') ? east! : west!));
    const beside = pairLoads(talking, narrow, talking.index.recovery!, split).loads;
    expect([alone[0]!.bandwidthMbps, beside.map(({ bandwidthMbps }) => Math.round(bandwidthMbps))]).toEqual([
      100,
      [40, 40],
    ]);
  });

  it('a boundary device that fails leaves flows without a way, unless another one carries them', async () => {
    const zones = [
      { id: 'business', kind: 'business', mlps: 3 },
      { id: 'edge', kind: 'business', mlps: 3 },
    ] as never;
    const racks = (zone: string) => ({ id: zone, count: 1, zone, hosts: [{ id: 'h', count: 2, profile: 'small' }] });
    const east = site('east', 1, 1, { rooms: [{ id: 'room', racks: [racks('business'), racks('edge')] }] });
    const allow = [{ from: 'edge', to: 'business' }];
    const device = (id: string, throughputMbps: number) => ({
      id,
      site: 'city/east',
      kind: 'firewall',
      zones: ['edge', 'business'],
      throughputMbps,
      allow,
    });
    const onto = (...boundaries: object[]) =>
      expandFleet(fleetOf([east], { zones, links: [], boundaries: boundaries as never }));
    const systems = [
      systemOf('front', 'none', 1, { system: { ...general.system, zone: 'edge' } }),
      systemOf('back', 'none', 1, general),
    ];
    const uses = { dependencies: [{ from: 'system:front', to: 'system:back', strength: 'weak', bandwidthMbps: 100 }] };
    const outcome = async (...boundaries: object[]) =>
      (await (await planned(systems, onto(...boundaries), uses)).fail({ topology: 'boundary', ids: ['fw-1'] }))[0]!;
    const codes = async (...boundaries: object[]) => (await outcome(...boundaries)).network.map(({ code }) => code);
    expect(await codes(device('fw-1', 1000))).toEqual(['YQ3210']);
    expect(await codes(device('fw-1', 1000), device('fw-2', 1000))).toEqual([]);
    expect(await codes(device('fw-1', 1000), device('fw-2', 50))).toEqual(['YQ3211']);
  });
});

describe('a further copy', () => {
  it('goes to a third site, also where a nearer pair copies by the same method', () => {
    const { copiesOf } = createRecoveryModel(
      recoverySchema.parse({
        pairs: [
          bothWays('activeActive'),
          bothWays('async'),
          { id: 'remote', sites: ['city/east', 'city/far'], method: 'async', oneWay: true },
        ],
      }),
    );
    const copies = copiesOf({ id: 'three', method: 'activeActive', remote: { method: 'async' } }, 'city/east');
    expect(copies.map(({ site: at, method }) => `${at} ${method}`)).toEqual([
      'city/west activeActive',
      'city/far async',
    ]);
  });
});
