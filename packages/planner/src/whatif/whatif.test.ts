import { expandFleet } from '@yunqian/hw-model';
import { describe, expect, it } from 'vitest';
import { estateOf, fleetOf, policyOf, site, systemOf } from '../../test/support/two-sites.ts';
import { createPlan } from '../plan/create-plan.ts';
import { whatIfAdd } from './add.ts';
import { whatIfDrain } from './drain.ts';
import { findFailures, whatIfFail } from './fail.ts';

const fleet = fleetOf([site('east', 2, 2), site('west', 2, 2)]);
const expanded = expandFleet(fleet);
const torRoom = (count: number) => ({
  id: 'room',
  racks: [
    {
      id: 'r',
      count: 2,
      zone: 'business',
      tor: { model: 'switch-leaf/CE6865-48S8CQ-EI', count, uplinkMbps: 1000 },
      hosts: [{ id: 'h', count: 2, profile: 'small' }],
    },
  ],
});
const general = { system: { mlps: 2, criticality: 'general' } } as const;
const policy = policyOf({ pairs: [{ id: 'copies', sites: ['city/east', 'city/west'], method: 'async' }] });

async function planned(count: number, dr = 'none', onto = expanded) {
  const estate = estateOf([systemOf('a', dr, count, general)]);
  const { plan } = await createPlan({ estate, fleet: onto, policy });
  return { plan: plan!, estate, fleet: onto, policy };
}

describe('whatif drain', () => {
  it('moves what is on the hosts to hosts that stay open', async () => {
    const documents = await planned(6);
    const hosts = [...new Set(documents.plan.placements.map(({ host }) => host))];
    const { moves, stranded } = await whatIfDrain(documents, hosts);
    expect(stranded).toEqual([]);
    expect(moves.map(({ workload }) => workload).sort()).toEqual(
      documents.plan.placements.map(({ workload }) => workload).sort(),
    );
    expect(moves.filter(({ to }) => hosts.includes(to))).toEqual([]);
  });

  it('says what cannot leave, and why', async () => {
    const documents = await planned(32);
    const { moves, stranded } = await whatIfDrain(documents, [documents.plan.placements[0]!.host]);
    expect([moves.length, stranded.length]).toEqual([0, 4]);
    expect(stranded[0]!.explanation.blockedBy).toContainEqual(expect.objectContaining({ reason: 'cpuMilli' }));
    await expect(whatIfDrain(documents, ['city/nowhere'])).rejects.toThrow(RangeError);
  });
});

describe('whatif add', () => {
  it('finds room for what was left over, without moving anything', async () => {
    const documents = await planned(35);
    expect(documents.plan.summary.unplaced).toBe(3);
    const { result } = await whatIfAdd({ ...documents, fleet }, { profile: 'small', count: 1, zone: 'business' });
    expect(result).toMatchObject({
      hosts: ['city/east/room/added/h'],
      stillUnplaced: [],
      unplaced: [3, 0],
      hostsUsed: [8, 9],
    });
    expect(result!.placed.map(({ host }) => host)).toEqual(Array(3).fill('city/east/room/added/h'));
  });

  it('tells a profile that the fleet does not have', async () => {
    const { result, findings } = await whatIfAdd({ ...(await planned(1)), fleet }, { profile: 'smal', count: 1 });
    expect([result, findings.map(({ code }) => code)]).toEqual([undefined, ['YQ1201']]);
  });
});

describe('whatif fail', () => {
  it('finds what a name means: full ids first, then last parts; links too', () => {
    expect(findFailures(expanded, 'city/east').failures).toEqual([{ topology: 'site', ids: ['city/east'] }]);
    expect(findFailures(expanded, 'west').failures).toEqual([{ topology: 'site', ids: ['city/west'] }]);
    expect(findFailures(expanded, 'r-02').failures.map(({ topology }) => topology)).toEqual(['rack', 'rack']);
    expect(findFailures(expanded, 'metro')).toEqual({ failures: [], links: ['metro'] });
    const switched = expandFleet(
      fleetOf([site('east', 2, 2, { rooms: [torRoom(2)] }), site('west', 2, 2, { rooms: [torRoom(1)] })]),
    );
    const tor = { topology: 'tor', ids: ['city/west/room/r-02/tor-1'] };
    expect(findFailures(switched, 'tor:west/room/r-02').failures).toEqual([tor]);
    expect(findFailures(switched, 'city/west/room/r-02/tor-1').failures).toEqual([tor]);
    expect(findFailures(switched, 'tor:r-02').failures.length).toBe(2);
    expect(findFailures(switched, 'spine:room').failures).toEqual([]);
    expect(findFailures(expanded, 'nothing')).toEqual({ failures: [], links: [] });
  });

  it('without the link between the sites copies are as old as ever: the promise is missed', async () => {
    const documents = await planned(2, 'async');
    const site = documents.plan.placements[0]!.host.split('/').slice(0, 2).join('/');
    const failures = [{ topology: 'site' as const, ids: [site] }];
    const [whole, cut] = [
      await whatIfFail({ ...documents, failures }),
      await whatIfFail({ ...documents, failures, withoutLinks: new Set(['metro']) }),
    ];
    expect(whole.outcomes[0]!.broken).toBe(0);
    expect(cut.outcomes[0]!.systems[0]).toMatchObject({ lostDataMinutes: null, rpoMet: false });
  });
});
