import { expandFleet, type Finding, type Fleet } from '@yunqian/hw-model';
import { checkEstate } from '../estate/check-estate.ts';
import { checkPhases } from '../phases/check-phases.ts';
import { checkPolicy } from '../policy/check-policy.ts';
import type { DocumentKind, Documents } from './kinds.ts';

/** What a schema cannot say, by kind of document. Plans and waves are verified against their inputs instead. */
const checks: { readonly [K in DocumentKind]?: (value: Documents[K]) => readonly Finding[] } = {
  estate: checkEstate,
  fleet: checkFleet,
  policy: checkPolicy,
  phases: checkPhases,
};

export function checkDocument<K extends DocumentKind>(kind: K, value: Documents[K]): readonly Finding[] {
  return checks[kind]?.(value) ?? [];
}

/** Hosts that counts may stand for; beyond this a fleet is a mistake, and writing it out would not end. */
const maxHosts = 1_000_000;

function checkFleet(fleet: Fleet): readonly Finding[] {
  const racks = fleet.clouds.flatMap((cloud) =>
    cloud.sites.flatMap((site) => site.rooms.flatMap((room) => room.racks)),
  );
  const count = racks.reduce(
    (sum, rack) =>
      sum +
      rack.count *
        Math.max(
          1,
          rack.hosts.reduce((hosts, host) => hosts + host.count, 0),
        ),
    0,
  );
  if (count > maxHosts)
    return [{ code: 'YQ1040', severity: 'error', pointer: '/clouds', params: { count, maximum: maxHosts } }];
  return expandFleet(fleet).findings;
}
