import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Attributes, RuleSpec } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../document/suggest.ts';
import type { Estate } from '../estate/schema.ts';
import type { Entry } from '../lower/resolve-entries.ts';
import { trouble } from '../lower/trouble.ts';
import type { Policy } from '../policy/schema.ts';
import { cloudsRule } from '../recovery/failure-mode.ts';
import { checkPeers } from './check-peers.ts';
import { federationSchema } from './schema.ts';

/** What a federation of clouds adds to a problem; nothing where no system has a home. */
export interface FederationRules {
  readonly rules: readonly RuleSpec[];
  readonly diagnostics: readonly Diagnostic[];
  /** Clouds that an entry may run in, home first; undefined: any. */
  cloudsOf(entry: Entry): readonly string[] | undefined;
  wanted(entry: Entry): Attributes;
}

/** Id of the goal that counts an entry that is not within its first n clouds. */
const preferenceRule = (first: number) => `cloudOrder:${first}`;

/**
 * A system runs at home or in the clouds that its home overflows to; running further down the order costs more, one
 * unit a step, on the federation's soft level. As it is a goal, what overflowed returns home when there is room.
 */
export function lowerFederation(
  estate: Estate,
  fleet: ExpandedFleet,
  policy: Policy,
  entries: readonly Entry[],
): FederationRules {
  const federation = policy.federation ?? federationSchema.parse({});
  const clouds = fleet.clouds.map(({ id }) => id);
  const diagnostics: Diagnostic[] = [...checkPeers(estate, fleet)];
  const expand = (names: readonly string[]) =>
    names.flatMap((name) =>
      name.startsWith('role:')
        ? fleet.clouds.filter(({ role }) => `role:${role}` === name).map(({ id }) => id)
        : [name],
    );
  const known = (names: readonly string[], field: string, document: string, pointer: string) => {
    for (const cloud of names)
      if (!clouds.includes(cloud) && !/^role:(city|district|department)$/.test(cloud)) {
        const near = suggest(cloud, clouds) ?? clouds.join(', ');
        diagnostics.push(trouble('YQ1809', 'error', document, pointer, { field, cloud, near }));
      }
  };
  federation.overflow.forEach(({ from, to }, i) => {
    known(from, 'federation.overflow.from', 'policy', `/federation/overflow/${i}/from`);
    known(to, 'federation.overflow.to', 'policy', `/federation/overflow/${i}/to`);
  });
  if (federation.defaultHome !== undefined)
    known([federation.defaultHome], 'federation.defaultHome', 'policy', '/federation/defaultHome');
  estate.tenants.forEach(({ homeCloud }, i) => {
    if (homeCloud !== undefined) known([homeCloud], 'homeCloud', 'estate', `/tenants/${i}/homeCloud`);
  });
  estate.systems.forEach(({ clouds: own }, i) => {
    if (own?.home !== undefined) known([own.home], 'clouds.home', 'estate', `/systems/${i}/clouds/home`);
    known(own?.overflow ?? [], 'clouds.overflow', 'estate', `/systems/${i}/clouds/overflow`);
  });

  const homeOfTenant = new Map(estate.tenants.map(({ id, homeCloud }) => [id, homeCloud]));
  const homeOf = ({ system, tenants }: Entry): string | undefined =>
    system?.clouds?.home ??
    tenants.map((tenant) => homeOfTenant.get(tenant)).find((home) => home !== undefined) ??
    federation.defaultHome;
  const cloudsOf = (entry: Entry): readonly string[] | undefined => {
    const home = homeOf(entry);
    if (home === undefined) return undefined;
    const overflow =
      entry.system?.clouds?.overflow ??
      federation.overflow.filter(({ from }) => expand(from).includes(home)).flatMap(({ to }) => to);
    return [...new Set([home, ...expand(overflow)])];
  };

  const choices = entries.map((entry) => cloudsOf(entry)?.length ?? 0);
  const longest = choices.reduce((most, count) => Math.max(most, count), 0);
  const rules: RuleSpec[] = [];
  if (longest > 0)
    rules.push({
      kind: 'eligibility',
      id: cloudsRule,
      mode: 'hard',
      hostKey: 'cloud',
      workloadKey: 'clouds',
      op: 'in',
    });
  for (let first = 1; first < longest; first++)
    rules.push({
      kind: 'eligibility',
      id: preferenceRule(first),
      mode: 'soft',
      level: federation.level,
      weight: federation.weight,
      hostKey: 'cloud',
      workloadKey: `clouds:${first}`,
      op: 'in',
    });
  return {
    rules,
    diagnostics,
    cloudsOf,
    wanted: (entry) => {
      const order = cloudsOf(entry);
      if (order === undefined) return {};
      const preferred = order.slice(1).map((_, i) => [`clouds:${i + 1}`, order.slice(0, i + 1)] as const);
      return { clouds: order, ...Object.fromEntries(preferred) };
    },
  };
}
