import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Estate } from '../estate/schema.ts';
import type { Entry } from '../lower/resolve-entries.ts';
import { trouble } from '../lower/trouble.ts';
import { type Component, isImportant } from './components.ts';
import { pairTroubles, unfitForPair } from './pair-conditions.ts';
import type { RecoveryModel } from './recovery-model.ts';

export interface ClausesInput {
  readonly estate: Estate;
  readonly fleet: ExpandedFleet;
  readonly model: RecoveryModel;
  readonly entries: readonly Entry[];
  readonly components: readonly Component[];
  /** Whether an entry is of an active-active class that some pair serves. */
  readonly isActive: (entry: Entry) => boolean;
}

/** R7, R8 and R10 as far as the documents tell, whatever the placement. Each may be turned off in the policy. */
export function checkClauses(input: ClausesInput): Diagnostic[] {
  const { clauses } = input.model.recovery;
  return [
    ...(clauses.instances === 'off' ? [] : checkInstances(input)),
    ...(clauses.copies === 'off' ? [] : checkTenantsAndSites(input)),
    ...(clauses.pairs === 'off' ? [] : checkPairs(input)),
  ];
}

/** R7: a single instance cannot be on two hosts. */
function checkInstances({ components }: ClausesInput): Diagnostic[] {
  return components.flatMap(({ key, list, count }) => {
    const [entry] = list as [Entry];
    if (count > 1 || !isImportant(entry)) return [];
    const params = { component: key, system: entry.system?.id ?? '' };
    return [trouble('YQ1814', 'error', 'estate', `/workloads/${entry.at}`, params)];
  });
}

/** R8: tenants of level 3 systems keep a backup of their own; nothing of theirs is abroad. */
function checkTenantsAndSites({ estate, fleet, entries }: ClausesInput): Diagnostic[] {
  const level3 = entries.filter(({ mlps }) => (mlps ?? 0) >= 3);
  if (level3.length === 0) return [];
  const keeps = new Set(estate.tenants.filter(({ localBackup }) => localBackup !== undefined).map(({ id }) => id));
  const owners = new Set(
    level3.flatMap(({ tenants }) => (tenants.some((id) => keeps.has(id)) ? [] : (tenants[0] ?? []))),
  );
  return [
    ...estate.tenants.flatMap(({ id }, i) =>
      owners.has(id) ? trouble('YQ1815', 'error', 'estate', `/tenants/${i}`, { tenant: id }) : [],
    ),
    ...fleet.sites.flatMap(({ id, country }) =>
      country === 'CN' ? [] : trouble('YQ1816', 'error', 'fleet', '/clouds', { site: id, country }),
    ),
  ];
}

/** R10: what a synchronous pair must be, and what cannot be in one. */
function checkPairs({ fleet, model, entries, isActive }: ClausesInput): Diagnostic[] {
  return [
    ...model.recovery.pairs.flatMap((pair, i) =>
      pair.method !== 'activeActive'
        ? []
        : pairTroubles(pair, fleet).map(({ code, params }) =>
            trouble(code, 'error', 'policy', `/recovery/pairs/${i}`, { pair: pair.id, ...params }),
          ),
    ),
    ...entries.flatMap((entry) => {
      const unfit = isActive(entry) ? unfitForPair(entry) : undefined;
      return unfit === undefined
        ? []
        : [trouble(unfit.code, 'error', 'estate', `/workloads/${entry.at}`, unfit.params)];
    }),
  ];
}
