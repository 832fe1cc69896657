import { type ExpandedFleet, expandFleet, fleetSchema } from '@yunqian/hw-model';
import { solve, verify } from '@yunqian/scheduler-core';
import { describe, expect, it } from 'vitest';
import { estateSchema } from '../estate/schema.ts';
import { lower } from '../lower.ts';
import { policySchema } from '../policy/schema.ts';
import { shenzhenEstate } from './estate.ts';
import { shenzhenFleet } from './fleet.ts';
import { shenzhenPolicy } from './policy.ts';

const estate = estateSchema.parse(shenzhenEstate());
const fleet = expandFleet(fleetSchema.parse(shenzhenFleet()));
const policy = policySchema.parse(shenzhenPolicy());

async function place(onto: ExpandedFleet) {
  const { problem, diagnostics } = lower(estate, onto, policy);
  const { hostOf, unplaced } = await solve(problem, { seed: 1 });
  return { diagnostics, unplaced, violations: verify(problem, hostOf) };
}

describe('the Shenzhen estate on its fleet', () => {
  it('is placed whole, without a violation of any rule, soft ones included', async () => {
    expect(await place(fleet)).toEqual({ diagnostics: [], unplaced: [], violations: [] });
  });

  it('still fits after the loss of any one host', async () => {
    const lossy: string[] = [];
    for (const lost of fleet.hosts.filter(({ role }) => role === 'compute' || role === 'bareMetal')) {
      const { unplaced, violations } = await place({ ...fleet, hosts: fleet.hosts.filter((host) => host !== lost) });
      if (unplaced.length > 0 || violations.some(({ mode }) => mode === 'hard')) lossy.push(lost.id);
    }
    expect(lossy).toEqual([]);
  });
});
