import { expandFleet } from '@yunqian/hw-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothWays, estateOf, fleetOf, policyOf, site, systemOf } from '../../test/support/two-sites.ts';
import { createPlan } from '../plan/create-plan.ts';
import { whatIfFail } from '../whatif/fail.ts';
import type { Failure } from './failures.ts';
import type { FailureOutcome } from './outcome.ts';

const twoSites = [site('east', 2, 2), site('west', 2, 2)];
const recovery = {
  pairs: [bothWays('activeActive'), bothWays('async'), bothWays('backup')],
  restart: { detectMinutes: 1, switchMinutes: 10, parallel: 2, minutesEach: 5, restoreMbps: 8000 },
  changePctPerDay: 1,
};

async function failed(
  systems: Parameters<typeof estateOf>[0],
  failure: Failure,
  policy = policyOf(recovery),
  fleet = fleetOf(twoSites),
): Promise<FailureOutcome> {
  const documents = { estate: estateOf(systems), fleet: expandFleet(fleet), policy };
  const { plan, diagnostics } = await createPlan(documents);
  if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
  return (await whatIfFail({ plan, ...documents, failures: [failure] })).outcomes[0]!;
}

const general = { system: { mlps: 2, criticality: 'general' } } as const;
const east: Failure = { topology: 'site', ids: ['city/east'] };
const both = async (systems: Parameters<typeof estateOf>[0]) => [
  await failed(systems, east),
  await failed(systems, { topology: 'site', ids: ['city/west'] }),
];

describe('the loss of a site', () => {
  it('leaves an active-active system in service, without loss of data', async () => {
    for (const outcome of await both([systemOf('portal', 'activeActive', 2)])) {
      expect(outcome).toMatchObject({ affected: 1, losses: [], broken: 0, violations: [] });
      expect(outcome.systems).toEqual([
        expect.objectContaining({
          system: 'portal',
          serviceMinutes: 0,
          lostDataMinutes: 0,
          rtoMet: true,
          rpoMet: true,
        }),
      ]);
      expect(outcome.crowded).toEqual(expect.arrayContaining(['activeActive/portal/app']));
    }
  });

  it('restarts a copied system at the other site, with the data of an interval ago', async () => {
    const outcomes = await both([systemOf('ledger', 'async', 2)]);
    const hit = outcomes.filter(({ affected }) => affected > 0);
    expect(hit.length).toBeGreaterThan(0);
    for (const { restarts, systems } of hit) {
      // Noticed, switched over, and started two at a time.
      expect(restarts.every(({ minutes, data }) => minutes === 1 + 10 + 5 && data === 'async')).toBe(true);
      expect(restarts.every(({ lostMinutes }) => lostMinutes >= 15 && lostMinutes < 16)).toBe(true);
      expect(systems[0]).toMatchObject({ rtoMinutes: 240, rpoMinutes: 30, rtoMet: true, rpoMet: true });
    }
  });

  it('reads backups one after the other: the last of many misses its promise', async () => {
    const large = { system: general.system, workload: { volumes: [{ sizeGiB: 900, type: 'ssd', usedGiB: 900 }] } };
    const classes = [{ id: 'nightly', method: 'backup' as const, rpoMinutes: 1500, rtoMinutes: 40 }];
    const policy = policyOf({ ...recovery, classes });
    const systems = [systemOf('one', 'nightly', 1, large), systemOf('two', 'nightly', 1, large)];
    const outcomes = [
      await failed(systems, east, policy),
      await failed(systems, { ...east, ids: ['city/west'] }, policy),
    ];
    const together = outcomes.find(({ affected }) => affected === 2)!;
    // 900 GiB at 8,000 Mbit/s are read in 16.1 minutes, after 11, and each then starts in 5.
    expect(together.restarts.map(({ minutes }) => minutes)).toEqual([32.1, 48.2]);
    expect(together.systems.map(({ rtoMet }) => rtoMet)).toEqual([true, false]);
    expect(together.broken).toBe(1);
  });

  it('loses what has no copy, which a class without a promise allows', async () => {
    const [a, b] = await both([systemOf('scratch', 'none', 1, general)]);
    const hit = [a!, b!].find(({ affected }) => affected === 1)!;
    expect(hit.losses).toEqual([expect.objectContaining({ system: 'scratch', reason: 'noCopy', allowed: true })]);
    expect(hit.broken).toBe(0);
  });
});

describe('the loss of a host', () => {
  const host = (plan: { hosts: readonly string[] }): Failure => ({ topology: 'host', ids: plan.hosts });

  it('restarts by the order of the classes; what finds no room is beyond its class, and says why', async () => {
    // One site of two hosts, 16 vCPUs of which 14 are in use: 8 fall, 2 fit.
    const fleet = fleetOf([site('east', 1, 2)], { links: [] });
    const policy = policyOf({
      classes: [
        { id: 'slow', method: 'none', rtoMinutes: 600 },
        { id: 'fast', method: 'none', rtoMinutes: 30 },
      ],
    });
    const systems = [1, 2, 3, 4, 5, 6, 7].map((i) => systemOf(`s${i}`, i % 2 === 0 ? 'fast' : 'slow', 1, general));
    const outcomes = await Promise.all(
      ['h-01', 'h-02'].map((id) => failed(systems, host({ hosts: [`city/east/room/r/${id}`] }), policy, fleet)),
    );
    const outcome = outcomes.find(({ affected }) => affected === 4)!;
    expect([outcome.restarts.length, outcome.losses.length]).toEqual([1, 3]);
    expect(outcome.losses.every(({ allowed, reason }) => !allowed && reason === 'noRoom')).toBe(true);
    expect(outcome.losses[0]!.explanation!.blockedBy).toContainEqual({
      rule: 'capacity',
      reason: 'cpuMilli',
      hosts: 1,
    });
    const restarted = outcome.restarts[0]!.workload;
    expect(['s2-app', 's4-app', 's6-app']).toContain(restarted);
  });

  it('brings instances together rather than leave one out, and says so', async () => {
    const fleet = fleetOf(
      [site('east', 1, 2, { storagePools: [{ id: 'ssd', type: 'ssd', usableGiB: 900, copies: 2 }] })],
      { links: [] },
    );
    const outcome = await failed(
      [systemOf('portal', 'none', 2)],
      { topology: 'host', ids: ['city/east/room/r/h-01'] },
      policyOf({}),
      fleet,
    );
    expect(outcome).toMatchObject({ affected: 1, losses: [], violations: [], crowded: ['twoInstances/portal/app'] });
  });
});

/** What hosts would carry, from the documents alone. */
it('never overfills a host, uses lost ones or runs where there is no data; what it leaves out fits nowhere', async () => {
  const dr = fc.constantFrom('none', 'backup', 'async', 'activeActive');
  const spec = fc.record({ dr, count: fc.integer({ min: 1, max: 4 }), vcpus: fc.integer({ min: 1, max: 6 }) });
  const level = fc.constantFrom('host', 'rack', 'site') as fc.Arbitrary<'host' | 'rack' | 'site'>;
  await fc.assert(
    fc.asyncProperty(fc.array(spec, { minLength: 1, maxLength: 8 }), level, fc.nat(), async (specs, topology, pick) => {
      const systems = specs.map(({ dr: method, count, vcpus }, i) =>
        systemOf(`s${i}`, method, count, { ...general, workload: { vcpus } }),
      );
      const fleet = expandFleet(fleetOf(twoSites));
      const documents = { estate: estateOf(systems), fleet, policy: policyOf(recovery) };
      const { plan } = await createPlan(documents);
      if (plan === undefined) return;
      const ids = [...new Set(fleet.hosts.map((one) => (topology === 'host' ? one.id : one[topology])))];
      const lostId = ids[pick % ids.length]!;
      const { outcomes } = await whatIfFail({ plan, ...documents, failures: [{ topology, ids: [lostId] }] });
      const { restarts, losses, violations } = outcomes[0]!;
      const inLost = (host: string) => host === lostId || host.startsWith(`${lostId}/`);
      const where = new Map(plan.placements.map(({ workload, host }) => [workload, host]));
      expect(violations).toEqual([]);
      const hit = [...where].filter(([, host]) => inLost(host)).map(([workload]) => workload);
      expect([...restarts, ...losses].map(({ workload }) => workload).sort()).toEqual(hit.sort());

      const used = new Map(fleet.hosts.map(({ id }) => [id, 0]));
      const vcpusOf = (workload: string) => specs[Number(/^s(\d+)/.exec(workload)![1])]!.vcpus;
      const after = new Map([...where].filter(([, host]) => !inLost(host)));
      for (const { workload, to } of restarts) after.set(workload, to);
      for (const [workload, host] of after) used.set(host, used.get(host)! + vcpusOf(workload));
      expect(Math.max(...used.values())).toBeLessThanOrEqual(8);
      for (const { to, from, data } of restarts) {
        expect(inLost(to)).toBe(false);
        const sameSite = to.split('/')[1] === from.split('/')[1];
        expect(data === 'own').toBe(sameSite);
        if (topology !== 'site') expect(['own', 'activeActive']).toContain(data);
      }
      for (const { workload, reason } of losses) {
        const home = where.get(workload)!.split('/')[1];
        const method = specs[Number(/^s(\d+)/.exec(workload)![1])]!.dr;
        const reaches = (host: string) => {
          const own = host.split('/')[1] === home;
          return topology === 'site' ? !own && method !== 'none' : own || method === 'activeActive';
        };
        if (reason === 'noCopy') expect([topology, method]).toEqual(['site', 'none']);
        else
          for (const [host, taken] of used)
            if (!inLost(host) && reaches(host)) expect(taken + vcpusOf(workload)).toBeGreaterThan(8);
      }
    }),
    { numRuns: 60 },
  );
});
