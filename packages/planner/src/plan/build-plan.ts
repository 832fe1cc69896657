import {
  createExplainer,
  type Explanation,
  type HostBound,
  type HostExplanation,
  lowerBounds,
  type Solution,
  type Violation,
  verify,
} from '@yunqian/scheduler-core';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { inWrittenRules, type Lowered, type LoweredIndex } from '../lower/lowered.ts';
import { trouble } from '../lower/trouble.ts';
import type { Policy } from '../policy/schema.ts';
import { assignCopies } from '../recovery/assign-copies.ts';
import { checkPromises } from '../recovery/check-promises.ts';
import { assignVolumes, type PlacedVolume } from './assign-volumes.ts';
import { checkPlaced } from './check-placed.ts';
import { networkUse } from './network-use.ts';
import { rulesInForce } from './rules-in-force.ts';
import type { Plan } from './schema.ts';
import { utilisation } from './utilisation.ts';

/** What stands on every plan whatever the solution: who made it, from what. */
export type PlanHead = Pick<Plan, 'name' | 'engine' | 'seed' | 'budget' | 'inputs'>;

export interface BuiltPlan {
  /** Absent where a hard rule is broken: such a plan is never made into a document. */
  readonly plan?: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

/** A solution as a plan document: volumes packed into pools, verified, and explained where something is left over. */
export function buildPlan(
  lowered: Lowered,
  policy: Policy,
  solution: Pick<Solution, 'status' | 'hostOf'>,
  head: PlanHead,
): BuiltPlan {
  const { problem, index } = lowered;
  const hostOf = Int32Array.from(solution.hostOf);
  const assigned = assignVolumes(lowered, hostOf, {
    space: policy.builtin.storage === 'hard',
    iops: policy.builtin.iops === 'hard',
  });
  const { homeless } = assigned;
  for (const { workload } of homeless) hostOf[workload] = -1;
  const { volumesOf, pools, diagnostics: uncopied } = assignCopies(lowered, hostOf, assigned);
  const diagnostics = homeless.map(({ workload, type, sizeGiB }) =>
    trouble('YQ2016', 'warning', 'estate', `/workloads/${index.entries[index.entryOf[workload]!]!.at}/volumes`, {
      workload: problem.workloads[workload]!.id,
      type,
      sizeGiB,
    }),
  );

  const violations = verify(problem, hostOf).map((violation) => inWrittenRules(index, violation));
  const breaches = violations.filter(({ mode }) => mode !== 'soft');
  if (breaches.length > 0)
    return {
      diagnostics: [
        ...diagnostics,
        trouble('YQ2020', 'error', '', '', { count: breaches.length, rule: breaches[0]!.rule }),
      ],
    };

  const checked = [
    ...checkPlaced(lowered, policy, hostOf),
    ...uncopied,
    ...checkPromises(lowered, hostOf, (workload) => volumesOf.get(workload) ?? []),
  ];
  diagnostics.push(...checked);
  if (checked.some(({ severity }) => severity === 'error')) return { diagnostics };

  const placed = problem.workloads.flatMap(({ id }, workload) =>
    hostOf[workload]! < 0
      ? []
      : [{ workload: id, host: problem.hosts[hostOf[workload]!]!.id, volumes: planVolumes(volumesOf.get(workload)) }],
  );
  const unplaced = explainUnplaced(lowered, hostOf);
  const plan: Plan = {
    kind: 'plan',
    formatVersion: '1.0',
    name: head.name,
    engine: head.engine,
    seed: head.seed,
    budget: head.budget,
    status: solution.status === 'cancelled' ? 'cancelled' : unplaced.length > 0 ? 'partial' : 'complete',
    inputs: head.inputs,
    summary: {
      workloads: problem.workloads.length,
      placed: placed.length,
      unplaced: unplaced.length,
      hosts: problem.hosts.length,
      hostsUsed: new Set(hostOf.filter((host) => host >= 0)).size,
      ...(unplaced.length === 0 ? { hostsBound: boundClaim(lowerBounds(problem).hosts) } : {}),
      hardViolations: breaches.length,
      softViolations: violations.length - breaches.length,
    },
    placements: placed,
    unplaced,
    utilisation: { ...utilisation(lowered, hostOf, [...pools]), ...networkUse(lowered, hostOf) },
    omitted: [...lowered.omitted],
    rules: rulesInForce(lowered, policy),
    violations: violations.map(planViolation),
    assumptions: [...lowered.assumptions],
  };
  return { plan, diagnostics };
}

const planVolumes = (volumes: readonly PlacedVolume[] = []): Plan['placements'][number]['volumes'] =>
  volumes.map(({ copies, ...volume }) => ({ ...volume, ...(copies && { copies: [...copies] }) }));

/** As the plan states it: without what is undefined. */
function boundClaim({ hosts, by, dimensions, rule }: HostBound): NonNullable<Plan['summary']['hostsBound']> {
  return { hosts, by, ...(dimensions && { dimensions: [...dimensions] }), ...(rule !== undefined && { rule }) };
}

/** Replicas of an entry are alike in every way that a rule can see, so one explanation serves them all. */
function explainUnplaced({ problem, index }: Lowered, hostOf: Int32Array): Plan['unplaced'] {
  const left = problem.workloads.flatMap((_, workload) => (hostOf[workload]! < 0 ? [workload] : []));
  if (left.length === 0) return [];
  const explainer = createExplainer(problem, hostOf);
  const known = new Map<number, Explanation>();
  return left.map((workload) => {
    const entry = index.entryOf[workload]!;
    const explanation = known.get(entry) ?? writtenExplanation(index, explainer.workload(workload));
    known.set(entry, explanation);
    const { verdict, hosts, blockedBy, nearest } = explanation;
    return {
      workload: problem.workloads[workload]!.id,
      verdict: verdict === 'unresolvable' ? 'unresolvable' : 'contended',
      hosts,
      blockedBy: blockedBy.map(({ rule, reason, hosts: count }) => ({ rule, reason, hosts: count })),
      nearest: nearest && {
        host: nearest.host,
        missing: nearest.blocks.map(({ rule, reason, amount }) => ({ rule, reason, amount })),
      },
    };
  });
}

/** An explanation in the rules as they were written. */
export function writtenExplanation(index: LoweredIndex, explanation: Explanation): Explanation {
  const { blockedBy, nearest } = explanation;
  return {
    ...explanation,
    blockedBy: blockedBy.map((blocked) => inWrittenRules(index, blocked)),
    nearest: nearest && writtenHostExplanation(index, nearest),
  };
}

export function writtenHostExplanation(index: LoweredIndex, explanation: HostExplanation): HostExplanation {
  return { ...explanation, blocks: explanation.blocks.map((block) => inWrittenRules(index, block)) };
}

/** The fields of a violation that a plan keeps. */
export function planViolation({
  rule,
  kind,
  mode,
  amount,
  dimension,
  group,
  host,
  domain,
  workloads,
}: Violation): Plan['violations'][number] {
  return {
    rule,
    kind,
    mode,
    amount,
    ...(dimension !== undefined && { dimension }),
    ...(group !== undefined && { group }),
    ...(host !== undefined && { host }),
    ...(domain !== undefined && { domain }),
    workloads: [...workloads],
  };
}
