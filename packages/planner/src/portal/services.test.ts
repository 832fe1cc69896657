import { describe, expect, it } from 'vitest';
import { estateOf, fleetOf, policyOf, profileOf } from '../../test/support/documents.ts';
import { lower } from '../lower.ts';
import { createPlan } from '../plan/create-plan.ts';
import { verifyPlan } from '../plan/verify-plan.ts';
import { withServices } from '../services/expand-services.ts';
import { approvalChain, requestTotals } from './approvals.ts';
import { assessRequest } from './assess-request.ts';
import { checkRequest } from './check-request.ts';
import { requestSchema } from './request-schema.ts';
import { withoutReservations, withRequests } from './with-requests.ts';

const fleet = fleetOf([{ id: 'r', hosts: [{ id: 'h', count: 4, profile: 'p' }] }], {
  profiles: [profileOf('p', 32, 256)],
  storagePools: [
    { id: 'ssd', type: 'ssd', usableGiB: 10_000 },
    { id: 'sas', type: 'sas', usableGiB: 10_000 },
  ],
});
const estate = estateOf({
  tenants: [{ id: 'bureau', quotas: [{ vcpus: 20 }] }, { id: 'other' }, { id: 'centre' }],
  systems: [
    { id: 'permits', tenant: 'bureau' },
    { id: 'foreign', tenant: 'other' },
    { id: 'operations', tenant: 'centre', platform: true },
  ],
  workloads: [{ id: 'web', system: 'permits', vcpus: 2, memMiB: 1024 }],
});
const policy = policyOf({ approvals: [{ id: 'large', when: { vcpusAtLeast: 8 } }, { id: 'all' }] });
const ask = (id: string, services: object[], more: object = {}) =>
  requestSchema.parse({ kind: 'request', formatVersion: '1.0', name: id, id, tenant: 'bureau', services, ...more });
const portal = async () => {
  const { plan } = await createPlan({ estate, fleet, policy });
  return { estate, fleet, policy, plan: plan! };
};

describe('a request for cloud services', () => {
  it('is answered with places for its servers, for the control planes that it is the first to need, and its quota', async () => {
    const documents = await portal();
    const first = ask('db', [{ id: 'permits-db', service: 'rds', plan: 'medium', system: 'permits' }]);
    expect(requestTotals(first)).toEqual({ vcpus: 8, memGiB: 32, volumeGiB: 480 });
    expect(approvalChain(policy, estate, first).map(({ id }) => id)).toEqual(['large', 'all']);
    const answer = await assessRequest(documents, [], first);
    expect(answer).toMatchObject({ feasible: true, unplaced: [], diagnostics: [] });
    expect([...new Set(answer.placements.map(({ workload }) => workload.replace(/-\d+$/, '')))].sort()).toEqual([
      'manageone-control',
      'permits-db-db',
      'rds-control',
    ]);
    expect(answer.quotas).toContainEqual(expect.objectContaining({ tenant: 'bureau', used: 10, limit: 20 }));

    // What is promised to the first stays, and the second brings no control plane of its own.
    const reserved = [{ request: first, placements: answer.placements }];
    const second = ask('cache', [{ id: 'cache', service: 'rds', plan: 'single' }]);
    const next = await assessRequest(documents, reserved, second);
    expect(next.placements.map(({ workload }) => workload)).toEqual(['cache-db']);
    const third = ask('more', [{ id: 'more', service: 'rds', plan: 'large', system: 'permits' }]);
    expect(await assessRequest(documents, reserved, third)).toMatchObject({ feasible: false });
  });

  it('joins the estate, keeps its places in the next plan, and leaves it again without a trace', async () => {
    const documents = await portal();
    const request = ask('db', [{ id: 'lake', service: 'obs', size: 3000 }]);
    const { placements } = await assessRequest(documents, [], request);
    const joined = withServices(withRequests(estate, [{ request, placements }]));
    expect(joined.systems.find(({ id }) => id === 'lake')?.tenant).toBe('bureau');
    expect(joined.reservations).toEqual([
      expect.objectContaining({ request: 'db', services: ['lake'], workloads: [] }),
    ]);
    const { plan } = await createPlan({ estate: joined, fleet, policy });
    for (const promised of placements) expect(plan!.placements).toContainEqual(expect.objectContaining(promised));
    expect(verifyPlan({ plan: plan!, estate: joined, fleet, policy }).diagnostics).toEqual([]);
    const left = withoutReservations(joined);
    expect(withServices(left).workloads).toEqual(estate.workloads);
    expect(lower(left, fleet, policy).problem.workloads.length).toBe(1);
  });

  it('counts instances at each level of the tree, and refuses what is above a quota', async () => {
    const tenants = [
      { id: 'city', quotas: [{ volumeGiB: {}, instances: { rds: 2 } }] },
      { id: 'bureau', parent: 'city', quotas: [{ volumeGiB: {}, instances: { rds: 1, eip: 0 } }] },
      { id: 'centre', parent: 'city' },
    ];
    const systems = estate.systems.filter(({ id }) => id !== 'foreign');
    const limited = { ...estate, tenants, systems };
    const { plan } = await createPlan({ estate: limited, fleet, policy });
    const answer = (services: object[]) =>
      assessRequest({ estate: limited, fleet, policy, plan: plan! }, [], ask('r', services));
    const one = await answer([{ id: 'a', service: 'rds' }]);
    expect(one.feasible).toBe(true);
    expect(one.quotas.filter(({ what }) => what === 'instances:rds').map(({ tenant, used }) => [tenant, used])).toEqual(
      [
        ['city', 1],
        ['bureau', 1],
      ],
    );
    const two = await answer([{ id: 'a', service: 'rds', count: 2 }]);
    expect(two).toMatchObject({
      feasible: false,
      diagnostics: [{ code: 'YQ1940', params: { tenant: 'bureau', used: 2, limit: 1 } }],
    });
    expect((await answer([{ id: 'ip', service: 'eip' }])).feasible).toBe(false);
    const misspelt = { ...limited, tenants: [{ ...tenants[0]!, quotas: [{ volumeGiB: {}, instances: { rdss: 1 } }] }] };
    expect(lower(misspelt, fleet, policy).diagnostics.map(({ code, params }) => [code, params.near])).toContainEqual([
      'YQ1703',
      'rds',
    ]);
  });

  it("is checked like any: its systems are the tenant's, its services exist, it asks for something", () => {
    const codes = (services: object[]) =>
      checkRequest(estate, [], ask('r', services)).map(({ code, pointer }) => `${code} ${pointer}`);
    expect(codes([{ id: 'a', service: 'rds', system: 'foreign' }])).toEqual(['YQ4603 /services/0/system']);
    expect(
      codes([
        { id: 'a', service: 'kms' },
        { id: 'b', service: 'rdss', system: 'permits' },
      ]),
    ).toEqual(['YQ1920 /services/1/service']);
    expect(codes([])).toEqual(['YQ1932 /workloads']);
    expect(codes([{ id: 'permits', service: 'kms' }])).toEqual(['YQ1101 /services/0']);
  });
});
