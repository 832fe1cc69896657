import type { Cursor } from '../object/cursor.ts';
import type { ImportSession, SeenObject } from '../object/session.ts';

/** One API object of the input. */
export interface KubernetesObject {
  readonly kind: string;
  /** '' for objects of the cluster. */
  readonly namespace: string;
  readonly name: string;
  readonly body: Cursor;
  readonly seen: SeenObject;
}

const clusterKinds = new Set(['Node', 'Namespace', 'PersistentVolume', 'StorageClass', 'PriorityClass']);

export const objectKey = (kind: string, namespace: string, name: string): string => `${kind}/${namespace}/${name}`;

/** Lists within lists are no Kubernetes output; a few are opened all the same. */
const maxListDepth = 4;

/**
 * The objects of the documents, lists opened. Of objects with the same kind, namespace and name the first is kept and
 * the others are reported; what is no API object is reported.
 */
export function collectObjects(documents: readonly Cursor[], session: ImportSession): KubernetesObject[] {
  const objects = new Map<string, KubernetesObject>();
  for (const { body, kind } of documents.flatMap((document) => unfold(document, undefined, 0))) {
    if (kind === undefined) {
      session.report('warning', 'YQ1504', body.spot(), { format: session.format });
      session.see(body.file, 'file').leaveOut('no API object');
      continue;
    }
    const seen = session.see(body.file, kind);
    const name = body.get('metadata', 'name').text() ?? body.get('metadata', 'generateName').text();
    if (name === undefined) {
      session.report('warning', 'YQ1507', body.spot(), { kind });
      seen.leaveOut('no name');
      continue;
    }
    const namespace = clusterKinds.has(kind) ? '' : (body.get('metadata', 'namespace').text() ?? 'default');
    const key = objectKey(kind, namespace, name);
    const first = objects.get(key);
    if (first !== undefined) {
      const fullName = namespace === '' ? name : `${namespace}/${name}`;
      session.report('warning', 'YQ1508', body.spot(), { kind, name: fullName }, first.body.spot());
      seen.leaveOut('duplicate');
      continue;
    }
    objects.set(key, { kind, namespace, name, body, seen });
  }
  return [...objects.values()];
}

/** A document, or the items of its list. Items of a `PodList` need not say that they are pods. */
function unfold(
  body: Cursor,
  listKind: string | undefined,
  depth: number,
): { body: Cursor; kind: string | undefined }[] {
  const kind = body.get('kind').text() ?? listKind;
  if (depth < maxListDepth) {
    if (body.isList) return body.items().flatMap((item) => unfold(item, listKind, depth + 1));
    if (body.get('items').isList && (kind === undefined || kind.endsWith('List'))) {
      const itemKind = kind === undefined || kind === 'List' ? undefined : kind.slice(0, -'List'.length);
      return body
        .get('items')
        .items()
        .flatMap((item) => unfold(item, itemKind, depth + 1));
    }
  }
  return [{ body, kind }];
}
