import type { Cursor } from '../object/cursor.ts';

const hardEffects: readonly string[] = ['NoSchedule', 'NoExecute'];

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** `key=value:Effect`, `key:Effect` without a value: how kubectl writes a taint, and how an estate holds it. */
export const taintText = ({ key, value, effect }: Taint): string =>
  `${key}${value === '' ? '' : `=${value}`}:${effect}`;

/** Taints of a node that keep pods off; PreferNoSchedule is a wish and is left out. */
export function nodeTaints(node: Cursor): Taint[] {
  return node
    .get('spec', 'taints')
    .items()
    .map((taint) => ({
      key: taint.get('key').text() ?? '',
      value: taint.get('value').text() ?? '',
      effect: taint.get('effect').text() ?? '',
    }))
    .filter(({ key, effect }) => key !== '' && hardEffects.includes(effect));
}

/** Whether one toleration covers a taint: no key with Exists covers every key, no effect every effect. */
export function tolerates(toleration: Cursor, taint: Taint): boolean {
  const key = toleration.get('key').text();
  const effect = toleration.get('effect').text();
  if (effect !== undefined && effect !== taint.effect) return false;
  const exists = toleration.get('operator').text() === 'Exists';
  if (key === undefined) return exists;
  return key === taint.key && (exists || (toleration.get('value').text() ?? '') === taint.value);
}

/**
 * What a pod tolerates, as an estate writes it: `*`, a key, or a taint. Tolerations that cover taints of the nodes by
 * effect or by key and effect are written out against those. What every pod tolerates for a while
 * (`node.kubernetes.io/not-ready` and the like) says nothing about placement and is left out.
 */
export function toleratedTaints(spec: Cursor, known: readonly Taint[]): string[] {
  const tolerated = new Set<string>();
  for (const toleration of spec.get('tolerations').items()) {
    for (const taint of known) if (tolerates(toleration, taint)) tolerated.add(taintText(taint));
    const key = toleration.get('key').text();
    const effect = toleration.get('effect').text();
    const exists = toleration.get('operator').text() === 'Exists';
    if (key?.startsWith('node.kubernetes.io/')) continue;
    if (key === undefined) {
      if (exists && effect === undefined) tolerated.add('*');
    } else if (exists && effect === undefined) {
      tolerated.add(key);
    } else {
      const value = exists ? '' : (toleration.get('value').text() ?? '');
      for (const each of effect === undefined ? hardEffects : [effect])
        tolerated.add(taintText({ key, value, effect: each }));
    }
  }
  return tolerated.has('*') ? ['*'] : [...tolerated].sort();
}
