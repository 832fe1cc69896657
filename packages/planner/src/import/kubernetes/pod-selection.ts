import type { Cursor } from '../object/cursor.ts';
import type { ImportSession } from '../object/session.ts';
import { type Labels, meets, type Requirement, requirementsKey, selectorOf } from './labels.ts';
import type { PodSet } from './pod-sets.ts';

/** Which pod sets the terms of affinity and spread speak of. */
export interface PodSelection {
  /** Ids of the pod sets that a term of `owner` selects, in input order. */
  select(term: Cursor, owner: PodSet): string[];
}

export function createPodSelection(
  sets: readonly PodSet[],
  namespaces: ReadonlyMap<string, Labels>,
  session: ImportSession,
): PodSelection {
  const cache = new Map<string, string[]>();
  const allNamespaces = [...new Set([...sets.map((set) => set.namespace), ...namespaces.keys()])].sort();

  const namespacesOf = (term: Cursor, owner: PodSet): string[] => {
    const named = term.get('namespaces').textList();
    const selector = selectorOf(term.get('namespaceSelector'));
    if (selector === undefined) return named.length > 0 ? named : [owner.namespace];
    const needsLabels = selector.some(({ key }) => key !== 'kubernetes.io/metadata.name');
    if (needsLabels && namespaces.size === 0)
      session.report('warning', 'YQ1517', term.get('namespaceSelector').spot(), { workload: owner.id });
    const selected = allNamespaces.filter((name) =>
      selector.every((each) => meets({ 'kubernetes.io/metadata.name': name, ...namespaces.get(name) }, each)),
    );
    return [...new Set([...named, ...selected])].sort();
  };

  return {
    select(term, owner) {
      const selector = selectorOf(term.get('labelSelector'));
      if (selector === undefined) return [];
      const all = [
        ...selector,
        ...sameValues(term.get('matchLabelKeys'), 'In', owner),
        ...sameValues(term.get('mismatchLabelKeys'), 'NotIn', owner),
      ];
      const spaces = namespacesOf(term, owner);
      const key = `${spaces.join()}|${requirementsKey(all)}`;
      let ids = cache.get(key);
      if (ids === undefined) {
        const within = new Set(spaces);
        ids = sets
          .filter((set) => within.has(set.namespace) && all.every((each) => meets(set.labels, each)))
          .map((set) => set.id);
        cache.set(key, ids);
      }
      return ids;
    },
  };
}

/** `matchLabelKeys`: the value that the owner itself has. Keys that only running pods have say nothing here. */
function sameValues(keys: Cursor, operator: string, owner: PodSet): Requirement[] {
  return keys
    .textList()
    .filter((key) => Object.hasOwn(owner.labels, key))
    .map((key) => ({ key, operator, values: [owner.labels[key]!] }));
}
