import type { Cursor } from '../object/cursor.ts';

export type Labels = Readonly<Record<string, string>>;

/** One requirement of a selector, as `matchExpressions` writes it. */
export interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** Requirements of a list of `matchExpressions`. */
export function requirements(list: Cursor): Requirement[] {
  return list.items().map((item) => ({
    key: item.get('key').text() ?? '',
    operator: item.get('operator').text() ?? '',
    values: item.get('values').textList(),
  }));
}

/** A label selector as requirements that must all hold; undefined where it is absent, which selects nothing. */
export function selectorOf(selector: Cursor): Requirement[] | undefined {
  if (!selector.isMap) return undefined;
  const equalities = Object.entries(selector.get('matchLabels').textMap()).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [value],
  }));
  return [...equalities, ...requirements(selector.get('matchExpressions'))];
}

/** Whether labels meet a requirement; unknown operators never do. Gt and Lt are the node selector's. */
export function meets(labels: Labels, { key, operator, values }: Requirement): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(values[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(values[0]);
    default:
      return false;
  }
}

/** A text that is the same for the same requirements, whatever their order. */
export function requirementsKey(list: readonly Requirement[]): string {
  return list
    .map(({ key, operator, values }) => JSON.stringify([key, operator, [...values].sort()]))
    .sort()
    .join();
}
