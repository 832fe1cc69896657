import { type ExpandedFleet, expandFleet, fleetSchema } from '@yunqian/hw-model';
import { type SolveOptions, solve, verify } from '@yunqian/scheduler-core';
import { describe, expect, it } from 'vitest';
import { estateSchema } from '../estate/schema.ts';
import { lower } from '../lower.ts';
import { policySchema } from '../policy/schema.ts';
import { withServices } from '../services/expand-services.ts';
import { shenzhenEstate } from './estate.ts';
import { shenzhenFleet } from './fleet.ts';
import { shenzhenPolicy } from './policy.ts';

const estate = withServices(estateSchema.parse(shenzhenEstate()));
const fleet = expandFleet(fleetSchema.parse(shenzhenFleet()));
const policy = policySchema.parse(shenzhenPolicy());

async function place(onto: ExpandedFleet, options: SolveOptions = {}) {
  const { problem, diagnostics } = lower(estate, onto, policy);
  const { hostOf, unplaced } = await solve(problem, { seed: 1, ...options });
  return { diagnostics, unplaced, violations: verify(problem, hostOf) };
}

/** Enough to place everything; soft goals and the number of hosts are not asked for. */
const forHardRules: SolveOptions = { budget: 100_000 };

describe('the Shenzhen estate on its fleet', () => {
  it('is placed whole, without a violation of any rule, soft ones included', async () => {
    expect(await place(fleet)).toEqual({ diagnostics: [], unplaced: [], violations: [] });
  });

  it('still fits after the loss of any one host', async () => {
    const lossy: string[] = [];
    for (const lost of fleet.hosts.filter(({ role }) => role === 'compute' || role === 'bareMetal')) {
      const { unplaced, violations } = await place(
        { ...fleet, hosts: fleet.hosts.filter((host) => host !== lost) },
        forHardRules,
      );
      if (unplaced.length > 0 || violations.some(({ mode }) => mode === 'hard')) lossy.push(lost.id);
    }
    expect(lossy).toEqual([]);
  });
});
