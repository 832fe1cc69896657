import { describe, expect, it } from 'vitest';
import { estateOf, fleetOf, policyOf, profileOf } from '../../test/support/documents.ts';
import { createPlan } from '../plan/create-plan.ts';
import { assessRequest } from './assess-request.ts';
import { requestSchema } from './request-schema.ts';

const fleet = fleetOf([{ id: 'r', hosts: [{ id: 'h', count: 3, profile: 'small' }] }], {
  profiles: [profileOf('small', 8, 64)],
});
const estate = estateOf({
  tenants: [{ id: 'bureau' }] as never,
  systems: [{ id: 's', tenant: 'bureau' }],
  workloads: [{ id: 'a', system: 's', vcpus: 4, memMiB: 1024, count: 2 }],
});
const policyWith = (reserve: 'prove' | 'report') =>
  policyOf({ recovery: { failures: [{ topology: 'host' }], reserve, clauses: { instances: 'off', copies: 'off' } } });
const ask = (count: number) =>
  requestSchema.parse({
    kind: 'request',
    formatVersion: '1.0',
    name: 'more',
    id: 'more',
    tenant: 'bureau',
    workloads: [{ id: 'new', system: 's', vcpus: 4, memMiB: 1024, count }],
  });

describe('a request and the reserve for failures', () => {
  it('takes no room that a declared failure needs, where the policy wants the reserve proved', async () => {
    const answer = async (reserve: 'prove' | 'report', count: number) => {
      const policy = policyWith(reserve);
      const { plan } = await createPlan({ estate, fleet, policy });
      return assessRequest({ estate, fleet, policy, plan: plan! }, [], ask(count));
    };
    // Six places of 4 vCPUs; after the loss of any host, four are left, and two are taken.
    expect(await answer('prove', 2)).toMatchObject({ feasible: true });
    expect((await answer('prove', 2)).reserve).toBeUndefined();
    expect(await answer('prove', 3)).toMatchObject({ feasible: false, unplaced: [], reserve: { failures: 3 } });
    expect(await answer('report', 3)).toMatchObject({ feasible: true });
  });
});
