import type { EstateInput } from '../../estate/schema.ts';
import type { Cursor } from '../object/cursor.ts';
import type { ImportSession } from '../object/session.ts';
import { meets, type Requirement, requirements, requirementsKey } from './labels.ts';
import { archOf, type ClusterNode } from './nodes.ts';
import { tolerates } from './taints.ts';

export type Rule = NonNullable<EstateInput['rules']>[number];

/** Where a pod may run, by labels of nodes. Between the terms: any; within a term: all. */
interface NodeCondition {
  readonly always: readonly Requirement[];
  readonly terms: readonly (readonly Requirement[])[];
}

export function nodeCondition(spec: Cursor): NodeCondition {
  const selector = Object.entries(spec.get('nodeSelector').textMap()).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [value],
  }));
  const terms = spec
    .get('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms')
    .items();
  return { always: selector, terms: terms.map(termRequirements) };
}

/** Whether a pod may run on a node of the source: labels, required affinity, taints. */
export function mayRunOn(spec: Cursor, node: ClusterNode, daemon: boolean): boolean {
  const { always, terms } = nodeCondition(spec);
  const labels = { ...node.labels, [nodeName]: node.name };
  const holds = (list: readonly Requirement[]) => list.every((each) => meets(labels, each));
  const tolerations = spec.get('tolerations').items();
  return (
    holds(always) &&
    (terms.length === 0 || terms.some(holds)) &&
    // The DaemonSet controller adds tolerations for the node conditions (node.kubernetes.io/unschedulable, ...).
    node.taints.every(
      (taint) =>
        (daemon && taint.key.startsWith('node.kubernetes.io/')) || tolerations.some((each) => tolerates(each, taint)),
    )
  );
}

/**
 * Node selector and node affinity as eligibility rules on host labels. The architecture becomes a property of the
 * workload; `kubernetes.io/os: linux` is taken for granted. Alternatives between terms are not expressible as rules
 * that all hold: what every term demands is kept, the rest is reported.
 */
export function nodeRules(spec: Cursor, workload: string, session: ImportSession): { rules: Rule[]; arch?: string } {
  const { always, terms } = nodeCondition(spec);
  const required = spec.get('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  let hard = [...always];
  if (terms.length > 0) {
    const merged = mergeTerms(terms);
    hard = [...hard, ...merged.kept];
    if (merged.lost) session.report('warning', 'YQ1515', required.spot(), { workload });
  }

  let arch: string | undefined;
  const rules: Rule[] = [];
  const emit = (requirement: Requirement, mode: 'hard' | 'soft', weight: number, at: Cursor): void => {
    const { key, operator, values } = requirement;
    if (/^(beta\.)?kubernetes\.io\/os$/.test(key) && operator === 'In' && values.includes('linux')) return;
    if (/^(beta\.)?kubernetes\.io\/arch$/.test(key) && operator === 'In' && mode === 'hard') {
      const archs = [...new Set(values.map(archOf))];
      if (archs.length === 1 && (archs[0] === 'x86_64' || archs[0] === 'aarch64')) arch = archs[0];
      if (arch !== undefined || (archs.includes('x86_64') && archs.includes('aarch64'))) return;
    }
    const condition = key === '' ? undefined : conditionOf(requirement);
    if (condition === undefined) {
      session.report('warning', 'YQ1516', at.spot(), { workload, key, operator });
      return;
    }
    rules.push({
      rule: 'eligibility',
      id: `${workload}:node-${mode === 'hard' ? 'affinity' : 'preference'}-${rules.length + 1}`,
      mode,
      weight,
      select: { workloads: [workload] },
      host: key === nodeName ? 'host' : `label:${key}`,
      ...condition,
    });
  };
  for (const requirement of distinct(hard))
    emit(requirement, 'hard', 1, required.exists ? required : spec.get('nodeSelector'));
  for (const preference of spec
    .get('affinity', 'nodeAffinity', 'preferredDuringSchedulingIgnoredDuringExecution')
    .items()) {
    for (const requirement of termRequirements(preference.get('preference')))
      emit(requirement, 'soft', weightOf(preference), preference);
  }
  return { rules, ...(arch !== undefined && { arch }) };
}

/** Weight of a preference, 1 to 100. */
export function weightOf(preference: Cursor): number {
  const weight = preference.get('weight').number() ?? 1;
  return Math.min(100, Math.max(1, weight));
}

/** Key of the one field that `matchFields` knows. */
const nodeName = 'metadata.name';

function termRequirements(term: Cursor): Requirement[] {
  return [...requirements(term.get('matchExpressions')), ...requirements(term.get('matchFields'))];
}

/** The conjunction that alternatives have in common; exact for one term, and for terms of one `In` over the same key. */
function mergeTerms(terms: readonly (readonly Requirement[])[]): { kept: Requirement[]; lost: boolean } {
  const [first, ...rest] = terms;
  if (first === undefined || rest.length === 0) return { kept: [...(first ?? [])], lost: false };
  const key = first[0]?.key;
  if (
    key !== undefined &&
    terms.every((term) => term.length === 1 && term[0]!.key === key && term[0]!.operator === 'In')
  ) {
    return {
      kept: [{ key, operator: 'In', values: [...new Set(terms.flatMap((term) => term[0]!.values))] }],
      lost: false,
    };
  }
  const everywhere = first.filter((each) =>
    rest.every((term) => term.some((other) => requirementsKey([other]) === requirementsKey([each]))),
  );
  return { kept: everywhere, lost: terms.some((term) => term.length > everywhere.length) };
}

function distinct(list: readonly Requirement[]): Requirement[] {
  return [...new Map(list.map((each) => [requirementsKey([each]), each])).values()];
}

function conditionOf({
  operator,
  values,
}: Requirement):
  | { op: 'in' | 'notIn' | 'exists' | 'notExists' | 'atLeast' | 'atMost'; values: (string | number)[] }
  | undefined {
  const bound = Number(values[0]);
  switch (operator) {
    case 'In':
      return values.length > 0 ? { op: 'in', values: [...values] } : undefined;
    case 'NotIn':
      return { op: 'notIn', values: [...values] };
    case 'Exists':
      return { op: 'exists', values: [] };
    case 'DoesNotExist':
      return { op: 'notExists', values: [] };
    case 'Gt':
      return Number.isSafeInteger(bound) ? { op: 'atLeast', values: [bound + 1] } : undefined;
    case 'Lt':
      return Number.isSafeInteger(bound) ? { op: 'atMost', values: [bound - 1] } : undefined;
    default:
      return undefined;
  }
}
