import type { Cursor } from '../object/cursor.ts';
import type { ImportSession, SeenObject } from '../object/session.ts';
import type { Spot } from '../object/spot.ts';

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

/**
 * The objects of the documents, lists opened. Of objects with the same kind, namespace and name the first is kept and
 * the others are reported; what is no API object is reported.
 */
export function collectObjects(documents: readonly Cursor[], session: ImportSession): KubernetesObject[] {
  const objects: KubernetesObject[] = [];
  const places = new Map<string, Spot>();

  const visit = (body: Cursor, listKind: string | undefined): void => {
    const kind = body.get('kind').text() ?? listKind;
    if (body.isList) return body.items().forEach((item) => visit(item, listKind));
    if (body.get('items').isList && (kind === undefined || kind.endsWith('List'))) {
      const itemKind = kind === undefined || kind === 'List' ? undefined : kind.slice(0, -'List'.length);
      return body
        .get('items')
        .items()
        .forEach((item) => visit(item, itemKind));
    }
    if (kind === undefined) {
      session.report('warning', 'YQ1504', body.spot(), { format: session.format });
      return session.see(body.file, 'file').leaveOut('no API object');
    }
    const seen = session.see(body.file, kind);
    const name = body.get('metadata', 'name').text() ?? body.get('metadata', 'generateName').text();
    if (name === undefined) {
      session.report('warning', 'YQ1507', body.spot(), { kind });
      return seen.leaveOut('no name');
    }
    const namespace = clusterKinds.has(kind) ? '' : (body.get('metadata', 'namespace').text() ?? 'default');
    const key = objectKey(kind, namespace, name);
    const first = places.get(key);
    if (first !== undefined) {
      session.report(
        'warning',
        'YQ1508',
        body.spot(),
        { kind, name: namespace === '' ? name : `${namespace}/${name}` },
        first,
      );
      return seen.leaveOut('duplicate');
    }
    places.set(key, body.spot());
    objects.push({ kind, namespace, name, body, seen });
  };
  for (const document of documents) visit(document, undefined);
  return objects;
}
