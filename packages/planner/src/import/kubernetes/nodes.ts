import type { EstateInput } from '../../estate/schema.ts';
import type { Cursor } from '../object/cursor.ts';
import type { ImportSession } from '../object/session.ts';
import type { Labels } from './labels.ts';
import type { KubernetesObject } from './objects.ts';
import { quantityAt } from './requests.ts';
import { nodeTaints, type Taint, taintText } from './taints.ts';
import { zoneKeys } from './topology.ts';

export type SourceHost = NonNullable<EstateInput['sourceHosts']>[number];

/** A node as pods see it. */
export interface ClusterNode {
  readonly name: string;
  readonly labels: Labels;
  readonly taints: readonly Taint[];
  readonly host: SourceHost;
}

/** A Node as a source host: vCPUs and memory are what is allocatable, threads the machine's capacity. */
export function readNode({ name, body }: KubernetesObject, session: ImportSession): ClusterNode {
  const labels = body.get('metadata', 'labels').textMap();
  const taints = nodeTaints(body);
  const allocatable = amountsOf(body.get('status', 'allocatable'), session);
  const capacity = amountsOf(body.get('status', 'capacity'), session);
  const amount = (resource: string) => allocatable.get(resource) ?? capacity.get(resource);
  for (const resource of ['cpu', 'memory']) {
    if ((allocatable.get(resource) ?? 0) > (capacity.get(resource) ?? Number.POSITIVE_INFINITY)) {
      session.report('warning', 'YQ1512', body.get('status', 'allocatable', resource).spot(), { node: name, resource });
    }
  }
  const cpu = amount('cpu');
  const memory = amount('memory');
  const disk = amount('ephemeral-storage');
  if (cpu === undefined || memory === undefined) session.report('warning', 'YQ1513', body.spot(), { host: name });
  const zone = zoneKeys.map((key) => labels[key]).find((value) => value !== undefined);
  const arch = archOf(
    body.get('status', 'nodeInfo', 'architecture').text() ??
      labels['kubernetes.io/arch'] ??
      labels['beta.kubernetes.io/arch'],
  );
  const model = labels['node.kubernetes.io/instance-type'] ?? labels['beta.kubernetes.io/instance-type'];
  const accelerators = [...allocatable]
    .filter(([resource, count]) => resource.includes('/') && count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name,
    labels,
    taints,
    host: {
      id: name,
      ...(cpu !== undefined && { vcpus: Math.floor(cpu * 1000 + 1e-6) / 1000 }),
      ...(capacity.has('cpu') && { threads: capacity.get('cpu')! }),
      ...(memory !== undefined && { memMiB: Math.floor(memory / 2 ** 20) }),
      ...(disk !== undefined && { diskGiB: Math.floor(disk / 2 ** 30) }),
      ...(arch !== undefined && { arch }),
      ...(model !== undefined && { model }),
      ...(zone !== undefined && { zone }),
      ...(accelerators.length > 0 && {
        accelerators: accelerators.map(([resource, count]) => ({ model: resource, count })),
      }),
      state: stateOf(body),
      labels,
      taints: taints.map(taintText),
    },
  };
}

/** Go's names of architectures as an estate writes them; others as they are. */
export function archOf(name: string | undefined): string | undefined {
  return name === 'amd64' ? 'x86_64' : name === 'arm64' ? 'aarch64' : name;
}

function stateOf(node: Cursor): string {
  if (node.get('spec', 'unschedulable').value === true) return 'unschedulable';
  const ready = node
    .get('status', 'conditions')
    .items()
    .find((condition) => condition.get('type').text() === 'Ready');
  const status = ready?.get('status').text();
  return status === undefined ? 'unknown' : status === 'True' ? 'up' : 'down';
}

function amountsOf(list: Cursor, session: ImportSession): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const [name, cursor] of list.entries()) {
    const amount = quantityAt(cursor, session);
    if (amount !== undefined) amounts.set(name, amount);
  }
  return amounts;
}
