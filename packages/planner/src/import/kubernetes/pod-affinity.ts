import type { Cursor } from '../object/cursor.ts';
import type { ImportSession } from '../object/session.ts';
import { type Rule, weightOf } from './node-affinity.ts';
import type { PodSelection } from './pod-selection.ts';
import type { PodSet } from './pod-sets.ts';
import { type Topology, topologyOf } from './topology.ts';

/** Terms that say the same of the same pods, with everybody who states them. */
interface Statement {
  readonly kind: 'affinity' | 'antiAffinity';
  readonly mode: 'hard' | 'soft';
  readonly weight: number;
  readonly topology: Topology;
  readonly owners: string[];
  readonly selected: readonly string[];
  readonly term: Cursor;
}

/** Pod affinity and anti-affinity of all pod sets as separate, conflict and colocate rules. */
export function podRules(
  sets: readonly PodSet[],
  counts: ReadonlyMap<string, number>,
  selection: PodSelection,
  session: ImportSession,
): Rule[] {
  const statements = new Map<string, Statement>();
  for (const set of sets) {
    for (const kind of ['affinity', 'antiAffinity'] as const) {
      const affinity = set.spec.get('affinity', kind === 'affinity' ? 'podAffinity' : 'podAntiAffinity');
      const state = (term: Cursor, mode: 'hard' | 'soft', weight: number): void => {
        const selected = selection.select(term, set);
        if (selected.length === 0) {
          const severity = kind === 'affinity' && mode === 'hard' ? 'warning' : 'info';
          session.report(severity, 'YQ1518', term.spot(), { workload: set.id });
          return;
        }
        const topology = topologyOf(term.get('topologyKey'), session);
        const key = JSON.stringify([kind, mode, weight, topology, selected]);
        const statement = statements.get(key);
        if (statement === undefined)
          statements.set(key, { kind, mode, weight, topology, owners: [set.id], selected, term });
        else if (!statement.owners.includes(set.id)) statement.owners.push(set.id);
      };
      for (const term of affinity.get('requiredDuringSchedulingIgnoredDuringExecution').items()) state(term, 'hard', 1);
      for (const preference of affinity.get('preferredDuringSchedulingIgnoredDuringExecution').items())
        state(preference.get('podAffinityTerm'), 'soft', weightOf(preference));
    }
  }
  return [...statements.values()].flatMap((statement) =>
    statement.kind === 'affinity' ? together(statement, counts, session) : apart(statement),
  );
}

const base = ({ owners, mode, weight, topology }: Statement, what: string) => ({
  id: `${owners[0]}:${what}-${topology}-${mode === 'hard' ? 'required' : `preferred-${weight}`}`,
  mode,
  weight,
  topology,
});

/**
 * Anti-affinity forbids every pair (owner, selected) in one domain. With X who both state and are selected, A who
 * only state, B who only are selected, those pairs are X with X, A with X and B, and X with B.
 */
function apart(statement: Statement): Rule[] {
  const { owners, selected } = statement;
  const both = owners.filter((id) => selected.includes(id));
  const onlyOwners = owners.filter((id) => !selected.includes(id));
  const onlySelected = selected.filter((id) => !owners.includes(id));
  const rules: Rule[] = [];
  if (both.length > 0)
    rules.push({ rule: 'separate', ...base(statement, 'apart'), select: { workloads: both }, per: 'all' });
  if (onlyOwners.length > 0)
    rules.push({
      rule: 'conflict',
      ...base(statement, 'apart-from'),
      a: { workloads: onlyOwners },
      b: { workloads: [...selected] },
    });
  if (both.length > 0 && onlySelected.length > 0)
    rules.push({
      rule: 'conflict',
      ...base(statement, 'apart-from-others'),
      a: { workloads: both },
      b: { workloads: onlySelected },
    });
  return rules;
}

/**
 * Affinity puts every owner into a domain that has a selected pod. Who selects itself ends in one domain. Otherwise
 * the owners add no domain to those of the selected pods: at most as many domains as there are selected pods. That is
 * exact for one selected pod, and a necessary condition for more, which is reported.
 */
function together(statement: Statement, counts: ReadonlyMap<string, number>, session: ImportSession): Rule[] {
  const { owners, selected, mode, term } = statement;
  const all = [...new Set([...owners, ...selected])];
  const self = owners.length === selected.length && owners.every((id) => selected.includes(id));
  const others = selected.reduce((sum, id) => sum + (counts.get(id) ?? 1), 0);
  const maxDomains = self ? 1 : Math.max(1, others);
  if (maxDomains > 1 && mode === 'hard')
    session.report('warning', 'YQ1519', term.spot(), { workload: owners[0]!, domains: maxDomains });
  return [
    {
      rule: 'colocate',
      ...base(statement, 'together'),
      select: { workloads: all },
      per: 'all',
      maxDomains: mode === 'soft' ? 1 : maxDomains,
    },
  ];
}
