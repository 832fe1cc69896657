import type { ImportSession } from '../object/session.ts';
import { nodeCondition, type Rule } from './node-affinity.ts';
import type { PodSelection } from './pod-selection.ts';
import type { PodSet } from './pod-sets.ts';
import { topologyOf } from './topology.ts';

/**
 * Topology spread constraints as spread rules: DoNotSchedule hard, ScheduleAnyway soft. Kubernetes counts the domains
 * that the pod may use; the rule counts every domain with an open host, which is reported where that differs.
 */
export function spreadRules(sets: readonly PodSet[], selection: PodSelection, session: ImportSession): Rule[] {
  const rules = new Map<string, Rule>();
  for (const set of sets) {
    for (const constraint of set.spec.get('topologySpreadConstraints').items()) {
      const maxSkew = constraint.get('maxSkew').number();
      const mode = constraint.get('whenUnsatisfiable').text() === 'ScheduleAnyway' ? 'soft' : 'hard';
      const selected = selection.select(constraint, set);
      if (selected.length === 0) {
        session.report('info', 'YQ1518', constraint.spot(), { workload: set.id });
        continue;
      }
      if (maxSkew === undefined || !Number.isSafeInteger(maxSkew) || maxSkew < 1) {
        session.report('warning', 'YQ1506', constraint.get('maxSkew').spot(), {
          field: 'maxSkew',
          value: constraint.get('maxSkew').text() ?? '',
          expected: '1 ..',
        });
        continue;
      }
      const topology = topologyOf(constraint.get('topologyKey'), session);
      const { always, terms } = nodeCondition(set.spec);
      if (
        mode === 'hard' &&
        always.length + terms.length > 0 &&
        constraint.get('nodeAffinityPolicy').text() === 'Ignore'
      ) {
        session.report('info', 'YQ1520', constraint.spot(), { workload: set.id, topology });
      }
      const minDomains = constraint.get('minDomains').number();
      const workloads = selected.includes(set.id) ? selected : [...selected, set.id];
      const key = JSON.stringify([mode, topology, maxSkew, minDomains ?? 0, workloads]);
      if (rules.has(key)) continue;
      rules.set(key, {
        rule: 'spread',
        id: `${set.id}:spread-${topology}`,
        mode,
        select: { workloads },
        per: 'all',
        topology,
        maxSkew,
        ...(mode === 'hard' &&
          minDomains !== undefined &&
          Number.isSafeInteger(minDomains) &&
          minDomains >= 2 && { minDomains }),
      });
    }
  }
  return [...rules.values()];
}
