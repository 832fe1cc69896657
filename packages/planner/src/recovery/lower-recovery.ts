import type { Assumption, ExpandedFleet } from '@yunqian/hw-model';
import type { Attributes, RuleSpec } from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../document/suggest.ts';
import type { Estate } from '../estate/schema.ts';
import type { Groups } from '../lower/groups.ts';
import { commonPool } from '../lower/host-attributes.ts';
import type { Entry } from '../lower/resolve-entries.ts';
import type { Storage } from '../lower/storage.ts';
import { trouble } from '../lower/trouble.ts';
import type { Policy } from '../policy/schema.ts';
import { checkClauses } from './check-clauses.ts';
import { components, isImportant } from './components.ts';
import { type CopySpace, copySpace } from './copy-space.ts';
import { recoverySiteRule } from './failure-mode.ts';
import { createRecoveryModel, type RecoveryModel } from './recovery-model.ts';
import type { RecoveryClass } from './schema.ts';

/** What disaster recovery adds to a problem. Without a `recovery` section it adds nothing. */
export interface RecoveryRules {
  readonly model: RecoveryModel | undefined;
  readonly rules: readonly RuleSpec[];
  readonly diagnostics: readonly Diagnostic[];
  readonly assumptions: readonly Assumption[];
  /** What an entry asks of its host. */
  wanted(entry: Entry): Attributes;
  /** Space that copies take, wherever their originals end up. */
  readonly space: CopySpace;
}

/**
 * Classes as rules of the core: a protected system stands where a copy can be kept, the instances of an active-active
 * component stand at both sites (R10), and level 3 systems that matter have two instances on two hosts (R7).
 */
export function lowerRecovery(
  estate: Estate,
  fleet: ExpandedFleet,
  policy: Policy,
  entries: readonly Entry[],
  groups: Groups,
  storage: Storage,
  cloudsOf: (entry: Entry) => readonly string[] | undefined,
): RecoveryRules {
  const nothing: CopySpace = { reservedGiB: new Map(), isFixed: () => false, open: [] };
  if (policy.recovery === undefined)
    return { model: undefined, rules: [], diagnostics: [], assumptions: [], wanted: () => ({}), space: nothing };
  const model = createRecoveryModel(policy.recovery);
  const { clauses } = policy.recovery;
  const diagnostics = [...checkNames(estate, fleet, model)];
  const classOf = ({ system }: Entry): RecoveryClass => model.classOf(system?.dr) ?? { id: 'none', method: 'none' };
  const protectedSites = new Map(
    model.classIds.map((id) => {
      const one = model.classOf(id)!;
      const sites = fleet.sites.filter((site) => model.copiesOf(one, site.id)[0]?.method === one.method);
      return [id, sites.map((site) => site.id)];
    }),
  );
  diagnostics.push(...unprotected(estate, model, protectedSites));

  const sitesOf = (entry: Entry): readonly string[] | undefined => {
    const { id, method } = classOf(entry);
    const sites = protectedSites.get(id)!;
    return method === 'none' || sites.length === 0 ? undefined : sites;
  };
  const isActive = (entry: Entry) => classOf(entry).method === 'activeActive' && sitesOf(entry) !== undefined;
  const rules: RuleSpec[] = [];
  if (entries.some((entry) => sitesOf(entry) !== undefined))
    rules.push({
      kind: 'eligibility',
      id: recoverySiteRule,
      mode: 'hard',
      hostKey: 'site',
      workloadKey: 'recoverySites',
      op: 'in',
    });
  const spread = (id: string, topology: string, of: (entry: Entry) => boolean) => {
    const ids = groups.use(
      components(entries.filter(of))
        .filter(({ count }) => count > 1)
        .map(({ key, list }) => groups.group(`${id}/${key}`, list)),
    );
    if (ids.length > 0) rules.push({ kind: 'spread', id, mode: 'hard', topology, minDomains: 2, groups: ids });
  };
  spread('activeActive', 'site', isActive);
  if (clauses.instances === 'hard') spread('twoInstances', 'host', isImportant);
  diagnostics.push(...checkClauses({ estate, fleet, model, entries, components: components(entries), isActive }));

  const reachable = (entry: Entry): readonly string[] => {
    const clouds = cloudsOf(entry);
    const pool = entry.workload.pool ?? commonPool;
    return (sitesOf(entry) ?? []).filter((site) =>
      fleet.hosts.some(
        (host) =>
          host.site === site &&
          (entry.zone === undefined || host.zone === entry.zone) &&
          (host.pool || commonPool) === pool &&
          (clouds === undefined || clouds.includes(host.cloud)),
      ),
    );
  };
  const space = copySpace(entries, reachable, (entry, site) => model.copiesOf(classOf(entry), site), storage, fleet);
  for (const { entry, method } of space.open)
    diagnostics.push(
      trouble('YQ1817', 'warning', 'estate', '/systems', { system: entry.system?.id ?? entry.workload.id, method }),
    );
  return {
    model,
    rules,
    diagnostics,
    assumptions: model.assumptions,
    wanted: (entry) => {
      const sites = sitesOf(entry);
      return sites === undefined ? {} : { recoverySites: sites };
    },
    space,
  };
}

function checkNames(estate: Estate, fleet: ExpandedFleet, model: RecoveryModel): Diagnostic[] {
  const sites = fleet.sites.map(({ id }) => id);
  return [
    ...model.recovery.pairs.flatMap((pair, i) =>
      pair.sites.flatMap((site, end) =>
        sites.includes(site)
          ? []
          : trouble('YQ1806', 'error', 'policy', `/recovery/pairs/${i}/sites/${end}`, {
              pair: pair.id,
              site,
              near: suggest(site, sites) ?? sites.join(', '),
            }),
      ),
    ),
    ...estate.systems.flatMap(({ id, dr }, i) =>
      model.classOf(dr) !== undefined
        ? []
        : trouble('YQ1807', 'error', 'estate', `/systems/${i}/dr`, {
            system: id,
            class: dr!,
            near: suggest(dr!, model.classIds) ?? model.classIds.join(', '),
          }),
    ),
  ];
}

/** Classes in use that no pair of sites serves. */
function unprotected(
  estate: Estate,
  model: RecoveryModel,
  protectedSites: ReadonlyMap<string, readonly string[]>,
): Diagnostic[] {
  return model.classIds.flatMap((id) => {
    const { method } = model.classOf(id)!;
    const count = estate.systems.filter(({ dr = 'none' }) => dr === id).length;
    if (method === 'none' || count === 0 || protectedSites.get(id)!.length > 0) return [];
    return [trouble('YQ1808', 'warning', 'policy', '/recovery/pairs', { class: id, method, count })];
  });
}
