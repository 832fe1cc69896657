import type { Cursor } from '../object/cursor.ts';

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
    .filter(({ key, effect }) => key !== '' && (effect === 'NoSchedule' || effect === 'NoExecute'));
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
 * The taints that a pod tolerates, as texts that hosts' taints are compared with: every taint known from the nodes
 * that a toleration covers, and what each toleration names itself. What every pod tolerates for a while
 * (`node.kubernetes.io/not-ready` and the like) says nothing about placement and is left out.
 */
export function toleratedTaints(spec: Cursor, known: readonly Taint[]): string[] {
  const tolerated = new Set<string>();
  for (const toleration of spec.get('tolerations').items()) {
    for (const taint of known) if (tolerates(toleration, taint)) tolerated.add(taintText(taint));
    const key = toleration.get('key').text();
    if (key === undefined || key.startsWith('node.kubernetes.io/')) continue;
    const value = toleration.get('operator').text() === 'Exists' ? '' : (toleration.get('value').text() ?? '');
    const effect = toleration.get('effect').text();
    for (const each of effect === undefined ? ['NoSchedule', 'NoExecute'] : [effect])
      tolerated.add(taintText({ key, value, effect: each }));
  }
  return [...tolerated].sort();
}
