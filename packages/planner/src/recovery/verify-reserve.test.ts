import { expandFleet } from '@yunqian/hw-model';
import { describe, expect, it } from 'vitest';
import { bothWays, estateOf, fleetOf, policyOf, site, systemOf } from '../../test/support/two-sites.ts';
import { lower } from '../lower.ts';
import { createPlan } from '../plan/create-plan.ts';
import { whatIfFail } from '../whatif/fail.ts';
import { recountFault, verifyReserve } from './verify-reserve.ts';

const fleet = expandFleet(fleetOf([site('east', 2, 2), site('west', 2, 2)]));
const recovery = {
  pairs: [bothWays('async')],
  failures: [{ topology: 'host' as const }, { topology: 'site' as const }],
};
const general = { system: { mlps: 2, criticality: 'general' } } as const;
const documents = (instances: number, reserve: 'prove' | 'report' = 'prove') => ({
  estate: estateOf([systemOf('ledger', 'async', instances, general)]),
  fleet,
  policy: policyOf({ ...recovery, reserve }),
});

describe('the reserve of a plan', () => {
  it('is found whole where it is, missing where it is not, and nobody asks where nothing was to be proved', async () => {
    const roomy = documents(4);
    const { plan } = await createPlan(roomy);
    expect(await verifyReserve({ plan: plan!, ...roomy })).toEqual([]);

    const full = documents(20, 'report');
    const { plan: tight } = await createPlan(full);
    expect(tight!.summary.unplaced).toBe(0);
    expect(await verifyReserve({ plan: tight!, ...full })).toEqual([]);
    const found = await verifyReserve({ plan: tight!, ...documents(20) });
    expect(new Set(found.map(({ code, severity }) => `${code} ${severity}`))).toEqual(new Set(['YQ3207 error']));
    expect(found).toContainEqual(
      expect.objectContaining({ params: expect.objectContaining({ failure: 'city/east' }) }),
    );
  });

  it('an outcome that does not add up is told apart from one that does', async () => {
    const inputs = documents(6);
    const plan = (await createPlan(inputs)).plan!;
    const lowered = lower(inputs.estate, inputs.fleet, inputs.policy);
    const { outcomes } = await whatIfFail({ plan, ...inputs });
    for (const outcome of outcomes) expect(recountFault(outcome, plan, lowered)).toBeNull();
    const outcome = outcomes.find(({ failure, affected }) => failure.topology === 'host' && affected > 1)!;
    const [first, ...rest] = outcome.restarts;
    const what = (restarts: typeof outcome.restarts, on = plan) =>
      recountFault({ ...outcome, restarts }, on, lowered)?.what ?? null;
    expect(what(rest)).toBe('forgotten');
    expect(what([{ ...first!, to: first!.from }, ...rest])).toBe('host');
    expect(what([{ ...first!, to: 'city/nowhere' }, ...rest])).toBe('host');
    const other = fleet.hosts.find((host) => host.site !== fleet.hosts.find(({ id }) => id === first!.from)!.site)!;
    const bare = {
      ...plan,
      placements: plan.placements.map((one) => ({
        ...one,
        volumes: one.volumes.map(({ copies: _, ...volume }) => volume),
      })),
    };
    expect(what([{ ...first!, to: other.id }, ...rest], bare)).toBe('data');
    // All of a site on one of its hosts is more than it has.
    const west = fleet.hosts.filter(({ site: at }) => at === other.site);
    const crowd = await createPlan(documents(16, 'report'));
    const site_ = (
      await whatIfFail({
        plan: crowd.plan!,
        ...documents(16),
        failures: [{ topology: 'site', ids: [fleet.hosts[0]!.site] }],
      })
    ).outcomes[0]!;
    const target = west.length > 0 ? fleet.hosts.find(({ site: at }) => at !== fleet.hosts[0]!.site)!.id : '';
    const crowded = { ...site_, restarts: site_.restarts.map((one) => ({ ...one, to: target })) };
    const more = lower(documents(16).estate, fleet, documents(16).policy);
    expect(site_.restarts.length).toBeGreaterThan(4);
    expect(recountFault(crowded, crowd.plan!, more)?.what).toBe('capacity');
  });
});
