import type { Assumption, ExpandedFleet } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { lower } from '../lower.ts';
import { defaultPolicy } from '../plan/create-plan.ts';
import type { PlanWithInputs } from '../plan/explain-plan.ts';
import { checkCopying } from '../recovery/check-promises.ts';
import { declaredFailures, type Failure, failureDomains } from '../recovery/failures.ts';
import { networkDevices } from '../recovery/network-devices.ts';
import type { FailureOutcome } from '../recovery/outcome.ts';
import { createRecoveryModel } from '../recovery/recovery-model.ts';
import { failureTopologies, recoverySchema } from '../recovery/schema.ts';
import { placementOf, sweep } from '../recovery/sweep.ts';

export interface WhatIfFail {
  readonly outcomes: readonly FailureOutcome[];
  /** Copies that fall behind their promise without the links that failed. */
  readonly copies: readonly Diagnostic[];
  /** Figures of the restart model that nobody gave. */
  readonly assumptions: readonly Assumption[];
}

export interface WhatIfFailOptions extends PlanWithInputs {
  /** Default: every failure that the policy declares. */
  readonly failures?: readonly Failure[];
  /** Links that are out of service. */
  readonly withoutLinks?: ReadonlySet<string>;
}

/** What would happen to a plan at each failure; the plan itself is not changed. */
export async function whatIfFail({
  plan,
  estate,
  fleet,
  policy = defaultPolicy,
  failures,
  withoutLinks,
}: WhatIfFailOptions): Promise<WhatIfFail> {
  const recovery = policy.recovery ?? recoverySchema.parse({});
  const model = createRecoveryModel(recovery);
  const lowered = lower(estate, fleet, policy);
  const outcomes = await sweep({
    plan,
    lowered,
    fleet,
    model,
    policy,
    failures: failures ?? declaredFailures(recovery, fleet),
    ...(withoutLinks && { withoutLinks }),
  });
  return {
    outcomes,
    copies:
      withoutLinks === undefined || failures?.every(({ topology }) => topology === 'link')
        ? []
        : checkCopying(lowered, placementOf(plan, lowered), withoutLinks),
    assumptions: [
      ...model.assumptions,
      {
        subject: 'recovery',
        field: 'storage',
        value: 'survives hosts and racks',
        reason: 'pools are lost with their room where it is known, else with their site; arrays of a rack have a twin',
      },
      {
        subject: 'recovery',
        field: 'switches',
        value: 'share their uplink evenly',
        reason:
          'servers are connected to every switch of their rack; a rack or room without any switch left counts as lost',
      },
    ],
  };
}

/**
 * What a name means in a fleet: domains of any level by full id or by its last part, or links; `LEVEL:NAME` for one of
 * that level, where a rack stands for its first `tor`, a room for its first `spine`. Several where a short name is
 * ambiguous, none where nothing has it.
 */
export function findFailures(fleet: ExpandedFleet, given: string): { failures: Failure[]; links: string[] } {
  const level = failureTopologies.find((topology) => given.startsWith(`${topology}:`));
  const name = level === undefined ? given : given.slice(level.length + 1);
  if (level === 'tor' || level === 'spine' || level === 'boundaryDevice') {
    const sets = networkDevices(fleet, level);
    const owners = sets.filter(({ owner }) => owner === name);
    const found = owners.length > 0 ? owners : sets.filter(({ owner }) => owner.endsWith(`/${name}`));
    if (found.length > 0)
      return { failures: found.map(({ devices: [first] }) => ({ topology: level, ids: [first!] })), links: [] };
  }
  const named = (match: (id: string) => boolean): Failure[] =>
    failureTopologies
      .filter((topology) => topology !== 'link' && (level === undefined || topology === level))
      .flatMap((topology) =>
        failureDomains(fleet, topology)
          .filter(match)
          .map((id) => ({ topology, ids: [id] })),
      );
  const exact = named((id) => id === name);
  const failures = exact.length > 0 ? exact : named((id) => id.endsWith(`/${name}`));
  return {
    failures,
    links: fleet.links.map(({ id }) => id).filter((id) => id === name && (level ?? 'link') === 'link'),
  };
}
