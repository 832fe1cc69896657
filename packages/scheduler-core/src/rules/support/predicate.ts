import type { AttributeValue, EligibilityOp } from '../../problem/problem.ts';

export type Value = string | number;

/**
 * Whether a host with this attribute value may carry what wants these values. Values compare as text; `atLeast` and
 * `atMost` compare as numbers, and a host without a number fails them.
 */
export function satisfies(op: EligibilityOp, host: AttributeValue | undefined, wanted: readonly Value[]): boolean {
  switch (op) {
    case 'in':
      return listOf(host).some((value) => includes(wanted, value));
    case 'notIn':
      return !listOf(host).some((value) => includes(wanted, value));
    case 'exists':
      return host !== undefined;
    case 'notExists':
      return host === undefined;
    case 'atLeast':
      return wanted.every((value) => numberOf(host) >= Number(value));
    case 'atMost':
      return wanted.every((value) => numberOf(host) <= Number(value));
    case 'containsAll':
      return wanted.every((value) => includes(listOf(host), value));
    case 'subsetOf':
      return listOf(host).every((value) => includes(wanted, value));
  }
}

function listOf(value: AttributeValue | undefined): readonly Value[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}

function includes(values: readonly Value[], value: Value): boolean {
  return values.some((other) => other === value || String(other) === String(value));
}

/** NaN, which fails every comparison, where it is no number. */
function numberOf(value: AttributeValue | undefined): number {
  return value === undefined || typeof value === 'object' || value === '' ? Number.NaN : Number(value);
}
