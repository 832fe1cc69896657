import type { Problem, RuleSpec } from '@yunqian/scheduler-core';
import type { Lowered } from '../lower/lowered.ts';
import { isAtLeast } from './failures.ts';
import type { FailureTopology } from './schema.ts';

/** Rules of the planner's own that speak of where things run while all is well. */
export const recoverySiteRule = 'recoverySite';
export const cloudsRule = 'clouds';
/** In failure mode a workload runs only where its data is. */
export const dataSiteRule = 'dataSite';

/** Kinds that speak of where things should be, not of what a host can carry. */
const resting = new Set<string>(['failoverReserve', 'moveLimit', 'moveCost', 'moveGroupMax', 'moveDistance']);

/** Rules that keep instances apart, so that one failure does not take them all. */
export function isDispersal({ kind }: RuleSpec): boolean {
  return kind === 'separate' || kind === 'spread';
}

export interface FailureMode {
  readonly topology: FailureTopology;
  /** Instances of one component may come together where there is no other room. */
  readonly crowded: boolean;
  /** Sites where the data of a workload is; undefined: it has none, and may run anywhere. */
  dataSites(workload: number): readonly string[] | undefined;
}

/**
 * The problem that holds after a failure. Every hard rule holds but these: goals; rules about moving and about reserve,
 * which is there to be used; dispersal over the level that failed and over wider ones, of which there is one less;
 * sites with a copy, because the copy is now in use; space in storage pools, which stand where they stood, or is kept
 * for the copy at the other site. What is new: a workload runs where its data is.
 */
export function failureModeProblem({ problem, index }: Lowered, mode: FailureMode): Problem {
  const axisOnHosts = new Map(index.dimensions.map(({ id, onHosts }) => [id, onHosts]));
  const wide = mode.topology === 'host' || mode.topology === 'rack' ? undefined : mode.topology;
  const holds = (rule: RuleSpec): boolean => {
    if ((rule.mode ?? 'hard') !== 'hard' || resting.has(rule.kind) || rule.id === recoverySiteRule) return false;
    if (rule.id === cloudsRule) return !isAtLeast(mode.topology, 'site');
    if (isDispersal(rule)) {
      if (mode.crowded) return false;
      const { topology } = rule as Extract<RuleSpec, { kind: 'spread' }>;
      return wide === undefined || !isAtLeast(topology.replace(/~\d+$/, ''), wide);
    }
    return rule.kind !== 'domainCapacity' || axisOnHosts.get(rule.dimension) !== false;
  };
  const share = sharing();
  return {
    ...problem,
    hosts: problem.hosts.map((host, h) => ({
      ...host,
      attributes: share({ ...host.attributes, dataSite: index.hosts[h]!.site }),
    })),
    workloads: problem.workloads.map(({ host: _, pinned: __, ...workload }, w) => {
      const dataSites = mode.dataSites(w);
      return dataSites === undefined
        ? workload
        : { ...workload, attributes: share({ ...workload.attributes, dataSites }) };
    }),
    rules: [
      ...problem.rules.filter(holds),
      {
        kind: 'eligibility',
        id: dataSiteRule,
        mode: 'hard',
        hostKey: 'dataSite',
        workloadKey: 'dataSites',
        op: 'in',
      },
    ],
  };
}

function sharing(): <T extends object>(value: T) => T {
  const known = new Map<string, object>();
  return (value) => {
    const key = JSON.stringify(value);
    const first = known.get(key) ?? value;
    known.set(key, first);
    return first as typeof value;
  };
}
