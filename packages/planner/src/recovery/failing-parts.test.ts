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

describe('single devices of the network', () => {
  const switched = (tors: number, spines: number, uplinkMbps = 1000) => {
    const room = (name: string) => ({
      id: name,
      spine: { count: spines, capacityMbps: 2 * uplinkMbps },
      racks: [
        {
          id: 'r',
          count: 2,
          zone: 'business',
          tor: { model: 'switch-leaf/CE6865-48S8CQ-EI', count: tors, uplinkMbps },
          hosts: [{ id: 'h', count: 2, profile: 'small' }],
        },
      ],
    });
    return expandFleet(
      fleetOf(['east', 'west'].map((name) => site(name, 1, 1, { rooms: [room('room')] as never })) as never),
    );
  };
  const talking = (nicMbps: number) => systemOf('ledger', 'async', 4, { ...general, workload: { nicMbps, vcpus: 2 } });

  it('of two ToR switches one is left with half of the uplink: enough, or said to be too little', async () => {
    const onto = switched(2, 4);
    for (const [nicMbps, over] of [
      [100, false],
      [200, true],
    ] as const) {
      const { plan, fail, lowered } = await planned([talking(nicMbps)], onto);
      const outcomes = await fail(...eachFailure(onto, 'tor'));
      expect(outcomes.length).toBe(8);
      for (const outcome of outcomes) {
        const rack = outcome.failure.ids[0]!.replace(/\/tor-\d$/, '');
        const used = plan.placements.filter(({ host }) => host.startsWith(`${rack}/`)).length * nicMbps;
        expect(outcome).toMatchObject({ hostsLost: 0, affected: 0, restarts: [], losses: [] });
        expect(outcome.network.map(({ code, params }) => [code, params['used'], params['limit']])).toEqual(
          used > 500 ? [['YQ3212', used, 500]] : [],
        );
        expect(recountFault(outcome, plan, lowered)).toBeNull();
      }
      expect(outcomes.some(({ broken }) => broken > 0)).toBe(over);
    }
  });

  it('a rack with one ToR switch, a room with one spine, is lost with it', async () => {
    const onto = switched(1, 1);
    const { plan, fail, lowered } = await planned([talking(100)], onto);
    for (const [device, place] of [
      ['tor', 'rack'],
      ['spine', 'room'],
    ] as const) {
      const switches = await fail(...eachFailure(onto, device));
      const places = await fail(...eachFailure(onto, place));
      switches.forEach((outcome, at) => {
        const { failure: _, ...same } = places[at]!;
        expect(outcome).toMatchObject(same);
        expect(recountFault(outcome, plan, lowered)).toBeNull();
        if (outcome.affected > 0)
          expect(recountFault({ ...outcome, restarts: [], losses: [] }, plan, lowered)?.what).toBe('forgotten');
      });
      expect(switches.some(({ affected }) => affected > 0)).toBe(true);
    }
    const [room] = onto.rooms;
    const half = switched(2, 4);
    const some = await planned([talking(100)], half);
    const [one] = await some.fail({ topology: 'spine', ids: [`${room!.id}/spine-1`] });
    expect(one).toMatchObject({ hostsLost: 0, affected: 0, broken: 0 });
  });

  it('a boundary keeps what its devices in reserve take over', async () => {
    const zones = [
      { id: 'business', kind: 'business', mlps: 3 },
      { id: 'edge', kind: 'business', mlps: 3 },
    ] as never;
    const racks = (zone: string) => ({ id: zone, count: 1, zone, hosts: [{ id: 'h', count: 2, profile: 'small' }] });
    const east = site('east', 1, 1, { rooms: [{ id: 'room', racks: [racks('business'), racks('edge')] }] });
    const uses = { dependencies: [{ from: 'system:front', to: 'system:back', bandwidthMbps: 100, sessions: 10 }] };
    const broken = async (count: number, standby: number, throughputMbps: number) => {
      const boundaries = [
        {
          id: 'fw',
          site: 'city/east',
          zones: ['edge', 'business'],
          count,
          standby,
          throughputMbps,
          allow: [{ from: 'edge', to: 'business' }],
        },
      ];
      const onto = expandFleet(fleetOf([east], { zones, links: [], boundaries }));
      const systems = [
        systemOf('front', 'none', 1, { system: { ...general.system, zone: 'edge' } }),
        systemOf('back', 'none', 1, general),
      ];
      const outcomes = await (await planned(systems, onto, uses as never)).fail(...eachFailure(onto, 'boundaryDevice'));
      expect(outcomes.length).toBe(count);
      return outcomes.map(({ network }) => network.map(({ code }) => code));
    };
    expect(await broken(2, 1, 100)).toEqual([[], []]);
    expect(await broken(2, 0, 100)).toEqual([[], []]);
    expect(await broken(2, 0, 60)).toEqual([['YQ3211'], ['YQ3211']]);
    expect(await broken(1, 0, 100)).toEqual([['YQ3210']]);
  });
});
