import type { EstateInput } from '../../estate/schema.ts';
import type { Importer, ImportFile, ImportResult } from '../importer.ts';
import type { Cursor } from '../object/cursor.ts';
import { headOf } from '../object/head.ts';
import { readData } from '../object/read-data.ts';
import { createSession, type ImportSession } from '../object/session.ts';
import { uniqueRuleIds } from '../object/unique-rule-ids.ts';
import { mayRunOn, nodeRules, type Rule } from './node-affinity.ts';
import { archOf, type ClusterNode, readNode } from './nodes.ts';
import { collectObjects, type KubernetesObject } from './objects.ts';
import { podRules } from './pod-affinity.ts';
import { createPodSelection } from './pod-selection.ts';
import { collectPodSets, type PodSet, wholeNumber } from './pod-sets.ts';
import { podRequests } from './requests.ts';
import { spreadRules } from './spread.ts';
import { type Taint, taintText, toleratedTaints } from './taints.ts';
import { createStorage } from './volumes.ts';

type Workload = EstateInput['workloads'][number];

/**
 * Kubernetes objects, as kubectl prints them or manifests write them: controllers and pods become container workloads
 * (a namespace is a system, a controller a component), scheduling constraints become rules, nodes source hosts.
 */
export const kubernetes: Importer = {
  format: 'kubernetes',
  detect: (files) =>
    files.some((file) => /["']?apiVersion["']?\s*:/.test(headOf(file)) && /["']?kind["']?\s*:/.test(headOf(file))),
  read: async (files) => readKubernetes(files),
};

function readKubernetes(files: readonly ImportFile[]): ImportResult {
  const session = createSession('kubernetes');
  const objects = collectObjects(
    files.flatMap((file) => readData(file, session)),
    session,
  );
  const nodes = objects.filter((object) => object.kind === 'Node').map((object) => readNode(object, session));
  const { sets, others } = collectPodSets(objects, daemonCounter(nodes, session), session);
  const storage = createStorage(objects, session);
  const namespaces = new Map(
    others
      .filter(({ kind }) => kind === 'Namespace')
      .map(({ name, body }) => [name, body.get('metadata', 'labels').textMap()]),
  );
  const priorities = new Map(
    others.filter(({ kind }) => kind === 'PriorityClass').map(({ name, body }) => [name, body.get('value').number()]),
  );

  const taints = [...new Map(nodes.flatMap((node) => node.taints).map((taint) => [taintText(taint), taint])).values()];
  const arch = commonArch(nodes, session);
  const workloads: Workload[] = [];
  const rules: Rule[] = [];
  for (const set of sets) {
    const where = nodeRules(set.spec, set.id, session);
    rules.push(...where.rules);
    if (set.kind === 'DaemonSet')
      rules.push({
        rule: 'separate',
        id: `${set.id}:one-per-host`,
        select: { workloads: [set.id] },
        per: 'all',
        topology: 'host',
      });
    workloads.push({
      ...workloadOf(set, taints, session),
      ...(where.arch === 'x86_64' || where.arch === 'aarch64' ? { arch: where.arch } : arch && { arch }),
      ...priorityOf(set.spec, priorities),
      volumes: storage.volumesOf(set, set.count),
    });
  }
  storage.settle();
  settleOthers(others, new Set(sets.map((set) => set.namespace)), session);

  const selection = createPodSelection(sets, namespaces, session);
  const counts = new Map(sets.map((set) => [set.id, set.count]));
  rules.push(...podRules(sets, counts, selection, session), ...spreadRules(sets, selection, session));
  return session.result({
    systems: systemsOf(sets, namespaces),
    workloads,
    sourceHosts: nodes.map((node) => node.host),
    rules: uniqueRuleIds(rules),
  });
}

function workloadOf(set: PodSet, taints: readonly Taint[], session: ImportSession): Workload {
  const { cpuMilli, memMiB, localDiskGiB, accelerators } = podRequests(set.spec, set.id, session);
  for (const field of unusedPodFields) if (set.spec.get(field).exists) session.ignore(`pod.spec.${field}`);
  const tolerations = toleratedTaints(set.spec, taints);
  return {
    id: set.id,
    name: set.name,
    system: set.namespace,
    component: set.component,
    kind: 'container',
    ...(set.count > 1 && { count: set.count }),
    vcpus: cpuMilli / 1000,
    memMiB,
    ...(localDiskGiB > 0 && { localDiskGiB }),
    ...(accelerators.length > 0 && { accelerators: accelerators.map((each) => ({ ...each })) }),
    ...(tolerations.length > 0 && { tolerations }),
    ...(set.nodeName !== undefined && { sourceHost: set.nodeName }),
    ...(Object.keys(set.labels).length > 0 && { labels: set.labels }),
  };
}

const unusedPodFields = ['hostNetwork', 'runtimeClassName', 'schedulerName', 'schedulingGates', 'resourceClaims'];

/** DaemonSets run one pod on every node that takes them. Without nodes the cluster's own count serves, else one. */
function daemonCounter(nodes: readonly ClusterNode[], session: ImportSession): (body: Cursor, id: string) => number {
  return (body, id) => {
    const assume = (count: number, reason: string): number => {
      session.assume(id, 'count', count, `${reason}; a larger fleet needs more`);
      return count;
    };
    if (nodes.length > 0) {
      const spec = body.get('spec', 'template', 'spec');
      const count = nodes.filter((node) => mayRunOn(spec, node, true)).length;
      return assume(count, 'one pod on each node of the input that takes it');
    }
    const scheduled = wholeNumber(body.get('status', 'desiredNumberScheduled'));
    if (scheduled !== undefined) return assume(scheduled, 'the input has no nodes; what the cluster says it schedules');
    return assume(1, 'the input has no nodes and no status');
  };
}

/** The architecture that all nodes share: images are built for it where nothing else is said. */
function commonArch(nodes: readonly ClusterNode[], session: ImportSession): 'x86_64' | 'aarch64' | undefined {
  const archs = new Set(nodes.map((node) => archOf(node.host.arch)));
  const [arch] = archs;
  if (archs.size !== 1 || (arch !== 'x86_64' && arch !== 'aarch64')) return undefined;
  session.assume('containers', 'arch', arch, 'all nodes of the input have it, and no node selector says otherwise');
  return arch;
}

/** Values of the classes that every cluster has. */
const systemPriorities: Readonly<Record<string, number>> = {
  'system-node-critical': 2_000_001_000,
  'system-cluster-critical': 2_000_000_000,
};

function priorityOf(spec: Cursor, classes: ReadonlyMap<string, number | undefined>): { priority?: number } {
  const name = spec.get('priorityClassName').text() ?? '';
  const priority =
    spec.get('priority').number() ??
    classes.get(name) ??
    (Object.hasOwn(systemPriorities, name) ? systemPriorities[name] : undefined);
  return priority !== undefined && Number.isSafeInteger(priority) ? { priority } : {};
}

function systemsOf(
  sets: readonly PodSet[],
  namespaces: ReadonlyMap<string, Readonly<Record<string, string>>>,
): NonNullable<EstateInput['systems']> {
  const components = new Map<string, Map<string, { id: string; name: string }>>();
  for (const set of sets) {
    const list = components.get(set.namespace) ?? new Map();
    components.set(set.namespace, list);
    list.set(set.component, { id: set.component, name: set.component.slice(set.component.indexOf('.') + 1) });
  }
  return [...components].map(([id, list]) => {
    const labels = namespaces.get(id);
    return { id, components: [...list.values()], ...(labels && Object.keys(labels).length > 0 && { labels }) };
  });
}

/** Kinds that the importer uses besides pods; storage settles its own. */
function settleOthers(others: readonly KubernetesObject[], used: ReadonlySet<string>, session: ImportSession): void {
  for (const { kind, name, seen } of others) {
    if (kind === 'PersistentVolumeClaim' || kind === 'PersistentVolume' || kind === 'StorageClass') continue;
    if (kind === 'Node' || kind === 'PriorityClass') seen.use();
    else if (kind === 'Namespace') used.has(name) ? seen.use() : seen.leaveOut('no workload of the input is in it');
    else {
      session.ignore(kind);
      seen.leaveOut('carries no workload');
    }
  }
}
