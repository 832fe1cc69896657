import { stringify } from 'yaml';
import type { EstateWorkload } from '../estate/schema.ts';
import { planRows } from '../plan/plan-rows.ts';
import type { Exporter } from './exporter.ts';
import { createIdentifiers, hostNames } from './names.ts';
import { leftOutFile } from './server.ts';
import { quote } from './shell.ts';

interface Target {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Where the pod template stands, for kinds whose template can be changed in place. */
const templatePaths: Readonly<Record<string, readonly string[]>> = {
  deployment: ['spec', 'template', 'spec'],
  statefulset: ['spec', 'template', 'spec'],
  daemonset: ['spec', 'template', 'spec'],
  replicaset: ['spec', 'template', 'spec'],
  replicationcontroller: ['spec', 'template', 'spec'],
  cronjob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

/**
 * Node affinity for container workloads: one strategic merge patch per controller, which admits the nodes that its
 * replicas are planned on, and a script that applies them. A patch replaces a required node affinity that was there.
 */
export const exportKubernetes: Exporter = ({ plan, estate, fleet }) => {
  const nodeOf = hostNames(fleet);
  const nodes = new Map<EstateWorkload, Set<string>>();
  const leftOut: { workload: string; reason: string }[] = [];
  for (const { workload, source, host } of planRows(plan, estate, fleet)) {
    if (source.kind !== 'container') leftOut.push({ workload, reason: source.kind });
    else if (targetOf(source) === null)
      leftOut.push({ workload, reason: 'pods and jobs cannot be patched: create them anew with a node affinity' });
    else nodes.set(source, (nodes.get(source) ?? new Set()).add(nodeOf(host)));
  }
  const identifiers = createIdentifiers();
  const patches = [...nodes].map(([source, names]) => {
    const target = targetOf(source)!;
    return {
      target,
      file: `patches/${identifiers(source.id).replaceAll('_', '-')}.yaml`,
      text: patchText(target, [...names].sort()),
    };
  });
  const script = [
    '#!/usr/bin/env bash',
    '# Binds the workloads of a yunqian plan to their planned nodes. Pods are rolled as their controllers do it.',
    'set -euo pipefail',
    'cd "$(dirname "$0")"',
    ...patches.map(
      ({ target: { kind, namespace, name }, file }) =>
        `kubectl patch ${quote(kind)} ${quote(name)} --namespace ${quote(namespace)} --patch-file ${quote(file)}`,
    ),
  ];
  const files =
    patches.length === 0
      ? []
      : [
          { name: 'apply.sh', text: `${script.join('\n')}\n` },
          ...patches.map(({ file, text }) => ({ name: file, text })),
        ];
  return { files: [...files, ...leftOutFile(leftOut)], leftOut };
};

/** Imported ids are `namespace/kind/name`; anything else is a deployment of that name in the namespace of its system. */
function targetOf({ id, name, system }: EstateWorkload): Target | null {
  const [namespace, kind, object, ...rest] = id.split('/');
  if (namespace !== undefined && kind !== undefined && object !== undefined && rest.length === 0)
    return kind in templatePaths ? { kind, namespace, name: object } : null;
  return { kind: 'deployment', namespace: system ?? 'default', name: name ?? id };
}

function patchText({ kind, namespace, name }: Target, nodes: readonly string[]): string {
  const affinity = {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: nodes }] }],
      },
    },
  };
  const patch = templatePaths[kind]!.reduceRight<object>((inner, step) => ({ [step]: inner }), { affinity });
  const heading = `${kind} ${namespace}/${name}`.replace(/[\r\n\u2028\u2029\u0085]+/g, ' ');
  return `# ${heading}\n${stringify(patch)}`;
}
