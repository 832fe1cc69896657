import { expect, test } from 'vitest';
import { Cursor } from '../object/cursor.ts';
import { taintText, toleratedTaints, tolerates } from './taints.ts';

const cursor = (value: unknown) => new Cursor({ file: '', place: () => ({ line: 0, column: 0 }) }, value);
const known = [
  { key: 'gpu', value: 'a', effect: 'NoSchedule' },
  { key: 'gpu', value: 'b', effect: 'NoExecute' },
  { key: 'master', value: '', effect: 'NoSchedule' },
];

test.each([
  [{ operator: 'Exists' }, ['*']],
  [{ operator: 'Exists', effect: 'NoSchedule' }, ['gpu=a:NoSchedule', 'master:NoSchedule']],
  [{ key: 'gpu', operator: 'Exists' }, ['gpu', 'gpu=a:NoSchedule', 'gpu=b:NoExecute']],
  [{ key: 'gpu', operator: 'Exists', effect: 'NoExecute' }, ['gpu:NoExecute', 'gpu=b:NoExecute']],
  [{ key: 'gpu', value: 'a' }, ['gpu=a:NoExecute', 'gpu=a:NoSchedule']],
  [{ key: 'master', effect: 'NoSchedule' }, ['master:NoSchedule']],
  [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' }, []],
  [{}, []],
])('%j tolerates %j', (toleration, expected) => {
  expect(toleratedTaints(cursor({ tolerations: [toleration] }), known)).toEqual(expected);
});

test('a toleration covers by key, operator, value and effect', () => {
  const covered = (toleration: object) => known.filter((taint) => tolerates(cursor(toleration), taint)).map(taintText);
  expect(covered({ key: 'gpu', value: 'a' })).toEqual(['gpu=a:NoSchedule']);
  expect(covered({ key: 'gpu', value: 'a', effect: 'NoExecute' })).toEqual([]);
  expect(covered({ value: 'a' })).toEqual([]);
});
