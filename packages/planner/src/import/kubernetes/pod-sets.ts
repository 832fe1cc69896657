import type { Cursor } from '../object/cursor.ts';
import type { ImportSession } from '../object/session.ts';
import type { Labels } from './labels.ts';
import { type KubernetesObject, objectKey } from './objects.ts';

/** Pods that are alike: the replicas of a controller, or one pod of its own. */
export interface PodSet {
  /** `namespace/kind/name`, kind in lower case. */
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** What a component is made of: the controller, also for pods whose controller is not in the input. */
  readonly component: string;
  readonly body: Cursor;
  /** `spec` of the pods. */
  readonly spec: Cursor;
  /** Labels of the pods. */
  readonly labels: Labels;
  readonly count: number;
  /** The node that a single pod runs on. */
  readonly nodeName: string | undefined;
}

/** Controllers whose pods the importer derives; any other kind with a pod template counts by its `replicas`. */
const controllers = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
]);
const maxReplicas = 1_000_000;

/**
 * The pod sets of the input. A pod (or ReplicaSet, or Job) whose controller is in the input too is counted with it;
 * what runs no pods now (0 replicas, finished, suspended) is left out. Every object's count is settled here, except
 * for those that are not about pods: they come back in `others`.
 */
export function collectPodSets(
  objects: readonly KubernetesObject[],
  daemonCount: (body: Cursor, id: string) => number,
  session: ImportSession,
): { sets: PodSet[]; others: KubernetesObject[] } {
  const templates = new Map<string, Cursor>();
  for (const object of objects) {
    const template = templateOf(object);
    if (template !== undefined) templates.set(objectKey(object.kind, object.namespace, object.name), template);
  }
  const parentOf = new Map<string, string>();
  for (const { kind, namespace, name, body } of objects) {
    const owner = ownerOf(body);
    if (owner === undefined) continue;
    const parent = objectKey(owner.kind, namespace, owner.name);
    if (templates.has(parent)) parentOf.set(objectKey(kind, namespace, name), parent);
  }
  const nodeOfOwned = new Map<string, string>();
  const sets: PodSet[] = [];
  const others: KubernetesObject[] = [];

  for (const object of objects) {
    const key = objectKey(object.kind, object.namespace, object.name);
    const template = templates.get(key);
    if (template === undefined) {
      others.push(object);
      continue;
    }
    const controller = topController(key, parentOf);
    if (controller !== undefined) {
      const node = template.get('spec', 'nodeName').text();
      if (node !== undefined) nodeOfOwned.set(controller, node);
      object.seen.leaveOut('counted with its controller');
      continue;
    }
    const kind = object.kind.toLowerCase();
    const id = `${object.namespace}/${kind}/${object.name}`;
    const count = object.kind === 'DaemonSet' ? daemonCount(object.body, id) : countOf(object, session);
    const idle =
      count > 0 ? whyIdle(object) : object.kind === 'DaemonSet' ? 'no node of the input takes it' : 'no replicas';
    if (idle !== undefined) {
      object.seen.leaveOut(idle);
      continue;
    }
    if (!controllers.has(object.kind) && object.kind !== 'Pod')
      session.report('info', 'YQ1514', object.body.spot(), { kind: object.kind, name: object.name });
    object.seen.use();
    const owner = object.kind === 'Pod' ? ownerOf(object.body) : undefined;
    if (object.kind === 'CronJob')
      session.assume(id, 'count', count, 'runs by the clock; room for one run is kept all the time');
    sets.push({
      id,
      kind: object.kind,
      namespace: object.namespace,
      name: object.name,
      component:
        owner === undefined || owner.kind === 'Node'
          ? `${kind}.${object.name}`
          : `${owner.kind.toLowerCase()}.${owner.name}`,
      body: object.body,
      spec: template.get('spec'),
      labels: template.get('metadata', 'labels').textMap(),
      count,
      nodeName: template.get('spec', 'nodeName').text(),
    });
  }
  return { sets: sets.map((set) => withNode(set, nodeOfOwned)), others };
}

/** The last controller up the chain (Pod, ReplicaSet, Deployment); undefined for what has none, or owns itself. */
function topController(key: string, parentOf: ReadonlyMap<string, string>): string | undefined {
  const met = new Set([key]);
  let top = parentOf.get(key);
  while (top !== undefined && parentOf.has(top)) {
    if (met.has(top)) return undefined;
    met.add(top);
    top = parentOf.get(top);
  }
  return top;
}

/** The node of the only replica, told by its pod. */
function withNode(set: PodSet, nodeOfOwned: ReadonlyMap<string, string>): PodSet {
  if (set.count !== 1 || set.nodeName !== undefined) return set;
  const nodeName = nodeOfOwned.get(objectKey(set.kind, set.namespace, set.name));
  return nodeName === undefined ? set : { ...set, nodeName };
}

/** The cursor that has `metadata` and `spec` of the pods; undefined for kinds that run none. */
function templateOf({ kind, body }: KubernetesObject): Cursor | undefined {
  const template =
    kind === 'Pod'
      ? body
      : kind === 'CronJob'
        ? body.get('spec', 'jobTemplate', 'spec', 'template')
        : body.get('spec', 'template');
  return template.get('spec', 'containers').isList ? template : undefined;
}

/** The controlling owner, else the first. */
function ownerOf(body: Cursor): { kind: string; name: string } | undefined {
  const owners = body.get('metadata', 'ownerReferences').items();
  const owner = owners.find((each) => each.get('controller').value === true) ?? owners[0];
  const kind = owner?.get('kind').text();
  const name = owner?.get('name').text();
  return kind === undefined || name === undefined ? undefined : { kind, name };
}

function whyIdle({ kind, body }: KubernetesObject): string | undefined {
  const phase = kind === 'Pod' ? body.get('status', 'phase').text() : undefined;
  if (phase === 'Succeeded' || phase === 'Failed') return 'finished';
  if ((kind === 'Job' || kind === 'CronJob') && body.get('spec', 'suspend').value === true) return 'suspended';
  if (
    kind === 'Job' &&
    (body.get('status', 'completionTime').exists || hasCondition(body, 'Complete') || hasCondition(body, 'Failed'))
  )
    return 'finished';
  return undefined;
}

function hasCondition(body: Cursor, type: string): boolean {
  return body
    .get('status', 'conditions')
    .items()
    .some((each) => each.get('type').text() === type && each.get('status').text() === 'True');
}

/** How many pods the object keeps running. */
function countOf({ kind, body }: KubernetesObject, session: ImportSession): number {
  if (kind === 'Pod') return 1;
  if (kind !== 'Job' && kind !== 'CronJob') return whole(body.get('spec', 'replicas'), session) ?? 1;
  const spec = kind === 'Job' ? body.get('spec') : body.get('spec', 'jobTemplate', 'spec');
  return Math.min(whole(spec.get('parallelism'), session) ?? 1, whole(spec.get('completions'), session) ?? maxReplicas);
}

function whole(cursor: Cursor, session: ImportSession): number | undefined {
  if (!cursor.exists) return undefined;
  const value = wholeNumber(cursor);
  if (value !== undefined) return value;
  session.report('warning', 'YQ1506', cursor.spot(), {
    field: String(cursor.path.at(-1)),
    value: cursor.text() ?? '',
    expected: `0 .. ${maxReplicas}`,
  });
  return undefined;
}

/** A number of pods. */
export function wholeNumber(cursor: Cursor): number | undefined {
  const value = cursor.number();
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= maxReplicas ? value : undefined;
}
